"""The report of one year of an action, filled with what the sheet knows; what it does not know is left to complete."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone

from quietude.councils.gate import Here
from quietude.documents.blocks import Block, Check, Checks, Facts, Grid, Heading, Paragraph
from quietude.documents.letter import Letter
from quietude.documents.queries import sender_of
from quietude.kit.dates import date_text
from quietude.kit.typography import counted, euros_text, number_text, set_in_french
from quietude.strategy.queries.money_report import YearOfSheet

TO_COMPLETE = "À compléter"
BLANK = "……………………………………"
NOTE = "Ce document prépare le compte rendu. Il ne remplace pas le formulaire du financeur."
FICTITIOUS = " Démonstration : les personnes et l’état des fiches sont fictifs."


def year_letter(here: Here, year: YearOfSheet) -> Letter:
    """The report as a document on the council's paper."""
    return Letter(
        sender=sender_of(here),
        title=set_in_french(year.sheet.title),
        subtitle=f"Bilan de l’année {year.year}",
        blocks=list(year_blocks(year)),
        made_on=timezone.localdate(),
        note=NOTE + (FICTITIOUS if here.council.demonstration else ""),
        number=year.sheet.number,
    )


def year_blocks(year: YearOfSheet) -> Iterator[Block]:
    """What the report says, in the order in which a funder reads it."""
    yield Facts(list(_facts(year)))
    yield Heading("Ce qui a été fait")
    yield Checks([Check(True, set_in_french(s.title), f"le {date_text(s.done_on)}") for s in year.steps if s.done_on])
    if not year.steps:
        yield _blank(f"aucune étape n’est notée comme faite en {year.year}")
    yield from _events(year)
    yield Heading("Ce que l’action a donné")
    yield from _measures(year)
    yield Heading("Argent")
    yield from _money(year)
    yield Heading("Appréciation")
    for asked in ("Écarts avec ce qui était prévu, et pourquoi", "Difficultés rencontrées", "Suites proposées"):
        yield Paragraph(BLANK, f"{TO_COMPLETE}. {asked} :")


def _facts(year: YearOfSheet) -> Iterator[tuple[str, str]]:
    sheet = year.sheet
    places = ", ".join(str(row.commune) for row in sheet.communes.all()) or sheet.perimeter
    publics = sheet.public or ", ".join(str(row) for row in sheet.audiences.all())
    partners = ", ".join(partner.shown_name for partner in sheet.partners.all())
    known = (("Pilote", sheet.lead_label), ("Public", publics), ("Territoire", places), ("Partenaires", partners))
    return ((name, set_in_french(value) if value else f"{TO_COMPLETE} : {BLANK}") for name, value in known)


def _events(year: YearOfSheet) -> Iterator[Block]:
    if not year.events:
        yield _blank(f"aucun événement n’est noté en {year.year}")
        return
    rows = [
        [date_text(e.held_on), set_in_french(e.title), set_in_french(_place(e)), _number(e.participants)]
        for e in year.events
    ]
    yield Grid(["Date", "Événement", "Lieu", "Participants"], rows, frozenset({3}))
    if year.participants is not None:
        uncounted = sum(event.participants is None for event in year.events)
        more = f" ({counted(uncounted, 'événement')} sans comptage)" if uncounted else ""
        yield Paragraph(f"{counted(year.participants, 'participation')} en tout{more}.")


def _place(event: Any) -> str:
    return ", ".join(str(part) for part in (event.place, event.commune) if part)


def _measures(year: YearOfSheet) -> Iterator[Block]:
    rows = [
        [set_in_french(indicator.name), _number(indicator.baseline), _measure(last), _number(indicator.target)]
        for indicator, last in year.measures
    ]
    if rows:
        yield Grid(["Indicateur", "Départ", f"Mesure de {year.year}", "Cible"], rows, frozenset({1, 2, 3}))
    else:
        yield _blank("la fiche n’a pas d’indicateur")


def _measure(last: Any) -> str:
    return f"{number_text(last.value)} ({last.on:%d/%m/%Y})" if last else TO_COMPLETE


def _money(year: YearOfSheet) -> Iterator[Block]:
    if year.budget:
        costs = [
            [
                set_in_french(c.label or "Toute l’action"),
                str(c.get_nature_display()),
                _said(c.planned_words),
                _said(c.real_words),
            ]
            for c in year.budget
        ]
        costs.append(["Total en euros", "", _euros(year.money.planned), _euros(year.money.real)])
        yield Grid(["Dépense", "Nature", "Prévu", "Réel"], costs, frozenset({2, 3}), total=True)
    else:
        yield _blank(f"aucune dépense n’est notée pour {year.year}")
    if year.lines:
        found = [
            [
                set_in_french(line.funder),
                str(line.get_state_display()),
                *map(_euros, (line.asked, line.granted, line.paid)),
            ]
            for line in year.lines
        ]
        found.append(["Total", "", *map(_euros, (year.money.asked, year.money.granted, year.money.paid))])
        head = ["Financeur", "État", "Demandé", "Accordé", "Versé"]
        yield Grid(head, found, frozenset({2, 3, 4}), total=True)
    else:
        yield _blank(f"aucun financement n’est noté pour {year.year}")


def _blank(why: str) -> Paragraph:
    """A line to fill by hand, and why it is empty."""
    return Paragraph(f"{why}. {BLANK}", f"{TO_COMPLETE} :")


def _said(words: str) -> str:
    return words or TO_COMPLETE


def _euros(amount: Any) -> str:
    return TO_COMPLETE if amount is None else euros_text(amount)


def _number(value: Any) -> str:
    return TO_COMPLETE if value is None else number_text(value)


def shown(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Each block for the page that previews the document: its kind, itself, and each cell under its head."""
    return [
        {
            "kind": type(block).__name__.lower(),
            "block": block,
            "rows": [list(zip(block.head, row, strict=True)) for row in block.rows] if isinstance(block, Grid) else [],
        }
        for block in blocks
    ]
