"""What the house asks of its own code: short files and functions, no signal, no query in a view, links that go down."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Model

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(ROOT.joinpath("src").rglob("*.py"))
WRITTEN = [p for p in SOURCES if "migrations" not in p.parts]
PRODUCT = [p for p in WRITTEN if "tests" not in p.parts]
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_VIEW = 400, 40, 30


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """The functions of a file with how many lines each takes, its docstring left out."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            said = node.body[0].end_lineno - node.body[0].lineno + 1 if ast.get_docstring(node) else 0  # type: ignore[operator]
            yield node.name, node.end_lineno - node.lineno + 1 - said  # type: ignore[operator]


def test_a_file_is_read_in_one_sitting() -> None:
    lengths = {str(p.relative_to(ROOT)): len(p.read_text("utf-8").splitlines()) for p in WRITTEN}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_a_function_does_one_thing() -> None:
    long = {f"{p.relative_to(ROOT)}:{name}": n for p in PRODUCT for name, n in functions(p) if n > LONGEST_FUNCTION}
    assert long == {}


def test_a_view_only_speaks_http() -> None:
    views = [p for p in PRODUCT if p.name == "views.py" or "views" in p.parts]
    assert {f"{p}:{name}": n for p in views for name, n in functions(p) if n > LONGEST_VIEW} == {}
    assert [str(p) for p in views if ".objects" in p.read_text("utf-8")] == []


@pytest.mark.parametrize("word", ["django.dispatch", "GenericForeignKey", "threading.local", "post_save", "pre_save"])
def test_rooms_are_joined_by_plain_calls(word: str) -> None:
    assert [str(p.relative_to(ROOT)) for p in PRODUCT if word in p.read_text("utf-8")] == []


def rooms_from_the_top() -> list[str]:
    """The order of the rooms, from the contract of import-linter."""
    contracts = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(c["layers"] for c in contracts if c["type"] == "layers")
    return [layer.strip("()").split("|")[0].strip() for layer in layers]


def room_of(model: type[Model]) -> str:
    return model._meta.app_label


def test_a_table_points_at_its_own_room_or_below() -> None:
    order = rooms_from_the_top()
    ours = [m for m in apps.get_models() if m.__module__.startswith("quietude.")]
    assert ours
    links = [
        (model, field)
        for model in ours
        for field in model._meta.get_fields()
        if not field.auto_created and field.related_model and room_of(field.related_model) in order
    ]
    upward = {
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model, field in links
        if order.index(room_of(field.related_model)) < order.index(room_of(model))
    }
    assert upward == set()


def test_what_is_below_the_councils_holds_no_link_to_people() -> None:
    blind = [m for m in apps.get_models() if room_of(m) in ("audit", "outbox", "intake")]
    links = {f"{m._meta.label}.{f.name}" for m in blind for f in m._meta.get_fields() if f.is_relation}
    assert links == set()


def test_every_room_says_who_reads_it_and_what_holds() -> None:
    rooms = [p for p in ROOT.joinpath("src", "quietude").iterdir() if p.joinpath("apps.py").exists()]
    heads = {p.name: p.joinpath("__init__.py").read_text() for p in rooms if p.name != "config"}
    silent = [name for name, head in heads.items() if "Invariants:" not in head]
    assert silent == []
