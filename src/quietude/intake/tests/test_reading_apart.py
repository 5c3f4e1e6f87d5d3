"""The child process: what it gives back, and what happens when it misbehaves."""

import socket
import time
from pathlib import Path

import pytest

from quietude.intake.child import TOO_HEAVY, TOO_LONG, run_apart
from quietude.intake.errors import RefusedFile

BEHAVIOURS = "quietude.intake.tests.behaviours"


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "upload"
    path.write_text("Axe 1 : prévenir")
    return path


def apart(function: str, path: Path, **bounds):
    return run_apart(f"{BEHAVIOURS}:{function}", path, **bounds)


def test_result_comes_back_whatever_the_reader_prints(document):
    assert apart("read", document, name="Été.txt") == {"text": "Axe 1 : prévenir", "name": "Été.txt"}


def test_refusal_of_the_reader_reaches_the_sender(document):
    with pytest.raises(RefusedFile, match="Ce fichier ne contient aucun texte lisible"):
        apart("refuse", document)


@pytest.mark.parametrize("function", ["fail", "swell", "answer_at_length"])
def test_failure_is_one_sentence(document, function):
    with pytest.raises(RefusedFile) as refusal:
        apart(function, document, seconds=20, megabytes=256)
    assert refusal.value.message_fr == TOO_HEAVY


@pytest.mark.parametrize("function", ["run_for_ever", "sleep"])
def test_overrun_is_killed(document, function):
    started = time.monotonic()
    with pytest.raises(RefusedFile) as refusal:
        apart(function, document, seconds=1)
    assert refusal.value.message_fr == TOO_LONG
    assert time.monotonic() - started < 5


def test_child_has_no_network(document):
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert apart("call_home", document, name=str(server.getsockname()[1])) == "refused"


def test_child_knows_no_secret(document, monkeypatch):
    monkeypatch.setenv("QUIETUDE_DATABASE_URL", "postgres://secret")
    assert set(apart("tell_environment", document)) <= {"PYTHONPATH", "LANG", "PYTHONUTF8", "LC_CTYPE"}
