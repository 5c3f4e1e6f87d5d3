"""A presentation opens, says everything in its order, and no text leaves its screen."""

import io
import re
import textwrap
import zipfile
from datetime import date
from xml.etree.ElementTree import Element

import pytest
from defusedxml import ElementTree

from quietude.documents.blocks import Bullets, Grid
from quietude.documents.letter import Slide, Slides
from quietude.documents.presentation import as_pptx
from quietude.documents.slides import HEIGHT, LIST_GAP, LIST_LINE, MOST_LINES, TABLE_GAP, TABLE_LINE, screens_of
from quietude.documents.tests.letters import AMOUNTS, FORBIDDEN, HOSTILE, a_sender, logo

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def presentation(*slides: Slide, **facts: object) -> zipfile.ZipFile:
    made = as_pptx(Slides(a_sender(**facts), "Stratégie & suite", "Plénière", date(2026, 11, 22), slides))
    return zipfile.ZipFile(io.BytesIO(made))


def screens(parts: zipfile.ZipFile) -> list[Element]:
    names = [name for name in parts.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    return [ElementTree.fromstring(parts.read(f"ppt/slides/slide{n}.xml")) for n in range(1, len(names) + 1)]


def words(screen: Element) -> list[str]:
    return [node.text or "" for node in screen.iter(f"{A}t")]


def test_the_screens_say_the_slides_in_their_order_and_nothing_is_code() -> None:
    grid = Grid(["Financeur", "Demandé"], [[HOSTILE, "8 000 €"], ["Total", "8 000 €"]], AMOUNTS, True)
    parts = presentation(Slide("Où en est-on ?", Bullets([f"Un{FORBIDDEN}", HOSTILE])), Slide("Argent", grid))
    first, second, third = map(words, screens(parts))
    assert first == [
        "Stratégie & suite",
        "Plénière",
        "22\u00a0novembre 2026",
        "Ville du Val d’Orve",
        "CISPD du Val d’Orve",
    ]
    assert second[:3] == ["Où en est-on ?", "Un", HOSTILE]
    assert third[:7] == ["Argent", "Financeur", "Demandé", HOSTILE, "8 000 €", "Total", "8 000 €"]
    assert third[-2:] == ["Ville du Val d’Orve. Stratégie & suite", "3"]
    core = parts.read("docProps/core.xml").decode()
    assert "<dc:title>Stratégie &amp; suite</dc:title>" in core


def test_every_part_is_named_and_every_link_leads_to_a_part() -> None:
    parts = presentation(Slide("A", Bullets(["a"])), logo=logo(), logo_text="Blason « & »")
    names = set(parts.namelist())
    types = ElementTree.fromstring(parts.read("[Content_Types].xml"))
    assert {node.get("PartName", "")[1:] for node in types if node.get("PartName")} <= names
    for name in names:
        if name.endswith(".rels"):
            folder = name.replace("_rels/", "").rpartition("/")[0]
            for link in ElementTree.fromstring(parts.read(name)):
                steps = f"{folder}/{link.get('Target')}".lstrip("/").split("/")
                while ".." in steps:
                    at = steps.index("..")
                    del steps[at - 1 : at + 1]
                assert "/".join(steps) in names
        elif name.endswith(".xml"):
            ElementTree.fromstring(parts.read(name))
    picture = next(screens(parts)[0].iter("{http://schemas.openxmlformats.org/presentationml/2006/main}pic"))
    assert picture.find(".//*[@descr]").get("descr") == "Blason « & »"
    assert 'cx="12192000" cy="6858000"' in parts.read("ppt/presentation.xml").decode()


@pytest.mark.parametrize("items", [0, 1, 40])
def test_a_long_list_goes_on_to_the_next_screen_and_loses_no_word(items: int) -> None:
    said = [f"Point {n} : " + "mots " * (n * 7 % 300) for n in range(items)]
    cut = screens_of(Slide("Liste", Bullets(said)))
    assert " ".join(" ".join(screen.items) for screen in cut).split() == " ".join(said).split()
    for screen in cut:
        lines = sum(max(1, len(textwrap.wrap(item, 85))) for item in screen.items)
        assert lines * LIST_LINE + len(screen.items) * LIST_GAP <= HEIGHT
    assert [screen.heading for screen in cut][:1] == ["Liste" if len(cut) == 1 else f"Liste (1/{len(cut)})"]


def test_a_long_table_goes_on_with_its_head_and_a_huge_cell_is_cut() -> None:
    rows = [[str(n), "Accueil des jeunes " * (n % 5), "x" * 3_000 if n == 3 else "Service"] for n in range(60)]
    cut = screens_of(Slide("Fiches " * 40, Grid(["N°", "Fiche", "Pilote"], rows)))
    assert len(cut) > 5
    assert [screen.rows[0].cells[0].text for screen in cut] == ["N°"] * len(cut)
    assert [row.cells[0].text for screen in cut for row in screen.rows[1:]] == [row[0] for row in rows]
    assert max(sum(row.height for row in screen.rows) for screen in cut) <= HEIGHT
    tallest = max(row.height for screen in cut for row in screen.rows)
    assert tallest == MOST_LINES * TABLE_LINE + TABLE_GAP
    assert max(len(screen.heading) for screen in cut) < 110
    assert sum(cut[0].widths) <= 859 * 12_700


def test_a_short_column_is_not_squeezed_by_a_long_one() -> None:
    (screen,) = screens_of(Slide("F", Grid(["N°", "Fiche", "Échéance"], [["1", "mot " * 60, "30 oct. 2026"]])))
    assert [len(cell.text) for cell in screen.rows[1].cells][2] == len("30 oct. 2026")
    number, title, due = screen.widths
    assert number < due < title
