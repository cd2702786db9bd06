"""The messages on the screens of staff: a list with the day by which each is to be answered, and its state to change."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages as told
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from portal.core.errors import DomainError
from portal.core.vietnamese import fold
from portal.pages.contact import messages
from portal.pages.models import ContactMessage, SiteSettings
from portal.pages.models.contact import ContactState
from startups.importing.lines import with_guard


class MessagePolicy(ModelPermissionPolicy):
    """Messages come through the form alone; nobody adds one."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "add" and super().user_has_permission(user, action)


register_permission_policy(ContactMessage, MessagePolicy(ContactMessage))


def _due(message: ContactMessage) -> Any:
    return messages.due_on(message, message.answer_days)  # type: ignore[attr-defined]


def _due_text(message: ContactMessage) -> str:
    """The day, and in words when it is over: a color alone says nothing to many."""
    if message.state == ContactState.ANSWERED:
        return "–"
    due = _due(message)
    day = f"{due:%d/%m/%Y}"
    return _("%(day)s, overdue") % {"day": day} if due < timezone.localdate() else day


class MessageList(generic.IndexView):
    """The list: newest first, found without marks, downloaded as CSV or Excel."""

    columns = [
        TitleColumn("name", label=gettext_lazy("Name"), url_name="contact_messages:edit", sort_key="name"),
        Column("topic", label=gettext_lazy("Topic"), accessor="get_topic_display", sort_key="topic"),
        DateColumn("created_at", label=gettext_lazy("Received"), sort_key="created_at", width="15%"),
        Column("due", label=gettext_lazy("To be answered by"), accessor=_due_text, width="18%"),
        StatusTagColumn(
            "state",
            label=gettext_lazy("State"),
            accessor="get_state_display",
            primary=lambda message: message.state == ContactState.NEW,
            sort_key="state",
            width="15%",
        ),
    ]
    list_export = [
        "pk", "created_at", "name", "email", "phone", "get_topic_display", "message", "language", "get_state_display",
        "answered_at", "answered_by",
    ]  # fmt: skip
    export_headings = {
        "pk": gettext_lazy("Number"), "get_topic_display": gettext_lazy("Topic"), "get_state_display": gettext_lazy("State"),
        "language": gettext_lazy("Language"),
    }  # fmt: skip
    # What strangers write must not run as a formula where the file is opened; Wagtail sees to it in XLSX.
    custom_field_preprocess = {name: {"csv": with_guard} for name in ("name", "email", "phone", "message")}

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("answered_by")

    def search_queryset(self, queryset: Any) -> Any:
        for word in fold(self.search_query).split() if self.is_searching else ():
            queryset = queryset.filter(search_text__contains=word)
        return queryset

    @cached_property
    def is_searchable(self) -> bool:
        return True

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        days = (SiteSettings.objects.first() or SiteSettings()).answer_days
        for message in context["object_list"]:
            message.answer_days = days
        return context


class MessageScreen(generic.EditView):
    """One message: read, and marked as answered or not."""

    def save_instance(self) -> ContactMessage:
        state = self.form.cleaned_data["state"]
        if "state" in self.form.changed_data:
            messages.change_state(message_id=self.object.pk, state=state, by=self.request.user)
        return ContactMessage.objects.get(pk=self.object.pk)

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except DomainError as refused:
            told.error(self.request, str(refused))
            return HttpResponseRedirect(self.get_edit_url())


class MessageDeletion(generic.DeleteView):
    """A message goes with the mails that tell of it."""

    def delete_action(self) -> None:
        messages.delete(message_ids=[self.object.pk])


class ContactMessageViewSet(ModelViewSet):
    """The screens of the messages."""

    model = ContactMessage
    name = "contact_messages"
    url_prefix = "contact-messages"
    icon = "mail"
    menu_label = gettext_lazy("Messages")
    menu_name = "contact-messages"
    menu_order = 250
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    list_filter = ["state", "topic"]
    ordering = ["-created_at", "-pk"]
    index_view_class = MessageList
    edit_view_class = MessageScreen
    delete_view_class = MessageDeletion
    export_filename = "thu-lien-he"
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel(name, read_only=True) for name in ("topic", "message", "created_at")],
                heading=gettext_lazy("Message"),
            ),
            MultiFieldPanel(
                [
                    *(FieldPanel(name, read_only=True) for name in ("name", "email", "phone")),
                    HelpPanel(template="pages/admin_answer.html"),
                ],
                heading=gettext_lazy("Sender"),
            ),
            MultiFieldPanel(
                [FieldPanel("state"), *(FieldPanel(name, read_only=True) for name in ("answered_at", "answered_by"))],
                heading=gettext_lazy("State"),
            ),
        ]
    )
