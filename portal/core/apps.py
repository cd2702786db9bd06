from typing import Any

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "portal.core"
    label = "core"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate, post_save

        from portal.core.models import PortalImage

        post_save.connect(_picture_saved, sender=PortalImage, dispatch_uid="prepare-picture")
        post_migrate.connect(_index_for_the_admin, sender=self, dispatch_uid="index-for-the-admin")


def _picture_saved(instance: Any, *, raw: bool, update_fields: Any, **kwargs: Any) -> None:
    """Have the sizes made of what an editor uploads, crops or replaces; Wagtail's own small updates change nothing."""
    from portal.core.pictures.jobs import prepare_later

    if instance.uploaded_by_user_id and not raw and update_fields is None:
        prepare_later(instance.pk)


def _index_for_the_admin(using: str, **kwargs: Any) -> None:
    from portal.core.admin_search import index_what_migrations_wrote

    index_what_migrations_wrote(using)
