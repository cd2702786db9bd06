"""The parameters of the site search: what is not known is dropped and said, never an error."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from portal.core.vietnamese import normalize
from portal.search.planner import MOST_CHARACTERS
from portal.search.registry import site_kinds

PARAMS = ("q", "kind", "page")
PARAMETER_LABELS = {"kind": _("Kind of result"), "page": _("Page")}
_MOST_PAGE = 100_000
_READ = 1000
_SHOWN = 40


class SiteSearchForm(forms.Form):
    """What may be asked: words, one kind, a page."""

    q = forms.CharField(required=False)
    kind = forms.ChoiceField(required=False, choices=lambda: [(kind.name, kind.plural) for kind in site_kinds()])
    page = forms.IntegerField(required=False, min_value=1, max_value=_MOST_PAGE)


@dataclass(frozen=True)
class Selection:
    """What a visitor asked; `ignored` is what could not be understood, as (parameter, value)."""

    text: str = ""
    kind: str = ""
    page: int = 1
    ignored: tuple[tuple[str, str], ...] = ()
    was_cut: bool = False

    def address(self, base: str, *, kind: str | None = None, page: int = 1, text: str | None = None) -> str:
        """Return the address of the same question, with another kind, page or text where one is given."""
        pairs = [
            ("q", self.text if text is None else text),
            ("kind", self.kind if kind is None else kind),
            ("page", str(page) if page > 1 else ""),
        ]
        query = urlencode([pair for pair in pairs if pair[1]])
        return f"{base}?{query}" if query else base


def parse(data: QueryDict) -> Selection:
    """Read the parameters of an address; anything unknown lands in `ignored`."""
    given = {name: normalize(data.get(name, "")[:_READ]) for name in PARAMS}
    form = SiteSearchForm(given)
    form.is_valid()
    clean = form.cleaned_data
    text = clean.get("q") or ""
    return Selection(
        text=text[:MOST_CHARACTERS].strip(),
        kind=clean.get("kind") or "",
        page=clean.get("page") or 1,
        ignored=tuple((name, given[name][:_SHOWN]) for name in ("kind", "page") if name in form.errors),
        was_cut=len(text) > MOST_CHARACTERS,
    )
