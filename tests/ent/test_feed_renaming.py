"""Adults and staff whose family name changes: the same account where that is sure, else a pair to decide about."""

from __future__ import annotations

from typing import Any

import pytest

from bot.terms.feed import AdultRecord, Change, Datum, FeedReport, StaffRecord
from tests.ent.fed import ELM, OAK, Fed, adult, child, files, home, pupil, reasons, teacher

LEO, ANA = pupil("Léo", "ROY", "123456789AB"), pupil("Ana", "PETIT", "987654321CD")
OF_LEO, OF_ANA = child("Léo", "ROY"), child("Ana", "PETIT")
HOME = home("3 rue Haute")
TEAM = [teacher(first, "ROUX", email=f"{first}@example.org") for first in ("Ada", "Bea", "Cléo", "Dina", "Eva")]


def noted(report: FeedReport) -> list[tuple[str, str, str, str]]:
    """What is said of likely doubles: who, by what, and of whom; and the reason."""
    return [
        (one.reason, one.about, one.details.get("other", ""), one.details.get("by", ""))
        for one in report.findings
        if one.reason.startswith("double")
    ]


@pytest.mark.parametrize(
    ("before", "after", "how"),
    [
        ({"email": "ana@example.org"}, {"email": "Ana@example.org"}, "mail"),
        ({"email": "a@example.org", "mobile": "0612345678"}, {"mobile": "06 12 34 56 78"}, "mobile"),
        ({"address": HOME}, {"address": HOME}, "child and address"),
    ],
)
@pytest.mark.parametrize("complete", [False, True])
async def test_another_family_name_is_a_new_account_and_a_pair_to_decide_about(
    fed: Fed, before: dict[str, Any], after: dict[str, Any], how: str, complete: bool
) -> None:
    await fed.feed(files(ELM, LEO, adult("Ana", "MARCHAND", OF_LEO, **before)))
    school = files(ELM, LEO, adult("Ana", "LEBON", OF_LEO, **after))
    report = await fed.feed(school, complete=complete, most_leaving=1)

    assert noted(report) == [("double-renamed", "Ana LEBON", "Ana MARCHAND", how)]
    [said] = [one for one in report.findings if one.reason == "double-renamed"]
    assert said.spot == school.adults[0].spot
    old, new = await fed.one("Ana MARCHAND"), await fed.one("Ana LEBON")
    assert {(row.account, row.other) for row in await fed.rows("duplicates")} == {(old.id, new.id), (new.id, old.id)}
    leaving = [one.data for one in report.changes if one.change is Change.LEAVING]
    assert leaving == [(Datum("child-removed", "Léo ROY"), Datum("double", "", "Ana LEBON"))] * complete
    assert noted(await fed.feed(school)) == []


@pytest.mark.parametrize(
    "rows",
    [
        [adult("Ana", "LEBON", OF_LEO, email="x@example.org")],
        [adult("Eva", "LEBON", OF_LEO, email="famille@example.org")],
        [adult("Ana", "LEBON", OF_LEO, email="famille@example.org"), adult("Paul", "ROY", OF_LEO)],
        [
            adult("Ana", "LEBON", OF_LEO, email="ana@example.org"),
            adult("Ana", "MARCHAND", OF_LEO, email="ana@example.org"),
        ],
    ],
)
async def test_a_first_name_alone_a_mail_of_the_family_and_two_rows_of_one_file_say_nothing(
    fed: Fed, rows: list[AdultRecord]
) -> None:
    paul = adult("Paul", "ROY", OF_LEO, email="famille@example.org")
    ana = adult("Ana", "MARCHAND", OF_LEO, email=rows[-1].email or "famille@example.org")
    await fed.feed(files(ELM, LEO, paul, ana))

    assert noted(await fed.feed(files(ELM, LEO, *rows))) == []


@pytest.mark.parametrize(("old", "new"), [("MARTIN", "MARTIN DURAND"), ("Le Bihan-Morvan", "MORVAN")])
async def test_a_parent_of_whose_double_name_a_part_stays_keeps_the_account(fed: Fed, old: str, new: str) -> None:
    await fed.feed(files(ELM, LEO, adult("Ana", old, OF_LEO, email="ana@example.org")))
    before = await fed.one(f"Ana {old}")
    report = await fed.feed(files(ELM, LEO, adult("Ana", new, OF_LEO, email="ana@example.org")), complete=True)

    after = await fed.one(f"Ana {new}")
    assert (after.id, after.login, await fed.children(after.id)) == (before.id, before.login, {"Léo"})
    assert [(one.change, one.data) for one in report.changes] == [
        (Change.CHANGED, (Datum("name", f"Ana {old}", f"Ana {new}"),))
    ]
    assert (reasons(report), report.doubles) == (["renamed"], ())


@pytest.mark.parametrize(
    "rows",
    [
        [adult("Ana", "MARTIN DURAND", OF_LEO, email="other@example.org")],
        [adult("Ana", "MARTIN DURAND", OF_LEO, email="ana@example.org", title="M.")],
        [adult("Ana", "MARTINET", OF_LEO, email="ana@example.org")],
        [adult("Ana", "MARTIN DURAND", OF_LEO, email="ana@example.org"), adult("Ana", "MARTIN", OF_LEO)],
        [
            adult("Ana", "MARTIN DURAND", OF_LEO, email="ana@example.org"),
            adult("Ana", "MARTIN LEBON", OF_ANA, email="ana@example.org"),
        ],
        [
            adult("Ana", "MARTIN DURAND", OF_LEO, email="ana@example.org"),
            adult("Paul", "MARTIN", OF_LEO, email="ana@example.org"),
        ],
    ],
)
async def test_whoever_may_be_a_stranger_does_not_get_the_account(fed: Fed, rows: list[AdultRecord]) -> None:
    await fed.feed(files(ELM, LEO, ANA, adult("Ana", "MARTIN", OF_LEO, email="ana@example.org", title="Mme")))
    before = await fed.one("Ana MARTIN")
    await fed.feed(files(ELM, LEO, ANA, *rows))

    assert (await fed.one("Ana MARTIN")).id == before.id


