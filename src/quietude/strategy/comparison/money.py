"""The money of two portraits: what changed on one sheet, and the totals of the whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from quietude.kit.typography import euros_text, number_text
from quietude.strategy.comparison.sentences import Change, Part, change, gathered, listed, passes, quoted, signed, today
from quietude.strategy.portraits import Data, Portrait

EUROS, FULL_TIME = "euros", "full_time"


def money_changes(before: Data, after: Data) -> list[Change]:
    """What a sheet costs and who pays: one sentence for its budget, one for each funding line that moved."""
    return budget_changes(before["budget"], after["budget"]) + funding_changes(before["funding"], after["funding"])


def budget_changes(before: list[Data], after: list[Data]) -> list[Change]:
    """The planned budget in one sentence; a line only renamed is none of its business."""
    old, new = planned_by_year(before), planned_by_year(after)
    if old == new:
        return []
    was, now = _planned_words(old), _planned_words(new)
    if was == now:
        return [change(Part.MONEY, "le budget prévu (", now, ") est réparti autrement\u00a0: ", today(_by_year(new)))]
    if not was:
        return [change(Part.MONEY, "le budget prévu est maintenant chiffré\u00a0: ", today(now))]
    if not now:
        return [change(Part.MONEY, "le budget prévu (", signed(was), ") n’est plus chiffré")]
    return [change(Part.MONEY, "le budget prévu passe de ", signed(was), " à ", today(now), _more(old, new))]


def planned_by_year(lines: Iterable[Data]) -> dict[tuple[int, str, str], Decimal]:
    """{(year, nature in words, unit): what is planned}, without what is unknown."""
    sums: dict[tuple[int, str, str], Decimal] = {}
    for line in lines:
        if line["planned"] is not None:
            key = (line["year"], line["nature"]["name"], line["unit"]["key"])
            sums[key] = sums.get(key, Decimal(0)) + Decimal(line["planned"])
    return dict(sorted(sums.items()))


def _planned_words(sums: dict[tuple[int, str, str], Decimal]) -> str:
    """« 12 000 € et 0,5 ETP »; empty when nothing is planned."""
    found = []
    for unit in (EUROS, FULL_TIME):
        amounts = [amount for (_, _, one), amount in sums.items() if one == unit]
        if amounts:
            found.append(_amount_text(sum(amounts, Decimal(0)), unit))
    return listed(found) if found else ""


def _by_year(sums: dict[tuple[int, str, str], Decimal]) -> str:
    return listed(f"{_amount_text(amount, unit)} en {year} ({nature})" for (year, nature, unit), amount in sums.items())


def _amount_text(amount: Decimal, unit: str) -> str:
    return euros_text(amount) if unit == EUROS else f"{number_text(amount)} ETP"


def _more(old: dict[tuple[int, str, str], Decimal], new: dict[tuple[int, str, str], Decimal]) -> str:
    """« , soit 3 000 € de plus », when both are in euros alone."""
    if {unit for _, _, unit in (*old, *new)} != {EUROS}:
        return ""
    return _difference(sum(new.values(), Decimal(0)) - sum(old.values(), Decimal(0)))


def _difference(amount: Decimal) -> str:
    return f", soit {euros_text(abs(amount))} de {'plus' if amount > 0 else 'moins'}"


def funding_changes(before: list[Data], after: list[Data]) -> list[Change]:
    """What each funder is asked and grants."""
    old, new = ({line["key"]: line for line in lines} for lines in (before, after))
    found: list[Change] = []
    for key, line in new.items():
        found += _funding_change(old[key], line) if key in old else [_came(line)]
    return found + [_went(line) for key, line in old.items() if key not in new]


def _came(line: Data) -> Change:
    return change(Part.MONEY, "un financement s’ajoute\u00a0: ", today(_funding_words(line)))


def _went(line: Data) -> Change:
    return change(Part.MONEY, "un financement est retiré\u00a0: ", signed(_funding_words(line)))


def _funding_words(line: Data) -> str:
    year = f" ({line['year']})" if line["year"] else ""
    amounts = [f"{cost_words(line[name])} {word}" for name, word in AMOUNTS.items() if line[name] is not None]
    return ", ".join([f"{line['funder']}{year}", *amounts])


AMOUNTS = {"asked": "demandés", "granted": "accordés"}
SAID = {"asked": "le montant demandé", "granted": "le montant accordé"}


def _funding_change(before: Data, after: Data) -> list[Change]:
    """One sentence for a funding line, whatever moved in it."""
    values = [("le financeur", quoted(before["funder"]), quoted(after["funder"]))]
    values.append(("l’année", str(before["year"] or ""), str(after["year"] or "")))
    values += [
        (what, cost_words(before[name]), cost_words(after[name]))
        for name, what in SAID.items()
        if before[name] != after[name]
    ]
    facts = [passes(what, old, new) for what, old, new in values if old != new]
    return gathered(Part.MONEY, quoted(before["funder"]), facts)


def cost_words(amount: str | None) -> str:
    """« 8 000 € », or « non chiffré »."""
    return euros_text(Decimal(amount)) if amount is not None else "non chiffré"


@dataclass(frozen=True, slots=True)
class Total:
    """One line of the money of the whole strategy, signed and today, in euros; None when nothing is known."""

    name: str
    signed: Decimal | None
    today: Decimal | None
    is_funder: bool = False

    @property
    def moved(self) -> bool:
        return self.signed != self.today


def totals(before: Portrait, after: Portrait) -> list[Total]:
    """What is planned, asked and granted in all, then what each funder is asked."""
    old, new = _sums(before), _sums(after)
    names = {"planned": "Prévu", "asked": "Demandé", "granted": "Accordé"}
    whole = [Total(label, old.get(name), new.get(name)) for name, label in names.items()]
    funders = sorted({key[1] for key in (*old, *new) if isinstance(key, tuple)})
    asked = [Total(name, old.get(("funder", name)), new.get(("funder", name)), True) for name in funders]
    return [total for total in (*whole, *asked) if total.signed is not None or total.today is not None]


def _sums(portrait: Portrait) -> dict[Any, Decimal]:
    sums: dict[Any, Decimal] = {}

    def add(key: Any, amount: str | None) -> None:
        if amount is not None:
            sums[key] = sums.get(key, Decimal(0)) + Decimal(amount)

    for sheet in portrait.sheets:
        for line in sheet["budget"]:
            if line["unit"]["key"] == EUROS:
                add("planned", line["planned"])
        for line in sheet["funding"]:
            add("asked", line["asked"])
            add("granted", line["granted"])
            add(("funder", line["funder"]), line["asked"])
    return sums
