"""What the child process does: a letter set as a tagged PDF, a logo drawn anew. Pure: Django is not loaded for it."""

import base64
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import Any

TEMPLATES = Path(__file__).parent / "typst"
FONTS = ("fontpkg_source_sans_3", "fontpkg_source_serif_4")
LOGO_PPI = 200.0
BOX = "□"


def typeset(data: Path, template: str) -> str:
    """The PDF/UA-1, in base64, of the JSON file ``data`` set by ``template``.typ; pictures lie beside the data.

    An accessible document shows no character that its fonts lack: those (a smiley, an ideogram) become boxes.
    Raises typst's error when the document still cannot be made accessible.
    """
    from typst import TypstError

    try:
        return _compile(data.parent, template, format="pdf", pdf_standards=["ua-1"])
    except TypstError:
        data.write_text(showable(data.read_text("utf-8")), "utf-8")
        return _compile(data.parent, template, format="pdf", pdf_standards=["ua-1"])


def redraw(picture: Path, _: str) -> str:
    """The PNG, in base64, of a PNG or JPEG picture. Raises typst's error when it is none."""
    return _compile(picture.parent, "logo", format="png", ppi=LOGO_PPI, sys_inputs={"picture": picture.name})


def _compile(folder: Path, template: str, **options: Any) -> str:
    """``template``.typ compiled in ``folder``, out of which it reads nothing."""
    import typst

    source = shutil.copy(TEMPLATES / f"{template}.typ", folder)
    made: Any = typst.compile(source, root=str(folder), font_paths=font_folders(), ignore_system_fonts=True, **options)
    return base64.b64encode(made).decode()


def showable(text: str) -> str:
    """``text`` with a box in the place of each character that no font of the house draws."""
    from fontTools.ttLib import TTFont

    files = (file for folder in font_folders() for file in Path(folder).glob("*.ttf"))
    drawn = {code for file in files for code in TTFont(file, lazy=True).getBestCmap()} | {ord("\n")}
    return "".join(character if ord(character) in drawn else BOX for character in text)


def font_folders() -> list[str]:
    """Where the fonts of the house lie."""
    found = (find_spec(name) for name in FONTS)
    return [str(Path(str(spec.origin)).parent / "files") for spec in found if spec]
