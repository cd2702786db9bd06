"""The screen of the settings: one tab for each subject."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface

from portal.pages.frame.forms import SiteSettingsForm

_CONTACT = [
    MultiFieldPanel(
        [
            FieldPanel("contact_email", help_text=_("The contact form writes there. Shown on every page.")),
            FieldPanel("contact_phone"),
            FieldPanel("contact_address_vi"),
            FieldPanel("contact_address_en"),
        ],
        heading=_("How people reach us"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("answer_days", help_text=_("Said on the contact page; the list of messages counts by it.")),
            FieldPanel("message_keep_days", help_text=_("Then it is deleted, and the mails about it with it.")),
        ],
        heading=_("Messages of the contact form"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("sender_name", help_text=_("Stands before the address from which the portal writes.")),
            FieldPanel("reply_to", help_text=_("Where an answer to a mail of the portal goes.")),
        ],
        heading=_("Mails of the portal"),
    ),
]
_LINKS = [
    FieldPanel(
        "navigation",
        help_text=_(
            "Empty: the directory, news, documents and contact. A page that is not published in a language is left "
            "out there."
        ),
    ),
    FieldPanel("footer", help_text=_("Stand before the pages that are marked to be shown in the footer.")),
    FieldPanel("social_links"),
]
_NOTICE = [
    FieldPanel("notice_vi", help_text=_("Stands above every page. Empty: none.")),
    FieldPanel("notice_en"),
    FieldPanel("notice_kind"),
    FieldRowPanel([FieldPanel("notice_from"), FieldPanel("notice_until")]),
]

SCREEN = TabbedInterface(
    [
        ObjectList(_CONTACT, heading=_("Contact and mail")),
        ObjectList(_LINKS, heading=_("Menu and footer")),
        ObjectList(_NOTICE, heading=_("Notice")),
    ],
    base_form_class=SiteSettingsForm,
)
