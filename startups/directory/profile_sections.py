"""Sections that apps above this one add to a profile: what they know of an organization, and how it is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from startups.models import Organization


@dataclass(frozen=True)
class ProfileSection:
    """`facts(organization)` gives what `template` shows as `facts`; a section without any is left out."""

    template: str
    facts: Callable[[Organization], Any]


_sections: list[ProfileSection] = []


def add_section(section: ProfileSection) -> None:
    """Show a section at the end of every profile that has something for it."""
    if section not in _sections:
        _sections.append(section)


def sections_of(organization: Organization) -> list[tuple[str, Any]]:
    """Return (template, facts) of the sections that have something to show of this organization."""
    found = ((section.template, section.facts(organization)) for section in _sections)
    return [(template, facts) for template, facts in found if facts]
