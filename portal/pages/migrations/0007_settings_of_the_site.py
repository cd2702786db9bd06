"""The one row of settings, so that reading it never has to write it."""

from django.db import migrations


def create_settings(apps, schema_editor):
    SiteSettings = apps.get_model("pages", "SiteSettings")
    if not SiteSettings.objects.exists():
        SiteSettings.objects.create()


class Migration(migrations.Migration):
    dependencies = [("pages", "0006_contact_search_text")]

    operations = [migrations.RunPython(create_settings, migrations.RunPython.noop)]
