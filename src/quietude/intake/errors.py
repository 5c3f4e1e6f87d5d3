"""Why a file was not taken."""

NOTHING_IMPORTED = "Rien n’a été importé."


class RefusedFile(Exception):
    """A file that is not let in; the message is for the sender, in French, and says that nothing was imported."""

    def __init__(self, message_fr: str) -> None:
        super().__init__(message_fr)
        self.message_fr = message_fr


def refused(reason: str) -> RefusedFile:
    """The refusal for ``reason``, a clause without its final full stop."""
    return RefusedFile(f"Fichier refusé\u00a0: {reason}. {NOTHING_IMPORTED}")
