"""Sectors and technologies, the portal's own vocabularies, each with its version."""

import json
from pathlib import Path

from django.db import migrations

_FILE = Path(__file__).resolve().parent.parent / "data" / "vocabularies.json"


def load(apps, schema_editor):
    Scheme, Term = apps.get_model("startups", "Scheme"), apps.get_model("startups", "Term")
    for code, scheme in json.loads(_FILE.read_text()).items():
        row = Scheme.objects.create(
            code=code, version=scheme["version"], name_vi=scheme["name_vi"], name_en=scheme["name_en"]
        )
        Term.objects.bulk_create(
            Term(scheme=row, position=position, **term) for position, term in enumerate(scheme["terms"])
        )


def unload(apps, schema_editor):
    apps.get_model("startups", "Term").objects.all().delete()
    apps.get_model("startups", "Scheme").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("startups", "0002_territory")]

    operations = [migrations.RunPython(load, unload)]
