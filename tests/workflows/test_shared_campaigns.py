"""Campaigns that touch people of other schools, and what each school's history shows of them."""

from __future__ import annotations

import pytest

from bot.storage import holds
from bot.terms import Profile, Refusal
from bot.workflows.blocks import campaigns
from tests.workflows.profiles import ask, blocked_of, confirmed, history, run, shown
from tests.workflows.shared import MICHEL, MOULIN, VERNE, asked, attend, block, read, said, unblock
from tests.world import World


async def test_the_question_of_a_campaign_counts_who_belongs_elsewhere_too(world: World, mother: str) -> None:
    question = await ask(world, "directeur", "parents")

    assert (question.facts["shared"], question.facts["schools"]) == (1, [MICHEL])
    assert f"1 de ces comptes est aussi rattaché ailleurs ({MICHEL}) : plus d’accès là-bas non plus." in said(
        question
    )
    assert "Blocage maintenant" in said(question)


async def test_each_other_school_is_told_of_a_campaign_in_one_notice(world: World, mother: str) -> None:
    for number in range(6):
        await attend(world, f"parent{number}.morel", Profile.RELATIVE, children=("noe.martin", "yasmine.haddad"))
    await attend(world, "autre.morel", Profile.RELATIVE, children=("noe.martin", "gabin.lefevre"))
    mark = await world.mark()

    number = await confirmed(world, "parents")
    await run(world.desk)

    (facts,) = await read(world, "directrice", "shared_campaign", mark)
    assert (facts["count"], len(facts["names"].split(", ")), facts["others"]) == (7, 5, 2)
    assert "Karim" not in facts["names"]
    (facts,) = await read(world, "directeur3", "shared_campaign", mark)
    assert (facts["count"], facts["names"], facts["actor"], facts["place"]) == (
        1,
        "Autre Morel",
        "Marc Delattre",
        MOULIN,
    )
    ended = said(await shown(world, number))
    assert f"8 comptes sont aussi rattachés ailleurs ({MICHEL}, {VERNE}). L’administration y est prévenue." in ended


@pytest.mark.usefixtures("two_at_a_time")
async def test_a_stopped_campaign_tells_of_those_it_blocked_before(world: World, mother: str) -> None:
    for number in range(3):
        await attend(world, f"parent{number}.zola", Profile.RELATIVE, children=("noe.martin", "yasmine.haddad"))
    number = await confirmed(world, "parents")
    while "samira.haddad" not in await blocked_of(world, Profile.RELATIVE):
        await campaigns.advance(world.desk)

    await world.act("directeur", campaigns.cancel, number)

    (facts,) = await read(world, "directrice", "shared_campaign")
    assert facts["count"] < 4
    assert "Samira Haddad" in facts["names"]


async def test_unblocking_a_profile_keeps_whom_another_school_holds_and_counts_them(
    world: World, mother: str
) -> None:
    await block(world, "directrice", mother)
    await confirmed(world, "parents")
    await run(world.desk)

    question = await ask(world, "directeur", "parents", blocked=False)
    assert "Gardés bloqués par une autre école : 1" in said(question)
    await world.say("directeur", "parents")
    await run(world.desk)

    assert await blocked_of(world, Profile.RELATIVE) == {mother}
    number = (await world.rows("campaigns"))[-1]["id"]
    assert "Gardés bloqués par une autre école : 1" in said(await shown(world, number))
    held = await world.desk.look(holds.of, [mother])
    assert [one.school for one in held[mother]] == ["louise-michel"]
    assert (await unblock(world, "directrice", mother)).kind == "account_unblocked"


