"""Accounts of several schools: blocked by one, they are blocked for all; each school holds what it blocked."""

from __future__ import annotations

import pytest

from bot import texts
from bot.terms import Profile, Refusal
from bot.workflows.accounts import cards
from bot.workflows.blocks import single
from bot.workflows.reports import crisis
from tests.workflows import wall
from tests.workflows.profiles import appoint
from tests.workflows.shared import MICHEL, MOULIN, VERNE, asked, attend, block, is_blocked, read, said, sure, unblock
from tests.world import World


async def test_the_question_says_that_another_school_loses_the_account_too(world: World, mother: str) -> None:
    question = await asked(world, "directeur", mother)

    assert f"aussi rattachée ailleurs ({MICHEL}) : elle n’y aura plus accès non plus" in said(question)
    assert "rattachée" not in said(await asked(world, "directeur", "noe.martin"))


async def test_the_other_school_is_told_once_who_blocked_whom_and_why(world: World, mother: str) -> None:
    mark = await world.mark()

    receipt = await block(world, "directeur", f"{mother} Menaces répétées")

    assert f"L’administration est prévenue là aussi : {MICHEL}." in said(receipt)
    told = await world.everybody_told(mark)
    assert told == {"directrice": ["shared_block"]}
    (facts,) = await read(world, "directrice", "shared_block", mark)
    assert (facts["name"], facts["actor"], facts["place"]) == ("Samira Haddad", "Marc Delattre", MOULIN)
    assert (facts["where"], facts["text"], facts["blocked"]) == (MICHEL, "Menaces répétées", True)


@pytest.mark.parametrize("profile", [Profile.TEACHER, Profile.STUDENT])
async def test_a_teacher_or_pupil_of_several_schools_is_told_to_each(world: World, profile: Profile) -> None:
    login = await attend(world, "lucie.morel", profile, "jean-moulin/CP", "louise-michel/CE2", "jules-verne/CP")
    mark = await world.mark()

    receipt = await block(world, "directeur", login)

    assert receipt.facts["names"] == f"{VERNE}, {MICHEL}"
    assert await world.everybody_told(mark) == {"directrice": ["shared_block"], "directeur3": ["shared_block"]}


async def test_a_school_where_nobody_reads_is_left_to_be_told_by_the_director(world: World) -> None:
    login = await attend(world, "lucie.morel", Profile.TEACHER, "jean-moulin", "jules-verne")
    await appoint(world, "directeur3")

    assert f"Prévenez vous-même {VERNE}" in said(await block(world, "directeur", login))


async def test_a_colleague_of_both_schools_is_told_once_and_whoever_acts_is_not(world: World) -> None:
    login = await attend(world, "lucie.morel", Profile.TEACHER, "jean-moulin", "louise-michel", "jules-verne")
    await appoint(world, "directrice", ("director", "louise-michel"), ("adml", "jules-verne"))
    await appoint(world, "directeur", ("director", "jean-moulin"), ("adml", "louise-michel"))
    mark = await world.mark()

    await block(world, "directeur", login)

    assert await world.everybody_told(mark) == {"directrice": ["shared_block"], "directeur3": ["shared_block"]}


async def test_what_another_school_holds_too_stays_blocked(world: World, mother: str) -> None:
    await block(world, "directrice", f"{mother} Usurpation")
    both = await asked(world, "directeur", mother)
    assert "déjà bloqué par une autre école" in said(both)
    await sure(world, "directeur")
    mark = await world.mark()

    question = await asked(world, "directeur", mother, blocked=False)
    assert "Le compte restera bloqué" in said(question)
    receipt = await sure(world, "directeur")

    assert await is_blocked(world, mother)
    assert receipt.kind == "account_kept"
    assert f"Bloqué par Hélène Vasseur ({MICHEL}), le 24 nov. 2026 : « Usurpation »" in said(receipt)
    assert "demandez-le à Hélène Vasseur" in said(receipt)
    (facts,) = await read(world, "directrice", "shared_block", mark)
    assert facts["kept"] == "here"

    assert (await unblock(world, "directrice", mother)).kind == "account_unblocked"
    assert not await is_blocked(world, mother)


async def test_what_only_another_school_holds_is_not_unblocked(world: World, mother: str) -> None:
    await block(world, "directrice", f"{mother} Usurpation")

    with pytest.raises(Refusal) as no:
        await asked(world, "directeur", mother, blocked=False)

    sentence = texts.plain(texts.refuse(no.value, "fr").text).replace("\u00a0", " ")
    assert f"({MICHEL}, Hélène Vasseur, le 24 nov. à" in sentence
    assert sentence.endswith(
        "« Usurpation ») : seule l’école qui l’a bloqué peut le débloquer, demandez-le à Hélène Vasseur."
    )


async def test_a_block_between_the_question_and_its_confirmation_is_kept(world: World, mother: str) -> None:
    await block(world, "directeur", mother)
    await asked(world, "directeur", mother, blocked=False)
    await block(world, "directrice", mother)

    assert (await sure(world, "directeur")).kind == "account_kept"
    assert await is_blocked(world, mother)


async def test_undoing_a_colleagues_block_shows_first_who_did_it_and_why(world: World) -> None:
    await block(world, "directeur", "lea.martin Propos blessants")

    question = await asked(world, "adjoint", "lea.martin", blocked=False)

    assert f"Bloqué par Marc Delattre ({MOULIN}), le 24 nov. 2026 : « Propos blessants »" in said(question)
    assert await is_blocked(world, "lea.martin")
    await sure(world, "adjoint")
    assert not await is_blocked(world, "lea.martin")
    assert await world.rows("holds") == []


