"""Static files that come from wheels and are not whole applications: the few that the theme uses, and our fonts."""

import os
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

from quietude.kit.fonts import FONTS, font_folder

REBOOT = ("bootstrap-reboot.min.css", "bootstrap-reboot.min.css.map")


class _Folder(FileSystemStorage):
    """A folder whose files are served under ``prefix``."""

    def __init__(self, prefix: str, location: Path) -> None:
        super().__init__(location=location)
        self.prefix = prefix


class WheelFinder(BaseFinder):
    """Bootstrap's reboot as ``kit/vendor/``, the subset fonts as ``kit/fonts/`` (made when first asked for)."""

    def _folders(self) -> Iterator[tuple[_Folder, Iterable[str]]]:
        reboot = files("django_include_bootstrap") / "static" / "css"
        yield _Folder("kit/vendor", Path(str(reboot))), REBOOT
        yield _Folder("kit/fonts", font_folder()), [font.file for font in FONTS]

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, _Folder]]:
        for folder, names in self._folders():
            for name in names:
                yield name, folder

    def find(self, path: str, find_all: bool = False, **_: Any) -> Any:
        wanted = path.replace(os.sep, "/")
        if not wanted.startswith(("kit/vendor/", "kit/fonts/")):
            return []
        for name, folder in self.list(None):
            if f"{folder.prefix}/{name}" == wanted:
                return [folder.path(name)] if find_all else folder.path(name)
        return []
