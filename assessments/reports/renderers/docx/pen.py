"""Writes paragraphs, tables and figures, one after the other, and counts what is numbered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.shared import Mm, Twips

from ...document.table import Cell, Column, Line, lines_of
from ...look import Note
from ...note_text import blocks
from .cells import Row, Span, cell, grid, row
from .text import plain
from .xml import Element, bookmarked, el, field, paragraph, run, text, val

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document

    from .pictures import Picture


class Pen:
    """A document being written: `made` are its finished blocks, `contents` its headings with their bookmarks."""

    def __init__(self, document: Document, ids: Mapping[str, str], words: Mapping[str, str], width: int) -> None:
        self.document, self.ids, self.words, self.width = document, ids, words, width
        self.made: list[Element] = []
        self.contents: list[tuple[str, str]] = []
        self.counts = {"figure": 0, "table": 0}
        self.bookmarks = 1000

    def say(self, words: str, style: str = "Normal", *, bold: bool = False, stays: bool = False) -> None:
        """A paragraph, unless there is nothing to say; one that `stays` is on the same page as what follows."""
        if words:
            self.made.append(self.paragraph(words, style, bold=bold, properties=_kept(stays)))

    def paragraph(self, words: str, style: str, *, bold: bool = False, properties: tuple[Element, ...] = ()) -> Element:
        """A paragraph in a style, by its name."""
        return paragraph(self.ids[style], run(text(plain(words)), bold=bold), properties=properties)

    def heading(self, words: str, level: int = 1, *, fresh: bool = False) -> None:
        """A heading; those of the first level stand in the contents. One that is `fresh` begins a page."""
        content: list[Element] = [run(text(plain(words)))]
        if level == 1:
            self.bookmarks += 1
            name = f"_Toc{100_000_000 + self.bookmarks}"
            self.contents.append((name, plain(words)))
            content = bookmarked(name, self.bookmarks, *content)
        starts = (el("w:pageBreakBefore"),) if fresh else ()
        self.made.append(paragraph(self.ids[f"Heading {level}"], *content, properties=starts))

    def note(self, note: Note | None, title: str) -> None:
        """What a consultant wrote, apart from everything else by its style."""
        if note is None:
            return
        mark = f" · {self.words['note_stale']}" if note.stale else ""
        self.say(title + mark, "CX Note Heading")
        for block in blocks(note.text):
            for each in block.points:
                self.say(f"•\u2002{each}", "CX Note")
            self.say(block.text, "CX Note")
        self.made.append(paragraph(self.ids["CX Small"]))

    def let_go(self) -> None:
        """The last paragraph need not stay with what follows: a section that ends with it would move with the next."""
        properties = self.made[-1].find(qn("w:pPr"))
        for kept in properties.findall(qn("w:keepNext")):
            properties.remove(kept)
        properties.insert(1, val("w:keepNext", "0"))  # after its style, which may keep it

    def points(self, lines: Iterable[str]) -> None:
        """A list."""
        for each in lines:
            self.say(each, "List Bullet")

    def figure(self, picture: Picture, caption: str) -> None:
        """A picture with its words for those who cannot see it, over its numbered caption."""
        self.made.append(self.picture(picture, self.width, stays=True))
        self._caption("figure", caption)

    def picture(self, picture: Picture, most: int, *, align: str = "", stays: bool = False) -> Element:
        """A picture in a paragraph of its own, at most so many twips wide."""
        width = min(Mm(picture.width), Twips(most))
        inline = self.document.part.new_pic_inline(BytesIO(picture.png), width=width, height=None)
        for side in "TBLR":  # without it LibreOffice keeps text three millimetres away
            inline.set(f"dist{side}", "0")
        self.bookmarks += 1
        inline.docPr.set("id", str(self.bookmarks))
        inline.docPr.set("descr", plain(picture.alt))
        inline.docPr.set("name", plain(picture.name))
        properties = [el("w:keepNext")] if stays else []
        properties += [val("w:jc", align)] if align else []
        drawn = run(el("w:drawing", {}, inline))
        return paragraph(self.ids["Normal"], drawn, properties=tuple(properties))

    def table(
        self,
        columns: Sequence[Column],
        rows: Iterable[Row],
        caption: str = "",
        *,
        kept: bool = True,
        together: bool = False,
        stays: bool = False,
    ) -> None:
        """A table under its numbered caption; without titles it has no head. `kept`: no row breaks over two pages.

        `together`: the whole of it stands on one page, which only suits a small one; the first two rows and the last
        two always do. `stays`: its end stays with what follows.
        """
        if caption:
            self._caption("table", caption, stays=True)
        total = sum(each.share for each in columns)
        widths = [int(self.width * each.share / total) for each in columns]
        titled, told = any(each.title for each in columns), list(rows)
        made = [row(map(self._head, widths, columns, _apart(columns)), head=True)] if titled else []
        near = [together or at in (0, len(told) - 2) or isinstance(after, Span) for at, after in enumerate(told[1:])]
        made += [self._row(each, widths, columns, kept, by) for each, by in zip(told, [*near, stays], strict=False)]
        self.made += [grid(widths, made), paragraph(self.ids["CX Small"], properties=_kept(stays))]

    def _row(self, told: Row, widths: Sequence[int], columns: Sequence[Column], kept: bool, stays: bool) -> Element:
        if isinstance(told, Span):
            lines = [self._line(each, (el("w:keepLines"),)) for each in told.lines]
            return row([cell(sum(widths), lines, len(widths))], kept=False)
        cells = zip(widths, columns, told, _apart(columns), strict=True)
        return row((self._cell(width, column, each, stays, apart) for width, column, each, apart in cells), kept=kept)

    def _head(self, width: int, column: Column, apart: bool) -> Element:
        return cell(width, [self.paragraph(column.title, "CX Table Head", properties=_side(column))], apart=apart)

    def _cell(self, width: int, column: Column, told: Cell, stays: bool, apart: bool) -> Element:
        lines = lines_of(told) or (Line(""),)  # Word wants a paragraph in every cell
        return cell(width, [self._line(each, _side(column, stays)) for each in lines], apart=apart)

    def _line(self, line: Line, properties: tuple[Element, ...] = ()) -> Element:
        style = "CX Small" if line.small else "CX Table"
        return self.paragraph(line.text, style, bold=line.bold, properties=properties)

    def _caption(self, kind: str, caption: str, *, stays: bool = False) -> None:
        """“Figure 3. What it shows”; the number is a field, so that captions put in later are counted too."""
        self.counts[kind] += 1
        before, after = self.words[kind].split("{number}")
        number = field(f"SEQ {before.strip() or kind} \\* ARABIC", str(self.counts[kind]))
        content = [run(text(before)), *number, run(text(f"{after}\u2002{plain(caption)}"))]
        self.made.append(paragraph(self.ids["Caption"], *content, properties=(*_kept(stays), el("w:keepLines"))))


def _apart(columns: Sequence[Column]) -> list[bool]:
    """Which columns hold words right after numbers."""
    return [False, *(before.number and not each.number for before, each in pairwise(columns))]


def _kept(stays: bool) -> tuple[Element, ...]:
    return (el("w:keepNext"),) if stays else ()


def _side(column: Column, stays: bool = False) -> tuple[Element, ...]:
    """How the paragraphs of a cell stand; none of them breaks over two pages, however long the row is."""
    kept = (*_kept(stays), el("w:keepLines"))
    return (*kept, val("w:jc", "right")) if column.number else kept
