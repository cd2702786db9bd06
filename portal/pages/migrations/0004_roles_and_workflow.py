"""The roles approver and administrator, what each role may do, and the approval that every page goes through."""

from django.db import migrations

EDITORS, APPROVERS, ADMINISTRATORS = "Biên tập viên", "Người duyệt", "Quản trị viên"
TASK = "Duyệt nội dung"
WORKFLOW = "Duyệt trước khi xuất bản"

_ENTER = [("wagtailadmin", "admin", "access_admin")]
_TRANSLATE = [("simple_translation", "simpletranslation", "submit_translation")]


def _all(app, model, actions=("add", "change", "delete", "view")):
    return [(app, model, f"{action}_{model}") for action in actions]


_POLICIES = _all("pages", "policydocument", ("add", "change", "view"))
_MESSAGES = _all("pages", "contactmessage", ("change", "view"))
MODELS = {
    EDITORS: [*_ENTER, *_TRANSLATE, *_POLICIES],
    APPROVERS: [
        *_ENTER, *_TRANSLATE, *_all("pages", "policydocument"), *_all("pages", "newstopic"), *_MESSAGES,
        *_all("wagtailredirects", "redirect"),
    ],
    ADMINISTRATORS: [
        *_ENTER, *_TRANSLATE, *_all("pages", "policydocument"), *_all("pages", "newstopic"),
        *_all("pages", "contactmessage"), *_all("wagtailredirects", "redirect"),
        ("pages", "sitesettings", "change_sitesettings"), *_all("accounts", "user", ("add", "change", "view")),
    ],
}  # fmt: skip
PAGES = {
    EDITORS: ("add_page", "change_page"),
    APPROVERS: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
    ADMINISTRATORS: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"),
}
FILES = {
    EDITORS: ("add", "change", "choose"),
    APPROVERS: ("add", "change", "choose", "delete"),
    ADMINISTRATORS: ("add", "change", "choose", "delete"),
}
COLLECTIONS = {ADMINISTRATORS: ("add_collection", "change_collection", "delete_collection")}


def _permission(apps, app, model, code):
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app, model=model)
    found, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename=code, defaults={"name": code.replace("_", " ")}
    )
    return found


def create_roles(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    PagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    CollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")
    homes = list(apps.get_model("wagtailcore", "Page").objects.filter(depth=2))
    root = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for name in (EDITORS, APPROVERS, ADMINISTRATORS):
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*(_permission(apps, *entry) for entry in MODELS[name]))
        PagePermission.objects.filter(group=group).delete()
        PagePermission.objects.bulk_create(
            PagePermission(group=group, page=home, permission=_permission(apps, "wagtailcore", "page", code))
            for home in homes
            for code in PAGES[name]
        )
        CollectionPermission.objects.filter(group=group).delete()
        CollectionPermission.objects.bulk_create(
            CollectionPermission(
                group=group, collection=root, permission=_permission(apps, app, model, f"{action}_{model}")
            )
            for app, model in (("wagtailimages", "image"), ("wagtaildocs", "document"))
            for action in FILES[name]
        )
        for code in COLLECTIONS.get(name, ()):
            CollectionPermission.objects.create(
                group=group, collection=root, permission=_permission(apps, "wagtailcore", "collection", code)
            )


def create_workflow(apps, schema_editor):
    ContentType, Task = (
        apps.get_model("contenttypes", "ContentType"),
        apps.get_model("wagtailcore", "GroupApprovalTask"),
    )
    Workflow, WorkflowTask = apps.get_model("wagtailcore", "Workflow"), apps.get_model("wagtailcore", "WorkflowTask")
    WorkflowPage, Page = apps.get_model("wagtailcore", "WorkflowPage"), apps.get_model("wagtailcore", "Page")
    # Wagtail's own comes with groups that are not here; nothing has gone through it, workflows were switched off.
    WorkflowPage.objects.all().delete()
    Workflow.objects.all().delete()
    apps.get_model("wagtailcore", "Task").objects.all().delete()
    kind, _ = ContentType.objects.get_or_create(app_label="wagtailcore", model="groupapprovaltask")
    task = Task.objects.create(name=TASK, content_type=kind, active=True)
    task.groups.set(apps.get_model("auth", "Group").objects.filter(name__in=[APPROVERS, ADMINISTRATORS]))
    workflow = Workflow.objects.create(name=WORKFLOW, active=True)
    WorkflowTask.objects.create(workflow=workflow, task_id=task.pk, sort_order=0)
    for home in Page.objects.filter(depth=2):
        WorkflowPage.objects.create(workflow=workflow, page=home)


def forget(apps, schema_editor):
    apps.get_model("wagtailcore", "Workflow").objects.filter(name=WORKFLOW).delete()
    apps.get_model("wagtailcore", "Task").objects.filter(name=TASK).delete()
    apps.get_model("auth", "Group").objects.filter(name__in=[APPROVERS, ADMINISTRATORS]).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0003_news_and_pages"),
        ("accounts", "0001_user"),
        ("simple_translation", "0001_initial"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]

    operations = [
        migrations.RunPython(create_roles, migrations.RunPython.noop),
        migrations.RunPython(create_workflow, forget),
    ]
