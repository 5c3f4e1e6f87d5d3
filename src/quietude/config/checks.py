"""What must hold before anything is served: each fault stops the start-up and says how to mend it."""

import stat
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.checks import Warning as Caution
from django.db import connection
from django.urls import URLPattern, URLResolver, get_resolver

LIBRARY_URLS = frozenset(
    {
        "account_change_password",
        "account_inactive",
        "account_login",
        "account_logout",
        "account_reauthenticate",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "account_set_password",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_authenticate",
        "mfa_deactivate_totp",
        "mfa_download_recovery_codes",
        "mfa_edit_webauthn",
        "mfa_generate_recovery_codes",
        "mfa_index",
        "mfa_list_webauthn",
        "mfa_login_webauthn",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "mfa_remove_webauthn",
        "mfa_view_recovery_codes",
    }
)
"""The URLs of allauth, which has its own doors: the only ones without one of ours."""

LOCAL = frozenset({"127.0.0.1", "localhost", "::1", "[::1]"})
Checks = list[CheckMessage]


def walk_urls(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every URL pattern of the product with its whole route, depth first."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from walk_urls(pattern, route)
        else:
            yield route, pattern


@register("quietude")
def every_url_has_a_door(app_configs: Any, **kwargs: Any) -> Checks:
    """A page that nobody guards is never served."""
    return [
        Error(
            f"The URL « {route} » stands behind no door.",
            hint="Give its view @public, @signed_in, @by_link or @seated.",
            id="quietude.E001",
        )
        for route, pattern in walk_urls()
        if not hasattr(pattern.callback, "door") and pattern.name not in LIBRARY_URLS
    ]


@register("quietude")
def nothing_is_left_open(app_configs: Any, **kwargs: Any) -> Checks:
    """Settings that must never reach a served installation."""
    hosts = set(settings.ALLOWED_HOSTS)
    public = hosts - LOCAL
    found: Checks = []
    if settings.DEBUG:
        found.append(Error("DEBUG is on: it shows data in its error pages.", id="quietude.E002"))
    if not hosts or "*" in hosts:
        found.append(Error("ALLOWED_HOSTS must name the hosts of this installation.", id="quietude.E003"))
    if settings.DEMO and public:
        message = "The demonstration opens every role without a password: it must not be served on a public host."
        found.append(Error(message, hint=f"Remove {', '.join(sorted(public))} or QUIETUDE_DEMO.", id="quietude.E004"))
    if public and urlsplit(settings.BASE_URL).scheme != "https":
        message = "Passwords would travel in clear: serve a public host over https."
        found.append(Caution(message, hint="Set QUIETUDE_BASE_URL to the https address.", id="quietude.W001"))
    if settings.SECURE_SSL_REDIRECT and not settings.SECURE_PROXY_SSL_HEADER:
        message = "Behind a proxy that ends TLS, every page would send to itself without end."
        found.append(Caution(message, hint="Set QUIETUDE_PROXIES to the number of proxies.", id="quietude.W002"))
    return found


@register("quietude")
def keys_are_private(app_configs: Any, **kwargs: Any) -> Checks:
    """A key that others can read is a key that others have."""
    return [
        Error(f"{path.name} can be read by others.", hint=f"chmod 600 {path}", id="quietude.E005")
        for path in (settings.DATA / "secret.key", settings.REGISTER_KEY_FILE, settings.FACTOR_KEY_FILE)
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077
    ]


@register(Tags.database)
def writes_are_durable(app_configs: Any, databases: Any = None, **kwargs: Any) -> Checks:
    """An act that was acknowledged survives a power cut: SQLite must wait for the disk."""
    if connection.vendor != "sqlite" or not databases:
        return []
    full = 2
    with connection.cursor() as cursor:
        level = cursor.execute("PRAGMA synchronous").fetchone()[0]
    if level >= full:
        return []
    return [Error("SQLite does not wait for the disk (synchronous is below FULL).", id="quietude.E006")]
