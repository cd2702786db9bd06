"""The form of an account: address, one full name, roles, and whether it is open."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.accounts.roles import ROLES, role_groups, role_label


class RolesField(forms.ModelMultipleChoiceField):
    """Roles with what each is for."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Group) -> str:
        return f"{role_label(obj)}: {ROLES[obj.name][1]}"


class PersonForm(forms.ModelForm):
    """A new account. What is written is written by the domain functions, not by the form."""

    required_css_class = "required"
    roles = RolesField(
        label=_("Roles"),
        queryset=Group.objects.none(),
        required=False,
        help_text=_("Without a role the person can sign in, but not work in the editors' screens."),
    )

    class Meta:
        model = User
        fields = ["email", "full_name"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["full_name"].required = True
        self.fields["roles"].queryset = role_groups()  # type: ignore[attr-defined]
        if self.instance.pk:
            self.initial["roles"] = [group.pk for group in self.instance.groups.all()]

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()


class PersonEditForm(PersonForm):
    """An account that is there; nobody closes his own."""

    class Meta(PersonForm.Meta):
        fields = ["email", "full_name", "is_active"]
        labels = {"is_active": _("Account is open")}
        help_texts = {"is_active": _("Closing it signs the person out everywhere. What he has written stays.")}

    def __init__(self, *args: Any, editing_self: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if editing_self:
            del self.fields["is_active"]
