"""Blocks: the lines of the page put together again as its author thought them.

A block is one title, one item, one paragraph or one table row. Four things undo what layout did to them:
* a line that is full, or that breaks off in mid-sentence, goes on in the next one;
* a label alone on its line (« Axe 2 ») is given the title before or after it, as the rest of the document does;
* a bullet alone on its line belongs to the next line;
* an enumeration written inside a paragraph (« 1- … ; 2- … ») becomes a lead-in and its items.
"""

import re
from dataclasses import replace

from .block import Block
from .enumerations import split_enumeration
from .fields import named_field
from .labels import CONTINUED, Label, parse_label, strip_bullet
from .lines import Line, Source
from .text import ends_sentence, flat, fold, is_capitals, squeeze, starts_lower, word_count

__all__ = ["Block", "build_blocks"]

SERIAL_WORDS = frozenset(("volet", "axe", "pilier", "enjeu", "priorite", "orientation", "chantier", "programme"))
JOINING_WORDS = frozenset(
    "de des du d' la le les l' et ou a au aux en dans sur pour par avec sans contre vers chez entre un une ses son "
    "sa leur leurs que qui "
    "afin dont ainsi notamment non sous - – — ,".split()
)
TITLE_LENGTH = 160
TAB = 4
PASTED = -1
"""The table of the lines that a plain text holds with tabulations between their columns."""
GLUED_NUMBER = re.compile(
    r"^((?:Axe|AXE|Action|ACTION|Fiche|FICHE|Objectif|Orientation|Mesure)\s?(?:n°\s?)?\d{1,2})(?=[A-ZÉÈ][a-zéè])"
)
GLUED_CAPTION = re.compile(r"(\w\s?:)[A-Z][a-zé]{3,20}$")
"""A caption that a web page glues to the end of a sentence: « … ont permis notamment :Médiateurs »."""
TRAILING_LABEL = re.compile(
    r"\s*(?:[(\[–—:-]\s*)(?P<label>(?:axe|orientation|priorite|objectif|programme|volet|theme|fiche[ -]?action|fiche|"
    r"action|mesure|proposition)\s*(?:n\s?[°o.]+\s*)?\d{1,2}(?:\.\d{1,2})*)\s*[)\]]?\s*$"
)


def build_blocks(kept: list[tuple[int, Line]], source: Source) -> list[Block]:
    """Every block of the document, in reading order."""
    width = _page_width(source)
    blocks: list[Block] = []
    for index, line in kept:
        if line.cells and source.format == "txt":
            line = _pasted_row(line)
        block = _open_block(index, line)
        previous = blocks[-1] if blocks else None
        if previous and not previous.text and previous.bullet and not block.bullet and not block.is_row:
            block.bullet, block.lines = previous.bullet, previous.lines + block.lines
            blocks[-1] = block
        elif previous and _goes_on(previous, block, line, width):
            _join(previous, block, line)
        else:
            blocks.append(block)
    blocks = _mark_semicolon_lists([b for b in blocks if b.text or b.is_row])
    for block in blocks:
        _read_label(block)
    _read_word_series(blocks)
    known = frozenset(
        b.label.kind for b in blocks if b.label and b.label.kind and b.label.number and b.label.rank == "upper"
    )
    for block in blocks:
        if block.label is None and known and not block.is_row:
            block.label = parse_label(block.text, known=known)
    return [part for block in _name_lone_labels(blocks) for part in split_enumeration(block)]


def _pasted_row(line: Line) -> Line:
    """A line pasted with its tabulations is a row; those that open it are empty cells."""
    pad = ("",) * max(0, round(line.indent / TAB))
    return replace(line, kind="row", cells=(*pad, *line.cells), table=PASTED)


def _open_block(index: int, line: Line) -> Block:
    if line.kind == "row":
        return Block(line.text, [index], line, cells=line.cells, last=line)
    text = GLUED_NUMBER.sub(r"\1 : ", squeeze(line.text))
    text = GLUED_CAPTION.sub(r"\1", text)
    if line.marker:
        bullet, rest = strip_bullet(line.marker + " ")
        if bullet:
            return Block(text, [index], line, bullet=bullet, last=line)
        return Block(f"{line.marker} {text}", [index], line, last=line)
    bullet, rest = strip_bullet(text)
    if bullet and line.kind != "heading":
        return Block(rest, [index], line, bullet=bullet, last=line)
    if line.kind == "item":
        return Block(text, [index], line, bullet="•", last=line)
    return Block(rest if bullet else text, [index], line, last=line)


