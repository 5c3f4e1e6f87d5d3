"""What an installation needs, asked one by one: each question answers with what was found and how to mend it."""

import os
import shutil
import sqlite3
import stat
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from quietude.config.data_folder import is_held

GIGABYTE = 10**9
OLDEST_SQLITE = (3, 37)  # Django 6.1


@dataclass(frozen=True)
class Finding:
    """One answer: what was found, and the remedy when it is not well. An optional one never fails the diagnosis."""

    found: str
    remedy: str = ""
    optional: bool = False

    @property
    def is_well(self) -> bool:
        return not self.remedy


def diagnose(data: Path) -> Iterator[Finding]:
    """Every question that can be asked, from what everything rests on to what only tests need."""
    yield python_version()
    yield sqlite_version()
    yield clock()
    folder = data_is_writable(data)
    yield folder
    if folder.is_well and data.exists():
        yield disk_space(data)
        yield from key_files(data)
        base = base_is_current()
        yield base
        if base.is_well:
            yield background(running=is_held(data))
        yield mail()
    yield program("Chromium", ["chromium", "chromium-browser", "google-chrome"], "apt install chromium")
    yield postgresql()


def python_version() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    if (3, 12) <= sys.version_info < (3, 15):
        return Finding(f"Python {version}")
    return Finding(f"Python {version}", "Quiétude demande Python 3.12, 3.13 ou 3.14 : lancez-la par ./quietude.")


def sqlite_version() -> Finding:
    if sqlite3.sqlite_version_info >= OLDEST_SQLITE:
        return Finding(f"SQLite {sqlite3.sqlite_version}")
    return Finding(f"SQLite {sqlite3.sqlite_version}", "Il faut SQLite 3.37 ou plus récent : mettez le système à jour.")


def clock() -> Finding:
    """Deadlines and second factors need the right time: it cannot be earlier than our own files."""
    newest = max(path.stat().st_mtime for path in Path(__file__).parent.glob("*.py"))
    now = datetime.now(UTC).astimezone()
    shown = f"Horloge : {now:%d/%m/%Y %H:%M}"
    if time.time() + 60 >= newest:
        return Finding(shown)
    return Finding(shown, "L’horloge retarde : réglez-la (timedatectl set-ntp true).")


def data_is_writable(data: Path) -> Finding:
    existing = next(path for path in (data, *data.parents) if path.exists())
    if existing.is_dir() and os.access(existing, os.W_OK):
        state = "" if data.exists() else ", sera créé au premier démarrage"
        return Finding(f"Dossier de données {data}{state}")
    return Finding(
        f"Dossier de données {data} : écriture refusée",
        "Donnez-le à l’utilisateur du service, ou changez QUIETUDE_DATA.",
    )


def disk_space(data: Path) -> Finding:
    free = shutil.disk_usage(data).free / GIGABYTE
    shown = f"Place sur le disque : {free:.1f} Go libres".replace(".", ",")
    return Finding(shown) if free >= 1 else Finding(shown, "Libérez au moins 1 Go.")


def key_files(data: Path) -> Iterator[Finding]:
    """Keys are read by the service alone: anyone else's right is a fault."""
    for path in sorted(data.glob("*.key")):
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & 0o077:
            yield Finding(f"Clé {path.name} lisible par d’autres ({mode:o})", f"chmod 600 {path}")
        else:
            yield Finding(f"Clé {path.name} réservée au service")


def base_is_current() -> Finding:
    """Tell whether the base answers and has every migration of this code."""
    import django
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor
    from django.db.utils import Error

    django.setup()
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Error as error:
        return Finding(
            f"Base de données injoignable : {error}", "Vérifiez QUIETUDE_DATABASE_URL et que la base tourne."
        )
    if missing:
        return Finding("Base de données : pas à jour", "Lancez ./quietude serve (ou demo), qui la met à jour.")
    return Finding(f"Base de données {connection.display_name} à jour")


def background(running: bool) -> Finding:
    """Mail, imports and deadlines wait for a worker and a scheduler; they live only while Quiétude is open."""
    from quietude.config.models import Pulse
    from quietude.config.work.pulses import living

    silent = [str(Pulse.Kind(kind).label) for kind, count in living().items() if not count]
    if not silent:
        return Finding("Tâches de fond et échéances en vie")
    if not running:
        return Finding("Quiétude n’est pas ouverte sur ce dossier", "Pour l’ouvrir : ./quietude serve", optional=True)
    return Finding(f"Sans signe de vie : {', '.join(silent)}", "Redémarrez Quiétude (./quietude serve).")


def mail() -> Finding:
    from django.conf import settings

    if "wire" in settings.MAILERS:
        return Finding("Serveur d’envoi des courriels réglé")
    if settings.DEMO:
        return Finding("Démonstration : les courriels ne partent pas")
    return Finding(
        "Sans serveur d’envoi, les courriels attendent", "Réglez QUIETUDE_SMTP_HOST (docs/guide/installer.md)."
    )


def program(name: str, commands: list[str], remedy: str) -> Finding:
    """A program that only the tests use."""
    if any(shutil.which(command) for command in commands):
        return Finding(f"{name} (pour les tests)", optional=True)
    return Finding(f"{name} absent : ses tests ne seront pas joués", remedy, optional=True)


def postgresql() -> Finding:
    binaries = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if binaries:
        return Finding(f"PostgreSQL {binaries[-1].parts[-3]} (pour les tests)", optional=True)
    return Finding("PostgreSQL absent : ses tests ne seront pas joués", "apt install postgresql", optional=True)
