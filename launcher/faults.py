"""What stops an installation, and the two ways to run the tools that it needs."""

import subprocess
import sys


class Fault(Exception):
    """A refusal that the person at the keyboard can mend: its text is one French sentence."""


def say(sentence):
    """Tell the person what takes time; standard output belongs to the command itself."""
    print(sentence, file=sys.stderr, flush=True)


def run(command, journal, **environment):
    """Run a command without input, its output added to the journal; return its exit code, 127 when it cannot start."""
    with journal.open("a", encoding="utf-8") as output:
        output.write("\n$ {}\n".format(" ".join(map(str, command))))
        output.flush()
        try:
            return subprocess.call(
                [str(part) for part in command],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=environment or None,
            )
        except OSError:
            return 127


def answer(*command):
    """Return what a program says on standard output, or None when it does not really answer."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=30,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else None
