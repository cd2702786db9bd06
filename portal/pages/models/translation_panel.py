from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel


class TranslationPanel(Panel):
    """Above the form of a translation: from which revision it was made, what has changed since, and that it fits again."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "pages/admin_translation.html"

        def __init__(self, **kwargs: Any) -> None:
            from portal.pages.publishing.translations import source_of  # noqa: PLC0415 -- reads models

            super().__init__(**kwargs)
            self.source = source_of(self.instance) if self.instance else None

        def is_shown(self) -> bool:
            """Only for a page whose Vietnamese is there."""
            return self.source is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Give the two revisions and the screen that shows the difference."""
            from portal.pages.publishing.translations import translated_from  # noqa: PLC0415 -- reads models

            context = super().get_context_data(parent_context)
            now, made_from = translated_from(self.source), self.instance.source_revision
            outdated = bool(now and made_from != now)
            compare = [self.source.pk, made_from.pk, now.pk] if outdated and self.source and made_from and now else None
            return context | {
                "source": self.source,
                "outdated": outdated,
                "made_from": made_from,
                "now": now,
                "compare_url": reverse("wagtailadmin_pages:revisions_compare", args=compare) if compare else "",
                "field": self.form["matches_source"],
            }
