"""What the money of an action says: plain sums over its lines. Empty is unknown, and unknown never counts as zero."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from quietude.kit.text import fold
from quietude.kit.typography import counted, euros_text, percent_text
from quietude.strategy.models import BudgetLine, FundingLine

type Euros = Decimal | None

OWN_WORDS = ("autofinancement", "fonds propres", "mairie", "ville", "commune", "communes", "villes")
"""How a town's own money is called in a list of funders."""


def total(amounts: Iterable[Euros]) -> Euros:
    """The sum of the amounts that are known; None when none is."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is planned, and how much of it somebody pays: one year, or all of them."""

    year: int | None
    planned: Euros
    real: Euros
    asked: Euros
    """Asked for, answered or not."""
    waiting: Euros
    """Asked for, not answered yet."""
    granted: Euros
    paid: Euros
    unwritten: int
    """Grants whose amount nobody wrote."""
    uncovered: Euros
    """Euros planned that nobody granted nor was asked for; None without a budget."""

    @property
    def sentence(self) -> str:
        """« Sur 12 000 € prévus, 8 000 € sont accordés : rien ne couvre 4 000 €. »; empty without a budget."""
        if self.planned is None:
            return ""
        said = f"Sur {euros_text(self.planned)} prévus, {self._found()}"
        end = f" : rien ne couvre {euros_text(self.uncovered)}." if self.uncovered else " : tout est couvert."
        if self.planned == 0:
            said, end = "Aucune dépense n’est prévue", "."
        unwritten = counted(self.unwritten, "financement est accordé", "financements sont accordés")
        return f"{said}{end}" + (f" {unwritten} sans que le montant soit noté." if self.unwritten else "")

    def _found(self) -> str:
        parts = []
        if self.granted:
            parts.append(f"{euros_text(self.granted)} sont accordés")
        if self.waiting:
            parts.append(f"{euros_text(self.waiting)} attendent une réponse")
        return " et ".join(parts) or "rien n’est encore accordé"


def coverage_by_year(budget: Sequence[BudgetLine], funding: Sequence[FundingLine]) -> list[Coverage]:
    """The money of one action, year by year; when the budget has one year only, lines without a year are of it."""
    costed = {cost.year for cost in budget}
    years = sorted(costed | {line.year for line in funding if line.year})
    undated = [line for line in funding if not line.year]
    return [
        _coverage(
            [cost for cost in budget if cost.year == year],
            [line for line in funding if line.year == year] + (undated if costed == {year} else []),
            year,
        )
        for year in years
    ]


def whole_coverage(budget: Sequence[BudgetLine], funding: Sequence[FundingLine]) -> Coverage:
    """The money of one action, all years together: what one year has too much covers no other."""
    gaps = [year.uncovered for year in coverage_by_year(budget, funding)]
    return replace(_coverage(budget, funding, None), uncovered=total(gaps))


def _coverage(costs: Sequence[BudgetLine], lines: Sequence[FundingLine], year: int | None) -> Coverage:
    euros = [cost for cost in costs if cost.unit == BudgetLine.Unit.EUROS]
    agreed = [line for line in lines if line.is_agreed]
    planned, granted = total(cost.planned for cost in euros), total(line.granted for line in agreed)
    waiting = total(line.asked for line in lines if line.state == FundingLine.State.ASKED)
    found = (granted or Decimal(0)) + (waiting or Decimal(0))
    return Coverage(
        year=year,
        planned=planned,
        real=total(cost.real for cost in euros),
        asked=total(line.asked for line in lines),
        waiting=waiting,
        granted=granted,
        paid=total(line.paid for line in agreed),
        unwritten=sum(line.granted is None for line in agreed),
        uncovered=None if planned is None else max(planned - found, Decimal(0)),
    )


@dataclass(frozen=True, slots=True)
class Share:
    """What one funder brings to the whole plan: granted where it answered, asked where it did not."""

    funder: str
    amount: Decimal
    percent: Decimal
    own: bool
    """Whether it is the money of the council's own towns."""
    firm: bool
    """Whether all of it is granted."""


def shares(funding: Iterable[FundingLine], communes: Collection[str] = ()) -> list[Share]:
    """Who pays how much of the plan, the largest first; refused and unknown amounts are left out."""
    found: dict[str, list[FundingLine]] = {}
    for line in funding:
        if line.amount:
            found.setdefault(line.funder, []).append(line)
    sums = {funder: sum((line.amount for line in lines), Decimal(0)) for funder, lines in found.items()}
    whole = sum(sums.values(), Decimal(0))
    return [
        Share(
            funder=funder,
            amount=amount,
            percent=100 * amount / whole,
            own=is_own(funder, communes),
            firm=all(line.is_agreed for line in found[funder]),
        )
        for funder, amount in sorted(sums.items(), key=lambda pair: -pair[1])
    ]


def is_own(funder: str, communes: Collection[str]) -> bool:
    """Whether ``funder`` is a town of the council: it says « ville », « mairie », « autofinancement », or its name.

    « Politique de la ville » is the State's money.
    """
    said = fold(funder)
    first = said.split(" ", 1)[0] if said else ""
    named = {fold(name) for name in communes}
    return said in named or first in OWN_WORDS or any(word in said for word in ("autofinancement", "fonds propres"))


def shares_sentence(found: Sequence[Share]) -> str:
    """« FIPD apporte 60 %, Ville de Loos 40 %. 60 % viennent d’ailleurs que des communes du conseil. »"""
    if not found:
        return ""
    first, *others = [(share.funder, percent_text(round(share.percent))) for share in found]
    parts = [f"{first[0]} apporte {first[1]}", *(f"{funder} {percent}" for funder, percent in others)]
    outside = round(sum((share.percent for share in found if not share.own), Decimal(0)))
    if outside == 0:
        end = "Rien ne vient d’ailleurs que des communes du conseil."
    elif outside == 100:
        end = "Rien n’est noté de la part des communes du conseil."
    else:
        end = f"{percent_text(outside)} viennent d’ailleurs que des communes du conseil."
    return f"{', '.join(parts)}. {end}"


def report_due_on(year: int, months: int) -> date:
    """The last day to hand in the report of a grant: ``months`` after the end of its ``year`` (docs/law.md#funding)."""
    after = 12 + months
    first_after = date(year + after // 12, after % 12 + 1, 1)
    return first_after - timedelta(days=1)
