"""The first legal and policy documents, and the page of their library in both languages."""

import json
from datetime import date
from pathlib import Path

from django.db import migrations

from portal.pages.initial.planting import plant, uproot
from portal.pages.policies.numbers import address_of, derived

_FOLDER = Path(__file__).resolve().parents[1] / "initial"
_DATES = ("issued_on", "effective_from", "effective_until", "last_checked_on")
_MODEL, _SLUG = "PolicyIndexPage", "van-ban"


def _documents():
    for row in json.loads((_FOLDER / "policies.json").read_text(encoding="utf-8")):
        dates = {name: date.fromisoformat(row[name]) if row[name] else None for name in _DATES}
        yield row["replaced_by"], {name: value for name, value in row.items() if name != "replaced_by"} | dates


def load_documents(apps, schema_editor):
    Document = apps.get_model("pages", "PolicyDocument")
    there = set(Document.objects.values_list("slug", flat=True))  # what editors have entered stays as it is
    new = [(after, Document(**values)) for after, values in _documents() if address_of(values["number"]) not in there]
    for document in [*Document.objects.all(), *(document for _, document in new)]:
        for name, value in derived(document).items():
            setattr(document, name, value)
        document.save()
    by_address = {document.slug: document for document in Document.objects.all()}
    for after, document in new:
        if after:
            Document.objects.filter(pk=document.pk).update(replaced_by=by_address[address_of(after)])


def forget_documents(apps, schema_editor):
    Document = apps.get_model("pages", "PolicyDocument")
    for _replacement, values in _documents():
        Document.objects.filter(**values, file=None).delete()  # nobody has changed it since


def _texts(slug):
    for page in json.loads((_FOLDER / "pages.json").read_text(encoding="utf-8")):
        if page["slug"] == slug:
            return {"vi": page["vi"], "en": page["en"]}
    raise LookupError(slug)


def create_library(apps, schema_editor):
    plant(apps, _MODEL, _SLUG, _texts(_SLUG))


def remove_library(apps, schema_editor):
    uproot(apps, _MODEL, _SLUG)


class Migration(migrations.Migration):
    dependencies = [("pages", "0009_policy_keys")]

    operations = [
        migrations.RunPython(load_documents, forget_documents),
        migrations.RunPython(create_library, remove_library),
    ]
