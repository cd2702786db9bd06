"""The fixed vocabularies of the directory. Codes are stored, published and imported; labels are translated."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OrganizationKind(TextChoices):
    """What an organization is. `st_enterprise` alone is the word of the firm; the certificate makes the badge."""

    STARTUP = "startup", _("Startup")
    ST_ENTERPRISE = "st_enterprise", _("S&T enterprise")
    SME = "sme", _("Small or medium enterprise")
    CORPORATE = "corporate", _("Corporation")
    ENTERPRISE = "enterprise", _("Enterprise")
    INVESTOR = "investor", _("Investor")
    INCUBATOR = "incubator", _("Incubator")
    ACCELERATOR = "accelerator", _("Accelerator")
    COWORKING = "coworking", _("Coworking space")
    UNIVERSITY = "university", _("University or college")
    RESEARCH_INSTITUTE = "research_institute", _("Research institute")
    GOVERNMENT = "government", _("Public body")
    ASSOCIATION = "association", _("Association")
    CLUB = "club", _("Club")
    MEDIA = "media", _("Media")


class Stage(TextChoices):
    """How far a venture has come."""

    IDEA = "idea", _("Idea")
    VALIDATION = "validation", _("Validation")
    MVP = "mvp", _("Prototype")
    EARLY_REVENUE = "early_revenue", _("First revenue")
    GROWTH = "growth", _("Growth")
    SCALE = "scale", _("Expansion")
    MATURE = "mature", _("Established")
    CLOSED = "closed", _("Closed down")


class EmployeeRange(TextChoices):
    """Number of employees; the cuts match the size classes of Decree 80/2021/NĐ-CP, article 5."""

    UP_TO_10 = "1-10", "1–10"
    UP_TO_50 = "11-50", "11–50"
    UP_TO_100 = "51-100", "51–100"
    UP_TO_200 = "101-200", "101–200"
    UP_TO_500 = "201-500", "201–500"
    OVER_500 = "500+", "500+"


class PublicationState(TextChoices):
    """Whether the public may see a profile."""

    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")


class Visibility(TextChoices):
    """Who may see one part of a profile."""

    PUBLIC = "public", _("Public")
    PRIVATE = "private", _("Private")


class UnitType(TextChoices):
    """The three types of commune-level unit since 1 July 2025 (Resolution 1679/NQ-UBTVQH15)."""

    WARD = "ward", _("Ward")
    COMMUNE = "commune", _("Commune")
    SPECIAL_ZONE = "special_zone", _("Special zone")


class CertificateKind(TextChoices):
    """What a certificate certifies; the two never stand for each other."""

    ST_ENTERPRISE = "st_enterprise", _("S&T enterprise")
    INNOVATIVE_STARTUP = "innovative_startup", _("Innovative startup")


class CertificateState(TextChoices):
    """`stated`: the firm says so. Only `confirmed`, by an official, draws a badge."""

    STATED = "stated", _("Stated, not confirmed")
    CONFIRMED = "confirmed", _("Confirmed")
    ENDED = "ended", _("No longer valid")


class Badge(TextChoices):
    """The three statements about an organization's standing that are never mixed."""

    CERTIFIED_ST_ENTERPRISE = "certified_st_enterprise", _("Certified S&T enterprise")
    RECOGNIZED_STARTUP = "recognized_startup", _("Recognized innovative startup")
    SELF_DECLARED = "self_declared", _("Self-declared")


class PersonRole(TextChoices):
    """What a person is in the organization."""

    FOUNDER = "founder", _("Founder")
    EXECUTIVE = "executive", _("Executive")
    EXPERT = "expert", _("Expert")
    CONTACT = "contact", _("Contact person")


class RoundKind(TextChoices):
    """The kind of a funding round."""

    GRANT = "grant", _("Grant")
    BOOTSTRAPPED = "bootstrapped", _("Own funds")
    ANGEL = "angel", _("Angel")
    PRE_SEED = "pre_seed", _("Pre-seed")
    SEED = "seed", _("Seed")
    SERIES_A = "series_a", _("Series A")
    SERIES_B = "series_b", _("Series B")
    CORPORATE = "corporate", _("Corporate")
    CONVERTIBLE = "convertible", _("Convertible note")
    DEBT = "debt", _("Loan")
    CROWDFUNDING = "crowdfunding", _("Crowdfunding")


class LinkKind(TextChoices):
    """Where a further link of an organization leads."""

    FACEBOOK = "facebook", "Facebook"
    LINKEDIN = "linkedin", "LinkedIn"
    YOUTUBE = "youtube", "YouTube"
    ZALO = "zalo", "Zalo"
    TIKTOK = "tiktok", "TikTok"
    GITHUB = "github", "GitHub"
    OTHER = "other", _("Other link")
