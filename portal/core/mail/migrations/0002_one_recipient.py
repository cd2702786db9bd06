from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("mail", "0001_mail")]

    operations = [
        migrations.RemoveField(model_name="mail", name="recipients"),
        migrations.AddField(
            model_name="mail", name="to", field=models.CharField(max_length=320, default=""), preserve_default=False
        ),
        migrations.AddField(model_name="mail", name="headers", field=models.JSONField(default=dict)),
        migrations.AlterField(model_name="mail", name="html", field=models.TextField()),
        migrations.AlterField(
            model_name="mail",
            name="state",
            field=models.CharField(
                choices=[("queued", "Queued"), ("sent", "Sent"), ("failed", "Failed")], default="queued", max_length=8
            ),
        ),
        migrations.AddIndex(
            model_name="mail",
            index=models.Index(condition=models.Q(("handovers__gt", 1)), fields=["handovers"], name="mail_repeated"),
        ),
    ]
