"""A module, a template and a function that outgrow their room are split by subject (docs/architecture.md)."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = [
    path
    for folder in ("portal", "startups", "tests", "benchmarks", ".dev")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "migrations" not in path.parts
]


@pytest.mark.parametrize("path", OURS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_has_at_most_400_lines_and_its_functions_at_most_40(path: Path) -> None:
    source = path.read_text()
    assert source.count("\n") <= 400
    long = [
        f"{node.name}: {length}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > (40 if "tests" not in path.parts else 60)
    ]
    assert long == []


def test_a_view_has_at_most_25_lines() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.name}"
        for path in OURS
        if path.name == "views.py"
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef)
        and node.args.args
        and node.args.args[0].arg == "request"
        and (node.end_lineno or 0) - node.body[0].lineno + 1 > 25
    ]
    assert long == []


def test_a_template_has_at_most_150_lines() -> None:
    long = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "templates").rglob("*")
        if path.is_file() and "styleguide" not in path.parts and path.read_text().count("\n") > 150
    ]
    assert long == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    nameless = {"services", "utils", "helpers", "managers", "misc", "common"}
    assert [str(path) for path in OURS if path.stem in nameless] == []
