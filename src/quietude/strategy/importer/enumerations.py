"""Enumerations written on one line, given back their items: « 1- … ; 2- … », « 2.1 … - 2.2 … », « …: a ; b et c. »."""

import re
from dataclasses import replace

from . import vocabulary as words
from .announce import announced_by
from .block import Block
from .labels import parse_label, strip_bullet
from .text import flat

ENUMERATED = ("objectif", "action", "mesure", "proposition", "fiche action")
INLINE_NUMBER = re.compile(
    r"(?:(?<=[\s:;,(])|^)\(?(?P<number>\d{1,2}|[a-h])\s?(?:[)°]|[.\-–/](?=\s)|-(?=[a-zà-ÿA-ZÀ-Ý]))\s?[-–]?\s*(?=\S)"
)
INLINE_LABEL = re.compile(
    rf"(?:(?<=[\s:;,.(])|"
    rf"^)(?P<kind>{'|'.join((*words.UPPER_WORDS, *ENUMERATED))})\s*(?:n\s?[°o.]+\s*)?"
    r"(?P<number>\d{1,2})(?!\d)\s*[:.\-)]+\s*(?=\S)"
)
INLINE_DECIMAL = re.compile(r"(?<=[\s:;,(–-])(?P<first>\d{1,2})\.(?P<second>\d{1,2})\s+(?=[A-ZÉÈÀÂÊÎÔÇ«])")
INLINE_BULLET = re.compile(r"(?:(?<=\s)|(?<=[:;.]))[•●▪■➢►✓](?=\s?\S)")


def split_enumeration(block: Block) -> list[Block]:
    """The block itself, or its lead-in and the items that it enumerates on one line."""
    if block.is_row or len(block.text) < 30 or len(block.text) > 20_000:
        return [block]
    cuts = (
        _serial_cuts(block.text, INLINE_LABEL)
        or _decimal_cuts(block.text)
        or _serial_cuts(block.text, INLINE_NUMBER)
        or _bullet_cuts(block.text)
    )
    if cuts:
        return _parts(block, cuts)
    return _sentence_list(block)


def _serial_cuts(text: str, pattern: re.Pattern[str]) -> list[int]:
    """Where the marks 1, 2, 3… (or a, b, c…) of one enumeration begin; at least two, in order."""
    plain, wanted = flat(text), ""
    cuts: list[int] = []
    for found in pattern.finditer(plain):
        number = found["number"]
        if not cuts and number not in ("1", "a"):
            continue
        if cuts and number != wanted:
            continue
        if number.isalpha() and number == "a" and ")" not in found.group():
            continue
        cuts.append(found.start())
        wanted = str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)
    return cuts if len(cuts) >= 2 else []


def _decimal_cuts(text: str) -> list[int]:
    """Where « 2.1 … - 2.2 … » begin, inside one line; the title before them stays the lead."""
    found = [m for m in INLINE_DECIMAL.finditer(text) if m.start() > 0]
    series = [m for i, m in enumerate(found) if m["first"] == found[0]["first"] and int(m["second"]) == i + 1]
    return [m.start() for m in series] if len(series) >= 2 else []


def _bullet_cuts(text: str) -> list[int]:
    cuts = [found.start() for found in INLINE_BULLET.finditer(text)]
    return cuts if len(cuts) >= 2 else []


def _parts(block: Block, cuts: list[int]) -> list[Block]:
    bounds = [*cuts, len(block.text)]
    lead = block.text[: cuts[0]].rstrip(" (")
    out = [replace(block, text=lead, label=parse_label(lead), values={})] if lead else []
    for a, b in zip(bounds, bounds[1:], strict=False):
        bullet, text = strip_bullet(block.text[a:b].strip(" ;,(–-"))
        text = re.sub(r"[\s;,]+(?:et|puis|enfin)?\s*$", "", text)
        out.append(replace(block, text=text, bullet=bullet or "", label=parse_label(text), implicit=True, values={}))
    return out


def _sentence_list(block: Block) -> list[Block]:
    """« …autour de trois axes : la prévention, l'aide aux victimes et la tranquillité. » as a lead-in and its items."""
    colon = next(
        (m.start() for m in re.finditer(r"\s?:\s", block.text) if announced_by(block.text[: m.start()] + " :")), None
    )
    if colon is None or (block.label and block.label.rank):
        return [block]
    lead = block.text[:colon].rstrip() + " :"
    announcement = announced_by(lead)
    tail, _, after = block.text[colon:].lstrip(" :").partition(". ")
    items = [p.strip() for p in tail.split(";")]
    if len(items) < 2:
        items = [
            p.strip()
            for p in re.split(r",\s+(?:et\s+)?|\s+et\s+(?=(?:l[ae]s?|l'|des|une?|sa|son)\s?)|\s+ainsi que\s+", tail)
        ]
        if announcement is None or announcement.count != len(items):
            return [block]
    items = [re.sub(r"^(?:et|enfin|puis)\s+", "", p).strip(" .") for p in items if p.strip(" .")]
    if len(items) < 2 or any(len(p) > 250 for p in items):
        return [block]
    out = [replace(block, text=lead, values={})]
    out += [replace(block, text=p, bullet="", label=parse_label(p), implicit=True, values={}) for p in items]
    return [*out, replace(block, text=after.strip(), label=None, values={})] if after.strip() else out
