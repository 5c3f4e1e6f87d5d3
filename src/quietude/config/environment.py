"""What Django must know before its settings are read."""

import os
from pathlib import Path


def settle(data: Path | None = None, demo: bool = False, **more: str) -> None:
    """Point this process, and its children, to the settings module and to one data folder."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quietude.config.settings")
    if data is not None:
        os.environ["QUIETUDE_DATA"] = str(data)
    if demo:
        os.environ["QUIETUDE_DEMO"] = "true"
    os.environ.update(more)
