"""Models of the shared kernel: the images that every app may use."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage

__all__ = ["Image", "Rendition"]


class Image(AbstractImage):
    """An uploaded picture with its credit; `is_sample` marks what `purge_demo` may remove."""

    credit = models.CharField(_("credit"), max_length=255, blank=True)
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)

    admin_form_fields = (*WagtailImage.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]


class Rendition(AbstractRendition):
    """One size of an image, made once and kept."""

    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_a_filter"),
        ]
