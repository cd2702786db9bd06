from typing import Any

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting
from wagtail.fields import StreamField

from portal.core.localized import localized
from portal.core.page_cache import public_change
from portal.pages.blocks import FooterStreamBlock, LinksStreamBlock, SocialStreamBlock


class NoticeKind(models.TextChoices):
    """How urgent the notice above every page is."""

    INFO = "info", _("Information")
    WARNING = "warning", _("Warning")


class SiteSettings(BaseGenericSetting):
    """What an administrator decides for the whole site. Empty means: as the portal comes."""

    sender_name = models.CharField(_("sender's name of mails"), max_length=80, blank=True)
    reply_to = models.EmailField(_("address for replies to mails"), blank=True)
    contact_email = models.EmailField(_("address that gets messages of the contact form"), blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    contact_address_vi = models.CharField(_("postal address"), max_length=200, blank=True)
    contact_address_en = models.CharField(_("postal address in English"), max_length=200, blank=True)
    answer_days = models.PositiveSmallIntegerField(_("working days in which a message is answered"), default=3)
    message_keep_days = models.PositiveSmallIntegerField(_("days for which an answered message is kept"), default=180)
    social_links = StreamField(SocialStreamBlock(), verbose_name=_("social networks"), blank=True)
    navigation = StreamField(LinksStreamBlock(), verbose_name=_("main menu"), blank=True)
    footer = StreamField(FooterStreamBlock(), verbose_name=_("columns of the footer"), blank=True)
    notice_vi = models.CharField(_("notice in Vietnamese"), max_length=300, blank=True)
    notice_en = models.CharField(_("notice in English"), max_length=300, blank=True)
    notice_kind = models.CharField(
        _("kind of notice"), max_length=10, choices=NoticeKind.choices, default=NoticeKind.INFO
    )
    notice_from = models.DateTimeField(_("notice from"), null=True, blank=True)
    notice_until = models.DateTimeField(_("notice until"), null=True, blank=True)

    class Meta:
        verbose_name = _("site settings")
        constraints = [
            models.CheckConstraint(
                condition=Q(notice_from=None) | Q(notice_until=None) | Q(notice_until__gt=models.F("notice_from")),
                name="a_notice_ends_after_it_begins",
            )
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Every page shows something of this, so every kept page goes."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            public_change()

    @property
    def notice(self) -> str:
        """The notice in the active language."""
        return localized(self, "notice")

    @property
    def contact_address(self) -> str:
        """The postal address in the active language."""
        return localized(self, "contact_address")
