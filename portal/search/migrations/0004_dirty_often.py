"""A thing may wait for the job more than once."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("search", "0003_glossary")]

    operations = [migrations.RemoveConstraint(model_name="searchdirty", name="dirty_once")]
