"""argparse in French: it is made to be translated, and its catalogue is these few sentences."""

import argparse
from typing import NoReturn

FRENCH = {
    "usage: ": "Usage : ",
    "positional arguments": "Arguments ",
    "options": "Options ",
    "show this help message and exit": "affiche cette aide",
    "the following arguments are required: %s": "il manque : %s",
    "unrecognized arguments: %s": "arguments inconnus : %s",
    "expected one argument": "attend une valeur",
    "invalid %(type)s value: %(value)r": "valeur refusée : %(value)r",
    "invalid choice: %(value)r (choose from %(choices)s)": "choix inconnu : %(value)r (choix possibles : %(choices)s)",
    "not allowed with argument %s": "ne va pas avec %s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s : %(message)s",
    "%(prog)s: error: %(message)s\n": "%(message)s\n",
}


def translate(sentence: str) -> str:
    return FRENCH.get(sentence, sentence)


class FrenchParser(argparse.ArgumentParser):
    """A parser whose help and refusals are in French."""

    def __init__(self, **options: object) -> None:
        vars(argparse)["_"] = translate
        super().__init__(**options)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{message[:1].upper()}{message[1:]} (voir : {self.prog} --help).\n")


def port(text: str) -> int:
    """A TCP port that a person may choose; raises ArgumentTypeError with a French sentence."""
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"« {text} » n’est pas un port (un nombre entre 1 et 65535)")
    return int(text)
