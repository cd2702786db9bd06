"""Where editors keep things apart: pictures of news, documents, and what only staff may open."""

from django.db import migrations

COMMON = "Chung"
OPEN = ("Ảnh tin tức", "Văn bản")
PRIVATE = "Nội bộ (riêng)"
STAFF = ("Biên tập viên", "Người duyệt", "Quản trị viên")


def create(apps, schema_editor):
    Collection = apps.get_model("wagtailcore", "Collection")
    root = Collection.objects.get(depth=1)
    if Collection.objects.filter(depth__gt=1).exists():
        return  # somebody has put things in an order of his own
    for place, name in enumerate((*OPEN, PRIVATE), start=1):
        Collection.objects.create(name=name, path=f"{root.path}new{place}", depth=2, numchild=0)
    # The tree keeps siblings by name, as the database sorts names.
    for place, made in enumerate(Collection.objects.filter(depth=2).order_by("name"), start=1):
        made.path = f"{root.path}{place:04d}"
        made.save()
    Collection.objects.filter(pk=root.pk).update(numchild=1 + len(OPEN), name=COMMON)
    restriction = apps.get_model("wagtailcore", "CollectionViewRestriction").objects.create(
        collection=Collection.objects.get(name=PRIVATE), restriction_type="groups"
    )
    restriction.groups.set(apps.get_model("auth", "Group").objects.filter(name__in=STAFF))


class Migration(migrations.Migration):
    # The roles are made in the migrations of the pages.
    dependencies = [("core", "0004_folded_admin_search"), ("pages", "0004_roles_and_workflow")]

    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
