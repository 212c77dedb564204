"""Files as spreadsheets, mails and tired people spoil them: what a right reader would say of each."""

from __future__ import annotations

import pytest

from bot.feed.sentences import sentence
from tests.feed.making import ADULTS, ONDE, ZOE, adult, fed, pupils, said, table

LEO = {**ZOE, "Nom élève": "LEROY", "Prénom élève": "Léo", "INE": "123456789AC"}
BOTH = pupils(ZOE, LEO)
LINES = BOTH.split("\r\n")
PLAIN = pupils(ZOE, LEO, quoted=False)


def without(*columns: str) -> str:
    """The file without these columns."""
    return pupils(ZOE, LEO, columns=[one for one in ONDE if one not in columns])


def numbered(name: str) -> str:
    """The file with a column in front that counts the rows."""
    rows = (f"{at};{line}" for at, line in enumerate(LINES[1:], 1))
    return "\n".join([f"{name};{LINES[0]}", *rows])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("\n".join(f"> {line}" for line in LINES), "quoted-mail"),
        ("\n".join(f">{line}" for line in LINES), "quoted-mail"),
        ("\n".join(f'"{line.replace(chr(34), 2 * chr(34))}"' for line in LINES), "one-cell"),
        ("\n".join(f'"{line}"' for line in PLAIN.split("\r\n")), "one-cell"),
        (BOTH.replace("é", "?").replace("è", "?"), "garbled-file"),
        (BOTH.replace("é", "=E9").replace("è", "=E8"), "garbled-file"),
        (BOTH.replace("é", "=C3=A9").replace("è", "=C3=A8"), "garbled-file"),
        (BOTH.replace("é", "&eacute;").replace("è", "&egrave;"), "garbled-file"),
        (without("Date naissance"), "no-pupil-column"),
        (without("Libellé classe", "Identifiant classe"), "no-pupil-column"),
        (BOTH.replace("Date naissance", "Date naisance"), "no-pupil-column"),
        (BOTH.replace("Prénom élève", "Prénon élève"), "no-name-column"),
        (BOTH.replace(";", "|"), "kind-unknown"),
        ('[{"nom": "MARCHAND"}]', "kind-unknown"),
        ("Nom et prénom;Date naissance;INE\nMARCHAND Zoé;2018-09-05;123456789AB", "kind-unknown"),
        (numbered(""), "unnamed-column"),
        (f"Liste des élèves au 01/09/2026;;;\n{BOTH}", "header-below"),
    ],
)
def test_a_file_that_is_spoilt_as_a_whole_is_one_sentence(text: str, reason: str) -> None:
    made = fed(text)

    assert [one for _, _, one in said(made)] == [reason]
    assert not made.pupils


@pytest.mark.parametrize("below", ["Total;2", ";;Total : 2 élèves", "Page 1/1", "Imprimé le 03/09/2026"])
def test_what_was_printed_below_a_list_is_no_sign_that_it_is_cut_off(below: str) -> None:
    made = fed(f"{BOTH}\n{below}")

    assert (len(made.pupils), said(made)) == (2, [("refused", 4, "total-line")])


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("INE", "12345678901", "ine-digits"),
        ("Libellé classe", "#N/A", "text-odd"),
        ("Libellé classe", "#REF!", "text-odd"),
        ("Libellé classe", "idem", "ditto"),
        ("Nom élève", "Idem", "ditto"),
        ("Nom élève", "//", "ditto"),
        ("Date naissance", "05.09.2018", "date-excel"),
        ("Date naissance", "2018/09/05", "date-excel"),
        ("Date naissance", "#VALEUR!", "date-odd"),
    ],
)
def test_a_cell_that_a_spreadsheet_or_a_tired_hand_left_costs_its_row(column: str, cell: str, reason: str) -> None:
    made = fed(pupils(LEO, {**ZOE, column: cell}))

    assert ([one.first_name for one in made.pupils], said(made)) == (["Léo"], [("refused", 3, reason)])


@pytest.mark.parametrize("cell", ["'123456789AB", '="123456789AB"', "123 456 789 ab"])
def test_an_ine_that_was_typed_as_text_is_that_ine(cell: str) -> None:
    made = fed(pupils({**ZOE, "INE": cell}))

    assert (made.pupils[0].ine, said(made)) == ("123456789AB", [])


@pytest.mark.parametrize("separator", [";", ","])
def test_a_stray_separator_before_empty_cells_gives_nobody_a_wrong_class(separator: str) -> None:
    shifted = f"4{separator} rue du Four"
    one = pupils({**ZOE, "Adresse1": "4 rue du Four"}, {**LEO, "Adresse1": shifted.replace(";", "\0")}, quoted=False)
    every = pupils(*({**row, "Adresse1": shifted.replace(";", "\0")} for row in (ZOE, LEO)), quoted=False)

    made = fed(one.replace(";", separator).replace("\0", ";"))
    assert ([one.first_name for one in made.pupils], said(made)) == (["Zoé"], [("refused", 3, "row-long")])
    made = fed(every.replace(";", separator).replace("\0", ";"))
    assert not made.pupils
    assert {reason for verdict, _, reason in said(made) if verdict == "refused"} == {"row-long"}


@pytest.mark.parametrize(
    "text",
    [
        BOTH.replace("é", "e").replace("è", "e").lower().replace("ab", "AB").replace("ac", "AC"),
        "\n;;;;;\n\n".join(LINES),
        "\n".join(f"{line};;;;" for line in LINES),
        "\n".join([LINES[0], *(f"{line};" for line in LINES[1:])]),
        BOTH.replace(";", "\t"),
        BOTH.replace("MARCHAND", "MARCHAND\xa0"),
        BOTH.replace("CE1-CE2 Mme Roux", "CE1-CE2  Mme Roux "),
    ],
)
def test_what_harms_nothing_is_read(text: str) -> None:
    made = fed(text)

    assert (len(made.pupils), said(made)) == (2, [])


@pytest.mark.parametrize("cell", ["612345678", "6,12E+08", "0612345678 / 0612345679", "#N/A"])
def test_a_number_that_lost_a_part_is_left_out_and_the_parent_is_not(cell: str) -> None:
    made = fed(table(ADULTS, adult("MARCHAND", "Ana", "", "MARCHAND", "Zoé", "CP", mobile=cell)))

    assert ([one.mobile for one in made.adults], said(made)) == ([""], [("noted", 2, "phone-odd")])


def test_a_mistyped_column_is_told_what_it_may_be() -> None:
    made = fed(BOTH.replace("Date naissance", "Date naisance"))

    assert "is « Date naisance » meant to be « Date naissance »?" in sentence(
        made.findings[0].reason, made.findings[0].details
    )
