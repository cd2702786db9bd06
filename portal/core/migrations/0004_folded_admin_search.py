"""What was indexed with its marks goes; the index is filled again right after the migrations (portal/core/admin_search.py)."""

from django.db import migrations


def forget(apps, schema_editor):
    apps.get_model("wagtailsearch", "IndexEntry").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("core", "0003_documents"), ("wagtailsearch", "0010_add_text_fields")]

    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
