"""What the columns of a table of actions hold, from their headers and, for money, from their cells."""

import re
from dataclasses import dataclass

from .fields import field_key, in_full
from .text import fold, listed
from .values import PLAIN_AMOUNT

TITLE_HEADS = listed(
    """
    action | actions | fiche action | fiches actions | fiche | mesure | mesures | proposition | propositions |
    projet | projets | operation | operations | dispositif | dispositifs | intitule | titre | libelle | nom |
    designation | denomination | activite | activites | quoi | action concrete | actions concretes |
    engagement | engagements | sous action
    """
)
AXIS_HEADS = listed(
    """
    axe | orientation | priorite | volet | programme | thematique | theme | enjeu | pilier | domaine |
    chantier | ambition | champ | levier | defi | bloc | axes | orientations
    """
)
OBJECTIVE_HEADS = ("objectif", "objectifs", "sous objectif", "sous axe", "sous theme", "but", "finalite", "oo", "os")
NUMBER_HEADS = frozenset(
    listed(
        """
    n | no | n° | numero | ref | reference | code | num | id | fiche n | action n | n action | n fiche |
    n de fiche | n d action | n de l action | numero de l action | numero de fiche | numero action |
    n de la fiche | rang | ordre | ref action | reference action | code action | ref fiche
    """
    )
)
IGNORED_HEADS = listed(
    """
    total | cout total | sous total | ecart | solde | verification | visa | ordre | total general |
    montant total | budget total | cout global
    """
)
NOT_TITLES = frozenset("n numero etat date pilote objectif objectifs description descriptif avancement".split())
TITLE_ADDITIONS = frozenset(
    "de l la le du des d les a mener prevues prevue operationnelle operationnelles envisagees proposees retenues "
    "mises en "
    "oeuvre menees concrete concretes ou et nos realiser engager phares conduire envisagee prioritaires".split()
)
MONEY_WORDS = re.compile(
    r"\b(?:financement|part|subvention|montant|participation|contribution|credits?|demandee?|sollicitee?|"
    r"previsionnel(?:le)?|accordee?|en euros?|euros?|de la|de l|du|des|de|l|la|le|ttc|ht|cofinancement|budget|"
    r"cout)\b|[€()]|20\d\d"
)
MOMENT = re.compile(
    r"(?:janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|"
    r"nov(?:embre)?|dec(?:embre)?|[ts] ?[1-4]|(?:1er|[1-4]e?) (?:trimestre|semestre))(?: (?:20)?\d\d)?|"
    r"20\d\d(?: [ts] ?[1-4])?"
)
TICKS = frozenset(("x", "xx", "", "oui", "1"))


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds.

    ``key``: title, number, axis, objective, a field of the sheet, "funder" (``name`` is the funder), "moment" (a month
    or a year, ticked where the action takes place) or "other".
    """

    key: str
    name: str
    word: str = ""


def read_columns(headers: list[str], rows: list[list[str]]) -> list[Column]:
    """One column per header; the cells decide between a field of words and a funder's amounts."""
    columns = [_column(header, [row[i] for row in rows if i < len(row)]) for i, header in enumerate(headers)]
    titles = [i for i, c in enumerate(columns) if c.key == "title"]
    if (
        len(titles) > 1
    ):  # « Fiche | Intitulé de l'action »: the longest cells are the titles, the others numbers or text
        best = max(titles, key=lambda i: _mean_length(rows, i))
        for i in titles:
            if i != best:
                columns[i] = Column("number" if _mean_length(rows, i) < 12 else "description", columns[i].name)
    if not titles:
        _title_from_objective(columns, rows)
    if any(c.key == "funder" for c in columns):
        columns = [
            Column("other", c.name) if c.key == "funding" and _mostly_amounts(rows, i) else c
            for i, c in enumerate(columns)
        ]
    return columns


def _column(header: str, cells: list[str]) -> Column:
    folded = fold(in_full(header))
    words = folded.split()
    if folded in NUMBER_HEADS or fold(header) in NUMBER_HEADS:
        return Column("number", header)
    if MOMENT.fullmatch(folded) and cells and all(fold(c) in TICKS for c in cells if c.strip()):
        return Column("moment", header)
    if not words and header.strip() not in ("N°", "#"):
        return Column("other", header)
    if header.strip() in ("N°", "#"):
        return Column("number", header)
    if folded in IGNORED_HEADS:
        return Column("other", header)
    if _is_title(words):
        return Column("title", header)
    if words[0] in AXIS_HEADS and len(words) <= 5:
        return Column("axis", header, words[0].rstrip("s"))
    if any(folded == h or folded.startswith(h + " ") for h in OBJECTIVE_HEADS) and len(words) <= 5:
        return Column("objective", header, "objectif")
    key = field_key(header)
    if key and key not in ("title", "number", "axis"):
        return Column(key, header)
    if cells and _amount_share(cells) >= 0.6:
        name = " ".join(MONEY_WORDS.sub(" ", header.lower()).split()).strip(" :-")
        return Column("funder", _as_written(header, name))
    return Column("description" if key else "other", header)


def _as_written(header: str, name: str) -> str:
    """The funder's name with the capitals of the header."""
    at = header.lower().find(name)
    return header[at : at + len(name)] if name and at >= 0 else header


def _is_title(words: list[str]) -> bool:
    """« Action », « Intitulé de l'action », « Nom du projet », « Actions à mener », « Libellé »."""
    if words[0] in NOT_TITLES:
        return False
    rest = [w for w in words if w not in TITLE_ADDITIONS]
    if not rest or len(rest) > 3:
        return False
    return " ".join(rest) in TITLE_HEADS or all(w in TITLE_HEADS for w in rest)


def _title_from_objective(columns: list[Column], rows: list[list[str]]) -> None:
    """Without a column called action, « Description » holds them when it stands beside an axis or an objective."""
    if not any(c.key in ("axis", "objective") for c in columns):
        return
    for i, column in enumerate(columns):
        if column.key == "description" and _mean_length(rows, i) < 160:
            columns[i] = Column("title", column.name)
            return


def _mean_length(rows: list[list[str]], i: int) -> float:
    lengths = [len(row[i]) for row in rows if i < len(row) and row[i].strip()]
    return sum(lengths) / len(lengths) if lengths else 0.0


def _amount_share(cells: list[str]) -> float:
    filled = [c.strip() for c in cells if c.strip() and c.strip() not in ("-", "–")]
    return sum(bool(PLAIN_AMOUNT.match(c)) for c in filled) / len(filled) if filled else 0.0


def _mostly_amounts(rows: list[list[str]], i: int) -> bool:
    return _amount_share([row[i] for row in rows if i < len(row)]) >= 0.6


def score_header(cells: list[str]) -> int:
    """How much a row looks like the header of a table of actions; 0 when it cannot be one."""
    distinct = [c for i, c in enumerate(cells) if c.strip() and (i == 0 or c != cells[i - 1])]
    if len(distinct) < 2 or any(len(c) > 70 for c in distinct):
        return 0
    columns = [_column(c, []) for c in distinct]
    known = sum(c.key != "other" for c in columns)
    levels = {c.key for c in columns} & {"title", "objective", "axis"}
    if not levels or "title" not in levels and len(levels) < 2 and not any(c.key == "description" for c in columns):
        return 0
    return known * 2 if known * 2 >= len(distinct) or known >= 3 or len(levels) > 1 else 0
