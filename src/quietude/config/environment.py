"""What Django must know before its settings are read."""

import os
from pathlib import Path

CLONE = Path(__file__).resolve().parents[3]


def data_folder(chosen: Path | None = None) -> Path:
    """The folder chosen on the command line, else QUIETUDE_DATA, else var/ in the clone."""
    if chosen is not None:
        return chosen.expanduser().absolute()
    return Path(os.environ.get("QUIETUDE_DATA") or CLONE / "var").absolute()


def settle(data: Path | None = None, **more: str) -> None:
    """Point this process, and its children, to the settings module and to one data folder."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quietude.config.settings")
    os.environ["QUIETUDE_DATA"] = str(data or data_folder())
    os.environ.update(more)
