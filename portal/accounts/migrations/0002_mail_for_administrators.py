"""Administrators see whether mails leave the portal."""

from django.db import migrations

ADMINISTRATORS = "Quản trị viên"


def give(apps, schema_editor):
    ContentType, Permission = apps.get_model("contenttypes", "ContentType"), apps.get_model("auth", "Permission")
    kind, _ = ContentType.objects.get_or_create(app_label="mail", model="mail")
    permission, _ = Permission.objects.get_or_create(
        content_type=kind, codename="view_mail", defaults={"name": "Can view mail"}
    )
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=ADMINISTRATORS)
    group.permissions.add(permission)


def take(apps, schema_editor):
    group = apps.get_model("auth", "Group").objects.filter(name=ADMINISTRATORS).first()
    if group:
        group.permissions.remove(*group.permissions.filter(content_type__app_label="mail"))


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_user"),
        ("mail", "0003_answer"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(give, take)]
