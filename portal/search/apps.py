from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "portal.search"
    label = "search"

    def ready(self) -> None:
        from portal.core.health import register_report
        from portal.search.searching import health

        register_report("search", health)
