"""The pages that every site has: about, privacy, terms, questions, partners, contact, news. Those of editors stay."""

import json
import uuid
from pathlib import Path

from django.db import migrations

from portal.pages.initial.planting import plant, uproot

_FILE = Path(__file__).resolve().parents[1] / "initial" / "pages.json"
_MODELS = {
    "standard": "StandardPage",
    "faq": "FaqPage",
    "partners": "PartnersPage",
    "contact": "ContactPage",
    "news": "NewsIndexPage",
}
# What a group holds, and the columns of one of them that may be missing in the file.
_LISTS = {"faq": ("questions", {}), "partners": ("partners", {"logo": None})}
_WRITTEN_BEFORE = "tuyen-bo-tro-nang"  # by the first pages; editors may have changed it


def _pages():
    """Yield model, address, texts by language and further columns of each page; people are for editors to name."""
    for page in json.loads(_FILE.read_text(encoding="utf-8")):
        if page["kind"] in _MODELS and page["slug"] != _WRITTEN_BEFORE:
            texts = {code: dict(page[code]) for code in ("vi", "en")}
            if page["kind"] in _LISTS:
                for text in texts.values():
                    text["groups"] = json.dumps([_group(*_LISTS[page["kind"]], group) for group in text["groups"]])
            fields = {"show_in_menus": True} if page["kind"] == "standard" else {}
            yield _MODELS[page["kind"]], page["slug"], texts, fields


def _group(name, missing, group):
    items = [{"type": "item", "id": str(uuid.uuid4()), "value": missing | item} for item in group[name]]
    return {"type": "group", "id": str(uuid.uuid4()), "value": {"title": group["title"], name: items}}


def create_pages(apps, schema_editor):
    for model, slug, texts, fields in _pages():
        plant(apps, model, slug, texts, **fields)


def remove_pages(apps, schema_editor):
    for model, slug, _texts, _fields in _pages():
        uproot(apps, model, slug)


class Migration(migrations.Migration):
    dependencies = [("pages", "0011_news_on_home")]

    operations = [migrations.RunPython(create_pages, remove_pages)]
