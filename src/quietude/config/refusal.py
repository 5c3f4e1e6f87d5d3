"""What stops a command."""

import errno

REASONS = {
    errno.ENOENT: "il n’existe pas",
    errno.EISDIR: "c’est un dossier",
    errno.ENOTDIR: "un fichier est à la place d’un dossier",
    errno.EEXIST: "un fichier est à cette place",
    errno.EACCES: "l’accès est refusé",
    errno.EPERM: "l’accès est refusé",
    errno.EROFS: "le disque est en lecture seule",
    errno.ENOSPC: "le disque est plein",
    errno.EADDRINUSE: "il est déjà occupé",
    errno.EADDRNOTAVAIL: "cette adresse n’est pas celle de cette machine",
}


class Refusal(Exception):
    """A refusal that the person at the keyboard can mend: its text is one French sentence."""


def reason(error: OSError) -> str:
    """Why the system refused, as a French clause."""
    return REASONS.get(error.errno or 0, error.strerror or "raison inconnue")
