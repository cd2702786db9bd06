"""`manage.py prepare_pictures`: after the formats were changed, or sizes were lost."""

from typing import Any

from django.core.management.base import BaseCommand
from wagtail.models import Page

from portal.pages.pictures import pictures_of, prepare_pictures


class Command(BaseCommand):
    help = "Have the worker make every size of a picture that a published page shows and that is not there."

    def handle(self, *args: Any, **options: Any) -> None:
        number = 0
        for page in Page.objects.live().specific().iterator(chunk_size=200):
            number += len(pictures_of(page))
            prepare_pictures(page)
        self.stdout.write(f"{number} pictures of published pages are checked by the worker")
