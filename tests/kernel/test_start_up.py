"""What stops the start-up: each fault is said with its remedy, and nothing is served."""

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import include, path

from quietude.config import checks
from quietude.config.checks import LIBRARY_URLS
from quietude.kit.secrets import read_or_create_secret
from tests.kernel.surface import pages


def unguarded(request: HttpRequest) -> HttpResponse:
    return HttpResponse("anyone")


class Undeclared:
    urlpatterns = [
        path("", include("quietude.config.urls")),
        path("secret/<int:pk>/", unguarded, name="secret"),
    ]


def found(**settings: object) -> set[str | None]:
    with override_settings(**{"ALLOWED_HOSTS": ["127.0.0.1"]} | settings):
        return {message.id for message in run_checks(tags=["quietude"])}


def test_the_house_as_it_is_passes() -> None:
    assert found() == set()


def test_a_url_without_a_door_stops_everything() -> None:
    with override_settings(ROOT_URLCONF=Undeclared, ALLOWED_HOSTS=["127.0.0.1"]):
        messages = run_checks(tags=["quietude"])
    assert [message.id for message in messages] == ["quietude.E001"]
    assert "secret/<int:pk>/" in messages[0].msg
    assert messages[0].is_serious()


def test_the_closed_list_of_libraries_holds_no_url_that_is_gone() -> None:
    assert {page.name for page in pages()} >= LIBRARY_URLS


@pytest.mark.parametrize(
    ("settings", "fault"),
    [
        ({"DEBUG": True}, {"quietude.E002"}),
        ({"ALLOWED_HOSTS": []}, {"quietude.E003"}),
        ({"ALLOWED_HOSTS": ["*"]}, {"quietude.E003", "quietude.W001"}),
        (
            {"DEMO": True, "ALLOWED_HOSTS": ["clspd.exemple.fr"], "BASE_URL": "https://clspd.exemple.fr"},
            {"quietude.E004"},
        ),
        ({"DEMO": True, "ALLOWED_HOSTS": ["127.0.0.1", "localhost"]}, set()),
        ({"ALLOWED_HOSTS": ["clspd.exemple.fr"], "BASE_URL": "http://clspd.exemple.fr"}, {"quietude.W001"}),
        ({"ALLOWED_HOSTS": ["clspd.exemple.fr"], "BASE_URL": "https://clspd.exemple.fr"}, set()),
    ],
)
def test_what_is_left_open_is_said(settings: dict, fault: set[str]) -> None:
    assert found(**settings) == fault


def test_https_behind_a_proxy_must_be_told_so() -> None:
    assert found(SECURE_SSL_REDIRECT=True, SECURE_PROXY_SSL_HEADER=None) == {"quietude.W002"}
    assert found(SECURE_SSL_REDIRECT=True, SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https")) == set()


def test_processes_that_start_together_agree_on_one_secret(tmp_path: Path) -> None:
    path = tmp_path / "new" / "secret.key"
    with ThreadPoolExecutor(16) as pool:
        secrets = set(pool.map(lambda _: read_or_create_secret(path), range(64)))
    assert len(secrets) == 1
    assert len(secrets.pop()) >= 64
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [file.name for file in path.parent.iterdir()] == ["secret.key"]


def test_a_key_that_others_can_read_stops_everything(tmp_path: Path) -> None:
    key = tmp_path / "register.key"
    key.write_text("k")
    for mode, fault in ((0o600, set()), (0o640, {"quietude.E005"}), (0o604, {"quietude.E005"})):
        key.chmod(mode)
        assert found(REGISTER_KEY_FILE=key) == fault


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite only")
@pytest.mark.django_db(transaction=True)
def test_sqlite_must_wait_for_the_disk() -> None:
    assert checks.writes_are_durable(None, databases=["default"]) == []
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous = NORMAL")
        try:
            assert [fault.id for fault in checks.writes_are_durable(None, databases=["default"])] == ["quietude.E006"]
        finally:
            cursor.execute("PRAGMA synchronous = FULL")


def python(code: str, data: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Another process of the product, with a data folder and settings of its own."""
    fixed = {"QUIETUDE_DATA": str(data), "DJANGO_SETTINGS_MODULE": "quietude.config.settings"}
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, env=os.environ | fixed | environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_server_does_not_start_with_a_fault(tmp_path: Path) -> None:
    started = python("import quietude.config.wsgi", tmp_path, QUIETUDE_ALLOWED_HOSTS="*")
    assert started.returncode == 1
    assert "quietude.E003" in started.stderr


def test_over_https_cookies_belong_to_the_host_alone(tmp_path: Path) -> None:
    names = ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE")
    code = f"from django.conf import settings; print(*(getattr(settings, name) for name in {names}))"
    shown = python(code, tmp_path, QUIETUDE_BASE_URL="https://clspd.exemple.fr")
    assert shown.stdout.split() == ["__Host-session", "__Host-csrf", "True", "True"]
