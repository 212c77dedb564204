"""Connection sheets as a PDF: typst sets some pages at a time, and `binding` makes one document of them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from importlib.resources import as_file, files
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import segno
import typst

from bot.printing import wording
from bot.printing.binding import Book
from bot.printing.letters import written
from bot.terms import Profile, Sheet

_AT_ONCE = 24  #: sheets set at a time: more take more memory, fewer more time
_FORGETS_AFTER = 11  #: typst keeps what it laid out for ten documents more, in case they repeat it
_BY_CLASS = (Profile.STUDENT, Profile.RELATIVE)  #: whose sheets are handed out class by class


def write_pdf(sheets: Iterable[Sheet], out: BinaryIO, *, per_page: int) -> None:
    """Writes the sheets as a PDF, 1 or 4 a page; `ValueError` where there are none."""
    book = Book(out)
    laid = _pages(sheets, per_page)
    with as_file(files("bot.printing")) as folder:
        setter = _Setter(folder, per_page)
        while pages := list(islice(laid, _AT_ONCE // per_page)):
            book.add(setter.set(pages))
    book.close()


class _Setter:
    """Sets pages with the fonts that are shipped, whatever the machine has. What they lack is left out, visibly."""

    def __init__(self, folder: Path, per_page: int) -> None:
        fonts = [str(folder / "fonts")]
        self._typst = typst.Compiler(str(folder / "sheet.typ"), font_paths=fonts, ignore_system_fonts=True)
        self._per_page = per_page

    def set(self, pages: list[list[Sheet]]) -> bytes:
        """Those pages as a PDF of their own."""
        shown = [[{**written(wording.shown(sheet)), "qr": _square(sheet.link)} for sheet in page] for page in pages]
        made = self._compiled(shown)
        for _ in range(_FORGETS_AFTER):
            self._compiled([])
        return made

    def _compiled(self, shown: list[list[dict[str, Any]]]) -> bytes:
        given = {"title": wording.title(), "per_page": self._per_page, "pages": shown}
        text = json.dumps(given, ensure_ascii=False)
        made = self._typst.compile(sys_inputs={"given": text}, pdf_standards=["ua-1"])
        assert isinstance(made, bytes)
        return made


def _pages(sheets: Iterable[Sheet], per_page: int) -> Iterator[list[Sheet]]:
    """The sheets of each page; another class of pupils or of families begins another page."""
    page: list[Sheet] = []
    for sheet in sheets:
        if page and (len(page) == per_page or _class(sheet) != _class(page[0])):
            yield page
            page = []
        page.append(sheet)
    if page:
        yield page


def _class(sheet: Sheet) -> str:
    return "".join(sheet.classes[:1]) if sheet.profile in _BY_CLASS else ""


def _square(link: str) -> str:
    """The QR code of a link as an SVG; a quarter of it may be unreadable, so that a fold or a stain does no harm."""
    drawn = io.BytesIO()
    square = segno.make(link, micro=False, error="q")
    square.save(drawn, kind="svg", border=0, xmldecl=False, svgclass=None, lineclass=None)
    return drawn.getvalue().decode()
