"""Home, directory and the two pages of the footer in both languages, and the editor's role."""

import json
import uuid

from django.db import migrations
from django.utils import timezone

from portal.pages.initial.texts import DIRECTORY, HOME, STANDARD

EDITORS = "Biên tập viên"


def _page(apps, model, *, parent_path, place, locale, slug, url_path, key, text, children=0, **fields):
    Model = apps.get_model("pages", model)
    ContentType = apps.get_model("contenttypes", "ContentType")
    kind, _ = ContentType.objects.get_or_create(app_label="pages", model=model.lower())
    now = timezone.now()
    path = f"{parent_path}{place:04d}"
    return Model.objects.create(
        path=path, depth=len(path) // 4, numchild=children, content_type=kind, locale=locale, slug=slug, url_path=url_path,
        translation_key=key, title=text["title"], draft_title=text["title"], seo_title=text.get("seo_title", ""),
        search_description=text["search_description"], live=True, has_unpublished_changes=False,
        first_published_at=now, last_published_at=now, latest_revision_created_at=now, **fields,
    )  # fmt: skip


def create_pages(apps, schema_editor):
    Page, Site = apps.get_model("wagtailcore", "Page"), apps.get_model("wagtailcore", "Site")
    Locale = apps.get_model("wagtailcore", "Locale")
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in ("vi", "en")}
    Site.objects.all().delete()
    Page.objects.filter(depth__gt=1).delete()  # Wagtail's welcome page
    root = Page.objects.get(depth=1)
    keys = {name: uuid.uuid4() for name in ("home", "directory", *STANDARD)}
    for place, code in enumerate(("vi", "en"), start=1):
        slug = "home" if code == "vi" else "home-en"
        sections = [block | {"id": str(uuid.uuid4())} for block in HOME[code]["sections"]]
        home = _page(
            apps, "HomePage", parent_path=root.path, place=place, locale=locales[code], slug=slug, url_path=f"/{slug}/",
            key=keys["home"], text=HOME[code], children=1 + len(STANDARD), sections=json.dumps(sections),
        )  # fmt: skip
        _page(
            apps, "DirectoryPage", parent_path=home.path, place=1, locale=locales[code], slug="doanh-nghiep",
            url_path=f"/{slug}/doanh-nghiep/", key=keys["directory"], text=DIRECTORY[code],
            introduction=DIRECTORY[code]["introduction"],
        )  # fmt: skip
        for number, (name, texts) in enumerate(STANDARD.items(), start=2):
            _page(
                apps, "StandardPage", parent_path=home.path, place=number, locale=locales[code], slug=name,
                url_path=f"/{slug}/{name}/", key=keys[name], text=texts[code], show_in_menus=True, body=texts[code]["body"],
            )  # fmt: skip
        if code == "vi":
            Site.objects.create(
                hostname="localhost",
                port=80,
                root_page_id=home.pk,
                is_default_site=True,
                site_name="Khởi nghiệp Quảng Ninh",
            )
    Page.objects.filter(pk=root.pk).update(numchild=2, title="Các trang chủ", draft_title="Các trang chủ")


def create_editors(apps, schema_editor):
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    ContentType, Page = apps.get_model("contenttypes", "ContentType"), apps.get_model("wagtailcore", "Page")
    Group.objects.filter(name__in=["Editors", "Moderators"]).delete()  # Wagtail's; a role here comes with its screens
    group = Group.objects.create(name=EDITORS)

    def permission(app, model, code):
        kind, _ = ContentType.objects.get_or_create(app_label=app, model=model)
        found, _ = Permission.objects.get_or_create(
            content_type=kind, codename=code, defaults={"name": code.replace("_", " ")}
        )
        return found

    group.permissions.add(
        permission("wagtailadmin", "admin", "access_admin"),
        permission("simple_translation", "simpletranslation", "submit_translation"),
    )
    PagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    for page in Page.objects.filter(depth=2):
        for code in ("add_page", "change_page", "publish_page"):
            PagePermission.objects.create(group=group, page=page, permission=permission("wagtailcore", "page", code))
    Collection = apps.get_model("wagtailcore", "Collection")
    CollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")
    for code in ("add_image", "change_image", "choose_image"):
        CollectionPermission.objects.create(
            group=group,
            collection=Collection.objects.get(depth=1),
            permission=permission("wagtailimages", "image", code),
        )


def forget(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name=EDITORS).delete()
    apps.get_model("wagtailcore", "Site").objects.all().delete()
    apps.get_model("wagtailcore", "Page").objects.filter(depth__gt=1).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0001_pages"),
        ("simple_translation", "0001_initial"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.RunPython(create_pages, forget),
        migrations.RunPython(create_editors, migrations.RunPython.noop),
    ]
