"""The register under several processes, and under one that is killed outright: no line lost, no seal broken."""

import pytest
from django.conf import settings

from quietude.audit.services import PLATFORM
from quietude.audit.verification import verify_chain
from tests.yard import Yard

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.on_postgres]

WRITER = """
import django
django.setup()
from django.db import transaction
from quietude.audit.services import record
for number in range({lines}):
    with transaction.atomic():
        record("edit", object_type="sheet", object_reference=number)
    print(number, flush=True)
"""


@pytest.fixture
def yard(yard: Yard) -> Yard:
    """Other processes that seal with the key of this one."""
    yard.environment["QUIETUDE_REGISTER_KEY_FILE"] = str(settings.REGISTER_KEY_FILE)
    return yard


def test_four_processes_write_one_whole_chain(yard: Yard) -> None:
    writers = [yard.start("-c", WRITER.format(lines=40)) for _ in range(4)]
    said = [writer.communicate(timeout=120)[0] for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 4, said
    verdict = verify_chain(PLATFORM)
    assert (verdict.is_whole, verdict.lines) == (True, 160)


def test_a_process_killed_while_it_writes_loses_nothing_that_it_had_acknowledged(yard: Yard) -> None:
    acknowledged = 0
    for _ in range(5):
        writer = yard.start("-c", WRITER.format(lines=1000))
        assert writer.stdout is not None
        for _ in range(15):
            writer.stdout.readline()
        writer.kill()
        acknowledged += 15 + len(writer.stdout.readlines())
        writer.wait()
    verdict = verify_chain(PLATFORM)
    assert verdict.is_whole
    assert acknowledged <= verdict.lines <= acknowledged + 5
