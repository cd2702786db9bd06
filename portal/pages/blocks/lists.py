"""Pages that are lists: questions with answers, people, partners."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    EmailBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
    URLBlock,
)
from wagtail.images.blocks import ImageChooserBlock

from portal.pages.blocks.texts import TEXT_FEATURES


class QuestionBlock(StructBlock):
    """A question and its answer."""

    question = CharBlock(label=_("Question"), max_length=200)
    answer = RichTextBlock(label=_("Answer"), features=TEXT_FEATURES)

    class Meta:
        icon = "help"
        label = _("Question")


class QuestionsBlock(StructBlock):
    """Questions about one subject."""

    title = CharBlock(label=_("Subject"), max_length=80)
    questions = ListBlock(QuestionBlock(), label=_("Questions"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Questions")


class FaqStreamBlock(StreamBlock):
    """Groups of questions."""

    group = QuestionsBlock()


class PersonBlock(StructBlock):
    """Somebody whom readers may turn to. A portrait needs no alternative text: the name stands beside it."""

    name = CharBlock(label=_("Full name"), max_length=100)
    role = CharBlock(label=_("Role"), max_length=150)
    photo = ImageChooserBlock(label=_("Portrait"), required=False)
    email = EmailBlock(label=_("E-mail"), required=False)
    phone = CharBlock(label=_("Telephone"), max_length=40, required=False)
    note = TextBlock(label=_("Note"), max_length=300, required=False)

    class Meta:
        icon = "user"
        label = _("Person")


class PeopleBlock(StructBlock):
    """People of one body or for one subject."""

    title = CharBlock(label=_("Group"), max_length=100)
    people = ListBlock(PersonBlock(), label=_("People"), min_num=1)

    class Meta:
        icon = "group"
        label = _("People")


class PeopleStreamBlock(StreamBlock):
    """Groups of people."""

    group = PeopleBlock()


class PartnerBlock(StructBlock):
    """A body that works with the province. Its logo needs no alternative text: the name stands beside it."""

    name = CharBlock(label=_("Name"), max_length=150)
    logo = ImageChooserBlock(label=_("Logo"), required=False)
    website = URLBlock(label=_("Website"), required=False)
    text = TextBlock(label=_("What it does here"), max_length=400, required=False)

    class Meta:
        icon = "group"
        label = _("Partner")


class PartnersBlock(StructBlock):
    """Partners of one kind."""

    title = CharBlock(label=_("Group"), max_length=100)
    partners = ListBlock(PartnerBlock(), label=_("Partners"), min_num=1)

    class Meta:
        icon = "group"
        label = _("Partners")


class PartnersStreamBlock(StreamBlock):
    """Groups of partners."""

    group = PartnersBlock()
