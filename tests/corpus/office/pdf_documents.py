"""PDF plans: a bound report, a magazine, slides, a wide table, a numbered report, an extract; and an agenda."""

from pathlib import Path

from office.outline import read_outline
from office.plan import Document, Strategy, expect
from office.typeset import write_pdf

DESIGNS = Path(__file__).parent / "typst"


def sheets_01() -> Document:
    """Cover, contents with dot leaders, running titles; eleven sheets, one table per page."""
    plan, texts = read_outline(__file__, "pdf-sheets-01")
    labels = (
        ("Constat", "context"),
        ("Description", "description"),
        ("Pilote", "lead"),
        ("Partenaires", "partners"),
        ("Public visé", "public"),
        ("Territoire", "territory"),
        ("Moyens", "means"),
        ("Plan de financement", "funding"),
        ("Calendrier", "calendar"),
        ("Indicateurs de réalisation", "indicators"),
        ("Évaluation", "evaluation"),
    )
    expected = expect(
        plan,
        tuple(key for _, key in labels),
        notes=[
            "2020-2024 is the national strategy and 2019-2023 the previous one.",
            "Contents, missions and glossary are not the plan.",
        ],
    )
    write = write_pdf(
        DESIGNS / "sheets.typ", plan, labels, running="STSPD 2024-2027", front=texts["front"], back=texts["back"]
    )
    return Document("pdf-sheets-01.pdf", write, expected)


def columns_01() -> Document:
    """Two justified columns with broken words; « Pilote » and « Calendrier » in italics under each action."""
    plan, texts = read_outline(__file__, "pdf-columns-01")
    write = write_pdf(
        DESIGNS / "columns.typ",
        plan,
        (("Pilote", "lead"), ("Partenaires", "partners"), ("Calendrier", "calendar")),
        running="Supplément au magazine n° 48",
        footer="Haute-Mayrenne, le magazine",
        subtitle="Ce que les vingt-deux communes ont décidé pour 2025-2030",
        axis="Priorité",
        front=texts["front"][0][1],
        back=texts["back"][0][1],
    )
    expected = expect(
        plan,
        ("lead", "partners", "calendar", "description"),
        notes=["Words broken at the end of a line are whole words. The useful numbers are not the plan."],
    )
    return Document("pdf-columns-01.pdf", write, expected)


def slides_01() -> Document:
    """Slides of a plenary sitting: an announcement of the counts, one slide per axis, one per objective."""
    plan, texts = read_outline(__file__, "pdf-slides-01")
    write = write_pdf(
        DESIGNS / "slides.typ",
        plan,
        (("Pilote", "lead"),),
        footer="CLSPD de Saint-Cyprien-des-Prés – séance plénière du 3 avril 2025",
        subtitle="CLSPD de Saint-Cyprien-des-Prés – 2025-2030",
        axis="Axe",
        front=texts["front"],
        back=texts["back"],
    )
    expected = expect(
        plan, ("lead",), notes=["2019-2024 is the previous strategy. First and last slides are not the plan."]
    )
    return Document("pdf-slides-01.pdf", write, expected)


def tables_01() -> Document:
    """A landscape table over pages: header repeated, a band per axis, cells wrapped and hyphenated."""
    plan, _ = read_outline(__file__, "pdf-tables-01")
    labels = (
        ("Pilote(s)", "lead"),
        ("Partenaires", "partners"),
        ("Calendrier", "calendar"),
        ("Financement", "funding"),
        ("Indicateurs", "indicators"),
    )
    write = write_pdf(
        DESIGNS / "grid.typ",
        plan,
        labels,
        footer="Métropole d’Orvanne – CISPD",
        subtitle="Métropole d’Orvanne – version validée le 2 juin 2023",
        heads=("Objectif", "N°", "Action", *(label for label, _ in labels)),
        widths=(12, 4, 20, 14, 18, 11, 13, 20),
    )
    return Document("pdf-tables-01.pdf", write, expect(plan, tuple(key for _, key in labels)))


