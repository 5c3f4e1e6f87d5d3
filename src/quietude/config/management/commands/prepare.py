import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Bring an installation up to date with the code: base, static files, folders. Run again, it changes nothing."""

    help = "Met la base et les fichiers statiques à jour."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("load_territories")
        call_command("load_legal_rules")
        call_command("load_funding_programmes")
        settings.UPLOADS.mkdir(mode=0o700, parents=True, exist_ok=True)
        collect_static_files(Path(settings.STATIC_ROOT))


def collect_static_files(target: Path) -> None:
    """Collect and compress the static files when one of them changed: it takes seconds, and rarely anything did."""
    stamp = target / "collected.txt"
    current = fingerprint()
    if stamp.exists() and stamp.read_text("ascii") == current:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(current, "ascii")


def fingerprint() -> str:
    """A digest of the name, size and date of every static file that the rooms and libraries bring."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            digest.update(f"{name} {storage.size(name)} {storage.get_modified_time(name)}\n".encode())
    return digest.hexdigest()
