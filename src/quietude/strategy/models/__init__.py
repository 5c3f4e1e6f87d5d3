"""Nouns of the strategy."""

from quietude.strategy.models.baseline import Baseline, BaselineSheet, Signatory
from quietude.strategy.models.follow_up import Event, SheetDocument, Step
from quietude.strategy.models.history import JournalEntry, PendingEdit, SheetVersion
from quietude.strategy.models.imports import SourceLink, StrategyImport
from quietude.strategy.models.indicators import Indicator, Measurement
from quietude.strategy.models.money import BudgetLine, FundingCall, FundingLine, FundingProgramme
from quietude.strategy.models.sheet import ActionSheet
from quietude.strategy.models.sheet_scope import (
    SheetAudience,
    SheetCommune,
    SheetLink,
    SheetNeighbourhood,
    SheetObjective,
    SheetPartner,
)
from quietude.strategy.models.strategy import Axis, Framework, Objective, Strategy
from quietude.strategy.models.views import AcceptedGap, SavedView

__all__ = [
    "AcceptedGap",
    "ActionSheet",
    "Axis",
    "Baseline",
    "BaselineSheet",
    "BudgetLine",
    "Event",
    "Framework",
    "FundingCall",
    "FundingLine",
    "FundingProgramme",
    "Indicator",
    "JournalEntry",
    "Measurement",
    "Objective",
    "PendingEdit",
    "SavedView",
    "SheetAudience",
    "SheetCommune",
    "SheetDocument",
    "SheetLink",
    "SheetNeighbourhood",
    "SheetObjective",
    "SheetPartner",
    "SheetVersion",
    "Signatory",
    "SourceLink",
    "Step",
    "Strategy",
    "StrategyImport",
]
