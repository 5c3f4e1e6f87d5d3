"""Cleaning: what a web page or a printed page puts around the text is taken away before any rule reads it.

A line is noise because of what it says (menus, cookies, weather, telephone numbers), because it comes back on every
page (running heads and feet), or because of where it stands: after « À télécharger » or « Actualités » nothing is text
any more, unless a level label (« Axe 2… ») shows that it was a false alarm.
Tables of contents are recognised by their leaders and by their lines being found again further down.
"""

import re
from collections import Counter
from dataclasses import replace

from . import vocabulary as words
from .fields import named_field
from .labels import parse_label, strip_bullet
from .lines import Line, Source
from .text import flat, fold, is_capitals, squeeze

PHONE = re.compile(r"(?:\+33|0)\s?[1-9](?:[\s.\-]?\d\d){4}")
ADDRESS = re.compile(r"https?://|www\.|\S+@\S+\.\w|^\S+\.(?:fr|com|org)$")
LEADER = re.compile(r"\s*(?:\.{3,}|…{1,}\.*|(?:\s\.){3,}|_{4,})[\s.…]*(?:p(?:age|\.)?\s?)?\d{0,3}\s*$")
PAGE_NUMBER = re.compile(r"^(?:page|p\.?)?\s*[-–]?\s*\d{1,3}\s*(?:(?:[-–/|]|sur|of)\s*\d{0,3})?\s*[-–]?$")
BREADCRUMB = re.compile(r"^(?:vous etes ici\s*:?\s*)?accueil\s*(?:>|/|»|›|\||→|-)")
DATE_LINE = re.compile(rf"^(?:\w+\s)?\d{{1,2}}(?:er)?\s(?:{'|'.join(words.MONTHS)})(?:\s\d{{4}})?(?:\s?[>à-].*)?$")
WEATHER = re.compile(r"^-?\d{1,2}\s?°\s?(?:c\b|$)")
NUMBERED_FOOT = re.compile(r"^\D.{8,70}(?:\t|\s\|\s|\s{2,}|\d{4}\s|\s[-–]\s)\d{1,3}$")
SLIDE_MARK = re.compile(r"^(?:Page|Diapositive|Diapo|Slide)\s+\d{1,3}\s?:\s*")
TOC_TAIL = re.compile(r"\s+(?:p(?:age|\.)\s?)?\d{1,3}$")


def clean(source: Source) -> list[tuple[int, Line]]:
    """The lines worth reading with their index in ``source.lines``, leaders of tables of contents taken off."""
    repeated = _running_lines(source)
    banner = _slide_banner(source)
    quoted = any(line.text.strip() == ">" for line in source.lines)
    lines = [
        (i, _without_slide_mark(_unquoted(line) if quoted else line, banner))
        for i, line in enumerate(source.lines)
        if i not in repeated
    ]
    kept: list[tuple[int, Line]] = []
    for i, line in lines:
        if not _is_noise(line) or kept and _is_open_name(kept[-1][1], line):
            kept.append((i, line))
    kept = _without_tail_sections(kept)
    return _without_contents(kept)


def _unquoted(line: Line) -> Line:
    """A line of a quoted message without the mark of the quotation."""
    return replace(line, text=line.text.lstrip("> ")) if line.text.startswith(">") else line


def _slide_banner(source: Source) -> str:
    """What the transcript of a slide show repeats after each page mark: its title, most often."""
    after = Counter(fold(line.text[mark.end() :]) for line in source.lines if (mark := SLIDE_MARK.match(line.text)))
    text, times = after.most_common(1)[0] if after else ("", 0)
    return text if times > 1 else ""


def _without_slide_mark(line: Line, banner: str) -> Line:
    """« Page 4: Axe 1 »: the page mark that transcripts of slides put before the first words of each page."""
    mark = SLIDE_MARK.match(line.text)
    if mark is None:
        return line
    rest = line.text[mark.end() :]
    return replace(line, text="" if banner and banner.startswith(fold(rest)[:200]) else rest)


def _is_noise(line: Line) -> bool:
    text = squeeze(line.text)
    plain, folded = flat(text), fold(text)
    if not folded:
        return strip_bullet(text)[1] != "" and len(text) > 2 or not text
    if line.kind == "row" or folded in words.END_HEADINGS:
        return False
    if folded in words.NOISE_LINES and line.kind != "heading":
        return True
    if PAGE_NUMBER.match(plain) or BREADCRUMB.match(plain) or WEATHER.match(plain) or DATE_LINE.match(plain):
        return True
    if PHONE.search(text) and len(text) < 130:
        return True
    if len(text) < 90 and ADDRESS.search(plain):
        return True
    return len(text) < 400 and any(phrase in plain for phrase in words.NOISE_PHRASES) and not parse_label(text)


