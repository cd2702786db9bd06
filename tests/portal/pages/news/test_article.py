"""One article: what readers, machines and other sites get of it."""

import json
import re

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import PageViewRestriction

from portal.pages.blocks import TEXT_FEATURES
from startups.models import AdminUnit
from tests.factories.news import TEXT, article
from tests.factories.pictures import make_image
from tests.factories.startups import OrganizationFactory

pytestmark = pytest.mark.django_db

VAN_DON = "06994"
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


def test_every_kind_of_block_is_shown(client):
    organization = OrganizationFactory(name_vi="Hàu Xanh", tagline_vi="Nuôi hàu")
    unit = AdminUnit.objects.get(code=VAN_DON)
    page = article(
        "Đủ các khối",
        body=[
            ("text", "<h2>Mục một</h2><p>Đoạn văn.</p>"),
            ("quote", {"text": "Bớt đi một lần ghi.", "speaker": "Lê Thị Ngân", "role": "Kỹ thuật"}),
            ("figure", {"value": "31", "label": "doanh nghiệp", "note": "", "source": "Báo cáo", "source_url": "", "date": "7/2025"}),
            ("table", {"caption": "Bảng một", "table": {"columns": [{"type": "text", "heading": "Tên"}, {"type": "number", "heading": "Số"}], "rows": [{"values": ["A", "12"]}]}}),
            ("call_to_action", {"text": "Tìm thêm.", "label": "Danh bạ", "page": None, "address": "/doanh-nghiep/"}),
            ("organization", organization),
            ("unit", unit),
        ],
    )  # fmt: skip
    text = client.get(page.url).content.decode()
    for shown in (
        "<h2>Mục một</h2>", "<blockquote><p>Bớt đi một lần ghi.</p></blockquote>", "31", "Báo cáo, 7/2025",
        "<caption>Bảng một</caption>", '<td class="number">12</td>', 'href="/doanh-nghiep/">Danh bạ</a>',
        organization.get_absolute_url(), f'href="/doanh-nghiep/?unit={VAN_DON}"', f'href="/tin-tuc/?unit={VAN_DON}"',
    ):  # fmt: skip
        assert shown in text


def test_what_the_text_shows_is_what_the_article_is_about():
    organization = OrganizationFactory()
    unit = AdminUnit.objects.get(code=VAN_DON)
    page = article(body=[*TEXT, ("organization", organization), ("unit", unit), ("unit", unit)])
    assert [link.organization for link in page.organization_links.all()] == [organization]
    assert [link.unit for link in page.unit_links.all()] == [unit]


def test_an_organization_that_is_not_public_is_shown_nowhere(client):
    organization = OrganizationFactory(name_vi="Kín Đáo")
    page = article(body=[*TEXT, ("organization", organization)])
    type(organization).objects.filter(pk=organization.pk).update(publication_state="draft")
    assert "Kín Đáo" not in client.get(page.url).content.decode()


def test_similar_articles_follow_but_none_that_is_closed(client):
    page = article("Bài đang đọc", units=[VAN_DON])
    article("Cùng địa bàn", units=[VAN_DON], topic="dao-tao")
    closed = article("Bài kín", units=[VAN_DON])
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    text = client.get(page.url).content.decode()
    assert "Cùng địa bàn" in text
    assert "Bài kín" not in text


@pytest.mark.parametrize("number", [1, 50])
def test_it_costs_thirteen_statements_with_one_other_article_and_with_fifty(client, number, django_assert_num_queries):
    organization = OrganizationFactory()
    picture = make_image()
    body = [*TEXT, ("organization", organization), ("unit", AdminUnit.objects.get(code=VAN_DON))]
    for _ in range(number):
        article(units=[VAN_DON], organizations=[organization], cover=picture, cover_is_decorative=True)
    page = article(body=body, cover=picture, cover_is_decorative=True)
    client.get(f"{page.url}?warm=1")
    with django_assert_num_queries(13):
        client.get(f"{page.url}?x=1")


