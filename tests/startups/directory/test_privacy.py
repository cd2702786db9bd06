"""Nothing private is answered anywhere: private facts are planted in every place and looked for in every answer."""

from datetime import date
from html import unescape

import pytest
from django.utils import timezone

from portal.search import knowledge
from portal.search.indexing import index_changed
from startups.models import Organization, Product
from tests.factories.startups import (
    CertificateFactory,
    FundingRoundFactory,
    LinkFactory,
    OrganizationFactory,
    PersonFactory,
    ProductFactory,
    indexed,
)

pytestmark = pytest.mark.django_db
WORD = "zuvakimat"  # in every private text; in no vocabulary
AMOUNT = 987_654_321
SITE = ("", "/en")


def full(**values):
    """An organization of which every part says the private word."""
    number = Organization.objects.count()
    organization = OrganizationFactory(
        name_vi=f"{WORD} vi",
        name_en=f"{WORD} en",
        brand_name=WORD,
        slug=f"{WORD}-{number}",
        external_code=f"{WORD}-{number}",
        tagline_vi=WORD,
        tagline_en=WORD,
        description_vi=WORD,
        description_en=WORD,
        tags=[WORD],
        address_vi=WORD,
        website=f"https://{WORD}.example",
        email_public=f"{WORD}@{WORD}.example",
        phone_public=WORD,
        source_url=f"https://{WORD}.example",
        sectors=["fintech"],
        technologies=["blockchain"],
        unit_code="06652",
        stage="idea",
        founded_year=1999,
        kind="university",
        **values,
    )
    PersonFactory(organization=organization, agreed=True, full_name=WORD, title_vi=WORD)
    ProductFactory(organization=organization, name_vi=WORD, description_vi=WORD)
    FundingRoundFactory(organization=organization, public=True, amount=AMOUNT, is_open=True)
    LinkFactory(organization=organization, url=f"https://{WORD}.example")
    CertificateFactory(organization=organization, number=WORD, issuer_vi=WORD)
    return organization


@pytest.fixture
def planted(django_user_model):
    """A public organization with private parts, beside a private one and a draft; everything is in the index's reach."""
    official = django_user_model.objects.create_user(f"{WORD}@example.org", "a-long-password", full_name=WORD)
    open_one = OrganizationFactory(
        name_vi="Hàu sữa Bái Tử Long",
        slug="hau-sua",
        sectors=["fintech"],
        technologies=["blockchain"],
        unit_code="06652",
    )
    PersonFactory(organization=open_one, full_name=f"Nguyễn {WORD}", title_vi=WORD, title_en=WORD)
    PersonFactory(organization=open_one, full_name=WORD, consent_at=timezone.now())  # has taken the consent back
    FundingRoundFactory(
        organization=open_one,
        kind="series_b",
        amount=AMOUNT,
        target_amount=AMOUNT,
        is_open=True,
        announced_on=date(2019, 8, 7),
    )
    CertificateFactory(organization=open_one, number="1/GCN", confirmed_by=official, statement=WORD)
    hidden = [full(private=True), full(draft=True), full(private=True, draft=True)]
    indexed(open_one, *hidden)
    knowledge.learn()
    return open_one, hidden


def addresses(hidden):
    queries = [
        "",
        f"?q={WORD[:-1]}",  # never the word itself: it would be written back
        f"?q={WORD[:-1]}d",
        "?q=Nguyen",
        "?kind=university",
        "?sector=fintech",
        "?technology=blockchain",
        "?unit=06652",
        "?raising=yes",
        "?badge=certified_st_enterprise",
        "?founded=before-2010",
        "?stage=idea",
        "?sort=newest",
        "?sort=name&page=2",
    ]
    for prefix in SITE:
        yield f"{prefix}/"
        yield from (f"{prefix}/doanh-nghiep/{query}" for query in queries)
        yield f"{prefix}/doanh-nghiep/hau-sua/"
        yield from (f"{prefix}/doanh-nghiep/{organization.slug}/" for organization in hidden)
        yield from (f"{prefix}/goi-y/?q={text}" for text in (WORD[:-1], WORD[:4], "Nguyen", "fintech", "hau"))
    yield from (f"/api/v1/organizations{query}" for query in queries)
    yield "/api/v1/organizations/hau-sua"
    yield from (f"/api/v1/organizations/{organization.slug}" for organization in hidden)
    yield from ("/api/v1/units", "/api/v1/openapi.json", "/api/v1/docs")


def told(response, path):
    """Return the answer's text, without the address asked where that has the word and there is nothing."""
    if WORD in path:
        assert response.status_code == 404
        return unescape(response.content.decode()).replace(path.rstrip("/"), "")
    assert response.status_code == 200
    return unescape(response.content.decode())


def test_no_answer_has_a_private_word_or_number(client, planted):
    _, hidden = planted
    for count, path in enumerate(addresses(hidden)):
        response = client.get(path, REMOTE_ADDR=f"203.0.113.{count % 250}")
        text = told(response, path)
        assert WORD not in text, path
        for private in (str(AMOUNT), "987.654.321", "987,654,321", "Series B", "series_b", "2019-08-07"):
            assert private not in text, (path, private)


@pytest.mark.parametrize("query", ["", "?sector=fintech", "?technology=blockchain", "?unit=06652"])
def test_totals_and_counts_know_only_what_is_public(client, planted, query):
    answer = client.get(f"/api/v1/organizations{query}").json()
    assert [item["slug"] for item in answer["items"]] == ["hau-sua"]
    assert answer["total"] == 1
    assert {value["count"] for values in answer["facets"].values() for value in values} == {1}
    assert "university" not in str(answer["facets"]) and "before-2010" not in str(answer["facets"])


@pytest.mark.parametrize(
    "query",
    [
        f"?q={WORD}",
        f"?q={WORD}@{WORD}.example",
        "?q=Nguyen",
        f"?q={AMOUNT}",
        "?kind=university",
        "?raising=yes",
        "?stage=idea",
    ],
)
def test_private_facts_find_nothing(client, planted, query):
    assert client.get(f"/api/v1/organizations{query}").json()["total"] == 0


def test_a_private_round_draws_no_badge(client, planted):
    for path in ("/doanh-nghiep/", "/doanh-nghiep/hau-sua/"):
        assert b"badge-raising" not in client.get(path).content
    assert client.get("/api/v1/organizations/hau-sua").json()["is_raising"] is False


def test_the_misspelled_word_of_a_private_text_is_not_proposed(client, planted):
    answer = client.get(f"/api/v1/organizations?q={WORD[:-1]}d").json()
    assert answer["did_you_mean"] is None


def test_what_was_just_hidden_is_nowhere_even_while_the_index_lags_behind(client):
    one = full()
    indexed(one, OrganizationFactory(slug="hau-sua"))
    Organization.objects.filter(pk=one.pk).update(visibility="private")
    for count, path in enumerate(addresses([one])):
        response = client.get(path, REMOTE_ADDR=f"203.0.113.{count}")
        assert WORD not in told(response, path), path


def test_a_change_of_a_part_is_seen_in_the_next_answer(client, django_capture_on_commit_callbacks):
    organization = OrganizationFactory(slug="hau-sua")
    product = ProductFactory(organization=organization, name_vi="Hàu ruột")
    indexed(organization)
    assert "Hàu ruột" in client.get("/doanh-nghiep/hau-sua/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        Product.objects.filter(pk=product.pk).delete()
        index_changed("organization", [organization.pk])
    assert "Hàu ruột" not in client.get("/doanh-nghiep/hau-sua/").content.decode()
    assert client.get("/api/v1/organizations?q=hau+ruot").json()["total"] == 0
