from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_migrate, post_save


class PagesConfig(AppConfig):
    name = "portal.pages"
    label = "pages"

    def ready(self) -> None:
        _register()
        _listen()
        post_migrate.connect(_index_first_pages, sender=self, dispatch_uid="index-first-pages")


def _register() -> None:
    """Give the apps below what pages have for them: documents, a section of profiles, the sender of mails, rules."""
    from portal.core.mail.sender import ask_for_sender
    from portal.core.permissions import ANYONE, declare_page_type
    from portal.pages.documents import PAGES
    from portal.pages.frame.senders import sender
    from portal.pages.models import PAGE_TYPES
    from portal.pages.news.documents import NEWS
    from portal.pages.news.mentions import MENTIONS
    from portal.pages.policies.documents import POLICIES
    from portal.search.registry import register
    from startups.directory.profile_sections import add_section

    for kind in (PAGES, NEWS, POLICIES):
        register(kind)
    add_section(MENTIONS)
    ask_for_sender(sender)
    for page_type in PAGE_TYPES:
        declare_page_type(page_type, ANYONE)


def _listen() -> None:
    """Keep the index, the pictures and the translations right when Wagtail changes a page."""
    from wagtail.models import Page, PageViewRestriction
    from wagtail.signals import copy_for_translation_done, page_published, page_unpublished, post_page_move

    from portal.pages.models import PolicyDocument

    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(_changed, dispatch_uid=f"index-pages-{id(signal)}")
    page_published.connect(_pictures_of_published, dispatch_uid="prepare-pictures-of-page")
    # The base row goes last: before that a page still looks as if it were there.
    post_delete.connect(_changed, sender=Page, dispatch_uid="index-pages-deleted")
    # Closing or opening a page concerns everything below it, in the index and in the page cache.
    for signal in (post_save, post_delete):
        signal.connect(_restriction_changed, sender=PageViewRestriction, dispatch_uid=f"index-restricted-{id(signal)}")
    post_delete.connect(_policy_deleted, sender=PolicyDocument, dispatch_uid="index-policies-deleted")
    copy_for_translation_done.connect(_remember_source, dispatch_uid="remember-source")


def _changed(instance: Any, **kwargs: Any) -> None:
    from portal.search.indexing import index_changed

    index_changed(_kind_of(instance), [instance.pk])


def _pictures_of_published(instance: Any, **kwargs: Any) -> None:
    from portal.pages.pictures import prepare_pictures

    prepare_pictures(instance)


def _restriction_changed(instance: Any, **kwargs: Any) -> None:
    from wagtail.models import Page

    from portal.search.indexing import index_changed

    if page := Page.objects.filter(pk=instance.page_id).first():
        concerned = list(page.get_descendants(inclusive=True))
        for kind in ("page", "news"):
            index_changed(kind, [other.pk for other in concerned if _kind_of(other) == kind])


def _remember_source(source_obj: Any, target_obj: Any, **kwargs: Any) -> None:
    from portal.pages.models.base import BasePage
    from portal.pages.publishing.translations import remember_source

    if isinstance(target_obj, BasePage):
        remember_source(source_obj, target_obj)


def _kind_of(page: Any) -> str:
    from portal.pages.models import NewsPage

    return "news" if page.specific_class is NewsPage else "page"


def _policy_deleted(instance: Any, **kwargs: Any) -> None:
    from portal.search.indexing import index_changed

    index_changed("policy", [instance.pk])


def _index_first_pages(plan: Any = (), **kwargs: Any) -> None:
    """Index what a migration has written; migrations know no models of today, so it happens right after them."""
    from portal.pages.first_index import index_what_migrations_wrote

    index_what_migrations_wrote(using=kwargs["using"], applied=[migration for migration, _backwards in plan])
