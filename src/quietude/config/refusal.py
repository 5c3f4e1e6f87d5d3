"""What stops a command."""


class Refusal(Exception):
    """A refusal that the person at the keyboard can mend: its text is one French sentence."""
