"""From the ordered content of pages to lines: blank space, indents, words cut at the end of a line, tables."""

from collections.abc import Iterable
from dataclasses import replace
from statistics import quantiles

from ..lines import Line
from .gathering import row_text
from .pdf_aligned import with_aligned_tables
from .pdf_furniture import PageContent
from .pdf_glyphs import Segment
from .pdf_hyphens import Joiner, is_cut
from .pdf_tables import Table
from .wording import clean

MOST_BLANK = 4
EXTRA, LOOSE = 0.35, 0.8
"""Share of the font size above the usual leading that a reader sees as a blank; more is needed where a line wraps."""
DEFAULT_LEADING = 0.2
SHORT_REGION = 4
PAGE_END = 80.0
"""A table that ends at less than this from the foot of the page may go on overleaf."""


class PdfLines:
    """Builds the lines of a document page after page."""

    def __init__(self, pages: Iterable[PageContent], join: Joiner) -> None:
        contents = list(pages)
        self.join = join
        self.lines: list[Line] = []
        self.leading = _leading(contents)
        self.foot = max(max([0.8 * page.height, *(s.bottom for s in page.segments)]) for page in contents)
        self.last: Segment | None = None
        """The last line of text written, None right after a table."""
        self.number = 0
        self.tables = 0
        self.table_end = 0.0
        self.header: list[str] | None = None
        """First row of the table that ended the page before, while nothing else was written since."""

    def page(self, content: PageContent, regions: list[list[Segment]]) -> None:
        """Add a page: its regions in reading order."""
        self.number = 0
        page = str(content.number)
        left = min((line.x0 for region in regions for line in region), default=0.0)
        broke_early = self.last is not None and self.last.bottom < self.foot - 4 * self.last.size
        for position, region in enumerate(regions):
            start = min(line.x0 for line in region) if len(region) >= SHORT_REGION else left
            right = max(line.x1 for line in region)
            beside = any(line.x0 > right for other in regions for line in other)
            margin = right if beside else max(right, content.width - left)
            above: Segment | None = None
            for line in with_aligned_tables(region, margin, self.join):
                if line.table is not None:
                    self._table(line.table, page)
                    above = line
                    continue
                blank = self._blank(above, line, right) if above else int(position == 0 and broke_early)
                self._line(line, page, line.x0 - start, blank)
                above = line

    def finished(self) -> tuple[Line, ...]:
        """Every line of the document."""
        return tuple(self.lines)

    def _line(self, line: Segment, page: str, indent: float, blank: int) -> None:
        self.header = None
        text, lead = clean(line.text), line.bold_lead
        if self._ends_in_a_cut_word(line):
            text, lead = self._finish_word(text, lead)
        if not text:
            return
        self.number += 1
        self.last = line
        self.lines.append(
            Line(
                text=text,
                number=self.number,
                page=page,
                indent=round(max(indent, 0.0), 1),
                size=line.size,
                bold=line.bold,
                bold_lead=len(text) if line.bold else min(lead, len(text)),
                blank_before=blank if self.lines else 0,
            )
        )

    def _ends_in_a_cut_word(self, line: Segment) -> bool:
        last = self.last
        return last is not None and is_cut(last.text) and abs(last.size - line.size) < 1 and line.text[:1].isalpha()

    def _finish_word(self, text: str, lead: int) -> tuple[str, int]:
        """Give the end of a cut word back to the line above; what is left is the line."""
        above = self.lines.pop()
        end, _, rest = text.partition(" ")
        whole = clean(self.join(above.text, end))
        grown = len(whole) - len(above.text)
        bold_lead = (
            above.bold_lead + grown if above.bold_lead == len(above.text) and lead >= len(end) else above.bold_lead
        )
        self.lines.append(replace(above, text=whole, bold_lead=min(bold_lead, len(whole))))
        return rest, max(lead - len(end) - 1, 0)

    def _blank(self, above: Segment, line: Segment, right: float) -> int:
        size = line.size if above.table is not None else min(line.size, above.size)
        extra = (line.top - above.bottom) / max(size, 1.0) - self.leading
        wraps = above.size == line.size and above.bold == line.bold and right - above.x1 < line.first_word + 0.3 * size
        if extra <= (LOOSE if wraps else EXTRA):
            return 0
        return min(max(round(extra / (1 + self.leading)), 1), MOST_BLANK)

    def _table(self, table: Table, page: str) -> None:
        """Add the rows; a table that goes on from the page before keeps its number, its repeated header is left out."""
        goes_on = (
            self.header is not None
            and self.number == 0
            and len(self.header) == len(table.rows[0])
            and (self.header == table.rows[0] or self.table_end > self.foot - PAGE_END)
        )
        if not goes_on:
            self.tables += 1
        for i, cells in enumerate(table.rows):
            if not any(cells) or (goes_on and i == 0 and cells == self.header):
                continue
            self.number += 1
            self.lines.append(
                Line(
                    text=row_text(cells),
                    number=self.number,
                    page=page,
                    kind="row",
                    bold=table.bold[i],
                    size=table.size,
                    blank_before=int(i == 0 and not goes_on and bool(self.lines)),
                    cells=tuple("\n".join(clean(part) for part in cell.split("\n")) for cell in cells),
                    table=self.tables - 1,
                )
            )
        self.header = self.header if goes_on else table.rows[0]
        self.last = None
        self.table_end = table.bottom


def _leading(pages: list[PageContent]) -> float:
    """The usual space between two lines of a paragraph, as a share of the font size."""
    gaps = []
    for page in pages:
        ordered = sorted(page.segments, key=lambda s: (round(s.x0), s.top))
        for above, line in zip(ordered, ordered[1:], strict=False):
            gap = (line.top - above.bottom) / max(line.size, 1.0)
            if abs(above.x0 - line.x0) < 1 and above.size == line.size and -0.3 < gap < 1.0:
                gaps.append(gap)
    return quantiles(gaps, n=4)[0] if len(gaps) > 4 else DEFAULT_LEADING
