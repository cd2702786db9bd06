"""The form of an uploaded file, everywhere that Wagtail shows one: alone, several at once, in the chooser."""

from pathlib import PurePath
from typing import Any, BinaryIO, cast

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from wagtail.documents.forms import BaseDocumentForm

from portal.core.uploads.content import KINDS, VIDEO, Refused, check
from portal.core.vietnamese import slug


class FileForm(BaseDocumentForm):
    """What every screen of Wagtail builds its form of a file on (WAGTAILDOCS_DOCUMENT_FORM_BASE)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            field.help_text = _help()
            # Some browsers remember the pick of a refused file; the list of kinds spares most refusals.
            field.widget.attrs["accept"] = ",".join(f".{extension}" for extension in KINDS)

    def clean_file(self) -> Any:
        """Take only what is what it says, under a name that fits into every address."""
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            try:
                check(str(file.name), file.size or 0, cast(BinaryIO, file))
            except Refused as refused:
                raise ValidationError(str(refused)) from refused
            path = PurePath(str(file.name))
            file.name = f"{slug(path.stem, 60) or 'tep'}{path.suffix.lower()}"
        return file


def _help() -> str:
    return _("%(files)s up to 20 MB; videos as %(videos)s up to 200 MB; captions of videos as VTT.") % {
        "files": ", ".join(name.upper() for name in KINDS if name not in {*VIDEO, "vtt"}),
        "videos": _("MP4 or WebM"),
    }
