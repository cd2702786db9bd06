"""The first glossary: words of the province's economy in both languages, with their abbreviations."""

import json
from pathlib import Path

from django.db import migrations

_FILE = Path(__file__).resolve().parent.parent / "data" / "glossary.json"


def load(apps, schema_editor):
    GlossaryEntry = apps.get_model("search", "GlossaryEntry")
    GlossaryEntry.objects.bulk_create(GlossaryEntry(terms=terms) for terms in json.loads(_FILE.read_text()))


def unload(apps, schema_editor):
    apps.get_model("search", "GlossaryEntry").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("search", "0002_text_tables")]

    operations = [migrations.RunPython(load, unload)]
