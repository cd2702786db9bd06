from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from portal.pages.blocks import TEXT_FEATURES
from portal.pages.models.base import BasePage

CONTACT_SLUG = "lien-he"


class ContactPage(BasePage):
    """How to reach the people behind the portal, with a form. Its address is fixed."""

    introduction = RichTextField(_("introduction"), features=TEXT_FEATURES, blank=True)
    consent = models.TextField(
        _("what happens with a message"), help_text=_("Stands above the button: who reads it, how long it is kept.")
    )
    thanks = RichTextField(_("after sending"), features=TEXT_FEATURES)

    content_panels = [
        *BasePage.title_only_panels,
        FieldPanel("introduction"),
        FieldPanel("consent"),
        FieldPanel("thanks"),
    ]
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Keep the address: the form posts to it."""
        self.slug = CONTACT_SLUG
        super().full_clean(*args, **kwargs)

    def _answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        from portal.pages.contact.views import contact  # noqa: PLC0415 -- models load before views

        return contact(request, page=self)


class ContactTopic(models.TextChoices):
    """What people write about; it decides nothing but how the list is sorted out."""

    DIRECTORY = "directory", _("A profile in the directory")
    NEWS = "news", _("News and pages")
    DATA = "data", _("Personal data")
    TECHNICAL = "technical", _("Something does not work")
    OTHER = "other", _("Something else")


class ContactState(models.TextChoices):
    """Whether somebody has answered."""

    NEW = "new", _("Not answered yet")
    ANSWERED = "answered", _("Answered")


class ContactMessage(models.Model):
    """What somebody wrote to the portal. Kept until some time after it was answered."""

    name = models.CharField(_("Full name"), max_length=120)
    email = models.EmailField(_("E-mail"))
    phone = models.CharField(_("Telephone"), max_length=40, blank=True)
    topic = models.CharField(_("Topic"), max_length=12, choices=ContactTopic.choices)
    message = models.TextField(_("Message"), max_length=5000)
    language = models.CharField(max_length=5)
    state = models.CharField(_("state"), max_length=10, choices=ContactState.choices, default=ContactState.NEW)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, related_name="+", null=True, blank=True, verbose_name=_("answered by")
    )  # fmt: skip
    created_at = models.DateTimeField(_("received at"), auto_now_add=True)
    search_text = models.TextField(editable=False, default="")  # folded, so that staff find without marks

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("contact message")
        verbose_name_plural = _("contact messages")

    def __str__(self) -> str:
        return f"{self.name}: {self.get_topic_display()}"
