"""A letter with one block of each kind and everything that a text may hold: what the tests of this room write."""

from datetime import date
from typing import Any

import typst

from quietude.documents.blocks import Bullets, Check, Checks, Facts, Grid, Heading, PageBreak, Paragraph
from quietude.documents.letter import Letter, Sender

HOSTILE = (
    '#let x = 1 #panic("x") $ y $ @ref \\ *gras* _bas_ // fin /* f */ <étiquette> `brut` ] [ {{ a }} {% b %}'
    " =1+1 & <b>n</b> %PDF <w:p/> © 👍 fin"
)
AMOUNTS = frozenset({1})
FORBIDDEN = "\x00\x01\x0b\x1f\x7f\x85\ud800\ufeff\ufffe"


def logo() -> bytes:
    return typst.compile(b"#set page(width: 90pt, height: 60pt)\n#rect(fill: blue)[Orve]", format="png", ppi=72)


def a_sender(**facts: Any) -> Sender:
    lines = ["Ville du Val d’Orve", "CISPD du Val d’Orve"]
    return Sender(**({"lines": lines, "address": "12 rue de la Paix\n99001 Val d’Orve", "foot": "Lundi"} | facts))


def a_letter(**facts: Any) -> Letter:
    """A letter with one block of each kind; ``facts`` replace its own."""
    blocks = (
        Facts([("État", "en retard"), ("Pilote", HOSTILE)]),
        Paragraph(f"Une ligne.{FORBIDDEN}\r\nUne autre.", "Constat."),
        Paragraph(HOSTILE),
        Heading("Étapes", 2),
        Checks([Check(True, "Convention", "4 mars 2025"), Check(False, HOSTILE)]),
        PageBreak(),
        Heading("Argent", 4, "2"),
        Grid(
            ["Financeur", "Demandé"], [["FIPD", "8 000 €"], [HOSTILE, "–"], ["Total", "8 000 €"]], frozenset({1}), True
        ),
        Bullets(["Étape", HOSTILE]),
    )
    own = {
        "sender": a_sender(),
        "title": "Fiche : « accueil » & suite",
        "subtitle": 'Pour éviter le "décrochage" \\ scolaire',
        "blocks": blocks,
        "made_on": date(2026, 11, 22),
        "note": "Démonstration.",
        "number": "4",
    }
    return Letter(**(own | facts))
