"""What the log of the service says of a fault: where it happened and of which type, never the values that it held."""

import logging
import traceback
from types import TracebackType
from typing import Any

type Fault = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WhereFormatter(logging.Formatter):
    """Writes the frames of an exception and its type; its message is left out, since it may quote what was typed."""

    def formatException(self, ei: Fault) -> str:  # noqa: N802 (the name that logging calls)
        kind, _, trace = ei
        frames = "".join(traceback.format_tb(trace)).rstrip()
        return f"{frames}\n{kind.__name__}" if kind else frames


def logging_to_stderr() -> dict[str, Any]:
    """The setting LOGGING: faults and warnings on standard error, absent pages left out."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"where": {"()": WhereFormatter, "format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "where"}},
        "loggers": {
            "django": {"handlers": ["stderr"], "level": "WARNING"},
            "django.request": {"level": "ERROR"},
            "quietude": {"handlers": ["stderr"], "level": "WARNING"},
        },
    }
