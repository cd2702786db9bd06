from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("mail", "0002_one_recipient")]

    operations = [
        migrations.AddField(
            model_name="mail",
            name="answer",
            field=models.CharField(blank=True, default="", max_length=500),
        ),
    ]
