"""The contact form. Whatever is wrong with it, nothing that was typed is lost."""

from typing import Any

from django import forms
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.rate_limit import is_over
from portal.core.vietnamese import normalize
from portal.pages.models import ContactMessage

_LEAST_SECONDS = 3  # nobody fills in the form faster, programs do
_MOST_SECONDS = 24 * 3600
_AN_HOUR = 10  # messages from one address; an office may share one
_FIELDS = ("name", "email", "phone", "topic", "message")


class ContactForm(forms.ModelForm):
    """A message to the portal; `homepage` is a trap, `started` says when the form was opened."""

    homepage = forms.CharField(required=False)
    started = forms.CharField(required=False)

    class Meta:
        model = ContactMessage
        fields = _FIELDS
        labels = {"phone": gettext_lazy("Telephone (if you prefer a call)")}
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
            "phone": forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
            "message": forms.Textarea(attrs={"rows": 7}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        topic = self.fields["topic"]
        topic.choices = [("", _("Choose a topic")), *topic.choices[1:]]  # type: ignore[attr-defined]

    @property
    def asked(self) -> list[forms.BoundField]:
        """The fields that people fill in, in their order."""
        return [self[name] for name in _FIELDS]

    def stamp(self) -> str:
        """Return what `started` says: the time of the first opening while it is good, else now."""
        given = self.data.get("started", "") if self.is_bound else ""
        return given if given and self._age_error(given) in {"", "fast"} else _signer().sign("contact")

    def clean_name(self) -> str:
        """Keep line breaks and signs that nobody sees out: the name stands in the subject of a mail."""
        name = normalize(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError(_("Write your name."))
        return name

    def clean_message(self) -> str:
        """Keep paragraphs, and no sign that a spreadsheet cannot hold."""
        text = "\n".join(normalize(line) for line in self.cleaned_data["message"].splitlines()).strip()
        if not text:
            raise forms.ValidationError(_("Write your message."))
        return text

    def clean(self) -> dict[str, Any]:
        """Look whether a person has sent it. A person who meets this sends again, what was typed still stands."""
        data = super().clean() or self.cleaned_data
        problem = self._age_error(data.get("started", ""))
        if data.get("homepage"):
            self.add_error(
                None, _("A field that people do not see was filled in, perhaps by your browser. Please send again.")
            )
        elif problem == "fast" and not self.errors:
            self.add_error(None, _("That was very quick. Please look over your message and send again."))
        elif problem and not self.errors:
            self.add_error(None, _("The form had been open for a long time. Please send again."))
        return data

    def is_allowed(self, address: str) -> bool:
        """Count a message of a network address; with too many of them the form says so."""
        if is_over("contact", address, limit=_AN_HOUR, seconds=3600):
            self.add_error(None, _("Too many messages have come from your network. Please send again in an hour."))
            return False
        return True

    def values(self) -> dict[str, str]:
        """Return the message as it is to be kept."""
        return {name: self.cleaned_data[name] for name in _FIELDS}

    @staticmethod
    def _age_error(started: str) -> str:
        """Return "old" for a form of yesterday and for a forged time, "fast" for one just opened, else nothing."""
        signer = _signer()
        try:
            signer.unsign(started, max_age=_MOST_SECONDS)
        except BadSignature:  # that of a time gone by is one of them
            return "old"
        try:
            signer.unsign(started, max_age=_LEAST_SECONDS)
        except SignatureExpired:
            return ""
        return "fast"


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="portal.pages.contact")
