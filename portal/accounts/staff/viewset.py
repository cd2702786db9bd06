"""Accounts in the Wagtail admin: Wagtail's own viewset with our views; mounted by StaffConfig (apps.py)."""

from typing import Any

from django import forms
from django.urls import URLPattern, path
from wagtail.users.views.users import UserViewSet

from portal.accounts.staff import views
from portal.accounts.staff.filters import PeopleFilterSet
from portal.accounts.staff.forms import PersonEditForm, PersonForm


class PeopleViewSet(UserViewSet):
    index_view_class = views.IndexView
    add_view_class = views.CreateView
    edit_view_class = views.EditView
    delete_view_class = views.DeleteView
    template_prefix = "accounts/staff/"
    filterset_class = PeopleFilterSet

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return PersonEditForm if for_update else PersonForm

    def get_urlpatterns(self) -> list[URLPattern]:
        names: dict[str, Any] = {
            "index_url_name": self.get_url_name("index"),
            "edit_url_name": self.get_url_name("edit"),
        }
        return [
            *super().get_urlpatterns(),
            path(
                "reset-second-factor/<int:pk>/",
                self.construct_view(views.ResetSecondFactorView, **names),
                name="reset_second_factor",
            ),
            path("invite/<int:pk>/", self.construct_view(views.InviteView, **names), name="invite"),
        ]
