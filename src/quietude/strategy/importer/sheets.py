"""Action sheets: the fields that stand under the title of an action, read into their places.

A value is what is written beside the name, or what follows it down to the next name. What has no place of its own
(objectives of the sheet, contents, remarks) goes to the description with its name: nothing concrete is lost.
"""

from dataclasses import fields as dataclass_fields

from .blocks import Block
from .draft import Fields
from .fields import PROOF, Named, field_key
from .outline import Node
from .text import fold
from .values import parse_funding, split_names, split_sentences

Values = dict[str, list[str]]
PLAIN_KEYS = ("public", "territory", "context", "means", "calendar", "evaluation", "status")
OWN_KEYS = frozenset(f.name for f in dataclass_fields(Fields))


def is_sheet(node: Node) -> bool:
    """True for a title under which at least two different fields are filled, one of them proper to sheets."""
    keys = {named.key for named, _ in node.fields}
    return node.among_sheets or node.is_item_sheet or len(keys) >= 2 and bool(keys & PROOF)


def mark_sheets(root: Node) -> None:
    """A title with one field, set like the sheets of the same document, is a sheet too."""
    nodes = [n for n in root.walk() if n.kind == "title" and n.rank is None and n.fields]
    looks = {n.signature for n in nodes if is_sheet(n)}
    for node in nodes:
        node.among_sheets = node.signature in looks and any(named.key in PROOF for named, _ in node.fields)


def collect_values(node: Node) -> Values:
    """Every value written under ``node``, by field, in the order of the page."""
    values: Values = {}
    if node.block is not None:
        for key, found in node.block.values.items():
            values.setdefault(key, []).extend(found)
    for named, blocks in node.fields:
        values.setdefault(_placed(named), []).extend(_texts(named, blocks))
    return values


def _placed(named: Named) -> str:
    """The objectives of a sheet belong to its description, whatever they are called."""
    return named.key if named.key in OWN_KEYS or named.key in ("title", "axis") else "description"


def _texts(named: Named, blocks: list[Block]) -> list[str]:
    first = [named.value] if named.value else []
    others = blocks[1:] if first else blocks
    texts = first + [f"{b.text}" for b in others]
    if (
        named.key == "description"
        and texts
        and field_key(named.name) == "description"
        and fold(named.name) not in ("description", "descriptif", "contenu")
    ):
        return [f"{named.name} : {texts[0]}", *texts[1:]]
    return texts


def read_fields(values: Values) -> Fields:
    """The fields of a sheet, lists split and money parsed."""
    out = Fields(
        lead=split_names(values.get("lead", [])),
        partners=split_names(values.get("partners", [])),
        funding=parse_funding(values.get("funding", [])),
        indicators=split_sentences(values.get("indicators", [])),
    )
    for key in PLAIN_KEYS:
        text = "\n".join(v.strip() for v in values.get(key, []) if v.strip())
        setattr(out, key, text or None)
    return out
