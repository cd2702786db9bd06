"""The page of a document: facts, validity in words, replacements, file, source, and nothing that is not public."""

import json
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.cache import caches
from wagtail.models import Collection, CollectionViewRestriction

from portal.pages.policies.validity import today
from tests.factories.files import make_file
from tests.factories.policies import PolicyFactory

pytestmark = pytest.mark.django_db
EVIL = "\"><script>alert(1)</script>'</script><b>{{ 7|add:7 }}"


def page_of(client, document, prefix=""):
    response = client.get(f"{prefix}/van-ban/{document.slug}/")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def facts(page):
    return {
        row.dt.get_text(strip=True): " ".join(row.dd.get_text(" ", strip=True).split())
        for row in page.select("dl.facts > div")
    }


@pytest.fixture
def pair(empty):
    new = PolicyFactory(
        number="268/2025/NĐ-CP", title_vi="Nghị định mới", issued_on=date(2025, 10, 14),
        effective_from=date(2025, 10, 14), source_url="https://chinhphu.vn/?a=1&b=2",
    )  # fmt: skip
    old = PolicyFactory(
        number="13/2019/NĐ-CP", title_vi="Nghị định cũ", title_en="Former decree", effective_from=date(2019, 3, 20),
        effective_until=date(2025, 10, 13), replaced_by=new, issued_on=date(2019, 2, 1), summary_vi="Một.\n\nHai.",
    )  # fmt: skip
    return new, old


def test_facts_and_validity_are_said_in_words(client, pair):
    new, old = pair
    page = page_of(client, old)
    assert facts(page) == {
        "Số, ký hiệu": "13/2019/NĐ-CP",
        "Loại văn bản": "Nghị định",
        "Cơ quan ban hành": "Chính phủ",
        "Ngày ban hành": "01/02/2019",
        "Có hiệu lực từ": "20/03/2019",
        "Có hiệu lực đến hết": "13/10/2025",
        "Hiệu lực hôm nay": "Hết hiệu lực",
        "Được thay thế bởi": "268/2025/NĐ-CP",
        "Nguồn": "Công báo",
        "Kiểm tra gần nhất": "01/11/2026",
    }
    assert "Đã hết hiệu lực; ngày cuối còn hiệu lực là 13/10/2025." in page.get_text()
    assert page.select_one('.policy-standing a[href="/van-ban/268-2025-nd-cp/"]')
    there = page_of(client, new)
    assert facts(there)["Thay thế cho"] == "13/2019/NĐ-CP"
    assert there.select_one('dd a[href="https://chinhphu.vn/?a=1&b=2"]')["rel"] == ["nofollow", "noopener"]
    assert not there.select(".badge-unverified")


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ({"effective_from": None}, "Cổng chưa biết văn bản có hiệu lực từ ngày nào."),
        ({"effective_from": today() + timedelta(5)}, "Chưa có hiệu lực; sẽ có hiệu lực từ"),
        ({"effective_until": today()}, "Có hiệu lực từ 01/01/2020 đến hết"),
        ({}, "Có hiệu lực từ 01/01/2020."),
    ],
)
def test_each_validity_has_its_sentence(client, empty, dates, words):
    assert words in page_of(client, PolicyFactory(**dates)).select_one(".policy-standing").get_text()


def test_both_languages_link_each_other(client, pair):
    _new, old = pair
    page = page_of(client, old, "/en")
    assert page.h1.get_text() == "Former decree"
    assert page.select_one('link[hreflang="vi"]')["href"].endswith("/van-ban/13-2019-nd-cp/")
    assert page.select_one('link[rel="canonical"]')["href"].endswith("/en/van-ban/13-2019-nd-cp/")
    assert page.select_one(".prose")["lang"] == "vi"
    assert facts(page)["Issuing body"] == "Government"


def test_search_engines_and_social_networks_read_it(client, pair):
    new, old = pair
    page = page_of(client, new)
    legislation, crumbs = json.loads(page.select_one('script[type="application/ld+json"]').string)["@graph"]
    assert legislation["@type"] == "Legislation"
    assert legislation["legislationIdentifier"] == new.number
    assert legislation["legislationDate"] == "2025-10-14"
    assert legislation["temporalCoverage"] == "2025-10-14/.."
    assert legislation["legislationLegalForce"] == "https://schema.org/InForce"
    assert legislation["legislationRepeals"][0]["legislationIdentifier"] == old.number
    assert [item["position"] for item in crumbs["itemListElement"]] == [1, 2, 3]
    assert crumbs["itemListElement"][1]["item"].endswith("/van-ban/")
    assert page.select_one('meta[property="og:title"]')["content"] == "268/2025/NĐ-CP – Nghị định mới"


