"""The values of the fields: lists of names, lists of indicators, and money."""

import re

from .draft import FundingLine
from .labels import strip_bullet
from .text import flat, fold, listed, squeeze

AMOUNT = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:[\s.]\d{3})+|\d+)(?:,\d{1,2})?\s*(k?\s?€|k?\s?euros?\b|keuros?\b)", re.IGNORECASE
)
PLAIN_AMOUNT = re.compile(r"^\D{0,3}(\d{1,3}(?:[\s.]\d{3})+|\d+)(?:[.,]\d{1,2})?\s*(?:€|euros?)?$", re.IGNORECASE)
NOTHING = frozenset(
    listed(
        """
     | neant | aucun | aucune | sans objet | so | nc | non communique | a definir | a preciser | sans | 0 |
    non | x | a determiner
    """
    )
)
NO_COST = re.compile(
    r"\b(?:sans cout|cout nul|pas de cout|a moyens constants|moyens propres|droit commun|sans financement|gratuit|a "
    r"definir|neant)"
)
COUNTS = re.compile(
    r"(?:nombre|nb|taux|part|duree|evolution|delai|satisfaction|montant|volume|frequence|pourcentage|assiduite|"
    r"niveau|qualite|nature|type|baisse|hausse|retour|enquete|bilan)\b"
)
INNER_NAME = re.compile(
    r"^(?:co-?pilotes?|pilotes?|co-?porteurs?|porteurs?|partenaires?|r[ée]f[ée]rents?)\s?:\s", re.IGNORECASE
)
TOTAL_WORDS = listed(
    """
    total | cout total | budget total | cout global | montant total | sous total | budget | cout |
    cout previsionnel | montant | budget previsionnel | financement | enveloppe | estimation
    """
)


def split_names(values: list[str]) -> list[str]:
    """Organisations out of written lists: lines, semicolons, commas (never inside brackets), a last « et »."""
    out: list[str] = []
    for value in values:
        parts = _split(value, ";\n•")
        if len(parts) == 1:
            parts = _split(parts[0], ",")
            if len(parts) == 1:
                parts = re.split(r"\s[/+]\s", parts[0])
            elif len(parts) > 1:
                parts = [
                    *parts[:-1],
                    *re.split(r"\s+et\s+(?!d[eu']|des\s|de\s|a[ux]?\s|à\s|en\s)(?=\S)", parts[-1], maxsplit=1),
                ]
        out += parts
    return _tidied(out)


def split_sentences(values: list[str]) -> list[str]:
    """Indicators: one per line, bullet or semicolon; commas separate them only where each part starts a count."""
    parts = [part for value in values for part in _split(value, ";\n•")]
    return _tidied([p for part in parts for p in _counted(part)])


def _counted(text: str) -> list[str]:
    parts = [
        p for part in _split(text, ",") for p in re.split(r"\s+et\s+(?=(?:nombre|taux|part|durée|évolution)\b)", part)
    ]
    counts = sum(bool(COUNTS.match(flat(p.strip()))) for p in parts)
    return (
        parts
        if len(parts) > 1 and counts >= len(parts) - (len(parts) > 3) and all(len(p) < 90 for p in parts)
        else [text]
    )


def _split(text: str, marks: str) -> list[str]:
    """Split at any of ``marks`` outside brackets."""
    depth, start, out = 0, 0, []
    for i, char in enumerate(text):
        if char in "([":
            depth += 1
        elif char in ")]":
            depth = max(0, depth - 1)
        elif char in marks and depth == 0 and not (char == "," and text[i + 1 : i + 2].isdigit()):
            out.append(text[start:i])
            start = i + 1
    return [*out, text[start:]]


def _tidied(parts: list[str]) -> list[str]:
    out = []
    for part in parts:
        text = re.sub(r"^(?:et|ainsi que)\s+", "", strip_bullet(squeeze(part))[1].strip(" ,;"))
        text = INNER_NAME.sub("", text)
        text = text[:-1] if text.endswith(".") and not text.endswith("..") else text
        if text and fold(text) not in NOTHING:
            out.append(text)
    return out


