"""What `palier import`, `structures` and `grant` say of what an operator mistyped: the right hint, once."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from bot import demo
from bot.opening import Misconfigured
from tests.feed.making import ONDE, ZOE, pupils, table
from tests.operator.test_importing import SCHOOL, put
from tests.operator.test_importing import inbox as inbox
from tests.operator.test_importing import town as town
from tests.operator.trouble import palier


async def test_a_path_with_two_codes_names_both_schools_and_offers_no_other_one(town: str, inbox: Path) -> None:
    put(inbox / SCHOOL / "0609902B" / "eleves.csv", pupils(ZOE))

    status, said = await palier(town, "import", str(inbox))

    assert status == 1
    assert f"({SCHOOL}: École Jean-Moulin, 0609902B: École Louise-Michel)" in said
    assert "perhaps" not in said
    assert "Jules-Verne" not in said


@pytest.mark.parametrize(
    ("typed", "status", "hint"),
    [
        ("École Jean-Moulin", 0, f"École Jean-Moulin ({SCHOOL}), dry run:"),
        ("jean moulin", 0, f"École Jean-Moulin ({SCHOOL}), dry run:"),
        ("jean-moulin", 0, f"École Jean-Moulin ({SCHOOL}), dry run:"),
        ("Jaurès", 1, "0609904D: École Jean-Jaurès (Noyon); 0609905E: École Jean-Jaurès (Senlis)"),
        ("École Jean-Jaurès", 1, "0609904D: École Jean-Jaurès (Noyon); 0609905E: École Jean-Jaurès (Senlis)"),
        ("Nulle-Part", 1, "no school is called 'Nulle-Part': give its UAI or its name (0609904D: "),
        ("0609950X", 1, "0609950X is no UAI: the letter of these digits is P"),
        ("0609950P", 1, "the ENT has no school or structure 0609950P: make it by `palier structures`"),
    ],
)
async def test_a_school_may_be_named_and_what_names_none_is_told_with_what_would(
    town: str, inbox: Path, typed: str, status: int, hint: str
) -> None:
    put(inbox / "eleves.csv", pupils(ZOE))

    ended, said = await palier(town, "import", "--dry-run", "--school", typed, str(inbox))

    assert (ended, hint in said) == (status, True), said


async def test_a_letter_beside_the_files_is_left_out_with_a_word_and_keeps_nobody(town: str, inbox: Path) -> None:
    put(inbox / SCHOOL / "eleves.csv", pupils(ZOE))
    put(inbox / "lisez-moi.txt", "Bonjour,\nvoici les fichiers.")

    status, said = await palier(town, "import", "--dry-run", str(inbox))

    assert status == 0, said
    assert "lisez-moi.txt: noted: this lists nobody, and is left out" in said
    alone, complaint = await palier(town, "import", str(inbox / "lisez-moi.txt"), "--school", SCHOOL)
    assert alone == 1
    assert "lisez-moi.txt:1: refused: this header" in complaint


async def test_files_that_are_all_refused_end_badly_and_a_stop_is_told_once(town: str, inbox: Path) -> None:
    put(inbox / "bad" / f"{SCHOOL}.csv", "Bonjour")
    put(inbox / "empty" / f"{SCHOOL}.csv", table(ONDE))

    bad, _ = await palier(town, "import", str(inbox / "bad"))
    empty, said = await palier(town, "import", "--complete", str(inbox / "empty"))

    assert (bad, empty) == (1, 1)
    assert said.count("nothing is changed") == 1


async def test_structures_say_that_a_file_is_a_workbook_and_take_no_formula_and_no_markup(
    town: str, tmp_path: Path
) -> None:
    book, odd = tmp_path / "arbre.csv", tmp_path / "odd.csv"
    book.write_bytes(b"PK\x03\x04 and the rest of a workbook")
    odd.write_text("nom;type;parent;commune\n=cmd|' /C calc'!A0;école;creil;\nZola;école;creil;<b>Creil\n", "utf-8")

    status, first = await palier(town, "structures", str(book))
    other, second = await palier(town, "structures", str(odd))

    assert (status, other) == (1, 1)
    assert "this is a workbook, whatever it is called: save its sheet as CSV" in first
    assert "ONDE" not in first
    assert "line 2: name holds a formula or markup" in second
    assert "line 3: commune holds a formula or markup" in second


async def test_a_function_is_given_by_the_name_of_its_structure_and_the_others_are_recalled(town: str) -> None:
    status, said = await palier(town, "grant", "erun3", "adml", "--structure", "école marie-curie")
    wrong, complaint = await palier(town, "grant", "erun3", "adml", "--structure", "0609950X")

    assert (status, wrong) == (0, 1)
    assert "Fabien Oyono (erun3) is adml of École Marie-Curie from now on" in said
    assert "Fabien Oyono is also adml of École Paul-Éluard; erun of Circonscription de Noyon." in said
    assert "the letter of these digits is P" in complaint


async def test_a_port_that_the_demo_cannot_have_is_named_with_the_option_for_another_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(
            Misconfigured, match=rf"port {port} \(another program has it\): name another one by --port"
        ):
            async with demo.emulating(port, None, personas=False):
                pass


async def test_an_option_is_written_out_since_one_of_them_has_people_leave(town: str, inbox: Path) -> None:
    put(inbox / SCHOOL / "eleves.csv", pupils(ZOE))

    status, said = await palier(town, "import", "--complet", str(inbox))

    assert (status, "unrecognized arguments: --complet" in said) == (2, True), said
