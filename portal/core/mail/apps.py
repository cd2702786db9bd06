from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "portal.core.mail"
    label = "mail"

    def ready(self) -> None:
        from portal.core.health import register_report
        from portal.core.mail.outbox import report

        register_report("mail", report)
