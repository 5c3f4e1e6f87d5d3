"""Tasks that the tests of the background give to do."""

import time
from pathlib import Path

from django.tasks import TaskContext, task

from quietude.kit.tasks import repeatable

NAME = "Camille Aubry"


@task
def note(file: str, line: str) -> None:
    """Add a line to the file."""
    time.sleep(0.02)  # long enough for two workers to be at it together
    with Path(file).open("a") as lines:
        lines.write(f"{line}\n")


@repeatable(3, pause=1)
@task
def note_slowly(file: str) -> str:
    """Say that it begins, wait for as long as « hold » lies beside the file, say that it is done."""
    path = Path(file)
    with path.open("a") as lines:
        lines.write("begun\n")
    deadline = time.monotonic() + 20
    while path.with_name("hold").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    with path.open("a") as lines:
        lines.write("done\n")
    return "done"


@task
def note_slowly_once(file: str) -> str:
    """The same, but nobody promised that it may be done twice."""
    return note_slowly.func(file)


@repeatable(3, pause=60)
@task
def stumble() -> None:
    raise ValueError(NAME)


@repeatable(2)
@task(takes_context=True)
def succeed_the_second_time(context: TaskContext) -> int:
    if context.attempt == 1:
        raise ConnectionError
    return context.attempt
