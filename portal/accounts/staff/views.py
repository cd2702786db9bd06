"""Wagtail's screens for accounts, with our form and our domain functions behind them."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button
from wagtail.users.views import users as wagtail_views

from portal.accounts.models import User
from portal.accounts.roles import role_label
from portal.accounts.second_factor.factors import FACTORS
from portal.accounts.staff import people
from portal.core.errors import DomainError
from portal.core.vietnamese import fold


def _buttons_of(user: User) -> list[Button]:
    """What can be done with an account besides changing it."""
    return [
        Button(
            _("Reset the second factor"),
            url=reverse("wagtailusers_users:reset_second_factor", args=[user.pk]),
            icon_name="key",
            priority=30,
        ),
        Button(
            _("Send the link again"),
            url=reverse("wagtailusers_users:invite", args=[user.pk]),
            icon_name="mail",
            priority=40,
        ),
    ]


class IndexView(wagtail_views.IndexView):
    """Everybody with an account: roles, second factor, last sign-in. Found without marks, too."""

    template_name = (
        "wagtailadmin/generic/index.html"  # without Wagtail's bulk actions, which know no last administrator
    )

    @cached_property
    def columns(self) -> list[Column]:
        return [
            self._get_title_column_class(wagtail_views.UserColumn)(
                "name", accessor=str, label=gettext_lazy("Name"), get_url=self.get_edit_url, sort_key="full_name"
            ),
            Column("email", label=gettext_lazy("E-mail address"), sort_key="email"),
            Column("roles", accessor=_roles_of, label=gettext_lazy("Roles")),
            BooleanColumn("has_factor", label=gettext_lazy("Second factor")),
            BooleanColumn("is_active", label=gettext_lazy("Open"), sort_key="is_active"),
            DateColumn("last_login", label=gettext_lazy("Last login"), sort_key="last_login"),
        ]

    def get_base_queryset(self) -> QuerySet[User]:
        has_factor = Exists(Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTORS))
        return super().get_base_queryset().prefetch_related("groups").annotate(has_factor=has_factor)

    def search_queryset(self, queryset: QuerySet[User]) -> QuerySet[User]:
        """Compare in Python: the people who work on a portal are few, and databases know no Vietnamese."""
        if not self.is_searching:
            return queryset
        wanted = fold(self.search_query)
        rows = User.objects.values_list("pk", "full_name", "email")
        return queryset.filter(pk__in=[pk for pk, name, email in rows if wanted in fold(f"{name} {email}")])

    def get_list_buttons(self, instance: User) -> list[Any]:
        return generic.IndexView.get_list_buttons(self, instance)

    def get_list_more_buttons(self, instance: User) -> list[Button]:
        return [*super().get_list_more_buttons(instance), *_buttons_of(instance)]


def _roles_of(user: User) -> str:
    return ", ".join(role_label(group) for group in user.groups.all()) or "–"


class _DomainErrorsMixin:
    """A refusal of the domain is an error of the form, and what was typed stays."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)  # type: ignore[misc]
        except DomainError as error:
            form.add_error(None, str(error))
            self.produced_error_message = self.get_error_message()  # type: ignore[attr-defined]
            return self.form_invalid(form)  # type: ignore[attr-defined]


class CreateView(_DomainErrorsMixin, wagtail_views.CreateView):
    """A new account; the person gets a mail with a link that sets the password."""

    success_message = gettext_lazy(
        "“%(object)s” has an account now and gets a mail with a link that sets the password."
    )
    error_message = gettext_lazy("The account could not be made.")

    def save_instance(self) -> User:
        data = self.form.cleaned_data
        return people.create_person(
            email=data["email"], full_name=data["full_name"], roles=data["roles"], by=self.request.user
        )


class EditView(_DomainErrorsMixin, wagtail_views.EditView):
    """An account that is there."""

    error_message = gettext_lazy("The account could not be saved.")
    success_message = gettext_lazy("The account of “%(object)s” was saved.")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.can_delete = False  # accounts are closed: what somebody wrote keeps its author

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        return [*super().header_more_buttons, *_buttons_of(self.object)]

    def save_instance(self) -> User:
        data = self.form.cleaned_data
        people.change_person(
            user=self.object,
            email=data["email"],
            full_name=data["full_name"],
            roles=data["roles"],
            is_active=data.get("is_active", self.object.is_active),
            by=self.request.user,
        )
        return self.object


class DeleteView(wagtail_views.DeleteView):
    """Accounts are closed, not deleted: what somebody wrote keeps its author."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        raise PermissionDenied


class ConfirmView(generic.PermissionCheckedMixin, generic.WagtailAdminTemplateMixin, TemplateView):
    """A question before something is done with an account."""

    model = User
    permission_required = "change"
    template_name = "accounts/staff/confirm.html"
    header_icon = "user"
    index_url_name = ""
    edit_url_name = ""
    question: Any = ""
    button: Any = ""
    done: Any = ""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.person = get_object_or_404(User, pk=kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return str(self.person)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        back = reverse(self.edit_url_name, args=[self.person.pk])
        texts = {"question": self.question % {"person": self.person}, "button": self.button}
        return super().get_context_data(**kwargs) | texts | {"back": back}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            self.act()
        except DomainError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, self.done % {"person": self.person})
        return redirect(self.index_url_name)

    def act(self) -> None:
        raise NotImplementedError


class ResetSecondFactorView(ConfirmView):
    """For who has lost phone and recovery codes."""

    page_title = gettext_lazy("Reset the second factor")
    question = gettext_lazy(
        "Remove the authenticator app, the passkeys and the recovery codes of “%(person)s”? Only do this when you are "
        "sure who is asking: call back, or let the person come by. He is signed out everywhere, gets a mail, and is asked "
        "to set up a new second factor at the next sign-in."
    )
    button = gettext_lazy("Yes, reset it")
    done = gettext_lazy("The second factor of “%(person)s” was reset.")

    def act(self) -> None:
        people.reset_second_factor(user=self.person, by=self.request.user)  # type: ignore[arg-type]


class InviteView(ConfirmView):
    """For whose first mail was lost or lay too long."""

    page_title = gettext_lazy("Send the link again")
    question = gettext_lazy("Send “%(person)s” another mail with a link that sets the password?")
    button = gettext_lazy("Yes, send it")
    done = gettext_lazy("“%(person)s” gets another mail with a link that sets the password.")

    def act(self) -> None:
        people.invite_again(user=self.person, by=self.request.user)  # type: ignore[arg-type]
