"""The exact headers of security, on every URL and method, for who has signed in and who has not."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse

from quietude.permissions.roles import Role
from tests.cast import Cast
from tests.kernel.surface import METHODS, pages
from tests.objects import arguments_of

pytestmark = pytest.mark.django_db
EXACT = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), "
        "publickey-credentials-create=(self), publickey-credentials-get=(self)"
    ),
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
UNWANTED = ("Server", "X-Powered-By", "Access-Control-Allow-Origin", "Content-Security-Policy-Report-Only")


def faults(response: HttpResponse) -> dict[str, str | None]:
    """The headers that are not exactly as they must be."""
    wrong = {name: response.headers.get(name) for name, value in EXACT.items() if response.headers.get(name) != value}
    return wrong | {name: response.headers[name] for name in UNWANTED if name in response.headers}


@pytest.mark.parametrize("who", ["nobody", "member"])
def test_every_answer_carries_them(who: str, cast: Cast, client_of: Callable[..., Client]) -> None:
    found = {}
    for page in pages():
        client = client_of(Role.COORDINATOR) if who == "member" else Client()
        path = page.path(cast.council.slug, **arguments_of(page.name, cast.council))
        for method in METHODS:
            answer = client.generic(method, path)
            answer.close()
            if wrong := faults(answer):
                found[method, page.name] = wrong
    assert found == {}


def test_pages_of_failure_carry_them_too(cast: Cast, client_of: Callable[..., Client], monkeypatch) -> None:
    client = client_of(Role.COORDINATOR)
    client.raise_request_exception = False
    absent = client.get("/rien/")
    expired = Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": "x"})
    monkeypatch.setattr("quietude.accounts.queries.second_factors", lambda user: 1 / 0)
    broken = client.get(reverse("account"))
    assert [answer.status_code for answer in (absent, expired, broken)] == [404, 403, 500]
    assert [faults(answer) for answer in (absent, expired, broken)] == [{}, {}, {}]


def test_a_page_of_failure_says_nothing_of_the_inside(client_of, cast: Cast, monkeypatch) -> None:
    client = client_of(Role.COORDINATOR)
    client.raise_request_exception = False
    monkeypatch.setattr("quietude.accounts.queries.second_factors", lambda user: 1 / 0)
    page = client.get(reverse("account")).content.decode()
    assert "panne" in page
    assert "ZeroDivision" not in page
    assert "Traceback" not in page


def test_cookies_are_closed_to_scripts_and_to_other_sites(cast: Cast, client_of) -> None:
    client = client_of(Role.COORDINATOR)
    client.get(reverse("account"))
    for name in ("session", "csrf"):
        cookie = client.cookies[name]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"


@override_settings(SECURE_HSTS_SECONDS=31536000, SECURE_SSL_REDIRECT=True, ALLOWED_HOSTS=["testserver"])
def test_over_https_the_browser_is_told_to_stay_there() -> None:
    assert Client().get("/connexion/").headers["Location"] == "https://testserver/connexion/"
    secure = Client().get("/connexion/", secure=True)
    assert secure.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert faults(secure) == {}


@pytest.mark.parametrize("page", ["account_login", "account_reset_password"])
def test_nothing_is_inline(page: str) -> None:
    html = Client().get(reverse(page)).content.decode()
    assert " style=" not in html
    assert " onclick=" not in html
    for script in html.split("<script")[1:]:
        assert script.startswith((" src=", " data-allauth-onload=", ' id="')), script[:80]