async def test_where_another_school_holds_all_the_rest_the_own_holds_are_still_given_up(world: World) -> None:
    login = await attend(world, "lucie.morel", Profile.GUEST, "jean-moulin", "louise-michel")
    await block(world, "directrice", login)
    await confirmed(world, "invités")
    await run(world.desk)

    await confirmed(world, "invités", blocked=False)
    await run(world.desk)

    assert await blocked_of(world, Profile.GUEST) == {login}
    assert [one["school"] for one in await world.rows("holds")] == ["louise-michel"]
    with pytest.raises(Refusal, match="campaign-nothing") as no:
        await ask(world, "directeur", "invités", blocked=False)
    assert no.value.facts["kept"] == 1


async def test_a_campaign_holds_what_it_blocked_against_a_single_unblock_elsewhere(world: World, mother: str) -> None:
    await confirmed(world, "parents")
    await run(world.desk)

    with pytest.raises(Refusal, match="held-elsewhere"):
        await asked(world, "directrice", mother, blocked=False)
    question = await asked(world, "adjoint", mother, blocked=False)
    assert f"Bloqué par Marc Delattre ({MOULIN}), avec tous les parents, le 24 nov. 2026" in said(question)


async def test_a_campaign_for_accounts_that_only_another_school_blocked_is_no_campaign_for_nothing(
    world: World,
) -> None:
    login = await attend(world, "lucie.morel", Profile.GUEST, "jean-moulin", "louise-michel")
    await block(world, "directrice", login)

    question = await ask(world, "directeur", "invités")
    assert (question.facts["left"], question.facts["already"]) == (1, 0)
    await world.say("directeur", "invités")
    await run(world.desk)
    assert (await unblock(world, "directrice", login)).kind == "account_kept"


async def test_who_administers_another_school_is_left_out_and_the_question_says_where(world: World) -> None:
    await attend(world, "lucie.morel", Profile.TEACHER, "jean-moulin", functions=(("adml", "louise-michel"),))

    question = await ask(world, "directeur", "enseignants")

    assert f"Lucie Morel ({MICHEL})" in question.facts["names"]
    assert "Nadia Belkacem (" not in question.facts["names"]


async def test_each_school_reads_what_touched_its_people_and_no_other_name(world: World, mother: str) -> None:
    await block(world, "directeur", "noe.martin Propos blessants")
    world.wait(minutes=1)
    await block(world, "directeur", f"{mother} Menaces")
    world.wait(minutes=1)
    await confirmed(world, "élèves")
    await run(world.desk)

    here, there, away = [said(await history(world, key)) for key in ("adjoint", "directrice", "directeur3")]

    assert "compte de Noé Martin bloqué : « Propos blessants » · Marc Delattre" in here
    assert "compte de Samira Haddad bloqué : « Menaces » · Marc Delattre" in here
    assert f"compte de Samira Haddad bloqué : « Menaces » · Marc Delattre, {MOULIN}" in there
    assert "Noé" not in there
    assert "élèves" not in there
    assert "Samira" not in away


async def test_another_schools_campaign_is_a_line_without_names(world: World, mother: str) -> None:
    await confirmed(world, "parents")
    await run(world.desk)

    there = said(await history(world, "directrice"))

    assert f"blocage des parents par une autre école, 1 compte de la vôtre · Marc Delattre, {MOULIN}" in there
    assert "Samira" not in there


async def test_a_long_mixed_history_is_leafed_through_without_loss_or_repetition(world: World, mother: str) -> None:
    for turn in range(12):
        act = unblock if turn % 2 else block
        await act(world, "directeur", mother)
        if turn % 3 == 0:
            await confirmed(world, "élèves", blocked=not turn % 2)
            await run(world.desk)

    page, seen = "", []
    while True:
        listed = await history(world, page=page)
        seen += [entry["at"] for entry in listed.facts["entries"]]
        further = [key.target for line in listed.buttons for key in line if key.action == "history_further"]
        if not further:
            break
        page = further[0]

    traced = len(await world.desk.directory.block_traces("jean-moulin"))
    assert len(seen) == 12 + 4 + traced
    assert seen == sorted(seen, reverse=True)
