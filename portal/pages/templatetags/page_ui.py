"""What templates of pages need: the way to them, and what search engines read."""

from typing import Any

from django import template
from django.utils.html import strip_tags
from wagtail.models import Page

from portal.pages import trail as trails
from portal.pages.addresses import page_address
from portal.pages.news.addresses import news_url

register = template.Library()


@register.simple_tag
def trail(page: Page) -> list[dict[str, str]]:
    """Return the steps to a page for the breadcrumb."""
    return trails.trail(page)


@register.simple_tag
def page_path(page: Page) -> str:
    """Return the address of a page within the site, without asking for anything."""
    return page_address(page, page.locale.language_code)


@register.simple_tag
def news_index_url() -> str:
    """Return the address of the news."""
    return news_url()


@register.simple_tag
def absolute_address(page: Page) -> str:
    """Return the address of a page for other sites."""
    return trails.absolute_address(page)


@register.filter
def breadcrumb_list(page: Page) -> dict[str, Any]:
    """Return the structured data of the way to a page."""
    return trails.breadcrumb_list(trails.trail(page), trails.absolute_address(page))


@register.filter
def faq_list(page: Any) -> dict[str, Any]:
    """Return schema.org's FAQPage: the questions of a page with their answers as plain text."""
    questions = [
        {
            "@type": "Question",
            "name": question["question"],
            "acceptedAnswer": {"@type": "Answer", "text": " ".join(strip_tags(question["answer"].source).split())},
        }
        for group in page.groups
        for question in group.value["questions"]
    ]
    return {"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": questions}