def _page_width(source: Source) -> int | None:
    """The length at which lines were broken, when the text was hard-wrapped; None when each line is a paragraph."""
    if source.format not in ("txt", "pdf"):
        return None
    lengths = sorted(
        len(line.text) + int(line.indent if source.format == "txt" else 0)
        for line in source.lines
        if line.kind != "row"
    )
    if len(lengths) < 6:
        return None
    width = lengths[int(len(lengths) * 0.96)]
    if width > 140 or width < 25:
        return None
    full = broken = 0
    for a, b in zip(source.lines, source.lines[1:], strict=False):
        if len(a.text) > width * 0.75 and b.blank_before == 0:
            full += 1
            broken += starts_lower(b.text) and not ends_sentence(a.text)
    return width if full >= 3 and broken * 3 >= full else None


def _goes_on(previous: Block, block: Block, line: Line, width: int | None) -> bool:
    """Is ``block`` the rest of ``previous``?"""
    last = previous.last or previous.first
    if previous.is_row or block.is_row or block.bullet or line.kind == "heading" and not previous.is_heading:
        return False
    if previous.is_heading and (line.kind != "heading" or line.level != previous.first.level):
        return False
    if line.page != last.page and last.page is not None and not starts_lower(line.text):
        return False
    if not previous.text or _starts_something(block.text):
        return False
    if line.blank_before or previous.is_heading or line.number == last.number and line.kind != "text":
        return (
            _is_cut(previous.text, line)
            and len(previous.text) < TITLE_LENGTH
            and not (line.blank_before > 1 and previous.bullet)
        )
    if _is_labelled(previous) and not starts_lower(line.text):
        return _is_cut(previous.text, line) or _is_capital_rest(previous, line)
    if (
        width is not None
        and len(last.text) + int(last.indent) + len(line.text.split(" ", 1)[0]) + 1 > width * 0.94
        and not previous.text.endswith((";", ":"))
    ):
        return not (ends_sentence(previous.text) and line.indent > last.indent + 1 and not previous.bullet)
    if ends_sentence(previous.text) or previous.text.endswith((";", ":")):
        return False
    if previous.text.endswith(",") and named_field(previous.text):
        return True
    if width is None and line.number == last.number and not starts_lower(line.text):
        return False
    return _is_cut(previous.text, line) or _is_capital_rest(previous, line)


def _is_labelled(block: Block) -> bool:
    label = parse_label(block.text)
    return label is not None and label.rank is not None


def _starts_something(text: str) -> bool:
    if parse_label(text) is not None:
        label = parse_label(text)
        return bool(label and (label.rank or label.rest or len(text) < 8))
    return named_field(text) is not None and text[:1].isupper()


def _is_cut(before: str, line: Line) -> bool:
    """Does ``before`` break off so that ``line`` must be its end?"""
    if before.endswith((".", ";", ":", "!", "?", "…")):
        return False
    last = flat(before).rsplit(" ", 1)[-1]
    if last in JOINING_WORDS or last.endswith(("'", "-")) and len(last) > 1 or before.endswith(","):
        return not before.endswith(",") or starts_lower(line.text)
    return starts_lower(line.text) and not re.match(r"[a-h][).]", line.text)


def _is_capital_rest(previous: Block, line: Line) -> bool:
    """« AXE 2 : PRÉVENIR LES VIOLENCES / FAITES AUX FEMMES »: a labelled title in capitals goes on in capitals."""
    label = parse_label(previous.text)
    return bool(
        label
        and label.rank
        and label.rest
        and is_capitals(label.rest)
        and is_capitals(line.text)
        and not re.search(r"\d{4}", line.text)
    )


def _join(previous: Block, block: Block, line: Line) -> None:
    text = previous.text
    if re.search(r"[^\W\d_]-$", text) and starts_lower(block.text) and not text.endswith(" -"):
        previous.text = text[:-1] + block.text if len(text.rsplit(" ", 1)[-1]) > 3 else text + block.text
    else:
        previous.text = f"{text} {block.text}"
    previous.lines += block.lines
    previous.last = line


