"""Two content security policies: a strict one for the site, one of its own for the Wagtail admin."""

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

ADMIN_PATH = "/admin/"


class ContentSecurityMiddleware(CSPMiddleware):
    """django-csp, with `ADMIN_CONTENT_SECURITY_POLICY` for every path under the Wagtail admin and for its previews.

    A preview has the address of its page, but is made inside the admin and shown there in a frame.
    """

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        of_admin = request.path_info.startswith(ADMIN_PATH) or getattr(request, "is_dummy", False)
        if not report_only and parts.config is None and of_admin:
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY["DIRECTIVES"]
        return parts
