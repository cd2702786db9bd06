"""The floor: what Django alone costs for a bare answer and for one query with a 30-row page of about 30 kB.

A WSGI application of one file, on the same database server as the portal, so that a ratio says how much the portal adds.
"""

import os

import django
import environ
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection, models
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path

if not settings.configured:
    settings.configure(
        SECRET_KEY="floor",  # noqa: S106 -- nothing is signed
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF=__name__,
        DATABASES={"default": environ.Env().db("DATABASE_URL") | {"CONN_MAX_AGE": 600}},
        MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"],
        USE_TZ=True,
    )
    django.setup()

ROWS = 30
_TEMPLATE = """<!doctype html><html lang="vi"><head><title>{{ title }}</title></head><body><h1>{{ title }}</h1><ul>
{% for row in rows %}<li class="{% cycle 'odd' 'even' %}"><h2><a href="/row/{{ row.pk }}/">{{ row.name }}</a></h2>
<p>{{ row.text|truncatewords:60 }}</p><dl><dt>Code</dt><dd>{{ row.code }}</dd><dt>Place</dt><dd>{{ row.place|default:"–" }}</dd>
<dt>Year</dt><dd>{{ row.year }}</dd>{% if row.year > 2015 %}<dt>New</dt><dd>yes</dd>{% endif %}</dl>
<p>{% for tag in row.tag_list %}<span class="tag">{{ tag }}</span> {% endfor %}</p></li>
{% endfor %}</ul></body></html>"""


class Row(models.Model):
    """One row of the page."""

    name = models.CharField(max_length=200)
    text = models.TextField()
    code = models.CharField(max_length=20)
    place = models.CharField(max_length=80)
    year = models.IntegerField()
    tags = models.CharField(max_length=200)

    class Meta:
        app_label = "floor"
        db_table = "floor_row"

    def __str__(self) -> str:
        return self.name

    @property
    def tag_list(self) -> list[str]:
        return self.tags.split(";")


page_template = Engine().from_string(_TEMPLATE)


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Hello")


def page(request: HttpRequest) -> HttpResponse:
    rows = Row.objects.order_by("name")[:ROWS]
    return HttpResponse(page_template.render(Context({"title": "Thirty rows", "rows": rows})))


def prepare() -> None:
    """Make the table with 1,000 rows where it is missing."""
    if Row._meta.db_table in connection.introspection.table_names():
        return
    with connection.schema_editor() as editor:
        editor.create_model(Row)
    text = "Doanh nghiệp nuôi biển công nghệ cao, truy xuất nguồn gốc từ bè nuôi đến bàn ăn. " * 10
    Row.objects.bulk_create(
        Row(
            name=f"Tổ chức {n:04}",
            text=text,
            code=f"QN-{n:05}",
            place="Vân Đồn",
            year=2000 + n % 26,
            tags="IoT;AI;biển;hàu",
        )
        for n in range(1000)
    )


urlpatterns = [path("hello", hello), path("page", page)]
application = get_wsgi_application()

if os.environ.get("FLOOR_PREPARE"):
    prepare()
