"""The 54 commune-level units since 1 July 2025, with the names under which old addresses know them."""

import datetime
import json
from pathlib import Path

from django.db import migrations

from portal.core.vietnamese import sort_key

_FILE = Path(__file__).resolve().parent.parent / "data" / "units.json"


def load(apps, schema_editor):
    data = json.loads(_FILE.read_text())
    AdminUnit = apps.get_model("startups", "AdminUnit")
    AdminUnit.objects.bulk_create(
        AdminUnit(
            code=unit["code"],
            name_vi=unit["name_vi"],
            name_en=unit["name_en"],
            short_name_vi=unit["short_name_vi"],
            slug=unit["slug"],
            unit_type=unit["type"],
            former_district=unit["former_district"],
            former_units=unit["former_units"],
            latitude=unit["lat"],
            longitude=unit["lng"],
            area_km2=unit["area_km2"],
            sort_key=sort_key(unit["short_name_vi"]),
            source_url=data["source_url"],
            source_date=datetime.date.fromisoformat(data["source_date"]),
        )
        for unit in data["units"]
    )


def unload(apps, schema_editor):
    apps.get_model("startups", "AdminUnit").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("startups", "0001_directory")]

    operations = [migrations.RunPython(load, unload)]
