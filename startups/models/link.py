from django.db import models
from django.utils.translation import gettext_lazy as _

from startups.enums import LinkKind


class Link(models.Model):
    """A further address of an organization on the web."""

    organization = models.ForeignKey("startups.Organization", on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(_("kind"), max_length=12, choices=LinkKind.choices, default=LinkKind.OTHER)
    url = models.URLField(_("address"), max_length=300)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["organization", "position", "pk"]
        verbose_name = _("link")
        verbose_name_plural = _("links")

    def __str__(self) -> str:
        return self.url
