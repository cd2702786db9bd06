from django.apps import AppConfig
from django.core import checks


class MailConfig(AppConfig):
    name = "portal.core.mail"
    label = "mail"

    def ready(self) -> None:
        from portal.core.health import register_report
        from portal.core.mail.outbox import report
        from portal.core.mail.transport import check_deployment, check_transport

        register_report("mail", report)
        checks.register(check_transport)
        checks.register(check_deployment, deploy=True)
