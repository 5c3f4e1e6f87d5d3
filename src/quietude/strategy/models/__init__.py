"""Nouns of the strategy."""

from quietude.strategy.models.follow_up import FundingLine, Indicator, JournalEntry, Measurement, Step
from quietude.strategy.models.imports import SourceLink, StrategyImport
from quietude.strategy.models.sheet import ActionSheet, PendingEdit, SheetCommune, SheetPartner, SheetVersion
from quietude.strategy.models.strategy import Axis, Framework, Objective, Strategy

__all__ = [
    "ActionSheet",
    "Axis",
    "Framework",
    "FundingLine",
    "Indicator",
    "JournalEntry",
    "Measurement",
    "Objective",
    "PendingEdit",
    "SheetCommune",
    "SheetPartner",
    "SheetVersion",
    "SourceLink",
    "Step",
    "Strategy",
    "StrategyImport",
]
