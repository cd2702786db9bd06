"""The texts that the scripts of the Wagtail admin show, with our translations beside the package's own."""

from pathlib import Path

from django.conf import settings
from django.views.i18n import JavaScriptCatalog


class AdminTexts(JavaScriptCatalog):
    """Django looks for script texts in packages only; ours lie in the project's locale folders."""

    packages = ["wagtail.admin"]

    def get_paths(self, packages: list[str]) -> list[str]:
        # Here the last one wins, in `LOCALE_PATHS` the first.
        return [*super().get_paths(packages), *(str(Path(path)) for path in reversed(settings.LOCALE_PATHS))]
