"""The table that came back, as rows of text. Runs in the bounded process of ``intake``: knows nothing of the base."""

from pathlib import Path

from quietude.intake.tables import cell_text, read_table

LARGEST = 50_000


def read_sheets(path: Path, name: str) -> list[list[str]]:
    """The rows of a table of sheets, heads first. Raises NotATable."""
    too_long = "Ce tableau dépasse 50 000 lignes : ce n’est pas celui d’une stratégie."
    return read_table(path, name, largest=LARGEST, too_long=too_long, as_text=cell_text)
