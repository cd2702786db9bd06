"""Legal and policy documents, public and verified unless said otherwise; saving indexes them."""

from datetime import date

import factory

from portal.pages.models import PolicyDocument


class PolicyFactory(factory.django.DjangoModelFactory[PolicyDocument]):
    """A decree in force since 2020."""

    class Meta:
        model = PolicyDocument

    number = factory.Sequence(lambda n: f"{700 + n}/2019/NĐ-CP")
    kind = "decree"
    title_vi = factory.Sequence(lambda n: f"Nghị định thứ {n}")
    issuer_vi = "Chính phủ"
    issuer_en = "Government"
    issued_on = date(2019, 11, 20)
    effective_from = date(2020, 1, 1)
    source = "Công báo"
    is_verified = True
    last_checked_on = date(2026, 11, 1)
