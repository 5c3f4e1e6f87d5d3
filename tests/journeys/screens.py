"""The screens of desk, strategy and council that the sweep opens, with the council of Loos put in every state."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from quietude.intake.services import keep_upload
from quietude.strategy.models import ActionSheet, Baseline, FundingProgramme, Measurement, Strategy, StrategyImport
from quietude.strategy.queries.coverage import coverage_page
from quietude.strategy.services.attachments import attach_document
from quietude.strategy.services.baselines import freeze_strategy
from quietude.strategy.services.calls import create_call
from quietude.strategy.services.events import add_event
from quietude.strategy.services.saved_views import save_view
from quietude.strategy.services.sheets import keep_pending_edit, save_sheet
from quietude.strategy.tests.stage import here_of
from tests.journeys.council import Loos


@dataclass(frozen=True, slots=True)
class Stage:
    """What the addresses of the screens name."""

    strategy: Strategy
    sheet: ActionSheet
    measure: Measurement
    baseline: Baseline
    call: int
    event: int
    paper: int
    view: int
    table: UUID
    """A spreadsheet that came back, one sheet renamed in it."""
    gap: tuple[str, str]
    """Where nothing is covered."""


def set_the_stage(loos: Loos) -> Stage:
    """Freeze an amendment, change the plan; write a call, an event, a paper, a view, an edit that meets another."""
    here, sheet, today = here_of(loos.council, loos.coordinator), loos.sheet("1"), timezone.localdate()
    strategy = sheet.strategy
    act = {
        "kind": "amendment",
        "signed_on": today,
        "deliberation": "2026-14",
        "deliberated_on": today,
        "reason": "Un poste.",
    }
    signed_by = [{"name": "Étienne Marsac", "quality": "Président", "signed_on": today}]
    spreadsheet = f"Fiche;Identifiant\nComité renommé;{sheet.external_id}\n".encode()
    window = {"opens_on": today, "closes_on": today + timedelta(days=12), "title": "FIPD du Nord", "department": "59"}
    programme = FundingProgramme.objects.get(code="fipd-d")
    with transaction.atomic():
        baseline = freeze_strategy(here, strategy, act, signatories=signed_by)
        save_sheet(here, sheet, {"due_on": date(today.year + 2, 6, 30), "means": "Un poste."}, version=sheet.version)
        call = create_call(here, {"programme": programme, "year": today.year + 1, **window})
        held = {"kind": "debate", "title": "Soirée-débat", "held_on": today, "participants": 40}
        event = add_event(here, sheet, held)
        paper = attach_document(here, sheet, SimpleUploadedFile("convention.txt", b"Convention"), "Convention")
        view = save_view(here, name="En retard", query="etat=retard", shared=True)
        keep_pending_edit(here, sheet, {"description": "Une autre description"}, version=sheet.version - 1)
        table = keep_upload(SimpleUploadedFile("fiches.csv", spreadsheet), council=loos.council.reference)
    measure = Measurement.objects.filter(indicator__sheet=sheet).first()
    assert measure
    empty = next(
        cell
        for _, line in coverage_page(here, strategy, by_axis=True).coverage.lines
        for cell in line
        if not cell.sheets
    )
    gap = (empty.row.key, empty.column.key)
    return Stage(strategy, sheet, measure, baseline, call.pk, event.pk, paper.pk, view.pk, table.reference, gap)


def screens(stage: Stage) -> dict[str, list[tuple[Any, ...]]]:
    """The screens of the strategy by name; for each, what its address takes, and what follows the address."""
    sheet, strategy, indicator = (stage.sheet.pk,), (stage.strategy.pk,), (stage.measure.indicator_id,)
    baseline, axis = (stage.baseline.pk,), stage.strategy.axes.first()
    goal = stage.strategy.objectives.filter(axis=axis).first()
    assert axis
    assert goal
    none = [((), "")]
    return {
        "strategy": none,
        "strategy_new": none,
        "strategy_version": [(strategy, "")],
        "strategy_edit": [(strategy, "")],
        "axis_new": [(strategy, "")],
        "axis_edit": [((axis.pk,), "")],
        "objective_new": [(strategy, "")],
        "objective_edit": [((goal.pk,), "")],
        "action_sheet_list": [
            ((), ""),
            ((), "?filtrer=1"),
            (
                (),
                "?groupe=pilote&col=axe&col=objectifs&col=communes&col=publics&col=financeurs&col=debut&col=avancement",
            ),
        ],
        "action_sheet_bulk": [
            ((act,), f"?fiche={sheet[0]}") for act in ("etat", "pilote", "echeance", "priorite", "commune")
        ],
        "sheet_view_new": [((), "?etat=running")],
        "sheet_view_edit": [((), ""), ((), f"?vue={stage.view}")],
        "action_sheet_new": [(strategy, ""), (strategy, "?hors=strategie")],
        "action_sheet": [(sheet, "")],
        "action_sheet_edit": [(sheet, "")],
        "action_sheet_conflict": [(sheet, "")],
        "action_sheet_delete": [(sheet, "")],
        "sheet_history": [(sheet, "")],
        "event_new": [(sheet, "")],
        "event_edit": [((stage.event,), "")],
        "event_delete": [((stage.event,), "")],
        "sheet_document_add": [(sheet, "")],
        "sheet_document_remove": [((stage.paper,), "")],
        "indicator_new": [(sheet, "")],
        "sheet_rows": [
            ((*sheet, section), "") for section in ("etapes", "budget", "argent", "partenaires", "communes", "liens")
        ],
        "action_sheet_import": none,
        "action_sheet_return": [((stage.table,), "")],
        "weekly_point": none,
        "action_sheet_gantt": [((), ""), ((), "?forme=tableau")],
        "deadline_calendar": none,
        "action_sheet_board": none,
        "action_sheet_counts": none,
        "action_sheet_map": none,
        "coverage": [((), ""), ((), "?lignes=axes")],
        "coverage_gap": [(stage.gap, "")],
        "baseline_list": [(strategy, "")],
        "baseline_new": [(strategy, "")],
        "baseline": [(baseline, "")],
        "baseline_check": [(baseline, "")],
        "baseline_comparison": [(baseline, "")],
        "money": [((), ""), *(((), f"?vue={view}") for view in ("lignes", "budgets", "un-an", "comptes-rendus"))],
        "sheet_year": [(sheet, "")],
        "call_list": none,
        "call_new": none,
        "call": [((stage.call,), "")],
        "call_edit": [((stage.call,), "")],
        "indicator_list": none,
        "indicator": [(indicator, "")],
        "indicator_edit": [(indicator, "")],
        "indicator_delete": [(indicator, "")],
        "measurement_edit": [((stage.measure.pk,), "")],
        "measurement_remove": [((stage.measure.pk,), "")],
        "import_list": none,
        "import_review": [((StrategyImport.objects.get().pk,), "")],
    }


AROUND = ("dashboard", "calendar_feed", "handover", "interim_new", "letterhead", "council", "mail_list", "register")
"""Screens of other rooms that steering uses; none takes anything but the council."""


def addresses(loos: Loos, stage: Stage) -> list[str]:
    """The address of each screen, in the order of the rooms."""
    slug = loos.council.slug
    told = [
        reverse(name, args=[slug, *args]) + after for name, visits in screens(stage).items() for args, after in visits
    ]
    return [*told, *(reverse(name, args=[slug]) for name in AROUND)]
