"""Making the sizes of pictures, away from every request: a large AVIF takes seconds."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import task
from wagtail.images.models import SourceImageIOError

from portal.core.jobs import PermanentError, enqueue
from portal.core.models import PortalImage
from portal.core.page_cache import public_change
from portal.core.pictures.formats import FORMATS, rendition_filter, specs_for

ALL = (*FORMATS, "social")
# A form that replaces a file deletes the old sizes after the picture is saved.
_PATIENCE = timedelta(seconds=3)


def prepare_later(image_id: int, *formats: str) -> None:
    """Have the sizes of a picture made, of every format unless some are named."""
    names = sorted(formats or ALL)
    key = f"picture:{image_id}" + ("" if len(names) == len(ALL) else f":{','.join(names)}")
    enqueue("portal.core.pictures.jobs.prepare", image_id, names, key=key, run_after=timezone.now() + _PATIENCE)


@task
def prepare(image_id: int, formats: list[str]) -> None:
    """Make what is missing of a picture, one size at a time; each is kept at once, so a second run goes on from there."""
    image = PortalImage.objects.filter(pk=image_id).first()
    if image is None:
        return
    wanted = [rendition_filter(spec) for spec in specs_for(image, *formats)]
    missing = [one for one in wanted if one not in image.find_existing_renditions(*wanted)]
    try:
        for one in missing:
            image.create_rendition(one)
    except SourceImageIOError as error:
        raise PermanentError(f"the file of picture {image_id} is not there: {error}") from error
    if missing:
        public_change()
