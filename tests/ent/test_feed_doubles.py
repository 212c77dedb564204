"""Accounts that the feed does not join though they may be one person's: noted as pairs, for a director to decide."""

from __future__ import annotations

from itertools import permutations

import pytest

from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.embedded.enrolment import Enrolment
from bot.feed.sentences import sentence
from bot.terms import Profile
from bot.terms.feed import AdultRecord
from tests.ent.fed import BAY, ELM, OAK, Fed, adult, child, files, home, pupil, reasons, teacher

INE, OTHER = "123456789AB", "987654321CD"
LEO, ANA = pupil("Léo", "ROY", INE), pupil("Ana", "PETIT", OTHER, "CM2")
OF_LEO, OF_ANA = child("Léo", "ROY"), child("Ana", "PETIT")
FATHER = {"email": "ali@example.org", "mobile": "0612345678"}


def ali(*children: object, **rest: object) -> AdultRecord:
    """A row of a father, or of a grandfather of the same name."""
    return adult("Ali", "KONE", *children, **rest)  # type: ignore[arg-type]


async def pairs(fed: Fed) -> list[tuple[str, str]]:
    """The mails or INEs of each pair of accounts; every pair must be there in both directions."""
    accounts = {row.id: row.email or row.ine or row.source for row in await fed.rows("accounts")}
    rows = {(row.account, row.other) for row in await fed.rows("duplicates")}
    assert rows == {(other, one) for one, other in rows}
    return sorted((accounts[one], accounts[other]) for one, other in rows if accounts[one] < accounts[other])


@pytest.mark.parametrize("order", list(permutations(range(2))))
@pytest.mark.parametrize(
    "grandfather",
    [
        {"email": "grandpa@example.org"},
        {"email": "grandpa@example.org", "address": home("3 rue Haute")},
        {"mobile": "0687654321"},
        {"title": "Mme", "address": home("3 rue Haute")},
    ],
)
async def test_father_and_grandfather_of_one_name_and_child_are_two_accounts_and_said(
    fed: Fed, grandfather: dict[str, object], order: tuple[int, ...]
) -> None:
    father = {"title": "M.", "address": home("3 rue Haute"), **FATHER}
    rows = [ali(OF_LEO, **father), ali(OF_LEO, **grandfather)]
    school = files(ELM, LEO, *(rows[at] for at in order))
    first, again = await fed.feed(school), await fed.feed(school)

    accounts = await fed.named("Ali KONE")
    assert [await fed.children(row.id) for row in accounts] == [{"Léo"}] * 2
    assert (reasons(first), first.doubles) == (["adult-same-child", "double-namesake"], ("Ali KONE",))
    assert (again.changes, again.doubles, len(await fed.rows("duplicates"))) == ((), (), 2)


async def test_a_pair_that_somebody_told_apart_is_not_noted_again(fed: Fed) -> None:
    rows = [ali(OF_LEO, **FATHER), ali(OF_LEO, email="grandpa@example.org")]
    await fed.feed(files(ELM, LEO, *rows))
    one, other = [row.id for row in await fed.named("Ali KONE")]
    await EmbeddedDirectory(fed.records).part(one, other)

    report = await fed.feed(files(ELM, LEO, ali(OF_LEO, **FATHER, address=home("3 rue Haute")), rows[1]))

    assert (report.doubles, await pairs(fed)) == ((), [])


async def test_two_rows_of_one_adult_with_the_same_mail_stay_one_account(fed: Fed) -> None:
    report = await fed.feed(
        files(ELM, LEO, ali(OF_LEO, **FATHER), ali(OF_LEO, email="ali@example.org", address=home("3 rue Haute")))
    )

    assert (len(await fed.named("Ali KONE")), reasons(report)) == (1, [])


async def test_the_father_keeps_his_account_when_his_mail_changes_and_the_grandfather_appears(fed: Fed) -> None:
    await fed.feed(files(ELM, LEO, ali(OF_LEO, **FATHER)))
    before = await fed.one("Ali KONE")
    rows = ali(OF_LEO, mobile="0612345678", email="new@example.org"), ali(OF_LEO, email="grandpa@example.org")
    await fed.feed(files(ELM, LEO, *rows))

    assert {row.email: row.id for row in await fed.named("Ali KONE")}["new@example.org"] == before.id
    assert await pairs(fed) == [("grandpa@example.org", "new@example.org")]


