"""Models of the shared kernel: the images and the files that every app may use."""

from django.core.files import File
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image

from portal.core.pictures.cleaning import CleanFilter
from portal.core.uploads.content import KINDS

__all__ = ["PortalDocument", "PortalImage", "PortalRendition"]


class PortalImage(AbstractImage):
    """An uploaded picture with its credit; `is_sample` marks what `purge_demo` may remove."""

    credit = models.CharField(_("credit"), max_length=255, blank=True)
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @property
    def default_alt_text(self) -> str:
        """What an editor wrote that the picture shows; never its title, which is often the name of a file."""
        return self.description

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:  # noqa: A002 -- Wagtail's name
        """Make a size of the picture without what the camera wrote into it."""
        return super().generate_rendition_file(CleanFilter(filter.spec), source=source)


class PortalRendition(AbstractRendition):
    """One size of an image, made once and kept."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_a_filter"),
        ]


class PortalDocument(AbstractDocument):
    """An uploaded file; `is_sample` marks what `purge_demo` may remove."""

    is_sample = models.BooleanField(_("sample"), default=False, editable=False)

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    @property
    def content_type(self) -> str:
        """The media type that the content was checked for; nothing is guessed."""
        kind = KINDS.get(self.file_extension.lower())
        return kind.media_type if kind else "application/octet-stream"
