"""Finds the merged cells of an OpenDocument spreadsheet, which the spreadsheet library does not tell."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from .package import Package, attribute, child, local, whole

Range = tuple[tuple[int, int], tuple[int, int]]


def merged_ranges(package: Package) -> dict[str, list[Range]]:
    """The merged ranges of each sheet, as ((first row, first column), (last row, last column)), 0-based."""
    sheets = child(child(package.xml("content.xml"), "body"), "spreadsheet")
    tables = (element for element in sheets if local(element.tag) == "table") if sheets is not None else ()
    return {attribute(table, "name") or "": list(_merged(table)) for table in tables}


def _merged(table: Element) -> Iterator[Range]:
    number = 0
    for row in table.iter():
        if local(row.tag) != "table-row":
            continue
        column = 0
        for cell in row:
            down = whole(attribute(cell, "number-rows-spanned")) or 1
            across = whole(attribute(cell, "number-columns-spanned")) or 1
            if down > 1 or across > 1:
                yield (number, column), (number + down - 1, column + across - 1)
            column += whole(attribute(cell, "number-columns-repeated")) or 1
        number += whole(attribute(row, "number-rows-repeated")) or 1