def test_what_nobody_has_read_says_so(client, empty):
    page = page_of(client, PolicyFactory(is_verified=False, last_checked_on=None))
    assert "Chưa đối chiếu với văn bản gốc" in page.select_one(".alert-warning").get_text()
    assert facts(page)["Kiểm tra gần nhất"] == "Chưa"


def test_a_file_is_offered_unless_its_collection_is_closed(client, empty, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    collection = Collection.get_first_root_node().add_child(name="Nội bộ")
    document = PolicyFactory(file=make_file(collection=collection))
    assert page_of(client, document).select_one("a.file-link")["href"] == document.file.url
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    caches["pages"].clear()
    page = page_of(client, document)
    assert not page.select("a.file-link") and document.file.url not in str(page)


def test_hidden_documents_show_nowhere(client, pair):
    new, old = pair
    new.is_public = False
    new.save()
    assert client.get("/van-ban/268-2025-nd-cp/").status_code == 404
    for path in ("/van-ban/13-2019-nd-cp/", "/van-ban/", "/van-ban/?q=268", "/van-ban/?year=2025", "/tim-kiem/?q=nghi+dinh",
                 "/goi-y/?q=nghi+dinh&kind=policy", "/sitemap-documents.xml", "/en/van-ban/"):  # fmt: skip
        content = client.get(path).content.decode()
        assert "268-2025" not in content and "268/2025/NĐ-CP<" not in content and "Nghị định mới" not in content, path
    old.is_public = False
    old.save()
    caches["pages"].clear()
    assert 'class="facets"' not in client.get("/van-ban/").content.decode()


def test_no_text_becomes_markup(client, empty):
    after = PolicyFactory(number=f"1/2020/{EVIL}"[:60], title_vi="Sau", slug="sau")
    document = PolicyFactory(
        number=f"2/2020/{EVIL}"[:60], slug="evil", title_vi=f"Đầu tư {EVIL}", title_en=EVIL, issuer_vi=EVIL,
        issuer_en=EVIL, summary_vi=f"Vốn {EVIL}", summary_en=EVIL, source=EVIL, source_url=f"https://a.vn/?{EVIL}",
        replaced_by=after, is_verified=False,
    )  # fmt: skip
    for path in ("/van-ban/evil/", "/en/van-ban/evil/", "/van-ban/", "/van-ban/?q=dau+tu", "/en/van-ban/?q=von",
                 "/van-ban/sau/", "/tim-kiem/?q=dau+tu", "/goi-y/?q=dau+tu&kind=policy"):  # fmt: skip
        content = client.get(path).content.decode()
        assert "<script>alert" not in content and "</script><b>" not in content and ">14<" not in content, path
    graph = page_of(client, document).select_one('script[type="application/ld+json"]').string
    assert json.loads(graph)["@graph"][0]["name"] == document.title_vi


def test_an_unknown_address_is_not_found(client, empty):
    assert client.get("/van-ban/khong-co/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_its_queries_do_not_grow(client, pair, number, django_assert_num_queries):
    new, _old = pair
    PolicyFactory.create_batch(number, replaced_by=new)
    client.get("/van-ban/")
    with django_assert_num_queries(3):  # one of them for the page cache
        client.get("/van-ban/268-2025-nd-cp/")


@pytest.mark.django_db(transaction=True)
def test_a_change_shows_at_once_also_on_the_page_of_what_it_replaces(client):
    from portal.pages.models import PolicyDocument

    PolicyDocument.objects.all().delete()
    old = PolicyFactory(number="13/2019/NĐ-CP")
    new = PolicyFactory(number="268/2025/NĐ-CP")
    assert "268/2025" not in client.get("/van-ban/13-2019-nd-cp/").content.decode()
    old.replaced_by = new
    old.save()
    assert "268/2025" in client.get("/van-ban/13-2019-nd-cp/").content.decode()
    assert "13/2019" in client.get("/van-ban/268-2025-nd-cp/").content.decode()
    new.delete()
    assert "268/2025" not in client.get("/van-ban/13-2019-nd-cp/").content.decode()
    assert "268-2025" not in client.get("/van-ban/?q=268").content.decode()
