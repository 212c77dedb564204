"""What a feed says of whom it changes: which data, from what to what; of private data, only that they changed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.terms.feed import Change, Changed, Datum, FeedReport
from tests.ent.fed import ELM, OAK, Fed, adult, child, files, home, pupil, reasons, teacher

INE, OTHER = "123456789AB", "987654321CD"
LEO, ANA = pupil("Léo", "ROY", INE), pupil("Ana", "PETIT", OTHER, "CM2")
OF_LEO, OF_ANA = child("Léo", "ROY"), child("Ana", "PETIT")


def data(report: FeedReport, name: str) -> list[Datum]:
    """What changes of the account of that name."""
    return [datum for one in report.changes if one.name == name for datum in one.data]


async def test_each_datum_of_a_pupil_that_changes_is_said_even_of_one_who_moves(fed: Fed) -> None:
    await fed.feed(files(ELM, pupil("Léo", "ROI", INE, gender="F", address=home("1 rue Basse"))))
    row = pupil("Léo", "ROY", INE, "CE2", gender="M", address=home("2 rue Haute"))
    report = await fed.feed(files(OAK, row))

    moved = next(one for one in report.changes if one.kind == "pupil")
    assert (moved.change, moved.name) == (Change.MOVED, "Léo ROY")
    assert set(moved.data) == {
        *(Datum("name", "Léo ROI", "Léo ROY"), Datum("gender", "F", "M"), Datum("address")),
        *(Datum("class", "CE1", "CE2"), Datum("school", "École des Ormes", "École des Chênes")),
    }


async def test_columns_that_a_file_lacks_take_nothing_from_pupils_unless_it_is_complete(fed: Fed) -> None:
    told: dict[str, Any] = {"gender": "F", "used_name": "ROY", "address": home("3 rue Haute")}
    await fed.feed(files(ELM, pupil("Zoé", "MARCHAND", INE, **told)))
    bare = files(ELM, pupil("Zoé", "MARCHAND", INE))

    assert (await fed.feed(bare)).changes == ()
    [one] = (await fed.feed(bare, complete=True)).changes
    assert {datum.what for datum in one.data} == {"gender", "used-name", "address"}


async def test_an_ine_that_is_learnt_is_said_without_it(fed: Fed) -> None:
    await fed.feed(files(ELM, pupil("Léo", "ROY")), without_ine=True)
    report = await fed.feed(files(ELM, LEO))

    assert report.changes == (Changed(Change.CHANGED, "pupil", "Léo ROY", (Datum("ine"),)),)


async def test_mail_numbers_and_address_are_said_without_their_values_and_links_with_whom(fed: Fed) -> None:
    row = adult("Awa", "ROY", OF_LEO, email="old@example.org", mobile="0612345678", address=home("1 rue Basse"))
    await fed.feed(files(ELM, LEO, ANA, row))
    row = adult(
        "Awa", "ROY", OF_ANA, OF_LEO, email="new@example.org", mobile="0687654321", address=home("2 rue Basse")
    )
    report = await fed.feed(files(ELM, LEO, ANA, row))
    assert data(report, "Awa ROY") == [
        *(Datum("mail"), Datum("mobile"), Datum("address"), Datum("child-added", "", "Ana PETIT"))
    ]

    report = await fed.feed(files(ELM, LEO, ANA, adult("Awa", "ROY", OF_ANA, email="new@example.org")), complete=True)
    assert Datum("child-removed", "Léo ROY") in data(report, "Awa ROY")


async def test_what_another_school_said_already_is_no_change(fed: Fed) -> None:
    await fed.feed(files(ELM, LEO, adult("Awa", "ROY", OF_LEO, email="a@example.org", mobile="0612345678")))
    report = await fed.feed(files(OAK, ANA, adult("Awa", "ROY", OF_ANA, email="a@example.org")))

    assert data(report, "Awa ROY") == [Datum("child-added", "", "Ana PETIT")]


async def test_where_a_teacher_works_is_said_by_name(fed: Fed) -> None:
    await fed.feed(files(ELM, LEO, ANA, teacher("Inès", "ROUX", "CE1")))
    report = await fed.feed(files(ELM, LEO, ANA, teacher("Inès", "ROUX", "CM2")), complete=True)

    assert data(report, "Inès ROUX") == [Datum("detached", "CE1"), Datum("attached", "", "CM2")]


async def test_a_name_that_an_older_file_brings_back_is_said(fed: Fed) -> None:
    older = files(ELM, LEO, adult("Sophie", "PETITJEAN", OF_LEO, email="s@example.org"))
    await fed.feed(older)
    await fed.feed(files(ELM, adult("Sophie", "Petit-Jean", OF_LEO, email="s@example.org")))
    report = await fed.feed(older)

    assert report.changes == (
        Changed(
            Change.CHANGED,
            "relative",
            "Sophie PETITJEAN",
            (Datum("name", "Sophie Petit-Jean", "Sophie PETITJEAN"),),
        ),
    )


async def test_a_name_that_was_edited_is_overwritten_and_said(fed: Fed) -> None:
    row = files(ELM, LEO, adult("Sophie", "PETITJEAN", OF_LEO))
    await fed.feed(row)
    await fed.write("accounts", {"last_name": "DURAND"}, first_name="Sophie")
    report = await fed.feed(row)

    assert data(report, "Sophie PETITJEAN") == [Datum("name", "Sophie DURAND", "Sophie PETITJEAN")]


@pytest.mark.parametrize("born", [date(2018, 12, 31), date(2017, 3, 4), date(2019, 11, 2)])
async def test_a_birth_date_that_is_corrected_is_taken_and_said(fed: Fed, born: date) -> None:
    await fed.feed(files(ELM, LEO))
    report = await fed.feed(files(ELM, pupil("Léo", "ROY", INE, birth_date=born)))

    assert (await fed.one("Léo ROY")).birth_date == born
    assert data(report, "Léo ROY") == [Datum("birth-date", "2018-03-04", str(born))]


async def test_a_birth_date_years_away_is_doubted_each_time_and_taken_only_where_an_operator_says_so(
    fed: Fed,
) -> None:
    await fed.feed(files(ELM, LEO))
    far = files(ELM, pupil("Léo", "ROY", INE, "CE2", birth_date=date(2012, 3, 4)))
    first, again = await fed.feed(far), await fed.feed(far)

    assert (await fed.one("Léo ROY")).birth_date == date(2018, 3, 4)
    assert [reasons(report) for report in (first, again)] == [["birth-date-far"]] * 2
    assert (data(first, "Léo ROY"), again.changes) == ([Datum("class", "CE1", "CE2")], ())

    report = await fed.feed(far, birth_dates=True)
    assert data(report, "Léo ROY") == [Datum("birth-date", "2018-03-04", "2012-03-04")]
    assert (await fed.feed(far)).findings == ()


async def test_an_edited_birth_date_is_not_what_the_files_are_held_to(fed: Fed) -> None:
    await fed.feed(files(ELM, LEO))
    await fed.write("accounts", {"birth_date": date(2012, 3, 4)}, ine=INE)
    report = await fed.feed(files(ELM, LEO))

    assert data(report, "Léo ROY") == [Datum("birth-date", "2012-03-04", "2018-03-04")]


async def test_a_parent_of_a_child_whose_line_is_refused_reads_that_alone(fed: Fed) -> None:
    await fed.feed(files(ELM, LEO))
    wrong = pupil("Zoé", "MARCHAND", INE, birth_date=date(2016, 1, 1))
    report = await fed.feed(files(ELM, wrong, adult("Awa", "MARCHAND", child("Zoé", "MARCHAND"))))

    assert [one.reason for one in report.findings if one.about == "Awa MARCHAND"] == ["child-refused"]
