"""Why a file was not taken."""


class RefusedFile(Exception):
    """A file that is not let in; the message is for the sender, in French, and says that nothing was imported."""
