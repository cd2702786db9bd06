"""Blocks that show something of the directory inside a text."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ChooserBlock


class OrganizationBlock(ChooserBlock):
    """The card of one organization; nothing when it is not public (any more)."""

    class Meta:
        icon = "group"
        label = _("Organization")
        template = "pages/blocks/organization.html"

    @cached_property
    def target_model(self) -> Any:
        from startups.models import Organization  # noqa: PLC0415 -- models load in their own order

        return Organization

    @cached_property
    def widget(self) -> Any:
        from portal.pages.choosers import organizations  # noqa: PLC0415 -- the admin is loaded after the models

        return organizations.widget_class()

    def get_searchable_content(self, value: Any) -> list[str]:
        return [value.name_vi, value.name_en] if value else []


class UnitBlock(ChooserBlock):
    """A link to the organizations of one ward, commune or special zone."""

    class Meta:
        icon = "site"
        label = _("Ward, commune or special zone")
        template = "pages/blocks/unit.html"

    @cached_property
    def target_model(self) -> Any:
        from startups.models import AdminUnit  # noqa: PLC0415 -- models load in their own order

        return AdminUnit

    @cached_property
    def widget(self) -> Any:
        from portal.pages.choosers import units  # noqa: PLC0415 -- the admin is loaded after the models

        return units.widget_class()

    def get_searchable_content(self, value: Any) -> list[str]:
        return [value.name_vi, value.name_en] if value else []
