"""PDF plans set apart: a bulletin in columns, sheets in boxes, slides with tables."""

from pathlib import Path

from office.outline import read_outline
from office.plan import Document, expect
from office.typeset import write_pdf

DESIGNS = Path(__file__).parent / "typst"


def columns_02() -> Document:
    """Two columns, axis labels alone above their titles, check marks, missions numbered inside a paragraph."""
    plan, texts = read_outline(__file__, "pdf-columns-02")
    write = write_pdf(
        DESIGNS / "bulletin.typ",
        plan,
        (("Pilote", "lead"), ("Pour qui", "public"), ("Quand", "calendar")),
        running="Le Petit Causse - bulletin municipal - hiver 2024",
        subtitle="Saint-Éloi-du-Causse, 2024-2026 : quatre axes pour vivre tranquille",
        front=texts["front"][0][1],
        back=texts["back"][0][1],
    )
    expected = expect(
        plan,
        ("lead", "public", "calendar", "description"),
        notes=["The missions of the council (1-, 2-, 3-) are not the plan; 2020-2023 is the previous plan."],
    )
    return Document("pdf-columns-02.pdf", write, expected)


def sheets_02() -> Document:
    """Eighteen sheets: boxes side by side, label above value, axis and objective in italics above the title."""
    plan, _ = read_outline(__file__, "pdf-sheets-02")
    labels = (
        ("DIAGNOSTIC", "context"),
        ("DESCRIPTION", "description"),
        ("PILOTE", "lead"),
        ("PARTENAIRES", "partners"),
        ("PUBLIC", "public"),
        ("LOCALISATION", "territory"),
        ("FINANCEMENT", "funding"),
        ("CALENDRIER", "calendar"),
        ("INDICATEURS DE RÉALISATION", "indicators"),
        ("ÉTAT D’AVANCEMENT", "status"),
    )
    write = write_pdf(
        DESIGNS / "boxes.typ",
        plan,
        labels,
        running="Stratégie intercommunale de prévention",
        years="2023-2028",
        footer="Val de Sévrette Communauté – CISPD – document arrêté le 5 mai 2023",
        wide=("DIAGNOSTIC", "DESCRIPTION"),
        first=3,
    )
    expected = expect(
        plan,
        tuple(key for _, key in labels),
        notes=["The boxes of a row stand side by side: two labels on one line, two columns of values."],
    )
    return Document("pdf-sheets-02.pdf", write, expected)


def slides_02() -> Document:
    """Wide slides, a table on each; a priority goes on over two slides."""
    plan, texts = read_outline(__file__, "pdf-slides-02")
    write = write_pdf(
        DESIGNS / "deck.typ",
        plan,
        (("Pilote", "lead"), ("Échéance", "calendar")),
        running="Ville de Lormaux – CLSPD – comité de pilotage",
        subtitle="Ville de Lormaux – présentation aux partenaires",
        front=texts["front"],
        back=texts["back"],
    )
    expected = expect(
        plan,
        ("lead", "calendar"),
        notes=[
            "« (suite) » continues the slide before. The slide that lists the three priorities names the same axes."
        ],
    )
    return Document("pdf-slides-02.pdf", write, expected)


DOCUMENTS = [columns_02, sheets_02, slides_02]
