from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Orderable, PageManager
from wagtail.query import PageQuerySet

from portal.core.localized import localized
from portal.core.page_cache import public_change
from portal.core.vietnamese import slug
from portal.pages.blocks import TEXT_FEATURES, ArticleStreamBlock
from portal.pages.models.base import SLUG_PANEL, BasePage, open_to_all

NEWS_SLUG = "tin-tuc"


class NewsTopic(models.Model):
    """What a piece of news is about; each has exactly one."""

    name_vi = models.CharField(_("Vietnamese name"), max_length=60, unique=True)
    name_en = models.CharField(_("English name"), max_length=60)
    slug = models.SlugField(_("address"), max_length=60, unique=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    panels = [FieldPanel("name_vi"), FieldPanel("name_en"), FieldPanel("position")]

    class Meta:
        ordering = ["position", "name_vi"]
        verbose_name = _("news topic")
        verbose_name_plural = _("news topics")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Make the address once; it stands in shared links and feeds and never changes."""
        self.slug = self.slug or slug(self.name_vi) or "chu-de"
        super().save(*args, **kwargs)
        public_change()

    @property
    def name(self) -> str:
        """The name in the active language."""
        return localized(self, "name")


class NewsIndexPage(BasePage):
    """Carries the news: list, archive, feeds. Its address is fixed, articles lie below it."""

    introduction = RichTextField(_("introduction"), features=TEXT_FEATURES, blank=True)

    content_panels = [*BasePage.title_only_panels, FieldPanel("introduction")]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.NewsPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("news list")
        verbose_name_plural = _("news lists")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Keep the address: articles and feeds lie below it."""
        self.slug = NEWS_SLUG
        super().full_clean(*args, **kwargs)

    def _answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        from portal.pages.news.views import news  # noqa: PLC0415 -- models load before views

        return news(request, page=self)


class NewsPageQuerySet(PageQuerySet):
    """Reusable reads of articles."""

    def readable(self) -> "NewsPageQuerySet":
        """Only what any reader may open."""
        return open_to_all(self)

    def with_card(self, *formats: str) -> "NewsPageQuerySet":
        """Everything that a card in a list shows, in two statements."""
        from portal.core.pictures.renditions import with_renditions  # noqa: PLC0415 -- models load before reads

        return self.select_related("topic", "cover").prefetch_related(with_renditions("cover", *(formats or ("card",))))


class NewsPage(BasePage):
    """One article. When it was first published is its date; it may be a sample."""

    lead = models.TextField(
        _("lead"),
        max_length=300,
        help_text=_("One or two sentences that stand in lists, in feeds and in search engines."),
    )
    topic = models.ForeignKey(NewsTopic, on_delete=models.PROTECT, related_name="+", verbose_name=_("topic"))
    cover = models.ForeignKey(
        get_image_model_string(),
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("cover picture"),
    )
    cover_alt = models.CharField(
        _("alternative text"),
        max_length=200,
        blank=True,
        help_text=_("What the picture shows, for people who cannot see it. Leave it empty only if it decorates."),
    )
    cover_is_decorative = models.BooleanField(_("the cover picture only decorates"), default=False)
    body = StreamField(ArticleStreamBlock(), verbose_name=_("text"))
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)

    objects = PageManager.from_queryset(NewsPageQuerySet)()

    content_panels = [
        *BasePage.title_panels,
        FieldPanel("lead"),
        FieldPanel("topic"),
        MultiFieldPanel(
            [FieldPanel("cover"), FieldPanel("cover_alt"), FieldPanel("cover_is_decorative")],
            heading=_("Cover picture"),
        ),
        FieldPanel("body"),
        MultiFieldPanel(
            [InlinePanel("organization_links", label=_("Organization")), InlinePanel("unit_links", label=_("Unit"))],
            heading=_("What it is about"),
            help_text=_("The article is then listed for these units and on the profiles of these organizations."),
        ),
    ]
    promote_panels = [SLUG_PANEL, *BasePage.promote_panels]
    parent_page_types = ["pages.NewsIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("news article")
        verbose_name_plural = _("news articles")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """List the article for every organization and unit that its text shows."""
        for raw in self.body.raw_data:
            if raw["type"] == "organization":
                self._mention(self.organization_links, NewsPageOrganization, organization_id=raw["value"])
            elif raw["type"] == "unit":
                self._mention(self.unit_links, NewsPageUnit, unit_id=raw["value"])
        super().full_clean(*args, **kwargs)

    def _mention(self, links: Any, model: type[models.Model], **key: Any) -> None:
        (name, value), *_rest = key.items()
        if value and all(getattr(link, name) != value for link in links.all()):
            links.add(model(**key))

    def _answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        from portal.pages.news.views import article  # noqa: PLC0415 -- models load before views

        return article(request, page=self)


class NewsPageOrganization(Orderable):
    """An organization that an article is about."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="organization_links")
    organization = models.ForeignKey(
        "startups.Organization", on_delete=models.CASCADE, related_name="+", verbose_name=_("organization")
    )

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "organization"], name="an_organization_once_an_article")]

    def __str__(self) -> str:
        return str(self.organization)


class NewsPageUnit(Orderable):
    """A ward, commune or special zone that an article is about."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="unit_links")
    unit = models.ForeignKey("startups.AdminUnit", on_delete=models.PROTECT, related_name="+", verbose_name=_("unit"))

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "unit"], name="a_unit_once_an_article")]

    def __str__(self) -> str:
        return str(self.unit)
