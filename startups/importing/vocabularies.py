"""Every name under which a sector, technology, kind, stage or unit may be written in a spreadsheet."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import override

from startups.enums import OrganizationKind, Stage
from startups.importing.columns import plain
from startups.models import AdminUnit, Term
from startups.models.taxonomy import TermQuerySet

# What officials write besides the labels of the site.
_KINDS = {
    OrganizationKind.STARTUP: ("khởi nghiệp", "khởi nghiệp sáng tạo", "doanh nghiệp khởi nghiệp", "start-up",
                               "doanh nghiệp khởi nghiệp sáng tạo", "DN KNST"),
    OrganizationKind.ST_ENTERPRISE: ("doanh nghiệp khoa học và công nghệ", "doanh nghiệp KH&CN", "DN KH&CN", "DN KHCN",
                                     "science and technology enterprise"),
    OrganizationKind.SME: ("doanh nghiệp nhỏ và vừa", "DNNVV", "SME"),
    OrganizationKind.CORPORATE: ("tập đoàn", "tổng công ty", "doanh nghiệp lớn"),
    OrganizationKind.ENTERPRISE: ("doanh nghiệp", "công ty", "hợp tác xã", "HTX", "hộ kinh doanh", "company",
                                  "cooperative"),
    OrganizationKind.INVESTOR: ("nhà đầu tư", "quỹ đầu tư", "investment fund"),
    OrganizationKind.INCUBATOR: ("vườn ươm", "cơ sở ươm tạo", "trung tâm ươm tạo"),
    OrganizationKind.ACCELERATOR: ("tổ chức thúc đẩy kinh doanh", "tổ chức thúc đẩy khởi nghiệp"),
    OrganizationKind.COWORKING: ("không gian làm việc chung", "khu làm việc chung", "co-working space"),
    OrganizationKind.UNIVERSITY: ("trường đại học", "đại học", "trường cao đẳng", "cao đẳng", "university", "college"),
    OrganizationKind.RESEARCH_INSTITUTE: ("viện nghiên cứu", "viện", "trung tâm nghiên cứu"),
    OrganizationKind.GOVERNMENT: ("cơ quan nhà nước", "cơ quan quản lý nhà nước", "government agency"),
    OrganizationKind.ASSOCIATION: ("hiệp hội", "hội"),
    OrganizationKind.CLUB: ("câu lạc bộ", "CLB"),
    OrganizationKind.MEDIA: ("truyền thông", "báo chí", "cơ quan báo chí"),
}  # fmt: skip
_STAGES = {
    Stage.IDEA: ("ý tưởng",),
    Stage.VALIDATION: ("kiểm chứng", "thử nghiệm"),
    Stage.MVP: ("sản phẩm mẫu", "nguyên mẫu", "MVP"),
    Stage.EARLY_REVENUE: ("có doanh thu", "doanh thu đầu tiên", "early revenue"),
    Stage.GROWTH: ("tăng trưởng",),
    Stage.SCALE: ("mở rộng", "scale-up"),
    Stage.MATURE: ("ổn định", "trưởng thành"),
    Stage.CLOSED: ("đã đóng cửa", "ngừng hoạt động"),
}
_TYPES = {"p": "phuong", "x": "xa", "tt": "thi tran", "dk": "dac khu", "h": "huyen", "tx": "thi xa", "tp": "thanh pho"}
_COMMUNE = re.compile(r"(phuong|xa|thi tran|dac khu) (?=.)")
_DISTRICT = re.compile(r"(huyen|thi xa|thanh pho) (?=.)")


class Vocabularies:
    """The names of all vocabularies, read from the database once for a file."""

    @cached_property
    def sectors(self) -> dict[str, int]:
        """Keys of the sectors by plain name."""
        return _terms(Term.objects.sectors())

    @cached_property
    def technologies(self) -> dict[str, int]:
        """Keys of the technologies by plain name."""
        return _terms(Term.objects.technologies())

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Codes of the kinds by plain name."""
        return _choices(OrganizationKind, _KINDS)

    @cached_property
    def stages(self) -> dict[str, str]:
        """Codes of the stages by plain name."""
        return _choices(Stage, _STAGES)

    @cached_property
    def _units(self) -> list[dict[str, list[AdminUnit]]]:
        """Names of units as they count: today's, former ones with and without their type, former districts."""
        names: list[dict[str, list[AdminUnit]]] = [defaultdict(list) for _ in range(4)]
        today, former, bare, districts = names
        for unit in AdminUnit.objects.all():
            number = unit.code.lstrip("0")  # a spreadsheet takes the leading zero away
            _add(today, unit, (unit.code, number, unit.name_vi, unit.name_en, unit.short_name_vi, unit.slug))
            _add(former, unit, unit.former_units)
            _add(bare, unit, (_COMMUNE.sub("", plain(name), count=1) for name in unit.former_units))
            district = plain(unit.former_district)
            _add(districts, unit, (district, _DISTRICT.sub("", district, count=1)))
        return names

    def units(self, written: str) -> list[AdminUnit]:
        """Return the units that may be meant: one where it is clear, several where a former unit was divided."""
        for text in dict.fromkeys((written, written.partition(",")[0])):
            name = plain(text)
            first, _, rest = name.partition(" ")
            if rest and first in _TYPES:
                name = f"{_TYPES[first]} {rest}"
            # A type of today may be missing or wrong ("Xã Hà Tu"), but a city is never the ward of the same name.
            for spelled in (name, _COMMUNE.sub("", name, count=1)):
                for names in self._units:
                    if found := names.get(spelled):
                        return found
        return []


def _add(names: dict[str, list[AdminUnit]], unit: AdminUnit, words: Iterable[str]) -> None:
    for word in {plain(word) for word in words}:
        names[word].append(unit)


def _terms(terms: TermQuerySet) -> dict[str, int]:
    """Return keys by name; a code counts before a name, and a name before another term's alias."""
    rows = list(terms)
    found: dict[str, int] = {}
    for names in (lambda t: [t.code], lambda t: [t.name_vi, t.name_en], lambda t: t.aliases):
        for term in rows:
            for name in names(term):
                found.setdefault(plain(name), term.pk)
    return found


def _choices(enum: type[TextChoices], further: Mapping[Any, Iterable[str]]) -> dict[str, str]:
    found = {plain(name): str(member.value) for member, names in further.items() for name in names}
    for language in ("vi", "en"):
        with override(language):
            found |= {plain(str(member.label)): str(member.value) for member in enum}
    return found | {plain(member.value): str(member.value) for member in enum}
