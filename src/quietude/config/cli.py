"""The command line: one word per thing a person wants, each in its own module of `commands`."""

import io
import os
import sys
from importlib import import_module
from importlib.resources import files

from quietude.config.arguments import FrenchParser
from quietude.config.refusal import Refusal

# The word typed -> the module that answers; imported only then, so that each command starts at once.
COMMANDS = {
    "demo": "demo",
    "serve": "serve",
    "council": "council",
    "import-strategy": "import_strategy",
    "audit": "audit",
    "doctor": "doctor",
    "test": "checks",
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0, or 1 after one French sentence on standard error (2 when the command is misspelt)."""
    words = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):  # a terminal that cannot write ’ or ✓ must not stop a command
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        return dispatch(words)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Commande interrompue.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # what read our output, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("quietude"):
            raise
        print(
            f"L’installation est abîmée (il manque {error.name}) : supprimez le dossier .venv, puis recommencez.",
            file=sys.stderr,
        )
        return 1


def dispatch(words: list[str]) -> int:
    if not words or words[0] in ("-h", "--help", "help", "aide"):
        print(help_page(), end="")
        return 0
    if words[0] == "manage":
        return manage(words[1:])
    if words[0] not in COMMANDS:
        raise Refusal(
            f"La commande « {words[0]} » n’existe pas : « ./quietude » sans argument donne la liste des commandes."
        )
    command = import_module(f"quietude.config.commands.{COMMANDS[words[0]]}")
    parser = FrenchParser(prog=f"quietude {words[0]}", description=command.__doc__)
    command.declare(parser)
    if getattr(command, "TAKES_THE_REST", False):
        options, rest = parser.parse_known_args(words[1:])
        options.rest = rest
    else:
        options = parser.parse_args(words[1:])
    result: int = command.run(options)
    return result


def help_page() -> str:
    """The list of commands: a text that the start script also prints, before anything is installed."""
    return files("quietude.config").joinpath("aide.txt").read_text("utf-8")


def manage(words: list[str]) -> int:
    """Hand over to Django's own commands, for those who develop."""
    from quietude.config.environment import settle

    settle()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["quietude manage", *words])
    return 0
