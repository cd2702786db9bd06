"""Believable words for load samples: the same ones for the same number, put together from the phrases in `data/`."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from anyascii import anyascii

_FILE = Path(__file__).resolve().parent / "data" / "phrases.json"


@dataclass(frozen=True)
class Words:
    """What a load sample says of itself."""

    name_vi: str
    name_en: str
    brand: str
    tagline_vi: str
    tagline_en: str
    description_vi: str
    product: str
    sectors: tuple[str, ...]
    technologies: tuple[str, ...]
    tags: tuple[str, ...]
    founded_year: int


@cache
def _phrases() -> dict[str, Any]:
    return json.loads(_FILE.read_text())


def words(chance: random.Random, *, unit: str) -> Words:
    """Return the words of one organization of the unit, drawn from `chance`; the description has about 80 words."""
    field = chance.choice(_phrases()["fields"])
    proper = chance.choice(_phrases()["proper"])
    head = chance.choice(field["heads"])
    work_vi, work_en = chance.choice(field["works"])
    brand = f"{head} {proper}"
    year = chance.randint(2006, 2024)
    place = f" {unit}" if chance.random() < 0.5 else ""
    return Words(
        name_vi=f"{brand}{place} (mẫu)",
        name_en=f"{field['name_en']} {anyascii(proper + place)} (sample)",
        brand=brand,
        tagline_vi=f"{work_vi[0].upper()}{work_vi[1:]}, tại {unit}.",
        tagline_en=f"{work_en}, in {anyascii(unit)}.",
        description_vi=_description(chance, field, brand=brand, unit=unit, work=work_vi, year=year),
        product=f"{work_vi[0].upper()}{work_vi[1:]}",
        sectors=_sectors(chance, field["sector"]),
        technologies=tuple(chance.sample(field["technologies"], chance.randint(1, len(field["technologies"])))),
        tags=tuple(chance.sample(field["tags"], 2)),
        founded_year=year,
    )


def _sectors(chance: random.Random, first: str) -> tuple[str, ...]:
    """Every third sample works in a second sector too, which is "other" now and then."""
    if chance.random() > 0.34:
        return (first,)
    rest = ["other", *(field["sector"] for field in _phrases()["fields"] if field["sector"] != first)]
    return (first, chance.choice(rest))


def _description(chance: random.Random, field: dict[str, Any], **facts: Any) -> str:
    facts |= {
        "people": chance.randint(3, 9),
        "count": chance.randint(12, 240),
        "part": chance.choice(["tư", "năm", "sáu"]),
    }
    start = chance.choice(_phrases()["starts"])
    opening = [start] if "{work}" in start else [start, chance.choice(_phrases()["works"])]
    middle = chance.sample(field["details"], 2)
    closing = [chance.choice(_phrases()["results"]), chance.choice(_phrases()["wishes"])]
    return "\n\n".join(_paragraph(part, facts) for part in (opening, middle, closing))


def _paragraph(sentences: Sequence[str], facts: dict[str, Any]) -> str:
    return " ".join(sentences).format(**facts)
