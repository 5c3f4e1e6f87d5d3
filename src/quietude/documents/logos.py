"""A logo comes in: checked by its first bytes and its size, then drawn anew in a process of its own."""

import base64
import tempfile
from pathlib import Path

from quietude.documents.letter import picture_suffix
from quietude.intake.child import run_apart
from quietude.intake.errors import RefusedFile

LARGEST_KILOBYTES = 1024
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
SECONDS, MEGABYTES = 15, 2048


class RefusedLogo(Exception):
    """A picture that is not taken; the message, in French, is for who sent it."""


def redrawn(picture: bytes) -> bytes:
    """The PNG that documents carry, 400 points high at most, made of a PNG or JPEG. Raises RefusedLogo."""
    if len(picture) > LARGEST_KILOBYTES * 1024:
        raise RefusedLogo("Cette image dépasse 1\u00a0Mo. Réduisez-la, puis recommencez.")
    if not picture.startswith(PICTURES):
        raise RefusedLogo("Ce fichier n’est ni un PNG ni un JPEG. Enregistrez le logo dans l’un de ces formats.")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"picture.{picture_suffix(picture)}")
        source.write_bytes(picture)
        try:
            made = run_apart("quietude.documents.typesetting:redraw", source, seconds=SECONDS, megabytes=MEGABYTES)
        except RefusedFile as error:
            raise RefusedLogo("Cette image n’a pas pu être lue. Enregistrez-la à nouveau, puis recommencez.") from error
    return base64.b64decode(made)
