"""News list and article, uncached, with the sample articles and fifty more: statements, and CPU beside the floor's page.

Targets: at most 12 and 14 statements, with 1 article and with 50; CPU at most a third of what Wagtail's teaching site
takes for its blog index relative to the same floor (112 against 5.3 ms of CPU when it was measured: 21 ×, so 7 ×). The first
page after a change finds nothing kept; the next ones find menu, topics and units, which are kept until the next change.
"""

import os
import subprocess
import sys
import tempfile

from bench_directory import statements
from measuring import ROOT, Subject, compare

_MORE = """
import datetime
from django.utils import timezone
from portal.pages.models import NewsIndexPage, NewsPage
from portal.search.indexing import index_changed
index = NewsIndexPage.objects.get(locale__language_code="vi")
written = list(NewsPage.objects.child_of(index).order_by("pk"))
keys = []
for number in range(50):
    like = written[number % len(written)]
    page = NewsPage(
        title=f"{like.title} {number}", lead=like.lead, topic=like.topic, cover=like.cover, cover_alt=like.cover_alt,
        body=like.body.raw_data, locale=index.locale, is_sample=True,
        first_published_at=timezone.now() - datetime.timedelta(hours=number + 1),
    )
    index.add_child(instance=page)
    keys.append(page.pk)
index_changed("news", keys)
print(NewsPage.objects.order_by("-first_published_at").first().url)
"""


def fill(environ: dict[str, str]) -> str:
    """Make the database and return the address of one article."""
    answer = ""
    for command in (["migrate", "-v0"], ["load_demo"], ["shell", "-v0", "-c", _MORE]):
        done = subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT, env=os.environ | environ, check=True, capture_output=True, text=True,
        )  # fmt: skip
        answer = done.stdout
    return answer.splitlines()[-1]


def run(url: str, *, floor_url: str) -> None:
    environ = {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "benchmarks_settings", "PYTHONPATH": f"{ROOT}/benchmarks"}
    article = fill(environ)
    name = url.split(":", maxsplit=1)[0]
    for kind, path in (("list", "/tin-tuc/"), ("article", article)):
        print(f"{name:9} {kind}: {statements(environ, path)} SQL statements, minute-long caches emptied")
    floor = {"DATABASE_URL": floor_url, "FLOOR_PREPARE": "1"}
    compare(
        {
            "floor: 30 rows, one query": Subject("floor:application", "/page", floor),
            f"{name}: list, first": Subject("subjects:uncached", "/tin-tuc/", environ),
            f"{name}: list, next": Subject("subjects:application", "/tin-tuc/?not-kept=1", environ),
            f"{name}: article, first": Subject("subjects:uncached", article, environ),
            f"{name}: article, next": Subject("subjects:application", f"{article}?not-kept=1", environ),
        },
        floor="floor: 30 rows, one query",
        rounds=3,
    )


def main() -> None:
    import servers

    with servers.postgres() as url, tempfile.TemporaryDirectory() as folder:
        os.environ["MEDIA_ROOT"] = folder
        run(url, floor_url=url)
        run(f"sqlite:///{folder}/portal.sqlite3", floor_url=url)


if __name__ == "__main__":
    main()
