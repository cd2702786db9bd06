"""Files and videos inside a text. No frame of another site: a video is ours with captions, or a picture that links there."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, ChoiceBlock, StructBlock, StructValue, URLBlock
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from portal.core.uploads.content import VIDEO


class FileBlock(StructBlock):
    """One file to download, with its kind and size."""

    file = DocumentChooserBlock(label=_("File"))
    title = CharBlock(
        label=_("Title"), max_length=150, required=False, help_text=_("When empty, the title of the file.")
    )

    class Meta:
        icon = "doc-full"
        label = _("File")
        template = "pages/blocks/file.html"

    def clean(self, value: Any) -> Any:
        """Refuse what readers could not open."""
        cleaned = super().clean(value)
        if file := cleaned.get("file"):
            if file.file_extension.lower() in {*VIDEO, "vtt"}:
                raise _wrong(file=gettext("Use the block “Video” for videos."))
            _check_open(file=file)
        return cleaned


class VideoValue(StructValue):
    """The video as a page shows it."""

    @cached_property
    def host(self) -> str:
        """The site that a linked video lies on, as people call it."""
        return (urlsplit(self.get("link") or "").hostname or "").removeprefix("www.")


class VideoBlock(StructBlock):
    """A video: an uploaded file with captions, or a poster that links to the page of its provider."""

    title = CharBlock(label=_("Title"), max_length=150, help_text=_("What the video shows; read out as its name."))
    poster = ImageChooserBlock(label=_("Poster"), required=False, help_text=_("The still picture before it plays."))
    video = DocumentChooserBlock(label=_("Video file"), required=False, help_text=_("MP4 (H.264) or WebM."))
    captions = DocumentChooserBlock(label=_("Captions"), required=False, help_text=_("A WebVTT file."))
    captions_language = ChoiceBlock(
        label=_("Language of the captions"),
        choices=[("vi", _("Vietnamese")), ("en", _("English"))],
        default="vi",
        search_index=False,
    )
    silent = BooleanBlock(label=_("The video has no sound"), required=False)
    link = URLBlock(
        label=_("Or its page at a provider"),
        required=False,
        help_text=_("The poster then leads there; nothing is loaded from that site before."),
    )
    credit = CharBlock(label=_("Credit"), max_length=150, required=False)

    class Meta:
        icon = "media"
        label = _("Video")
        template = "pages/blocks/video.html"
        value_class = VideoValue

    def clean(self, value: Any) -> Any:
        """Demand one of the two ways, and what belongs to it; a draft may still lack it."""
        cleaned = super().clean(value)
        if errors := self._errors(cleaned):
            raise _wrong(**errors)
        for name in ("video", "captions"):
            if cleaned.get(name):
                _check_open(**{name: cleaned[name]})
        return cleaned

    def _errors(self, value: Any) -> dict[str, str]:
        if value.get("video") and value.get("link"):
            return {"link": gettext("Choose a file or enter an address, one of the two.")}
        return _wrong_kinds(value) or ({} if self.is_deferred_validation else _missing(value))


def _wrong_kinds(value: Any) -> dict[str, str]:
    video, captions = value.get("video"), value.get("captions")
    if video and video.file_extension.lower() not in VIDEO:
        return {"video": gettext("This is no video. Taken are MP4 and WebM.")}
    if captions and captions.file_extension.lower() != "vtt":
        return {"captions": gettext("Captions are a file in WebVTT (.vtt).")}
    return {}


def _missing(value: Any) -> dict[str, str]:
    video, link = value.get("video"), value.get("link")
    if not video and not link:
        return {"video": gettext("Choose a file or enter an address, one of the two.")}
    if video and not value.get("captions") and not value.get("silent"):
        return {"captions": gettext("Add captions for people who do not hear, or say that it has no sound.")}
    if link and not value.get("poster"):
        return {"poster": gettext("A linked video needs a poster: it is what readers see and press.")}
    return {}


def _check_open(**files: Any) -> None:
    """Refuse a file of a private collection: readers would be asked to sign in."""
    for name, file in files.items():
        if file.collection.get_view_restrictions():
            raise _wrong(**{name: gettext("This file lies in a private collection; readers could not open it.")})


def _wrong(**texts: str) -> StructBlockValidationError:
    return StructBlockValidationError({name: ValidationError(text) for name, text in texts.items()})
