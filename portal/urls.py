"""Every address of the site; the only file that mounts the apps."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from portal.core.admin_texts import AdminTexts
from portal.core.files.views import document
from portal.core.media import rendition
from portal.core.permissions import ADMIN_SITE, ANYONE, SIGNED_IN, declare_name, declare_path

handler400 = "portal.core.error_pages.bad_request"
handler403 = "portal.core.error_pages.permission_denied"
handler404 = "portal.core.error_pages.page_not_found"
handler500 = "portal.core.error_pages.server_error"

urlpatterns = [
    path("", include("portal.core.urls")),
    path("", include("portal.pages.urls")),
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True), name="admin_login"),
    path("admin/jsi18n/", AdminTexts.as_view(), name="wagtailadmin_javascript_catalog"),
    path("admin/", include(wagtailadmin_urls)),
    path("api/v1/", include("portal.api.urls")),
    path("media/images/<path:path>", rendition, name="rendition"),
    path("documents/<int:document_id>/<str:filename>", document, name="wagtaildocs_serve"),
]
if settings.STYLEGUIDE_ENABLED:
    urlpatterns.append(path("styleguide/", include("portal.core.styleguide")))
if settings.MAILBOX_ENABLED:
    urlpatterns.append(path("dev/mail/", include("portal.core.mail.urls")))

urlpatterns += i18n_patterns(
    path("accounts/", include("portal.accounts.urls")),
    path("accounts/", include("allauth.urls")),
    path("", include("portal.search.urls")),
    path("", include("startups.urls")),
    path("", include("portal.pages.contact.urls")),
    path("", include("portal.pages.news.urls")),
    path("", include("portal.pages.policies.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)

# What other packages mount enforces its own rules; tests/architecture/test_permissions.py proves each of them.
declare_name("account_*", ANYONE)
declare_name("mfa_authenticate", ANYONE)  # the second step of signing in: who has not taken the first is sent there
declare_name("mfa_login_webauthn", ANYONE)
declare_name("mfa_*", SIGNED_IN)
declare_name("usersessions_list", SIGNED_IN)
declare_name("admin_login", ANYONE)
declare_name("wagtailadmin_sprite", ANYONE)
declare_name("wagtailadmin_javascript_catalog", ANYONE)
declare_name("wagtail_serve", ANYONE)
declare_name("wagtailcore_*", ANYONE)
declare_path("admin/", ADMIN_SITE)
