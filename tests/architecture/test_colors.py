"""Colors are named once, in tokens.css; everything else says what a color means."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "portal" / "core" / "static" / "portal"
TOKENS = STATIC / "css" / "tokens.css"
_COLOR = re.compile(
    r"(?<![&\w])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgba?|hsla?|oklch|lab|lch|color)\(", re.IGNORECASE
)
_STYLE = re.compile(
    r"<style|\bstyle\s*=|<script(?![^>]*\bsrc=)[^>]*>|\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE
)
# What a browser paints outside the page can name no token; mails have no style sheet.
_THEME_COLOR = '<meta name="theme-color" content="#06303f">'
_TEMPLATES = [path for path in sorted((ROOT / "templates").rglob("*.html")) if path.parts[-2] not in {"mail", "email"}]


@pytest.mark.parametrize("path", sorted([*STATIC.rglob("*.css"), *STATIC.rglob("*.js")]), ids=lambda path: path.name)
def test_a_style_sheet_or_script_names_no_color(path: Path) -> None:
    found = _COLOR.findall(path.read_text())
    assert found if path == TOKENS else not found


@pytest.mark.parametrize("path", _TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_template_has_no_color_and_nothing_that_the_content_security_policy_forbids(path: Path) -> None:
    text = path.read_text().replace(_THEME_COLOR, "")
    assert _COLOR.findall(text) == []
    assert _STYLE.findall(text) == []


def _tokens(block: str) -> dict[str, str]:
    return dict(re.findall(r"(--[\w-]+):\s*([^;]+);", block))


def test_the_dark_scheme_is_the_same_by_setting_and_by_attribute() -> None:
    blocks = re.findall(
        r"(:root:not\(\[data-theme=\"light\"\]\)|\n\[data-theme=\"dark\"\]) \{(.*?)\n\s*\}",
        TOKENS.read_text(),
        re.DOTALL,
    )
    by_setting, by_attribute = (_tokens(block) for _, block in blocks)
    assert by_setting == by_attribute
    assert len(by_setting) > 30


def _luminance(color: str) -> float:
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


_PAIRS = [
    *(
        (ink, ground, 4.5)
        for ink in ("ink", "ink-2", "muted", "sea")
        for ground in ("surface", "canvas", "sunken", "sea-tint")
    ),
    *((name, f"{name}-soft", 4.5) for name in ("sea", "jade", "coral", "danger", "violet")),
    *((f"on-step-{step}", f"step-{step}", 4.5) for step in range(6)),
    ("sun-ink", "sun-soft", 4.5),
    ("on-sea", "sea", 4.5),
    ("on-sea", "sea-strong", 4.5),
    ("danger", "surface", 4.5),
    ("ink", "mark", 4.5),
    ("line-strong", "surface", 3),
    ("line-strong", "canvas", 3),
]


@pytest.mark.parametrize(("front", "back", "least"), _PAIRS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_written_on_a_color_can_be_read(scheme: str, front: str, back: str, least: float) -> None:
    text = TOKENS.read_text()
    light = _tokens(text.split("@media", 1)[0])
    dark = _tokens(text.split('\n[data-theme="dark"]', 1)[1].split("}", 1)[0])
    colors = light if scheme == "light" else light | dark
    assert _contrast(colors[f"--{front}"], colors[f"--{back}"]) >= least
