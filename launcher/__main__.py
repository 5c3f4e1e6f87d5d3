"""Prepare the project's environment: `python3 launcher LOCK PYTHON`, the second being any Python from 3.8."""

import errno
import sys
from pathlib import Path

from environment import prepare
from faults import Fault

ROOT = Path(__file__).resolve().parent.parent


def main(lock_name, python):
    """Return the exit code: 0 when the environment is ready, 1 after one French sentence on standard error."""
    try:
        prepare(ROOT, ROOT / lock_name, python)
    except Fault as fault:
        return refuse(str(fault))
    except KeyboardInterrupt:
        return refuse("Installation interrompue : relancez la même commande pour la reprendre.")
    except OSError as error:
        return refuse(explain(error))
    return 0


def explain(error):
    """Say what a refusal of the operating system means for the person who installs."""
    if error.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
        return (
            f"Le dossier {ROOT} n’est pas accessible en écriture : "
            "copiez Quiétude dans un dossier qui vous appartient, puis relancez la commande."
        )
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"Il n’y a plus de place sur le disque de {ROOT} : libérez au moins 1 Go, puis relancez la commande."
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return f"Un fichier est à la place du dossier {error.filename} : déplacez-le, puis relancez la commande."
    return f"L’installation s’est arrêtée : {error.strerror} ({error.filename or ROOT})."


def refuse(sentence):
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