def _mark_semicolon_lists(blocks: list[Block]) -> list[Block]:
    """Lines that end on « ; » one after the other are the items of a list without marks."""
    run: list[Block] = []
    for block in [*blocks, None]:
        if (
            block
            and not block.bullet
            and not block.is_row
            and not block.is_heading
            and not parse_label(block.text)
            and len(block.text) < 300
        ):
            if block.text.endswith((";", ",")) and (block.text.endswith(";") or run):
                run.append(block)
                continue
            if len(run) >= 1 and run[-1].text.endswith(";"):
                run.append(block)
        if len(run) >= 2:
            for item in run:
                item.implicit = True
        run = []
    return blocks


def _read_label(block: Block) -> None:
    if block.is_row:
        return
    titled = block.is_heading or (block.first.bold and len(block.text) < TITLE_LENGTH)
    block.label = parse_label(block.text, titled)
    if block.label is None and len(block.text) <= TITLE_LENGTH:
        found = TRAILING_LABEL.search(flat(block.text))
        if found and found.start() > 5:
            tail = parse_label(block.text[found.start("label") : found.end("label")])
            if tail:
                block.label = replace(tail, rest=block.text[: found.start()].strip())


def _read_word_series(blocks: list[Block]) -> None:
    """« Volet éducatif », « Volet social »: short titles that open on the same level word are a series of levels."""
    series: dict[str, list[Block]] = {}
    for block in blocks:
        text = block.text
        first = flat(text).split(" ", 1)[0]
        if block.label or block.bullet or block.is_row or not text[:1].isupper() or first not in SERIAL_WORDS:
            continue
        if re.search(r"analyse|diagnostic|observation", flat(text)):
            continue
        if 2 <= word_count(text) <= 20 and not ends_sentence(text) and not text.endswith((":", ";", ",")):
            series.setdefault(first, []).append(block)
    for word, members in series.items():
        if len({fold(b.text) for b in members}) > 1:
            for block in members:
                block.label = Label(word, "upper", None, "", block.text)


def _name_lone_labels(blocks: list[Block]) -> list[Block]:
    """Give its title to every label that stands alone on its line, from the line after or, failing that, before."""
    lone = [i for i, b in enumerate(blocks) if b.label and b.label.rank and not b.label.rest]
    known = {fold(b.label.rest) for b in blocks if b.label and b.label.rank and b.label.rest}
    lone = [
        i
        for i in lone
        if not CONTINUED.search(flat(blocks[i].text)) or i + 1 < len(blocks) and fold(blocks[i + 1].text) in known
    ]
    forward = _titles_follow(blocks, lone)
    dropped: set[int] = set()
    for i in lone:
        if i + 1 < len(blocks) and named_field(blocks[i + 1].text):
            continue
        order = (i + 1, i - 1) if forward else (i - 1, i + 1)
        named = next((j for j in order if j not in dropped and _can_name(blocks, j)), None)
        block, label = blocks[i], blocks[i].label
        if named is None or label is None:
            continue
        title = blocks[named]
        block.label = replace(label, rest=title.title)
        block.text = f"{block.text} {title.text}"
        block.lines = sorted(block.lines + title.lines)
        block.last = title.last
        dropped.add(named)
    return [b for i, b in enumerate(blocks) if i not in dropped]


def _titles_follow(blocks: list[Block], lone: list[int]) -> bool:
    """Do lone labels stand before their titles? Those that have a title on one side only decide; a colon says so."""
    after = sum(_can_name(blocks, i + 1) and not _can_name(blocks, i - 1) or blocks[i].text.endswith(":") for i in lone)
    before = sum(_can_name(blocks, i - 1) and not _can_name(blocks, i + 1) for i in lone)
    return after >= before


def _can_name(blocks: list[Block], position: int) -> bool:
    """Can the block at ``position`` be the title of the label next to it?"""
    if not 0 <= position < len(blocks):
        return False
    block = blocks[position]
    if block.is_row or block.bullet or block.implicit or (block.label and (block.label.rank or not block.label.rest)):
        return False
    following = blocks[position + 1].label if position + 1 < len(blocks) else None
    if block.label and following and following.rank is None and following.style == block.label.style:
        return False
    if (
        named_field(block.text, block.first.bold_lead)
        or word_count(block.text) > 30
        or not any(c.isalpha() for c in block.text)
    ):
        return False
    return not ends_sentence(block.text) and not block.text.endswith((":", ";"))