async def test_a_pupil_with_the_names_and_birth_date_of_another_one_is_noted_wherever_they_are(fed: Fed) -> None:
    await fed.feed(files(ELM, LEO))
    here = await fed.feed(files(ELM, LEO, pupil("Léo", "ROY", OTHER)))
    assert (here.doubles, await pairs(fed)) == (("Léo ROY",), [(INE, OTHER)])

    there = await fed.feed(files(OAK, pupil("leo", "Roy", "555555555EE")))
    assert there.doubles == ("leo Roy", "leo Roy")
    assert (await fed.feed(files(OAK, pupil("leo", "Roy", "555555555EE")))).doubles == ()


async def test_a_pupil_made_by_hand_and_the_one_of_the_files_are_noted(fed: Fed) -> None:
    made = {"places": ("bay",), "birth_date": LEO.birth_date, "source": "MANUAL"}
    await fed.enrol(
        Enrolment(id="h", login="h", first_name="Léo", last_name="ROY", profile=Profile.STUDENT, **made)  # type: ignore[arg-type]
    )
    report = await fed.feed(files(ELM, LEO))

    assert (report.doubles, await pairs(fed)) == (("Léo ROY",), [(INE, "MANUAL")])


async def test_adults_with_a_home_number_in_common_are_noted_and_those_with_a_name_alone_are_not(fed: Fed) -> None:
    await fed.feed(files(ELM, LEO, ali(OF_LEO, home_phone="0344000001", **FATHER)))
    await fed.feed(files(OAK, ANA, ali(OF_ANA, home_phone="03 44 00 00 01", email="other@example.org")))
    await fed.feed(files(BAY, pupil("Tom", "BON", "555555555EE"), ali(child("Tom", "BON"), email="x@y.example.org")))

    assert await pairs(fed) == [("ali@example.org", "other@example.org")]


async def test_an_adult_near_to_two_accounts_is_noted_with_both(fed: Fed) -> None:
    await fed.feed(
        files(ELM, LEO, ali(OF_LEO, email="ali@example.org")), files(OAK, ANA, ali(OF_ANA, mobile="0612345678"))
    )
    report = await fed.feed(files(BAY, pupil("Tom", "BON", "555555555EE"), ali(child("Tom", "BON"), **FATHER)))

    assert (reasons(report), len(report.doubles)) == (["adult-several", "double-namesake"], 2)


async def test_teachers_of_one_name_and_school_are_noted(fed: Fed) -> None:
    rows = teacher("Inès", "ROUX", email="a@example.org"), teacher("Inès", "ROUX", email="b@example.org")
    await fed.feed(files(ELM, *rows), files(OAK, teacher("Inès", "ROUX", email="c@example.org")))

    assert await pairs(fed) == [("a@example.org", "b@example.org")]


async def test_the_card_shows_the_pair_and_a_list_finds_it_and_a_dry_run_says_the_same_without(fed: Fed) -> None:
    school = files(ELM, LEO, pupil("Léo", "ROY", OTHER))
    rehearsed = await fed.feed(school, dry=True)
    assert await fed.rows("duplicates") == []
    assert rehearsed == await fed.feed(school)

    directory = EmbeddedDirectory(fed.records)
    one, other = await fed.by_ine(INE), await fed.by_ine(OTHER)
    account = await directory.account(one.id)
    assert account is not None
    assert account.duplicates == (other.id,)


async def test_a_row_that_makes_an_account_beside_a_namesakes_is_told_with_its_login(fed: Fed) -> None:
    await fed.feed(files(ELM, LEO, ali(OF_LEO, title="M.", **FATHER)))
    report = await fed.feed(files(ELM, LEO, ali(OF_LEO, title="M.", **FATHER), ali(OF_LEO, title="Mme")))

    logins = [row.login for row in await fed.named("Ali KONE")]
    said = {one.reason: one.details.get("login") for one in report.findings if one.reason == "double-namesake"}
    assert (said, logins) == ({"double-namesake": logins[1]}, ["ali.kone", logins[1]])
    assert f"(the new account: {logins[1]})" in sentence("double-namesake", {"login": logins[1]})


async def test_nobody_is_told_a_login_again_once_nothing_is_made(fed: Fed) -> None:
    school = files(ELM, LEO, ali(OF_LEO, title="M.", **FATHER), ali(OF_LEO, title="Mme"))
    await fed.feed(school)

    assert not [one for one in (await fed.feed(school)).findings if "login" in one.details]
