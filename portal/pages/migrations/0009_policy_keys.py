"""Columns of policy documents that are made from the others: order of numbers, year of issue, words for staff."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pages", "0008_pictures_and_files_in_articles")]

    operations = [
        migrations.AddField(
            "policydocument", "number_key", models.CharField(default="", editable=False, max_length=80)
        ),
        migrations.AddField("policydocument", "search_text", models.TextField(default="", editable=False)),
        migrations.AddField("policydocument", "year", models.PositiveSmallIntegerField(editable=False, null=True)),
    ]
