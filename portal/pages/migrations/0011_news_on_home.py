"""News and stories on the home pages that nobody has edited yet; a section without articles is not shown."""

import json
import uuid

from django.db import migrations

_TITLES = {"vi": ("Tin mới", "Câu chuyện"), "en": ("Latest news", "Stories")}
_STORIES = "cau-chuyen"


def _section(title, topic):
    return {
        "type": "news", "id": str(uuid.uuid4()), "value": {"title": title, "topic": topic, "number": 3},
    }  # fmt: skip


def add_sections(apps, schema_editor):
    stories = apps.get_model("pages", "NewsTopic").objects.filter(slug=_STORIES).values_list("pk", flat=True).first()
    for home in apps.get_model("pages", "HomePage").objects.filter(latest_revision=None).select_related("locale"):
        sections = list(home.sections.raw_data)
        if any(section["type"] == "news" for section in sections):
            continue
        news, told = _TITLES[home.locale.language_code]
        places = [place for place, section in enumerate(sections, start=1) if section["type"] == "featured"]
        place = places[0] if places else len(sections)
        sections[place:place] = [_section(news, None), *([_section(told, stories)] if stories else [])]
        home.sections = json.dumps(sections)
        home.save(update_fields=["sections"])


def take_sections_away(apps, schema_editor):
    for home in apps.get_model("pages", "HomePage").objects.filter(latest_revision=None):
        home.sections = json.dumps([section for section in home.sections.raw_data if section["type"] != "news"])
        home.save(update_fields=["sections"])


class Migration(migrations.Migration):
    dependencies = [("pages", "0010_policies")]

    operations = [migrations.RunPython(add_sections, take_sections_away)]