def toc_01() -> Document:
    """Numbered chapters, a long table of contents: the axes are the second-level titles of the third chapter."""
    plan, texts = read_outline(__file__, "pdf-toc-01")
    write = write_pdf(
        DESIGNS / "report.typ",
        plan,
        (("Responsable", "lead"), ("Public", "public"), ("Mesure", "indicators")),
        running="Hautecombe - stratégie locale 2026-2028",
        subtitle="Commune de Hautecombe, 2026-2028",
        front=texts["front"],
        back=texts["back"],
        chapter="La stratégie",
        announce="La stratégie comprend trois axes, six objectifs et treize actions.",
        notes={title: paragraphs[0] for title, paragraphs in texts["notes"]},
    )
    expected = expect(
        plan,
        ("lead", "public", "indicators", "description"),
        notes=[
            "2022-2025 is the departmental plan.",
            "Axes are titles 3.1 to 3.3: chapters 1, 2 and 4 are not the plan.",
        ],
    )
    return Document("pdf-toc-01.pdf", write, expected)


def mixed_01() -> Document:
    """The last plan recalled, a summary table, then sheets with labels above values; the last sheet is cut."""
    plan, texts = read_outline(__file__, "pdf-mixed-01")
    labels = (
        ("Porteur", "lead"),
        ("Acteurs associés", "partners"),
        ("Description", "description"),
        ("Public cible", "public"),
        ("Échéance", "calendar"),
        ("Indicateurs de résultat", "indicators"),
    )
    write = write_pdf(
        DESIGNS / "extract.typ",
        plan,
        labels,
        footer="Extrait du document validé – Roquebrune-sur-Tavel",
        subtitle="CLSPD de Roquebrune-sur-Tavel – 2022/2025",
        past=texts["past"][0],
        bridge=texts["bridge"][0][1][0],
    )
    expected = expect(
        plan,
        tuple(key for _, key in labels),
        notes=[
            "The list of 2018-2021 is the previous strategy. The summary and the sheets tell the same eight actions.",
            "The axis is only named above each sheet. The last sheet is cut and kept so.",
        ],
    )
    return Document("pdf-mixed-01.pdf", write, expected)


def agenda_01() -> Document:
    """A summons with its agenda and the standing rules: points and articles, no plan."""
    points = (
        ("14 h 00", "Accueil et installation des nouveaux membres"),
        ("14 h 15", "Bilan des actions de l’année"),
        ("15 h 00", "Présentation des orientations départementales"),
        ("15 h 30", "Échanges sur la future stratégie 2026-2029"),
        ("16 h 15", "Questions diverses"),
    )
    articles = (
        "Le conseil se réunit sur convocation du maire.",
        "La convocation est adressée dix jours avant la séance.",
        "Les débats ne sont pas publics.",
        "Un compte rendu est envoyé sous un mois.",
    )
    opening = "Vous êtes invités à la séance plénière qui se tiendra le mardi 18 novembre 2025 à 14 heures"
    write = write_pdf(
        DESIGNS / "agenda.typ",
        Strategy(),
        title="Convocation à la séance plénière du CLSPD de Pierrelongue",
        footer="Mairie de Pierrelongue – secrétariat du conseil",
        opening=f"{opening}, salle du conseil.",
        points=points,
        articles=articles,
    )
    expected = expect(
        Strategy(),
        notes=["An agenda and standing rules. 2026-2029 is spoken of only."],
        accept={
            "period": [[2026, 2029]],
            "territory": ["Pierrelongue"],
            "title": ["Convocation à la séance plénière du CLSPD"],
        },
    )
    return Document("negative-pdf-01.pdf", write, expected)


DOCUMENTS = [sheets_01, columns_01, slides_01, tables_01, toc_01, mixed_01, agenda_01]
