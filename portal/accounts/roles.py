"""The roles of the people who work on the portal. A role is a group; what it may do is written in migrations."""

from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EDITOR = "Biên tập viên"
APPROVER = "Người duyệt"
ADMINISTRATOR = "Quản trị viên"

# Name of the group: what it is called in the reader's language, and what it is for.
ROLES: dict[str, tuple[str | Promise, str | Promise]] = {
    EDITOR: (_("Editor"), _("writes pages and news in both languages, uploads images and documents")),
    APPROVER: (_("Approver"), _("reads what editors send for approval, publishes it or sends it back with a comment")),
    ADMINISTRATOR: (
        _("Administrator"),
        _("makes accounts and gives roles, changes the settings of the site, looks after its mail"),
    ),
}


def role_groups() -> QuerySet[Group]:
    """Return the groups that are roles."""
    return Group.objects.filter(name__in=ROLES).order_by("pk")


def role_label(group: Group) -> str:
    """Return what a role is called in the reader's language; a group that is none keeps its name."""
    return str(ROLES[group.name][0]) if group.name in ROLES else group.name
