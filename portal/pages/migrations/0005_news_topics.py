"""What news is about. Administrators may rename and add."""

from django.db import migrations

TOPICS = [
    ("startup", "Startup", "Startups"),
    ("cong-nghe", "Công nghệ", "Technology"),
    ("chinh-sach", "Chính sách", "Policy"),
    ("von-va-dau-tu", "Vốn và đầu tư", "Funding"),
    ("dao-tao", "Đào tạo", "Training"),
    ("su-kien", "Sự kiện", "Events"),
    ("cau-chuyen", "Câu chuyện", "Stories"),
]


def create_topics(apps, schema_editor):
    Topic = apps.get_model("pages", "NewsTopic")
    for position, (slug, name_vi, name_en) in enumerate(TOPICS, start=1):
        Topic.objects.get_or_create(slug=slug, defaults={"name_vi": name_vi, "name_en": name_en, "position": position})


class Migration(migrations.Migration):
    dependencies = [("pages", "0004_roles_and_workflow")]

    operations = [migrations.RunPython(create_topics, migrations.RunPython.noop)]
