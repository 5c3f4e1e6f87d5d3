"""Promise 28: hostile files do no harm. Each is answered in two seconds, in French, within bounded memory."""

import resource
import tracemalloc
from pathlib import Path

import pytest

from quietude.intake.checks import check_upload
from quietude.intake.child import run_apart
from quietude.intake.errors import RefusedFile
from quietude.intake.tests.hostile_files import REFUSED, SURVIVED

READER = "quietude.strategy.importer:read_strategy_file"
SECONDS = 2
MEGABYTES = 256


@pytest.fixture
def sent(tmp_path, request):
    """The hostile file on disk under a name of ours, and the name that its sender gave it."""
    name, build = request.param
    path = tmp_path / "upload"
    path.write_bytes(build())
    return path, name


def processor_seconds() -> float:
    """Time spent by the tests and by the processes they waited for, whatever else the machine does."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def take_in(path: Path, name: str):
    """The whole way of an upload: checked, then read apart."""
    check_upload(path, name)
    return run_apart(READER, path, name=name, seconds=10, megabytes=MEGABYTES)


@pytest.mark.parametrize("sent", REFUSED.values(), ids=REFUSED, indirect=True)
def test_hostile_file_is_refused_in_french_and_at_once(sent):
    started = processor_seconds()
    with pytest.raises(RefusedFile) as refusal:
        take_in(*sent)
    assert processor_seconds() - started < SECONDS
    message = refusal.value.message_fr
    assert message == str(refusal.value)
    assert message.endswith(".")
    assert "Fichier refusé" in message or "recommencez" in message
    assert str(sent[0]) not in message
    assert "Error" not in message


@pytest.mark.parametrize("sent", SURVIVED.values(), ids=SURVIVED, indirect=True)
def test_tiresome_file_is_read_without_hanging_nor_running_anything(sent):
    started = processor_seconds()
    reading = take_in(*sent)
    assert processor_seconds() - started < SECONDS
    written = " ".join(line["text"] for line in reading["lines"])
    assert "Axe 1" in written or "Axe | Action" in written
    assert "alert" not in written
    assert "var Axe" not in written


@pytest.mark.parametrize("name", ["flat bomb", "sizes that lie", "overlapping bomb", "five thousand entries"])
def test_bomb_is_seen_without_being_unpacked(tmp_path, name):
    path = tmp_path / "upload"
    path.write_bytes(REFUSED[name][1]())
    tracemalloc.start()
    try:
        with pytest.raises(RefusedFile):
            check_upload(path, "plan.docx")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 5_000_000


def test_message_tells_size_and_limit(tmp_path):
    path = tmp_path / "upload"
    path.write_bytes(b"Axe 1\n" * 5_400_000)
    with pytest.raises(RefusedFile) as refusal:
        check_upload(path, "plan.txt")
    assert refusal.value.message_fr == ("Fichier refusé\u00a0: 31 Mo, la limite est 25 Mo. Rien n’a été importé.")


def test_extension_does_not_decide(tmp_path):
    path = tmp_path / "upload"
    path.write_bytes(REFUSED["PDF of a scan"][1]())
    assert check_upload(path, "plan.docx") == "pdf"