def test_machines_read_what_it_is(client):
    page = article("Bài cho máy đọc", lead="Lời dẫn.")
    text = client.get(page.url).content.decode()
    facts, way = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text)[1])["@graph"]
    assert (facts["@type"], facts["headline"], facts["inLanguage"]) == ("NewsArticle", "Bài cho máy đọc", "vi")
    assert facts["datePublished"] == page.first_published_at.isoformat()
    assert facts["mainEntityOfPage"] == f"http://localhost:8000{page.url}"
    assert [step["name"] for step in way["itemListElement"]] == ["Tin tức", "Bài cho máy đọc"]
    assert '<meta property="og:type" content="article">' in text


def test_other_language_is_linked_only_where_it_is_live(client):
    page = article("Bài tiếng Việt")
    assert 'hreflang="en"' not in client.get(page.url).content.decode().split("</head>")[0]
    article("In English", code="en", translation_key=page.translation_key)
    head = client.get(f"{page.url}?x=1").content.decode().split("</head>")[0]
    assert re.search(r'hreflang="en" href="[^"]*/en/tin-tuc/in-english/"', head)


def test_sharing_asks_nobody_before_a_click(client):
    page = article("Chia sẻ & hơn thế")
    text = client.get(page.url).content.decode()
    assert "https://www.facebook.com/sharer/sharer.php?u=http%3A%2F%2Flocalhost%3A8000" in text
    assert "mailto:?subject=Chia%20s%E1%BA%BB%20%26%20h%C6%A1n%20th%E1%BA%BF" in text
    assert not re.search(r'(?:src|srcset)="https?://(?!localhost)', text)


def typed(text: str) -> str:
    """Return what the editor's text field stores when somebody types this and links it to a script."""
    block = {
        "key": "a", "type": "unstyled", "depth": 0, "text": text, "inlineStyleRanges": [],
        "entityRanges": [{"offset": 0, "length": len(text), "key": 0}],
    }  # fmt: skip
    link = {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "javascript:alert(3)"}}}
    return ContentstateConverter(TEXT_FEATURES).to_database_format(json.dumps({"blocks": [block], "entityMap": link}))


def test_no_field_brings_a_script_to_readers(client):
    organization = OrganizationFactory(name_vi=EVIL[:60], tagline_vi=EVIL[:60])
    page = article(
        EVIL,
        lead=EVIL,
        search_description=EVIL,
        seo_title=EVIL,
        cover=make_image(credit=EVIL),
        cover_alt=EVIL,
        body=[
            ("text", typed(EVIL)),
            ("quote", {"text": EVIL, "speaker": EVIL, "role": EVIL}),
            ("figure", {"value": "1", "label": EVIL, "note": EVIL, "source": EVIL, "source_url": "", "date": "2025"}),
            ("table", {"caption": EVIL, "table": {"columns": [{"type": "text", "heading": EVIL}], "rows": [{"values": [EVIL]}]}}),
            ("call_to_action", {"text": EVIL, "label": EVIL, "page": None, "address": "/doanh-nghiep/"}),
            ("organization", organization),
        ],
    )  # fmt: skip
    for address in (page.url, "/tin-tuc/", "/tin-tuc/rss.xml", "/tin-tuc/atom.xml"):
        text = client.get(address).content.decode()
        assert "<script>alert(1)" not in text, address
        assert "<img src=x" not in text, address
        assert "javascript:" not in text, address


def test_a_draft_is_previewed_with_what_it_will_show(editor_client):
    organization = OrganizationFactory(name_vi="Hàu Xanh")
    page = article("Bài đã đăng")
    page.title = "Bài đang sửa"
    page.body = [*TEXT, ("organization", organization)]
    page.full_clean()
    page.save_revision()
    text = editor_client.get(f"/admin/pages/{page.pk}/view_draft/").content.decode()
    assert "Bài đang sửa" in text
    assert text.count("Hàu Xanh") >= 2  # in the text and beside it
