"""The matrix is the one that was written by hand, and each capability has its sentence."""

from pathlib import Path

from quietude.permissions.matrix import CONFIDENTIAL, MATRIX, SENTENCES, Can, allows
from quietude.permissions.roles import LABELS, Role
from quietude.permissions.table import as_markdown, holders
from tests.kernel.oracle import table


def check_matrix() -> None:
    """Every cell of the table against the code; also run against mutants."""
    assert {capability for capability, _ in table()} == set(Can)
    assert {role for _, role in table()} == set(Role)
    wrong = {cell for cell, allowed in table().items() if allows([Role(cell[1])], Can(cell[0])) is not allowed}
    assert not wrong


def test_the_matrix_is_the_table_written_by_hand() -> None:
    check_matrix()


def test_two_seats_add_up_and_none_opens_nothing() -> None:
    assert not allows([Role.OPERATOR], Can.READ_STRATEGY)
    assert allows([Role.OPERATOR, Role.EDUCATION], Can.READ_STRATEGY)
    assert not any(allows([], capability) for capability in Can)


def test_what_the_matrix_does_not_name_is_held_by_nobody() -> None:
    assert not allows(Role, "situation:open")  # type: ignore[arg-type]


def test_each_capability_and_role_is_said_in_french() -> None:
    assert set(SENTENCES) == set(MATRIX) == set(Can)
    assert set(LABELS) == set(Role)
    assert len(set(SENTENCES.values())) == len(SENTENCES)
    assert set(Can) >= CONFIDENTIAL


def test_the_page_of_the_documentation_is_up_to_date() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "permissions.md"
    assert page.read_text("utf-8") == as_markdown(), "./quietude manage write_permissions"


def test_roles_are_said_in_the_shortest_way() -> None:
    assert holders(frozenset(Role)) == "tous"
    assert holders(frozenset(Role) - {Role.OPERATOR}) == "tous, sauf administration technique"
    assert holders(frozenset({Role.CHAIR, Role.COORDINATOR})) == "coordination, présidence du conseil"
    assert holders(frozenset()) == "personne"
