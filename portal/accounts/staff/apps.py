from wagtail.users.apps import WagtailUsersAppConfig


class StaffConfig(WagtailUsersAppConfig):
    """Wagtail's app for users, with our screens for accounts."""

    user_viewset = "portal.accounts.staff.viewset.PeopleViewSet"