def parse_funding(values: list[str]) -> list[FundingLine]:
    """Funders with their amounts, out of « FIPD 6 000 €, Ville : 4 500 € »; a text without amount names its funder."""
    out: list[FundingLine] = []
    for value in values:
        for part in _money_parts(value):
            line = _funding_line(part)
            if line is not None and not (line.amount is None and NO_COST.search(" " + fold(line.funder))):
                out.append(line)
    named = [line for line in out if fold(line.funder) not in TOTAL_WORDS]
    return named if any(line.amount is not None for line in named) or not out else (named or out)


def _money_parts(value: str) -> list[str]:
    parts = [p for p in _split(value, ";\n•") if p.strip()]
    out = []
    for part in parts:
        if len(AMOUNT.findall(part)) > 1:
            out += _cut_at_amounts(part)
        elif not AMOUNT.search(part):
            out += _split(part, ",")
        else:
            out.append(part)
    return out


def _cut_at_amounts(text: str) -> list[str]:
    """« FIPD 6 000 € et Ville 4 500 € » or « 6 000 € FIPD, 4 500 € Ville »: one part per amount."""
    found = list(AMOUNT.finditer(text))
    leads = not text[: found[0].start()].strip(" :-–(")
    bounds = [m.start() for m in found] if leads else [0, *[m.end() for m in found[:-1]]]
    parts = [text[a:b] for a, b in zip(bounds, [*bounds[1:], len(text)], strict=True)]
    if not leads:
        parts[-1] = text[bounds[-1] :]
        for i in range(1, len(parts)):  # a bracket that follows an amount belongs to it
            cut = re.match(r"\s*\([^()]*\)|\s*\)", parts[i])
            if cut:
                parts[i - 1] += cut.group()
                parts[i] = parts[i][cut.end() :]
    return parts


def _funding_line(part: str) -> FundingLine | None:
    text = strip_bullet(squeeze(part))[1].strip(" ,;.")
    found = AMOUNT.search(text)
    if not found:
        if fold(text) in NOTHING:
            return None
        bare = re.match(r"^(?P<who>[^\d:=]+?)\s*[:=]\s*(?P<much>\d[\d\s.]*)$", text)
        if bare:
            return FundingLine(bare["who"].strip(), parse_amount(bare["much"]))
        return FundingLine(text, None)
    amount = parse_amount(found.group())
    funder = (text[: found.start()] + " " + text[found.end() :]).strip()
    funder = re.sub(
        r"^(?:et|dont|soit|puis|de|du|par|pour|a|à)\b\s*", "", funder.strip(" ,;:=–-(/+"), flags=re.IGNORECASE
    )
    funder = re.sub(r"^(?:de la|de l['’]|du|des|de|la|le|les|l['’]|par la|par le|par)\s*(?=\S)", "", funder)
    funder = re.sub(r"\s*[(,:=–-]+\s*\)?\s*(?:par an|/an|an)?\)?$", "", funder).strip(" ,;:=()–-.")
    return FundingLine(squeeze(funder), amount)


def parse_amount(text: str) -> float | str | None:
    """Euros as a number; the text as written when it is no plain amount; None when it says nothing."""
    text = squeeze(text)
    if fold(text) in NOTHING and text != "0":
        return None
    found = AMOUNT.search(text) or PLAIN_AMOUNT.match(text)
    if not found:
        return text
    whole = re.sub(r"[\s.]", "", found.group(1))
    cents = re.search(r",(\d{1,2})\s*\D*$", found.group())
    value = float(whole) + (float("0." + cents.group(1)) if cents else 0.0)
    if found.lastindex and found.lastindex > 1 and found.group(2).lower().startswith("k"):
        value *= 1000
    return int(value) if value == int(value) else value
