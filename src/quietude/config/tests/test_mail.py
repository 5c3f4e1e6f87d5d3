"""The mail server comes from the environment; without one there is none, and nothing pretends to send."""

from pathlib import Path

import pytest
from environs import Env, EnvError

from quietude.config.mail import wire


def options(monkeypatch: pytest.MonkeyPatch, **variables: str) -> dict[str, object]:
    for name, value in variables.items():
        monkeypatch.setenv(f"QUIETUDE_SMTP_{name}", value)
    return wire(Env(prefix="QUIETUDE_"))["wire"]["OPTIONS"]


def test_without_a_host_nothing_is_set() -> None:
    assert wire(Env(prefix="QUIETUDE_")) == {}


@pytest.mark.parametrize(
    ("security", "port", "use_tls", "use_ssl"),
    [("starttls", 587, True, False), ("tls", 465, False, True), ("none", 25, False, False)],
)
def test_the_port_follows_from_the_security(
    monkeypatch: pytest.MonkeyPatch, security: str, port: int, use_tls: bool, use_ssl: bool
) -> None:
    found = options(monkeypatch, HOST="smtp.exemple.fr", SECURITY=security)
    assert (found["port"], found["use_tls"], found["use_ssl"]) == (port, use_tls, use_ssl)


def test_the_connection_is_encrypted_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    assert options(monkeypatch, HOST="smtp.exemple.fr")["use_tls"]


def test_the_password_may_lie_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("mot de passe\n", "utf-8")
    assert options(monkeypatch, HOST="smtp.exemple.fr", PASSWORD_FILE=str(file))["password"] == "mot de passe"


def test_a_security_that_does_not_exist_stops_the_start_up(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EnvError):
        options(monkeypatch, HOST="smtp.exemple.fr", SECURITY="aucune")
