"""The facts of a council as its folder in ``data/`` tells them: one class per kind of line, a misspelt word fails.

Days are written as ``days.day`` reads them.
"""

from quietude.demo.facts.councils import (
    ActFacts,
    CouncilFacts,
    FormationFacts,
    LetterheadFacts,
    NeighbourhoodFacts,
    OrganisationFacts,
    PersonFacts,
)
from quietude.demo.facts.lines import FactError, as_signed
from quietude.demo.facts.plans import (
    AxisFacts,
    BaselineFacts,
    CallFacts,
    GapFacts,
    ObjectiveFacts,
    StrategyFacts,
    ViewFacts,
)
from quietude.demo.facts.reading import (
    DATA,
    SLUGS,
    contours_origin,
    contours_text,
    council_facts,
    document_to_review,
    strategy_facts,
)
from quietude.demo.facts.sheets import (
    BudgetFacts,
    CommuneFacts,
    DocumentFacts,
    EventFacts,
    FundingFacts,
    IndicatorFacts,
    PartnerFacts,
    SheetFacts,
    StepFacts,
)

__all__ = [
    "DATA",
    "SLUGS",
    "ActFacts",
    "AxisFacts",
    "BaselineFacts",
    "BudgetFacts",
    "CallFacts",
    "CommuneFacts",
    "CouncilFacts",
    "DocumentFacts",
    "EventFacts",
    "FactError",
    "FormationFacts",
    "FundingFacts",
    "GapFacts",
    "IndicatorFacts",
    "LetterheadFacts",
    "NeighbourhoodFacts",
    "ObjectiveFacts",
    "OrganisationFacts",
    "PartnerFacts",
    "PersonFacts",
    "SheetFacts",
    "StepFacts",
    "StrategyFacts",
    "ViewFacts",
    "as_signed",
    "contours_origin",
    "contours_text",
    "council_facts",
    "document_to_review",
    "strategy_facts",
]
