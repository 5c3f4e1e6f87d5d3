"""The document that a coordinator hands over: the network, the rituals, the calendar, what is promised, and why."""

from collections.abc import Iterator
from datetime import date, timedelta

from quietude.councils.gate import Here
from quietude.councils.models import Formation
from quietude.councils.queries.councils import formation_list
from quietude.councils.queries.people import member_list
from quietude.documents.blocks import Block, Bullets, Facts, Grid, Heading, Paragraph
from quietude.documents.letter import Letter
from quietude.documents.queries import sender_of
from quietude.kit.dates import date_text, month_text
from quietude.kit.typography import counted, euros_text
from quietude.strategy import queries as strategies
from quietude.strategy.models import AcceptedGap, ActionSheet, Baseline, FundingLine, JournalEntry, Step, Strategy
from quietude.strategy.models.vocabulary import OPEN, Recurrence, Status
from quietude.strategy.queries.deadlines import KINDS, deadlines

AHEAD = timedelta(days=365)


def handover_letter(here: Here, on: date) -> Letter:
    """Everything that whoever comes next must know, as it stands on the day ``on``."""
    return Letter(
        sender=sender_of(here),
        title="Dossier de passation",
        subtitle=f"Coordination du {here.council}",
        blocks=list(_blocks(here, on)),
        made_on=on,
        note="Contient des coordonnées : à remettre en main propre.",
    )


def _blocks(here: Here, on: date) -> Iterator[Block]:
    strategy = strategies.current_strategy(here)
    yield from _network(here)
    yield from _rituals(here, strategy)
    if strategy is None:
        yield Heading("La stratégie")
        yield Paragraph("Le conseil n’a pas encore de stratégie sur Quiétude.")
        return
    yield from _where_it_stands(here, strategy, on)
    yield from _calendar(here, strategy, on)
    yield from _promises(here, strategy, on)
    yield from _reasons(here, strategy)


def _network(here: Here) -> Iterator[Block]:
    sitting = [member for member in member_list(here) if member.seats]
    yield Heading("Le réseau")
    yield Paragraph(f"{counted(len(sitting), 'personne siège', 'personnes siègent')} au conseil aujourd’hui.")
    yield Grid(
        ("Personne", "Organisme", "Siège", "Téléphone", "Courriel"),
        [
            (
                ", ".join(filter(None, [m.person.full_name, m.person.job])),
                str(m.person.organisation),
                m.roles,
                m.person.phone.replace(" ", "\u00a0"),
                m.person.email,
            )
            for m in sitting
        ],
    )


def _rituals(here: Here, strategy: Strategy | None) -> Iterator[Block]:
    yield Heading("Les rendez-vous")
    yield Grid(
        ("Formation", "Nature", "Titulaires"),
        [(one.name, Formation.Kind(one.kind).label, str(one.seated)) for one in formation_list(here)],  # type: ignore[attr-defined]
    )
    regular = ActionSheet.objects.visible_to(here.seats).filter(strategy=strategy, status__in=OPEN)
    regular = regular.exclude(recurrence__in=["", Recurrence.ONCE])
    yield Bullets([f"{sheet} : {sheet.get_recurrence_display()}" for sheet in regular])


def _where_it_stands(here: Here, strategy: Strategy, on: date) -> Iterator[Block]:
    counts = strategies.sheet_counts(here, strategy, on)
    yield Heading("La stratégie")
    yield Paragraph(", ".join(filter(None, [strategy.title, strategy.period, strategy.get_status_display()])) + ".")
    yield Facts(
        [
            ("Fiches", str(counts.total)),
            ("En retard", str(counts.late)),
            ("Bloquées", str(counts.blocked)),
            ("Sans pilote", str(counts.without_lead)),
            ("Sans indicateur", str(counts.without_indicator)),
        ]
    )


