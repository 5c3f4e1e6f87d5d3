"""Writes the rank of a list item as the word processor or the browser shows it."""

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
FIRST_ORDINALS = {1: "1er"}


def numeral(rank: int, style: str) -> str:
    """``rank`` in one of Word's numbering styles ("decimal", "upperRoman"…); digits for a style not known here."""
    if rank < 1 and style != "decimalZero":
        return str(rank)
    match style:
        case "lowerLetter":
            return _letters(rank)
        case "upperLetter":
            return _letters(rank).upper()
        case "lowerRoman":
            return _roman(rank)
        case "upperRoman":
            return _roman(rank).upper()
        case "decimalZero":
            return f"{rank:02d}"
        case "ordinal":
            return FIRST_ORDINALS.get(rank, f"{rank}e")
        case "none":
            return ""
    return str(rank)


def _letters(rank: int) -> str:
    """a to z, then aa, bb…, as Word does."""
    return chr(ord("a") + (rank - 1) % 26) * min((rank - 1) // 26 + 1, 10)


def _roman(rank: int) -> str:
    if rank > 3999:
        return str(rank)
    written = ""
    for value, letters in ROMAN:
        count, rank = divmod(rank, value)
        written += letters * count
    return written
