"""What action sheets say on each theme: pools of invented sentences from which a document draws."""

from pathlib import Path

Pools = dict[str, tuple[str, ...]]


def read_themes(text: str) -> dict[str, Pools]:
    """The pools of each `[theme]`, one `name: choice | choice` per line."""
    themes: dict[str, Pools] = {}
    for line in text.splitlines():
        if line.startswith("["):
            pools = themes.setdefault(line.strip("[]"), {})
        elif line and not line.startswith("#"):
            name, _, choices = line.partition(": ")
            pools[name] = tuple(choices.split(" | "))
    return themes


THEMES = read_themes(Path(__file__).with_name("themes.txt").read_text(encoding="utf-8"))
COMMON = THEMES.pop("common")
