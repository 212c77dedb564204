"""The names of files: what nobody sees in them is left out, and those of programs are known."""

from __future__ import annotations

import pytest

from bot.workflows.rules.filenames import is_program, plain


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("facture\u202efdp.exe", "facturefdp.exe"),
        ("a\u2066b\u2069.pdf", "ab.pdf"),
        ("a\x00\x1fb\n.pdf", "ab.pdf"),
        ("\u200b.pdf", ".pdf"),
        ("\ue001a.pdf", "a.pdf"),
        ("devoir d’Élodie 📎.pdf", "devoir d’Élodie 📎.pdf"),
    ],
)
def test_what_nobody_sees_is_not_in_a_name(raw: str, read: str) -> None:
    assert plain(raw) == read


@pytest.mark.parametrize(
    "name",
    [
        *("a.exe", "A.EXE", "facture.pdf.exe", "facture\u202efdp.exe", "a.exe. .", "a.bat", "a.cmd", "a.js", "a.vbs"),
        *("a.scr", "a.apk", "a.jar", "a.msi", "a.ps1", "a.lnk", "a.iso", "a.html", "a.docm", ".exe", "a.ex\u200be"),
    ],
)
def test_a_program_is_known_by_its_ending(name: str) -> None:
    assert is_program(name)


@pytest.mark.parametrize("name", ["", "exe", "a.pdf", "a.exe.pdf", "a.docx", "ecran.png", "a.", "html"])
def test_other_files_are_no_programs(name: str) -> None:
    assert not is_program(name)