async def test_what_only_another_school_said_gives_no_account(fed: Fed) -> None:
    await fed.feed(files(ELM, LEO, adult("Ana", "MARTIN", OF_LEO, email="ana@example.org")))
    await fed.feed(files(OAK, ANA, adult("Ana", "MARTIN DURAND", OF_ANA, email="ana@example.org")))

    assert await fed.children((await fed.one("Ana MARTIN")).id) == {"Léo"}
    assert await fed.children((await fed.one("Ana MARTIN DURAND")).id) == {"Ana"}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
async def test_two_schools_that_both_give_the_new_name_keep_one_account(fed: Fed, order: tuple[int, int]) -> None:
    mail = {"email": "ana@example.org"}
    await fed.feed(
        files(ELM, LEO, adult("Ana", "MARTIN", OF_LEO, **mail)),
        files(OAK, ANA, adult("Ana", "MARTIN", OF_ANA, **mail)),
    )
    schools = [
        files(ELM, LEO, adult("Ana", "MARTIN DURAND", OF_LEO, **mail)),
        files(OAK, ANA, adult("Ana", "MARTIN DURAND", OF_ANA, **mail)),
    ]
    await fed.feed(*(schools[at] for at in order))

    assert await fed.children((await fed.one("Ana MARTIN DURAND")).id) == {"Léo", "Ana"}


def yann(last_name: str, **rest: Any) -> StaffRecord:
    """A row of a teacher."""
    return teacher("Yann", last_name, "CE1", **{"email": "yann@example.org", **rest})


async def test_a_teacher_keeps_the_account_under_a_double_name_and_is_noted_under_another_one(fed: Fed) -> None:
    await fed.feed(files(ELM, LEO, *TEAM, yann("LE BIHAN")))
    before = await fed.one("Yann LE BIHAN")
    renamed = await fed.feed(files(ELM, LEO, *TEAM, yann("LE BIHAN-MORVAN")), complete=True)

    assert (reasons(renamed), (await fed.one("Yann LE BIHAN-MORVAN")).id) == (["renamed"], before.id)

    report = await fed.feed(files(ELM, LEO, *TEAM, yann("KERMADEC")), complete=True, most_leaving=1)
    assert noted(report) == [("double-renamed", "Yann KERMADEC", "Yann LE BIHAN-MORVAN", "mail")]


async def test_the_rights_of_a_head_who_has_them_are_not_asked_for_again(fed: Fed) -> None:
    school = files(ELM, teacher("Inès", "ROUX", director=True))
    await fed.feed(school)
    await fed.insert("functions", account=(await fed.one("Inès ROUX")).id, structure="elm", function="director")

    assert reasons(await fed.feed(school)) == []


NUMBERED = {"external_id": "CSV_0601001A_P00005", "title": "Mme"}


@pytest.mark.parametrize(
    ("row", "one"),
    [
        (adult("Sophie", "MARCHAND", child("Léo", "ROY"), **NUMBERED), True),
        (adult("Sophie", "MARCHAND", child("Léo", "ROY"), **(NUMBERED | {"title": "M."})), False),
        (adult("Sonia", "MARCHAND", child("Léo", "ROY"), **NUMBERED), False),
        (adult("Sophie", "MARCHAND", child("Ana", "PETIT"), **NUMBERED), False),
        (adult("Sophie", "MARCHAND", child("Léo", "ROY"), title="Mme"), False),
    ],
)
async def test_an_identifier_a_first_name_and_a_child_tell_who_has_another_name_now(
    fed: Fed, row: AdultRecord, one: bool
) -> None:
    here = pupil("Léo", "ROY", "123456789AB"), pupil("Ana", "PETIT", "987654321CD")
    await fed.feed(files(ELM, *here, adult("Sophie", "PETITJEAN", child("Léo", "ROY"), **NUMBERED)))
    before = await fed.one("Sophie PETITJEAN")

    school = files(ELM, *here, row)
    report = await fed.feed(school)
    assert ("renamed-number" in reasons(report)) is one
    [after] = await fed.named(f"{row.first_name} MARCHAND")
    assert (after.id == before.id) is one
    assert (await fed.feed(school)).changes == ()


async def test_an_identifier_that_another_row_has_now_moves_nobody(fed: Fed) -> None:
    here = pupil("Léo", "ROY", "123456789AB")
    sophie = adult("Sophie", "PETITJEAN", child("Léo", "ROY"), **NUMBERED)
    await fed.feed(files(ELM, here, sophie))

    anew = NUMBERED | {"external_id": "CSV_0601001A_P00006"}
    other = adult("Sophie", "MARCHAND", child("Léo", "ROY"), **NUMBERED)
    await fed.feed(files(ELM, here, other, adult("Sophie", "PETITJEAN", child("Léo", "ROY"), **anew)))
    assert len(await fed.named("Sophie MARCHAND")) == 1
    assert (await fed.named("Sophie PETITJEAN"))[0].id != (await fed.one("Sophie MARCHAND")).id
