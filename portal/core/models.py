"""Models of the shared kernel: the images that every app may use."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image

__all__ = ["PortalImage", "PortalRendition"]


class PortalImage(AbstractImage):
    """An uploaded picture with its credit; `is_sample` marks what `purge_demo` may remove."""

    credit = models.CharField(_("credit"), max_length=255, blank=True)
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")


class PortalRendition(AbstractRendition):
    """One size of an image, made once and kept."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_a_filter"),
        ]
