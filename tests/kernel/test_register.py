"""The register: each act has its line, and a line that is touched afterwards is named."""

from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quietude.audit.chain import GENESIS
from quietude.audit.models import Entry
from quietude.audit.services import PLATFORM, record, seal_of
from quietude.audit.verification import verify_chain, verify_register

pytestmark = [pytest.mark.django_db, pytest.mark.on_postgres]

COUNCIL = uuid4()
CHAIN = str(COUNCIL)


def write(lines: int = 5) -> None:
    """Some acts, each with its line."""
    with transaction.atomic():
        for number in range(1, lines + 1):
            record("edit", object_type="sheet", object_reference=number, council=COUNCIL, details={"fields": number})


@pytest.fixture
def bypass():
    """A hand that reaches the table despite the base's own refusal."""
    drop = {
        "sqlite": ["DROP TRIGGER audit_entry_no_update", "DROP TRIGGER audit_entry_no_delete"],
        "postgresql": ["DROP TRIGGER audit_entry_no_change ON audit_entry"],
    }
    with connection.cursor() as cursor:
        for statement in drop[connection.vendor]:
            cursor.execute(statement)

    def change(number: int, /, **values: object) -> None:
        Entry.objects.filter(chain=CHAIN, number=number).update(**values)

    return change


def test_a_line_says_who_did_what_when() -> None:
    actor = uuid4()
    with transaction.atomic():
        record("edit", object_type="sheet", object_reference=12, actor=actor, council=COUNCIL, details={"fields": 2})
    line = Entry.objects.get()
    assert (line.chain, line.number, line.actor, line.verb) == (CHAIN, 1, actor, "edit")
    assert (line.object_type, line.object_reference, line.result) == ("sheet", "12", "done")
    assert line.details == {"fields": 2}
    assert timezone.now() - line.at < timedelta(minutes=1)


def test_each_council_has_its_own_chain_and_the_platform_another() -> None:
    write(2)
    with transaction.atomic():
        record("invite", object_type="account", object_reference="x")
    assert [(line.chain, line.number) for line in Entry.objects.order_by("id")] == [
        (CHAIN, 1),
        (CHAIN, 2),
        (PLATFORM, 1),
    ]
    assert Entry.objects.get(chain=PLATFORM).previous == GENESIS


def test_an_act_that_fails_leaves_no_line() -> None:
    with transaction.atomic():
        record("edit", object_type="sheet", object_reference=1, council=COUNCIL)
        transaction.set_rollback(True)
    assert not Entry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_line_outside_of_a_transaction_is_refused() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        record("edit", object_type="sheet", object_reference=1)


@pytest.mark.parametrize(
    "words", [{"verb": "a dit à Paul"}, {"details": {"who": "Paul Martin"}}, {"details": {"l": ["a b"]}}]
)
def test_names_and_sentences_are_refused(words: dict) -> None:
    line = {"verb": "edit", "object_type": "sheet", "object_reference": 1} | words
    with pytest.raises(ValueError, match="codes and counts"), transaction.atomic():
        record(line.pop("verb"), **line)


@pytest.mark.parametrize("act", ["update", "delete"])
def test_the_base_refuses_to_change_or_remove_a_line(act: str) -> None:
    write(1)
    lines = Entry.objects.all()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        lines.update(verb="read") if act == "update" else lines._raw_delete("default")
    assert verify_chain(CHAIN).is_whole


def test_a_whole_register_verifies() -> None:
    write(5)
    assert verify_chain(CHAIN).lines == 5
    assert [verdict.is_whole for verdict in verify_register()] == [True]


@pytest.mark.parametrize(
    "forged",
    [
        {"verb": "read"},
        {"object_reference": "9"},
        {"result": "refused"},
        {"details": {"fields": 4, "more": 1}},
        {"actor": uuid4()},
        {"at": timezone.now() - timedelta(days=1)},
        {"mac": "f" * 64},
        {"previous": GENESIS},
    ],
)
def test_an_edited_line_is_named(bypass, forged: dict) -> None:
    write(5)
    bypass(3, **forged)
    assert verify_chain(CHAIN).altered == 3


def test_a_line_edited_and_sealed_with_another_key_is_named(bypass, monkeypatch: pytest.MonkeyPatch) -> None:
    write(3)
    forged = Entry.objects.get(chain=CHAIN, number=2)
    forged.verb = "read"
    with monkeypatch.context() as other:
        other.setattr("quietude.audit.chain._key", lambda: b"another key")
        bypass(2, verb="read", mac=seal_of(forged))
    assert verify_chain(CHAIN).altered == 2


def test_a_removed_line_is_named(bypass) -> None:
    write(5)
    Entry.objects.filter(chain=CHAIN, number=2)._raw_delete("default")
    assert verify_chain(CHAIN).altered == 2


def test_a_removed_line_is_named_even_when_the_next_ones_are_renumbered(bypass) -> None:
    write(5)
    Entry.objects.filter(chain=CHAIN, number=2)._raw_delete("default")
    for number in (3, 4, 5):
        bypass(number, number=number - 1)
    assert verify_chain(CHAIN).altered == 2


def test_two_lines_that_change_places_are_named(bypass) -> None:
    write(5)
    bypass(2, number=99)
    bypass(4, number=2)
    bypass(99, number=4)
    assert verify_chain(CHAIN).altered == 2


def test_an_inserted_line_is_named(bypass) -> None:
    write(3)
    third = Entry.objects.get(chain=CHAIN, number=3)
    Entry.objects.create(
        chain=CHAIN, number=4, at=timezone.now(), verb="edit", object_type="sheet", object_reference="1",
        previous=third.mac, mac="0" * 64,
    )  # fmt: skip
    assert verify_chain(CHAIN).altered == 4


def test_a_line_moved_to_another_council_is_named(bypass) -> None:
    write(1)
    other = str(uuid4())
    bypass(1, chain=other)
    assert verify_chain(other).altered == 1


def test_a_cut_tail_is_the_known_limit(bypass) -> None:
    """What this verification cannot see by itself: it is said in its module, and here."""
    write(5)
    Entry.objects.filter(chain=CHAIN, number__gt=3)._raw_delete("default")
    assert verify_chain(CHAIN).is_whole


FIELDS = st.sampled_from(["verb", "object_type", "object_reference", "result", "mac", "previous"])
CODES = st.text("abcdefghijklmnopqrstuvwxyz0123456789.:-\x1f", min_size=1, max_size=10)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(1, 8), name=FIELDS, value=CODES)
def test_any_edit_of_any_field_is_named(bypass, number: int, name: str, value: str) -> None:
    with transaction.atomic():
        write(8)
        before = Entry.objects.filter(chain=CHAIN, number=number).values_list(name, flat=True)[0]
        bypass(number, **{name: value})
        assert verify_chain(CHAIN).altered == (None if value == before else number)
        transaction.set_rollback(True)


def test_the_command_says_in_french_what_it_found(bypass) -> None:
    write(1200)
    said = StringIO()
    call_command("audit_verify", stdout=said)
    assert "1\u202f200 lignes, aucune altérée" in said.getvalue()
    bypass(700, verb="read")
    with pytest.raises(CommandError, match="touché"):
        call_command("audit_verify", stdout=said)
    assert "la ligne 700 a été altérée" in said.getvalue()
