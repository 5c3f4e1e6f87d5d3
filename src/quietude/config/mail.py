"""The mail server of an installation, from the environment. Without one, mail waits and « Courriels » says why."""

from pathlib import Path
from typing import Any

from environs import Env, validate

DEFAULT_PORTS = {"starttls": 587, "tls": 465, "none": 25}


def wire(env: Env) -> dict[str, dict[str, Any]]:
    """The entry « wire » of ``MAILERS``, or nothing when QUIETUDE_SMTP_HOST names no server.

    QUIETUDE_SMTP_SECURITY is ``starttls`` (unless told otherwise), ``tls`` or ``none``; the port follows from it. The
    password comes from QUIETUDE_SMTP_PASSWORD, or from the file that QUIETUDE_SMTP_PASSWORD_FILE names.
    """
    host = env.str("SMTP_HOST", "")
    if not host:
        return {}
    security = env.str("SMTP_SECURITY", "starttls", validate=validate.OneOf(DEFAULT_PORTS))
    file = env.str("SMTP_PASSWORD_FILE", "")
    options = {
        "host": host,
        "port": env.int("SMTP_PORT", DEFAULT_PORTS[security]),
        "username": env.str("SMTP_USER", ""),
        "password": Path(file).read_text("utf-8").strip() if file else env.str("SMTP_PASSWORD", ""),
        "use_tls": security == "starttls",
        "use_ssl": security == "tls",
        "timeout": 10,
    }
    return {"wire": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}}
