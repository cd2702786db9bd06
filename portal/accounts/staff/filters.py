"""What the list of accounts can be narrowed by."""

import django_filters
from django.contrib.auth.models import Group
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from portal.accounts.models import User
from portal.accounts.roles import role_groups, role_label


class RoleFilter(django_filters.ModelMultipleChoiceFilter):
    """Whoever has one of the roles."""

    class field_class(django_filters.ModelMultipleChoiceFilter.field_class):  # noqa: N801 -- django-filter's name
        def label_from_instance(self, obj: Group) -> str:
            return role_label(obj)


class PeopleFilterSet(WagtailFilterSet):
    is_active = django_filters.ChoiceFilter(
        label=_("Account"), choices=[("1", _("Open")), ("0", _("Closed"))], empty_label=None, widget=RadioSelect
    )
    groups = RoleFilter(label=_("Roles"), queryset=lambda request: role_groups(), widget=CheckboxSelectMultiple)

    class Meta:
        model = User
        fields: list[str] = []

    def __init__(self, *args, is_searching: bool = False, **kwargs) -> None:  # type: ignore[no-untyped-def]
        super().__init__(*args, **kwargs)
