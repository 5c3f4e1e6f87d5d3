"""A portrait read back: facts, texts and lists in French, for the page of a frozen version. Pure."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from quietude.kit.typography import euros_text, number_text
from quietude.strategy.comparison.dates import day_text
from quietude.strategy.comparison.sheets import LONG, ages
from quietude.strategy.portraits import Data, Portrait


@dataclass(frozen=True, slots=True)
class Reading:
    """One sheet as it was: short facts, long texts, and the lists that hang on it; what was empty is left out."""

    external_id: str
    number: str
    title: str
    lead: str
    facts: list[tuple[str, str]]
    texts: list[tuple[str, str]]
    lists: list[tuple[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Branch:
    """An axis as it was, with its objectives in words and its sheets."""

    title: str
    description: str
    objectives: list[str]
    sheets: list[Reading]


@dataclass(frozen=True, slots=True)
class FrozenTree:
    """The whole strategy as it was."""

    title: str
    period: str
    description: str
    legal_references: str
    frameworks: list[str]
    objectives: list[str]
    branches: list[Branch]

    @property
    def sheet_total(self) -> int:
        return sum(len(branch.sheets) for branch in self.branches)


def read_portrait(portrait: Portrait) -> FrozenTree:
    """The frozen strategy as one reads it, axis by axis."""
    head = portrait.strategy
    return FrozenTree(
        title=head["title"],
        period=" – ".join(_date(head[name]) for name in ("starts_on", "ends_on") if head[name]),
        description=head["description"],
        legal_references=head["legal_references"],
        frameworks=[framework["name"] for framework in head["frameworks"]],
        objectives=[_objective(one) for one in head["objectives"] if one["axis"] is None],
        branches=[_branch(axis, portrait) for axis in head["axes"]],
    )


def _branch(axis: Data, portrait: Portrait) -> Branch:
    objectives = [one for one in portrait.strategy["objectives"] if one["axis"] and one["axis"]["key"] == axis["key"]]
    return Branch(
        title=axis["title"] or "Actions sans axe",
        description=axis["description"],
        objectives=[_objective(one) for one in objectives],
        sheets=[read_sheet(sheet) for sheet in portrait.sheets if sheet["axis"]["key"] == axis["key"]],
    )


def _objective(objective: Data) -> str:
    more = [f"cible : {objective['target']}"] if objective["target"] else []
    more += [f"pour le {_date(objective['due_on'])}"] if objective["due_on"] else []
    return f"{objective['title']} ({', '.join(more)})" if more else objective["title"]


def read_sheet(sheet: Data) -> Reading:
    """One frozen sheet as one reads it."""
    precision = sheet["precision"]["key"]
    facts = [
        ("Pilote", _name(sheet["lead"])),
        ("Élu référent", _name(sheet["referent"])),
        ("Début", _date(sheet["starts_on"], precision)),
        ("Échéance", _date(sheet["due_on"], precision)),
        ("Rythme", _name(sheet["recurrence"])),
        ("État ce jour-là", _name(sheet["status"])),
        ("Publics", ", ".join([*filter(None, [sheet["public"], ages(sheet)]), *_names(sheet["audiences"])])),
        ("Périmètre", sheet["perimeter"]),
        ("Quartiers", ", ".join(_names(sheet["neighbourhoods"]))),
        ("Objectifs servis", ", ".join(_names(sheet["objectives"]))),
    ]
    lists = [
        ("Étapes", [_dated(step["title"], step["due_on"]) for step in sheet["steps"]]),
        ("Budget prévu", [_budget(line) for line in sheet["budget"]]),
        ("Financements", [_funding(line) for line in sheet["funding"]]),
        ("Indicateurs", [_indicator(one) for one in sheet["indicators"]]),
        ("Partenaires", [_with(one["name"], one["part"]) for one in sheet["partners"]]),
        ("Communes", [_dated(one["name"], one["due_on"]) for one in sheet["communes"]]),
    ]
    return Reading(
        external_id=sheet["external_id"],
        number=sheet["number"],
        title=sheet["title"],
        lead=_name(sheet["lead"]),
        facts=[(label, value) for label, value in facts if value],
        texts=[(label, sheet[name]) for name, label in LONG.items() if sheet[name]],
        lists=[(label, rows) for label, rows in lists if rows],
    )


def _budget(line: Data) -> str:
    amount = "non chiffré" if line["planned"] is None else _planned(line)
    return f"{line['label'] or line['nature']['name']}, {line['year']} : {amount}"


def _planned(line: Data) -> str:
    amount = Decimal(line["planned"])
    return euros_text(amount) if line["unit"]["key"] == "euros" else f"{number_text(amount)} ETP"


def _funding(line: Data) -> str:
    words = {"asked": "demandés", "granted": "accordés"}
    amounts = [f"{euros_text(Decimal(line[name]))} {word}" for name, word in words.items() if line[name] is not None]
    return f"{line['funder']}{', ' + str(line['year']) if line['year'] else ''} : {', '.join(amounts) or 'non chiffré'}"


def _indicator(indicator: Data) -> str:
    words = {"baseline": "départ", "target": "cible"}
    figures = [f"{word} {number_text(Decimal(indicator[n]))}" for n, word in words.items() if indicator[n] is not None]
    unit = f" {indicator['unit']}" if indicator["unit"] and figures else ""
    shown = f"{indicator['title']} : {', '.join(figures)}{unit}" if figures else indicator["title"]
    return f"{shown}. {indicator['definition']}" if indicator["definition"] else shown


def _dated(words: str, day: str | None) -> str:
    return f"{words}, {_date(day)}" if day else words


def _with(name: str, more: str) -> str:
    return f"{name} : {more}" if more else name


def _date(text: str | None, precision: str = "day") -> str:
    return day_text(date.fromisoformat(text), precision) if text else ""


def _name(one: Data | None) -> str:
    return one["name"] if one else ""


def _names(many: list[Data]) -> list[str]:
    return [one["name"] for one in many]
