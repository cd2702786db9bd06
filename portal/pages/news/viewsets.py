from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.pages.models import NewsTopic


class NewsTopicViewSet(SnippetViewSet):
    """The topics of the news; few, and hardly ever changed."""

    model = NewsTopic
    icon = "tag"
    menu_label = _("News topics")
    list_display = ["name_vi", "name_en", "slug", "position"]
    inspect_view_enabled = False
    copy_view_enabled = False