async def test_who_left_the_school_is_not_who_to_ask(world: World, mother: str) -> None:
    await block(world, "directrice", mother)
    await appoint(world, "directeur3", ("director", "louise-michel"))
    await appoint(world, "directrice")

    with pytest.raises(Refusal) as no:
        await asked(world, "directeur", mother, blocked=False)

    assert (no.value.facts["actor"], no.value.facts["to"]) == ("Hélène Vasseur", "Thomas N’Dour-Petit")


async def test_blocked_by_nobody_we_know_is_unblocked_by_either_school(world: World, mother: str) -> None:
    await world.desk.directory.block(mother, True)

    assert (await unblock(world, "directrice", mother)).kind == "account_unblocked"
    assert not await is_blocked(world, mother)


async def test_a_school_that_the_pupil_left_holds_nobody_back(world: World) -> None:
    login = await attend(world, "lucie.morel", Profile.STUDENT, "louise-michel/CE2")
    await block(world, "directrice", login)
    await world.delete_account(login)
    await attend(world, login, Profile.STUDENT, "jean-moulin/CM2", blocked=True)

    question = await asked(world, "directeur", login, blocked=False)
    await sure(world, "directeur")

    assert "Hélène Vasseur" in said(question)
    assert not await is_blocked(world, login)


async def test_unblocked_in_the_console_a_hold_counts_no_more(world: World, mother: str) -> None:
    await block(world, "directrice", mother)
    await world.desk.directory.block(mother, False)
    world.wait(hours=1)
    await block(world, "directeur", mother)

    assert (await unblock(world, "directeur", mother)).kind == "account_unblocked"
    assert not await is_blocked(world, mother)


async def test_a_director_of_both_schools_unblocks_for_both(world: World, mother: str) -> None:
    await block(world, "directrice", mother)
    await block(world, "directeur", mother)
    await appoint(world, "adjoint", ("adml", "jean-moulin"), ("adml", "louise-michel"))

    assert (await unblock(world, "adjoint", mother)).kind == "account_unblocked"
    assert not await is_blocked(world, mother)
    assert await world.rows("holds") == []


async def test_an_erun_above_both_schools_is_sent_to_them_as_before(world: World, mother: str) -> None:
    await block(world, "directrice", mother)

    with pytest.raises(Refusal, match="school-only"):
        await asked(world, "erun", mother, blocked=False)


async def test_the_card_says_who_blocked_the_account(world: World, mother: str) -> None:
    await block(world, "directrice", f"{mother} Usurpation")

    for key in ("directeur", "directrice", "erun"):
        card = await cards.look_up(world.desk, world.caller(key), mother)
        assert f"Bloqué par Hélène Vasseur ({MICHEL}), le 24 nov. 2026 : « Usurpation »" in said(card)
    await unblock(world, "directrice", mother)
    assert "Bloqué par" not in said(await cards.look_up(world.desk, world.caller("directeur"), mother))


async def test_a_block_that_the_ent_declined_is_held_by_nobody(world: World, mother: str) -> None:
    await asked(world, "directeur", mother)
    await world.delete_account(mother)

    with pytest.raises(Refusal):
        await sure(world, "directeur")

    assert await world.rows("holds") == await world.rows("touches") == []


async def test_a_parent_is_not_told_that_an_account_works_again_which_stays_blocked(
    world: World, mother: str
) -> None:
    await block(world, "directeur", mother)
    await block(world, "directrice", mother)
    number = await world.file("parent", "compte", "Mon amie ne peut plus entrer")
    mark = await world.mark()

    await single.start(world.desk, world.cause(), world.caller("directeur"), mother, number, False)
    await sure(world, "directeur")

    assert [m.text for m in await world.exchange(number)][-1] == "lifted Samira Haddad"
    assert "unblocked" not in await world.told("parent", mark)


async def test_a_grave_case_says_that_another_school_loses_the_account_and_tells_it(world: World) -> None:
    login = await attend(world, "lucie.morel", Profile.STUDENT, "jean-moulin/CM2", "louise-michel/CE2")
    number = await wall.told(world, login)
    caller = world.caller("directeur")
    second = await crisis.delete(world.desk, world.cause(), caller, number)
    mark = await world.mark()

    last = await crisis.block(world.desk, world.cause(), caller, number)

    assert f"aussi rattachée ailleurs ({MICHEL})" in said(second)
    assert f"L’administration est prévenue là aussi : {MICHEL}." in said(last)
    assert await world.told("directrice", mark) == ["shared_block"]
    with pytest.raises(Refusal, match="held-elsewhere"):
        await asked(world, "directrice", login, blocked=False)


async def test_in_a_grave_case_a_school_blocks_what_another_holds(world: World) -> None:
    login = await attend(world, "lucie.morel", Profile.STUDENT, "jean-moulin/CM2", "louise-michel/CE2")
    await block(world, "directrice", login)
    number = await wall.told(world, login)
    caller = world.caller("directeur")

    second = await crisis.delete(world.desk, world.cause(), caller, number)
    await crisis.block(world.desk, world.cause(), caller, number)

    assert second.kind == "crisis_second"
    assert (await unblock(world, "directrice", login)).kind == "account_kept"
