"""Staff of the feed: whose account is theirs, where they are attached, and what a file does not grant."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.embedded.enrolment import Enrolment
from bot.terms import Profile
from bot.terms.feed import Change, Datum
from tests.ent.fed import ELM, OAK, Fed, files, pupil, reasons, teacher

LEO = pupil("Léo", "ROY", "123456789AB")


async def test_a_teacher_is_made_and_attached_to_the_school_and_its_classes(fed: Fed) -> None:
    report = await fed.feed(files(ELM, LEO, teacher("Inès", "ROUX", " ce1 ", "CM9")))

    assert await fed.places("Inès ROUX") == {"École des Ormes", "CE1"}
    assert reasons(report) == ["class-unknown"]
    assert (await fed.one("Inès ROUX")).profile == "teacher"


async def test_a_row_without_a_class_is_about_personnel_where_the_file_says_so(fed: Fed) -> None:
    await fed.feed(files("circo", teacher("Paul", "BRUN", teaches=False, function="conseiller")))

    assert (await fed.one("Paul BRUN")).profile == "personnel"


async def test_the_function_of_director_is_not_granted_by_a_file(fed: Fed) -> None:
    report = await fed.feed(files(ELM, teacher("Inès", "ROUX", director=True)))

    assert (reasons(report), await fed.rows("functions")) == (["director"], [])


async def test_a_teacher_of_two_schools_is_one_account_by_mail(fed: Fed) -> None:
    row = {"email": "ines.roux@ac-example.org"}
    await fed.feed(files(ELM, teacher("Inès", "ROUX", **row)), files(OAK, teacher("Inès", "ROUX", **row)))

    assert await fed.places("Inès ROUX") == {"École des Ormes", "École des Chênes"}


async def test_a_namesake_of_another_school_is_somebody_else_and_said(fed: Fed) -> None:
    await fed.feed(files(ELM, teacher("Inès", "ROUX", email="a@example.org")))
    report = await fed.feed(files(OAK, teacher("Inès", "ROUX", email="b@example.org")))

    assert (len(await fed.named("Inès ROUX")), reasons(report)) == (2, ["staff-namesake"])


async def test_running_again_attaches_nobody_twice_and_a_class_ends_with_complete_files(fed: Fed) -> None:
    await fed.feed(files(ELM, LEO, teacher("Inès", "ROUX", "CE1")))
    again = await fed.feed(files(ELM, LEO, teacher("Inès", "ROUX", "CE1")))
    assert (again.changes, again.unchanged) == ((), {"pupil": 1, "teacher": 1})

    await fed.feed(files(ELM, LEO, teacher("Inès", "ROUX")))
    assert await fed.places("Inès ROUX") == {"CE1", "École des Ormes"}
    await fed.feed(files(ELM, LEO, teacher("Inès", "ROUX")), complete=True)
    assert await fed.places("Inès ROUX") == {"École des Ormes"}


async def test_two_rows_of_one_teacher_are_one_account_with_both_classes(fed: Fed) -> None:
    other = pupil("Ana", "PETIT", "987654321CD", "CM1")
    await fed.feed(files(ELM, LEO, other, teacher("Inès", "ROUX", "CE1"), teacher("Inès", "ROUX", "CM1")))

    assert await fed.places("Inès ROUX") == {"École des Ormes", "CE1", "CM1"}


async def test_a_parent_of_the_same_names_and_an_account_made_by_hand_are_other_accounts(fed: Fed) -> None:
    people = [
        Enrolment(
            id="p", login="p", first_name="Inès", last_name="ROUX", profile=Profile.RELATIVE, email="i@example.org"
        ),
        Enrolment(
            id="h",
            login="h",
            first_name="Inès",
            last_name="ROUX",
            profile=Profile.TEACHER,
            places=("elm",),
            email="i@example.org",
            source="MANUAL",
        ),
    ]
    await fed.enrol(*people)
    report = await fed.feed(files(ELM, LEO, teacher("Inès", "ROUX", email="i@example.org")))

    assert (len(await fed.named("Inès ROUX")), reasons(report)) == (3, ["double-namesake", "staff-by-hand"])


async def test_who_was_detached_by_hand_stays_so_until_somebody_attaches_them(fed: Fed) -> None:
    await fed.feed(files(ELM, LEO, teacher("Inès", "ROUX", "CE1")))
    ines, ent = (await fed.one("Inès ROUX")).id, EmbeddedDirectory(fed.records)
    await ent.attach(ines, "circo")
    await ent.detach(ines, "elm", "circo")

    report = await fed.feed(files(ELM, LEO, teacher("Inès", "ROUX", "CE1")))

    assert reasons(report) == ["staff-detached"]
    assert (await fed.places("Inès ROUX"), len(await fed.named("Inès ROUX"))) == ({"circo"}, 1)
    await ent.attach(ines, "elm")
    await fed.feed(files(ELM, LEO, teacher("Inès", "ROUX", "CE1")))
    assert await fed.places("Inès ROUX") == {"circo", "École des Ormes", "CE1"}


async def test_what_was_attached_by_hand_is_not_ended_by_complete_files(fed: Fed) -> None:
    await fed.feed(files(ELM, LEO, teacher("Inès", "ROUX", "CE1")), files(OAK, teacher("Paul", "BRUN")))
    ines = (await fed.one("Inès ROUX")).id
    await EmbeddedDirectory(fed.records).attach(ines, "oak")

    await fed.feed(files(OAK, teacher("Paul", "BRUN")), complete=True)

    assert "École des Chênes" in await fed.places("Inès ROUX")


@pytest.mark.parametrize(("rest", "said"), [({}, ["staff-renewed"]), ({"mobile": "0612345678", "title": "Mme"}, [])])
async def test_a_teacher_with_a_new_mail_keeps_the_account_and_it_is_said(
    fed: Fed, rest: dict[str, str], said: list[str]
) -> None:
    await fed.feed(files(ELM, teacher("Inès", "ROUX", email="a@example.org", mobile="0612345678", title="Mme")))
    report = await fed.feed(files(ELM, teacher("Inès", "ROUX", email="b@example.org", **rest)))

    assert (await fed.one("Inès ROUX")).email == "b@example.org"
    assert [(one.change, one.data) for one in report.changes] == [(Change.CHANGED, (Datum("mail"),))]
    assert reasons(report) == said


@pytest.mark.parametrize("rest", [{"mobile": "0687654321"}, {"title": "M."}, {"birth_date": date(1980, 1, 1)}])
async def test_a_teacher_of_whom_more_differs_than_the_mail_is_somebody_else(fed: Fed, rest: dict[str, Any]) -> None:
    known = {"mobile": "0612345678", "title": "Mme", "birth_date": date(1990, 2, 2)}
    await fed.feed(files(ELM, teacher("Inès", "ROUX", email="a@example.org", **known)))
    report = await fed.feed(files(ELM, teacher("Inès", "ROUX", email="b@example.org", **rest)))

    assert (len(await fed.named("Inès ROUX")), reasons(report)) == (2, ["double-namesake"])


async def test_a_new_colleague_of_a_name_does_not_take_the_account_of_the_one_who_has_a_row(fed: Fed) -> None:
    one, other = (teacher("Inès", "ROUX", email=f"{key}@example.org") for key in "ab")
    await fed.feed(files(ELM, one))
    await fed.feed(files(ELM, other, one))

    assert {row.email for row in await fed.named("Inès ROUX")} == {"a@example.org", "b@example.org"}
