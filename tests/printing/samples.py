"""Invented people's connection sheets, and a PDF opened by other libraries."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import pypdfium2
import zxingcpp

from bot.printing import Form, write
from bot.terms import Profile, Sheet

LINK = "https://t.me/palier_assistance_bot?start="


def sheet(first_name: str = "Zoé", last_name: str = "Martin", **changed: Any) -> Sheet:
    """A pupil's sheet, with the given facts changed."""
    facts: dict[str, Any] = {
        "login": "zoe.martin",
        "profile": Profile.STUDENT,
        "school": "École Jean-Moulin, Creil",
        "made": date(2026, 11, 27),
        "link": f"{LINK}hT3kQ9mZ0vW8xLr2NcYb71JdUeGa5oPs",
        "classes": ("CM2",),
        "until": date(2026, 12, 11),
        "consent": "both",
        "age": 15,
    }
    return Sheet(first_name, last_name, **(facts | changed))


PEOPLE = (
    sheet(code="7K2M9PQX", link=f"{LINK}a1"),
    sheet("Nguyễn Thị Ánh", "N’Diaye-Lefèvre", link=f"{LINK}a2"),
    sheet("Юлія", "Шевченко", code="O0l1I8B5", language="uk", link=f"{LINK}a3"),
    sheet(
        "فاطمة الزهراء",
        "بن عبد الله",
        profile=Profile.RELATIVE,
        code="4H7T2WQ9",
        language="ar",
        children=("Yasmine Benali", "Ilyès Benali"),
        contact="Mme Petit, 03 44 00 00 00",
        link=f"{LINK}{'a4' * 16}",
    ),
    sheet("Marie-Charlotte", "de La Rochefoucauld-Montmorency-Bouteville-d’Aumale", language="tr", link=f"{LINK}a5"),
    sheet("A", "Wolfeschlegelsteinhausenbergerdorffschweinsteigermannhauser", language="pt", link=f"{LINK}a6"),
)


def made(form: Form, sheets: Sequence[Sheet]) -> bytes:
    """The document of those sheets."""
    out = io.BytesIO()
    write(form, sheets, out)
    return out.getvalue()


def opened(document: bytes) -> pypdfium2.PdfDocument:
    """The PDF, as the engine of a browser opens it."""
    return pypdfium2.PdfDocument(document)


def squares(document: bytes, dots: int = 150) -> list[str]:
    """What the QR codes on the pages say, drawn with that many dots an inch."""
    found = []
    for page in opened(document):
        drawn = page.render(scale=dots / 72, grayscale=True)
        picture = memoryview(bytes(drawn.buffer)).cast("B", [drawn.height, drawn.stride])
        found += [code.text for code in zxingcpp.read_barcodes(picture)]
    return found


def words(document: bytes) -> str:
    """The text of all pages, with single spaces."""
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in opened(document)).split())
