from django.apps import AppConfig


class StartupsConfig(AppConfig):
    name = "startups"

    def ready(self) -> None:
        from portal.search.registry import register
        from startups.directory.documents import ORGANIZATIONS

        register(ORGANIZATIONS)
