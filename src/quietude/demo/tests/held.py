"""What a council of the demonstration really holds, for each page whose address names an object."""

from typing import Any

from django.utils import timezone

from quietude.councils.models import Council, FormationMember
from quietude.outbox.models import OutgoingMail
from quietude.strategy.models import (
    AcceptedGap,
    ActionSheet,
    Baseline,
    Event,
    FundingCall,
    FundingLine,
    Indicator,
    Measurement,
    SheetDocument,
    Step,
    Strategy,
    StrategyImport,
)
from quietude.territories.models import Neighbourhood
from tests.objects import FORMATS

Arguments = dict[str, dict[str, Any]]


def what_is_held(council: Council) -> Arguments:
    """For each page that names an object, one that the council really has; a page without any is left out."""
    held = _named(_in_councils(council) | _in_strategy(council))
    return held | FORMATS | _with_more(council) | {"commune_remove": {"code": council.communes.first().code}}


def _named(reached: dict[str, Any]) -> Arguments:
    return {name: {"pk": row.pk} for names, row in reached.items() if row for name in names.split()}


def _in_councils(council: Council) -> dict[str, Any]:
    return {
        "member member_edit member_invite seat_new": council.professionals.first(),
        "seat_edit seat_end": council.seats.first(),
        "organisation organisation_edit organisation_confirm": council.organisations.first(),
        "composition_act_remove": council.composition_acts.first(),
        "neighbourhood_remove": Neighbourhood.objects.filter(commune__councils=council).first(),
        "formation formation_edit formation_member_new": council.formations.exclude(kind="prosecutor_group").first(),
        "formation_member_end": FormationMember.objects.filter(council=council).first(),
    }


def _in_strategy(council: Council) -> dict[str, Any]:
    plan = Strategy.objects.filter(council=council).first()
    first = {
        model: model.objects.filter(council=council).first()  # type: ignore[attr-defined]
        for model in (ActionSheet, Baseline, Event, FundingCall, FundingLine, Indicator, Measurement, Step)
    }
    return {
        "strategy_version strategy_edit strategy_presentation axis_new objective_new baseline_list baseline_new": plan,
        "axis_edit": plan and plan.axes.first(),
        "objective_edit": plan and plan.objectives.first(),
        "action_sheet action_sheet_edit action_sheet_delete sheet_history sheet_year event_new": first[ActionSheet],
        "sheet_document_add indicator_new journal_write block_remind block_release action_sheet_move": first[
            ActionSheet
        ],
        "baseline baseline_check baseline_comparison": first[Baseline],
        "event_edit event_delete": first[Event],
        "sheet_document sheet_document_remove": SheetDocument.objects.filter(council=council).first(),
        "step_finish step_reopen": first[Step],
        "report_hand_in report_take_back": first[FundingLine],
        "call call_edit call_withdraw call_restore": first[FundingCall],
        "indicator indicator_edit indicator_delete figure_take": first[Indicator],
        "measurement_edit measurement_remove": first[Measurement],
        "import_review review_describe review_take_back import_apply import_abandon": StrategyImport.objects.filter(
            council=council
        ).first(),
    }


def _with_more(council: Council) -> Arguments:
    """The pages whose address says more than one key."""
    plan, sheet = (model.objects.filter(council=council).first() for model in (Strategy, ActionSheet))  # type: ignore[attr-defined]
    frozen, call = (model.objects.filter(council=council).first() for model in (Baseline, FundingCall))  # type: ignore[attr-defined]
    taken = StrategyImport.objects.filter(council=council).first()
    mail = OutgoingMail.objects.filter(council=council.reference).first()
    gap = AcceptedGap.objects.filter(council=council).first()
    held: Arguments = {}
    if plan:
        axis = {"pk": plan.axes.first().pk, "extension": "odt"}
        held |= {"action_sheet_new": {"strategy": plan.pk}, "axis_document": axis}
        held["strategy_document"] = {"pk": plan.pk, "extension": "odt"}
    if sheet:
        year = {"pk": sheet.pk, "year": timezone.localdate().year}
        held["sheet_rows"] = {"pk": sheet.pk, "section": "etapes"}
        held["action_sheet_document"] = {"pk": sheet.pk, "extension": "odt"}
        held |= {"sheet_year_of": year, "sheet_year_document": year | {"extension": "odt"}}
    if frozen:
        paper = {"pk": frozen.pk, "extension": "odt"}
        held |= {"baseline_document": paper, "baseline_comparison_document": paper}
    if sheet and call:
        held["request_prepare"] = {"pk": sheet.pk, "call": call.pk}
    if gap:
        held["coverage_gap"] = {"row": gap.row, "column": gap.column}
    if taken:
        held |= {"review_item": {"pk": taken.pk, "node": 1}, "review_line": {"pk": taken.pk, "line": 1}}
    if mail:
        held["mail_retry"] = {"reference": mail.reference}
    return held
