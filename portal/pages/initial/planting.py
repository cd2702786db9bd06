"""Pages that migrations add to a tree in which editors have worked meanwhile. Historical models only."""

import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import timezone

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_STEP = 4  # treebeard's: characters of a path for each level


def homes(apps: Any) -> Iterator[tuple[str, Any]]:
    """Yield the home page of each language with its code; none on a site whose home pages were made otherwise."""
    Page = apps.get_model("wagtailcore", "Page")
    site = apps.get_model("wagtailcore", "Site").objects.filter(is_default_site=True).first()
    if site and (root := Page.objects.filter(pk=site.root_page_id, depth=2).first()):
        rows = Page.objects.filter(translation_key=root.translation_key, depth=2).select_related("locale")
        for home in rows.order_by("path"):
            yield home.locale.language_code, home


def plant(apps: Any, model: str, slug: str, texts: Mapping[str, Mapping[str, Any]], **fields: Any) -> int:
    """Add a live page below each home page for which there are texts; return how many were added.

    Where an editor has made a page with this address, that page stays. `texts` maps a language to the columns of the page.
    """
    Page = apps.get_model("wagtailcore", "Page")
    there = {
        code: Page.objects.filter(depth=home.depth + 1, path__startswith=home.path, slug=slug).first()
        for code, home in homes(apps)
    }
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="pages", model=model.lower()
    )
    same = next((page for page in there.values() if page and page.content_type_id == kind.pk), None)
    key, planted = same.translation_key if same else uuid.uuid4(), 0
    for code, home in homes(apps):
        if there[code] or code not in texts:
            continue
        now, text = timezone.now(), dict(texts[code])
        path = _next_path(Page, home)
        apps.get_model("pages", model).objects.create(
            path=path, depth=home.depth + 1, numchild=0, content_type=kind, locale_id=home.locale_id, slug=slug,
            url_path=f"{home.url_path}{slug}/", translation_key=key, draft_title=text["title"], live=True,
            has_unpublished_changes=False, first_published_at=now, last_published_at=now,
            latest_revision_created_at=now, **text, **fields,
        )  # fmt: skip
        _count_children(Page, home)
        planted += 1
    return planted


def uproot(apps: Any, model: str, slug: str) -> None:
    """Take away pages that a migration has added, as far as nobody has edited them or put pages below them."""
    Page = apps.get_model("wagtailcore", "Page")
    for _code, home in homes(apps):
        apps.get_model("pages", model).objects.filter(
            depth=home.depth + 1, path__startswith=home.path, slug=slug, latest_revision=None, numchild=0
        ).delete()
        _count_children(Page, home)


def _next_path(Page: Any, home: Any) -> str:  # noqa: N803
    last = Page.objects.filter(depth=home.depth + 1, path__startswith=home.path).order_by("path").last()
    number = int(last.path[-_STEP:], 36) + 1 if last else 1
    step = ""
    while number:
        number, digit = divmod(number, 36)
        step = _DIGITS[digit] + step
    return home.path + step.zfill(_STEP)


def _count_children(Page: Any, home: Any) -> None:  # noqa: N803
    children = Page.objects.filter(depth=home.depth + 1, path__startswith=home.path).count()
    Page.objects.filter(pk=home.pk).update(numchild=children)