def _running_lines(source: Source) -> set[int]:
    """Heads and feet: the same words, whatever their digits, on three pages or more, at an edge of the page."""
    if source.format not in ("pdf", "txt", "docx", "odt"):
        return set()
    pages: dict[str, list[int]] = {}
    for i, line in enumerate(source.lines):
        if line.page is not None:
            pages.setdefault(line.page, []).append(i)
    if len(pages) < 3:
        return _feet_of_plain_text(source)
    edges = {i for lines in pages.values() for i in (*lines[:3], *lines[-3:])}
    shape = {i: re.sub(r"\d+", "0", fold(source.lines[i].text)) for i in edges}
    seen = Counter(shape.values())
    often = max(3, len(pages) // 2)
    return {i for i in edges if seen[shape[i]] >= often and _may_run(source.lines[i])}


def _is_open_name(before: Line, line: Line) -> bool:
    """Is ``line`` the value of the field named alone on the line before? « 15 mars 2026 » may then be a date."""
    named = named_field(before.text, before.bold_lead)
    return named is not None and not named.value and line.text.strip() != ""


def _may_run(line: Line) -> bool:
    """A label or the name of a field is no running head, however often it comes back."""
    return parse_label(line.text) is None and named_field(line.text) is None


def _feet_of_plain_text(source: Source) -> set[int]:
    """In a text without pages: short lines that come back beside page numbers, the same but for their digits."""
    lines = source.lines
    beside = [
        i
        for i, line in enumerate(lines)
        if 5 < len(line.text) < 90
        and any(0 <= j < len(lines) and PAGE_NUMBER.match(flat(lines[j].text)) for j in (i - 1, i + 1))
    ]
    beside += [i for i, line in enumerate(lines) if i not in beside and NUMBERED_FOOT.search(line.text)]
    seen = Counter(re.sub(r"\d+", "0", fold(lines[i].text)) for i in beside)
    return {i for i in beside if seen[re.sub(r"\d+", "0", fold(lines[i].text))] >= 3 and _may_run(lines[i])}


def _without_tail_sections(kept: list[tuple[int, Line]]) -> list[tuple[int, Line]]:
    """Leave out what follows « À télécharger », « Actualités »… up to a line that carries a level label.

    Before the text has begun, such a line is only an entry of the menu.
    """
    out: list[tuple[int, Line]] = []
    skipping = begun = False
    for position, (i, line) in enumerate(kept):
        bullet, body = strip_bullet(line.text)
        title = fold(body)
        if title in words.END_HEADINGS and line.kind != "row" and not bullet:
            skipping = skipping or begun
            continue
        begun = begun or bool(bullet) or len(line.text) >= 60 or parse_label(body) is not None
        if skipping:
            label = parse_label(body)
            if (
                (label and label.rank in ("upper", "leaf") and label.number)
                or line.kind == "heading"
                and title not in words.END_HEADINGS
                and _plan_ahead(kept, position)
            ):
                skipping = False
            else:
                continue
        out.append((i, line))
    return out


def _plan_ahead(kept: list[tuple[int, Line]], position: int) -> bool:
    """Does the heading at ``position`` open onto labelled lines? Then the document goes on after a false end."""
    ahead = [parse_label(strip_bullet(line.text)[1]) for _, line in kept[position : position + 12]]
    return any(label and label.rank in ("upper", "leaf") for label in ahead)


def _without_contents(kept: list[tuple[int, Line]]) -> list[tuple[int, Line]]:
    """Drop the lines of a table of contents that come back as titles; keep those that do not, without their leader."""
    later = Counter(_title_key(line.text) for _, line in kept)
    out: list[tuple[int, Line]] = []
    inside = False
    for i, line in kept:
        if line.kind == "row":
            inside = False
            out.append((i, line))
            continue
        title = fold(strip_bullet(line.text)[1])
        if title in words.TOC_HEADINGS:
            inside = True
            continue
        if title.startswith(words.TOC_HEADINGS) and _is_index_line(line, later):
            continue
        leader = (
            LEADER.search(line.text)
            if line.text.rstrip()[-1:].isdigit() or "..." in line.text or "…" in line.text
            else None
        )
        key = _title_key(line.text)
        if leader and leader.group().strip() not in ("…", "..."):
            if later[key] > 1:
                later[key] -= 1
                continue
            line = replace(line, text=line.text[: leader.start()])
        elif inside:
            if later[key] > 1 or _is_index_line(line, later):
                later[key] -= 1
                continue
            inside = False
        out.append((i, line))
    return out


def _title_key(text: str) -> str:
    """What a title and its line in the table of contents have in common."""
    text = LEADER.sub("", strip_bullet(text)[1])
    label = parse_label(text, titled=True)
    return fold(TOC_TAIL.sub("", label.rest if label and label.rest else text))


def _is_index_line(line: Line, later: Counter[str]) -> bool:
    """Inside a table of contents: several titles on one line, or a line that ends on a page number."""
    if TOC_TAIL.search(line.text) and len(line.text) < 160:
        return True
    if is_capitals(line.text) or len(line.text) > 600:
        return False
    whole = fold(line.text)
    return sum(1 for key in later if len(key) > 7 and key in whole and key != whole) >= 2
