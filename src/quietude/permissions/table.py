"""The matrix as one reads it: « Qui peut voir quoi », on screen and in docs/permissions.md."""

from dataclasses import dataclass

from quietude.permissions.matrix import CONFIDENTIAL, MATRIX, SENTENCES, Can
from quietude.permissions.roles import Role


@dataclass(frozen=True)
class Row:
    """One capability: what it lets one do, and the roles that hold it."""

    capability: Can
    sentence: str
    roles: frozenset[Role]
    is_confidential: bool


def table() -> list[Row]:
    """Every capability, in the order in which the house names them."""
    return [Row(can, SENTENCES[can], MATRIX[can], can in CONFIDENTIAL) for can in Can]


def holders(roles: frozenset[Role]) -> str:
    """The roles in words: « tous », « tous, sauf … » when that is shorter, or one by one."""
    missing = [role.label for role in Role if role not in roles]
    if not missing:
        return "tous"
    if len(missing) < len(roles):
        return f"tous, sauf {', '.join(missing)}"
    return ", ".join(role.label for role in Role if role in roles) or "personne"


def as_markdown() -> str:
    """The text of docs/permissions.md, which `./quietude manage write_permissions` writes."""
    rows = [f"| {row.sentence} | {holders(row.roles)} | `{row.capability}` |" for row in table()]
    return "\n".join([*HEAD, *rows, *FOOT])


HEAD = [
    "# Qui peut voir quoi",
    "",
    "Cette page est écrite par `./quietude manage write_permissions`, depuis `quietude/permissions/matrix.py` :",
    "un test échoue quand elle n’est plus à jour. L’attendu, lui, est écrit à la main : `tests/permission_matrix.csv`.",
    "",
    "Un droit vient d’un siège, dans un conseil, à un jour donné. Deux sièges d’une même personne s’ajoutent.",
    "Ce qui ne figure pas ici n’est permis à personne. Une page refusée répond comme une page absente.",
    "",
    "| Ce que l’on peut faire | Quels rôles | Nom dans le code |",
    "|---|---|---|",
]
FOOT = [""]