def _calendar(here: Here, strategy: Strategy, on: date) -> Iterator[Block]:
    found = [one for one in deadlines(here, strategy, (on, on + AHEAD)) if not one.done]
    yield Heading("Le calendrier des douze mois")
    if not found:
        yield Paragraph("Aucune échéance n’est notée.")
    months = list(dict.fromkeys(month_text(one.on) for one in found))
    for month in months:
        yield Heading(month[:1].upper() + month[1:], 2)
        rows = [one for one in found if month_text(one.on) == month]
        yield Grid(("Jour", "Quoi", "Nature"), [(date_text(o.on, year=False), o.title, KINDS[o.kind]) for o in rows])


def _promises(here: Here, strategy: Strategy, on: date) -> Iterator[Block]:
    sheets = ActionSheet.objects.visible_to(here.seats).filter(strategy=strategy).select_related("lead")
    steps = Step.objects.visible_to(here.seats).filter(sheet__strategy=strategy, done_on=None, due_on__lt=on)
    lines = FundingLine.objects.visible_to(here.seats).filter(sheet__strategy=strategy)
    waiting = lines.filter(state=FundingLine.State.ASKED).select_related("sheet")
    unjustified = lines.filter(
        state__in=[FundingLine.State.GRANTED, FundingLine.State.PAID], year__lt=on.year, justified_on=None
    ).select_related("sheet")
    blocks: list[Heading | Bullets] = [
        Heading("Les promesses ouvertes"),
        Heading("Fiches en retard", 2),
        Bullets([f"{s}{_lead(s)}, attendue le {date_text(s.next_due_on or on)}" for s in sheets.late(on)]),
        Heading("Fiches bloquées", 2),
        Bullets([f"{s} : {s.blocked_by}" for s in sheets.filter(status=Status.BLOCKED)]),
        Heading("Étapes passées sans être faites", 2),
        Bullets([f"{one.title} ({one.sheet})" for one in steps.select_related("sheet").order_by("due_on")]),
        Heading("Demandes d’argent sans réponse", 2),
        Bullets([f"{one.funder}, {_amount(one.asked)} ({one.sheet})" for one in waiting]),
        Heading("Subventions à justifier", 2),
        Bullets([f"{one.funder} {one.year}, {_amount(one.granted)} ({one.sheet})" for one in unjustified]),
    ]
    yield from _with_something(blocks)


def _reasons(here: Here, strategy: Strategy) -> Iterator[Block]:
    entries = JournalEntry.objects.visible_to(here.seats).filter(sheet__strategy=strategy)
    decisions = entries.filter(kind=JournalEntry.Kind.DECISION).select_related("sheet").order_by("-on", "-id")
    versions = Baseline.objects.visible_to(here.seats).filter(strategy=strategy).exclude(reason="")
    gaps = AcceptedGap.objects.visible_to(here.seats).filter(strategy=strategy)
    blocks: list[Heading | Bullets] = [
        Heading("Pourquoi c’est ainsi"),
        Heading("Décisions notées aux journaux", 2),
        Bullets([f"{date_text(one.on)}, {one.sheet} : {one.text}" for one in decisions]),
        Heading("Versions et avenants", 2),
        Bullets([f"{date_text(one.signed_on)}, {one.get_kind_display()} : {one.reason}" for one in versions]),
        Heading("Vides assumés dans la couverture", 2),
        Bullets([one.reason for one in gaps]),
    ]
    yield from _with_something(blocks)


def _with_something(blocks: list[Heading | Bullets]) -> Iterator[Block]:
    """The blocks whose list is not empty, under their heading; a sentence when all are empty."""
    first, *pairs = blocks
    yield first
    full = [(h, b) for h, b in zip(pairs[::2], pairs[1::2], strict=True) if isinstance(b, Bullets) and b.items]
    for pair in full:
        yield from pair
    if not full:
        yield Paragraph("Rien n’est noté.")


def _lead(sheet: ActionSheet) -> str:
    return f" ({sheet.lead_label})" if sheet.lead_label else ""


def _amount(value: object) -> str:
    return euros_text(value) if value is not None else "montant non noté"  # type: ignore[arg-type]
