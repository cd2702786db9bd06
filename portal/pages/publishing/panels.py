"""What the first screen of the admin says about translations and links."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from wagtail.admin.ui.components import Component
from wagtail.models import Page, ReferenceIndex
from wagtail.permission_policies.pages import PagePermissionPolicy

from portal.pages.publishing.translations import SOURCE, TranslationState, translations

_SHOWN = 10


class WaitingTranslations(Component):
    """Pages whose English is missing, unpublished or outdated, those first that readers may be misled by."""

    order = 60
    template_name = "pages/admin_waiting_translations.html"

    def __init__(self, request: HttpRequest) -> None:
        pages = PagePermissionPolicy().instances_user_has_permission_for(request.user, "change")
        sources = pages.filter(live=True, depth__gt=1, locale__language_code=SOURCE).select_related("locale")
        waiting = [one for one in translations(sources) if one.state != TranslationState.CURRENT]
        order = [TranslationState.OUTDATED, TranslationState.DRAFT, TranslationState.MISSING]
        self.waiting = sorted(waiting, key=lambda one: (order.index(one.state), -one.source.pk))

    def __bool__(self) -> bool:
        return bool(self.waiting)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Give the first of them."""
        return {"waiting": self.waiting[:_SHOWN], "total": len(self.waiting)}


class BrokenLinks(Component):
    """Live pages that link a page which readers cannot open."""

    order = 70
    template_name = "pages/admin_broken_links.html"

    def __init__(self, request: HttpRequest) -> None:
        may_change = PagePermissionPolicy().instances_user_has_permission_for(request.user, "change")
        self.pages = list(may_change.filter(pk__in=broken_links()).order_by("-last_published_at")[:_SHOWN])

    def __bool__(self) -> bool:
        return bool(self.pages)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Give the pages to look at."""
        return {"pages": self.pages}


def broken_links() -> set[int]:
    """Return the keys of live pages that link a page which is unpublished or gone. Two statements."""
    page_type = ContentType.objects.get_for_model(Page)
    links = ReferenceIndex.objects.filter(base_content_type=page_type, to_content_type=page_type)
    live = {str(key) for key in Page.objects.filter(live=True).values_list("pk", flat=True)}
    pairs = links.values_list("object_id", "to_object_id")
    return {int(linking) for linking, linked in pairs if linking in live and linked not in live}
