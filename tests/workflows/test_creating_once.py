"""Nobody is given two accounts: who may be there already is shown first, and a lost answer repeats nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot import texts
from bot.terms import Refusal
from bot.workflows import acting
from bot.workflows.creation import doubted
from tests.workflows.creating import LINE, Lossy, acts, asked, chose, confirmed, named, picked, said
from tests.workflows.steps import actions
from tests.world import World


async def test_who_may_be_there_already_is_shown_first_with_the_card(world: World) -> None:
    summary = await asked(world, typed="eleve Ines CARON 14/03/2016 CM2")

    assert [(one["name"], one["how"]) for one in summary.facts["alike"]] == [("Inès Caron", "same")]
    assert actions(summary) == ["account", "create_now", "back", "cancel"]
    assert "Est-ce lui ou elle" in texts.word(summary, "fr").text


@pytest.mark.parametrize(
    ("typed", "how"),
    [
        ("eleve Caron Inès 01/01/2017 CM2", "same"),
        ("eleve Ynès Carron 14/03/2016 CM2", "born"),
        ("eleve Inès Dubois 14/03/2016 CM2", "born"),
        ("personnel Yann Lebihan", "same"),
        ("personnel Yan Le-Bihan", "near"),
    ],
)
async def test_near_names_and_the_same_birth_date_count_too(world: World, typed: str, how: str) -> None:
    summary = await asked(world, typed=typed)

    assert how in [one["how"] for one in summary.facts["alike"]]


@pytest.mark.parametrize("typed", ["eleve Inès Dubois 01/01/2017 CM2", "eleve Ynes Carron 01/01/2017 CM2"])
async def test_somebody_else_is_not_shown(world: World, typed: str) -> None:
    summary = await asked(world, typed=typed)

    assert "Inès Caron" not in [one["name"] for one in summary.facts["alike"]]


async def test_accounts_of_another_school_are_never_shown(world: World) -> None:
    summary = await asked(world, typed="eleve Yasmine Haddad 02/09/2018 CM2")

    assert summary.facts["alike"] == []


async def test_who_was_made_meanwhile_is_shown_before_a_second_one_is_made(world: World) -> None:
    mine, theirs = await asked(world, typed=LINE), await asked(world, "adjoint", LINE)
    await confirmed(world, theirs, "adjoint")

    again = await confirmed(world, mine)

    assert (again.kind, again.facts["anew"], len(again.facts["alike"])) == ("create_sure", True, 1)
    assert len(await named(world, "nils aubert")) == 1


async def test_confirming_twice_makes_one_account(world: World) -> None:
    summary = await asked(world, typed=LINE)
    await confirmed(world, summary)

    with pytest.raises(Refusal, match="already-done"):
        await confirmed(world, summary)
    assert len(await named(world, "nils aubert")) == 1


async def test_an_account_that_was_made_though_the_answer_was_lost_is_found(world: World) -> None:
    lossy = Lossy(world.desk.directory, done=True)
    world.desk.directory = lossy

    receipt = await confirmed(world, await asked(world, typed=LINE))

    assert (receipt.kind, lossy.asked) == ("account_made", 1)
    (made,) = await named(world, "nils aubert")
    assert receipt.facts["login"] == made.login
    assert await acts(world) == [("Nils Aubert", "done")]


@pytest.mark.parametrize("done", [True, False])
async def test_where_nobody_knows_the_director_is_told_so_and_nothing_is_repeated(world: World, done: bool) -> None:
    lossy = Lossy(world.desk.directory, done=done, blind=True)
    world.desk.directory = lossy
    summary = await asked(world, typed=LINE)

    with pytest.raises(Refusal, match="ent-doubt") as met:
        await confirmed(world, summary)

    assert (lossy.asked, await acts(world)) == (1, [("Nils Aubert", "doubt")])
    assert "/compte" in texts.refuse(met.value, "fr").text
    world.desk.directory = lossy.directory
    again = await confirmed(world, summary)
    assert again.kind == ("create_sure" if done else "account_made")
    assert len(await named(world, "nils aubert")) == 1


async def test_a_process_that_dies_is_owned_up_and_repeats_nothing(world: World) -> None:
    class Dying(Lossy):
        async def create(self, newcomer: object) -> str:
            await self.directory.create(newcomer)
            raise KeyboardInterrupt

    dying = Dying(world.desk.directory, done=True)
    world.desk.directory = dying
    with pytest.raises(KeyboardInterrupt):
        await confirmed(world, await asked(world, typed=LINE))
    world.desk.directory = dying.directory
    mark = await world.mark()

    world.now += acting.PATIENCE + timedelta(seconds=1)
    await acting.own_up(world.desk)

    assert await world.told("directeur", mark) == ["ent_doubt"]
    assert len(await named(world, "nils aubert")) == 1
    assert (await asked(world, typed=LINE)).facts["alike"][0]["how"] == "same"


async def test_a_parent_chooses_children_of_the_school(world: World) -> None:
    question = await asked(world, typed="parent Odile Aubert")
    assert actions(question) == ["back", "cancel"]
    found = await said(world, "martin")
    assert "create_child" in actions(found)
    one = await chose(world, found, "☐ Léa Martin", "create_child")
    assert one.facts["count"] == 1
    found = await said(world, "caron")
    await chose(world, found, "☐ Inès", "create_child")
    summary = await picked(world, "create_family")
    await confirmed(world, summary)

    made = next(one for one in await named(world, "odile aubert"))
    assert set(made.children) == {"eleve", "lea.martin"}
    assert {place.id for place in made.places} == {"jean-moulin"}


async def test_a_child_is_left_out_again_and_one_is_needed(world: World) -> None:
    await asked(world, typed="parent Odile Aubert")
    found = await said(world, "caron")
    chosen = await chose(world, found, "☐ Inès", "create_child")
    left = await chose(world, chosen, "☑ Inès", "create_child")

    assert left.facts["count"] == 0
    with pytest.raises(Refusal, match="children-none"):
        await picked(world, "create_family")


async def test_children_of_another_school_are_not_found(world: World) -> None:
    await asked(world, typed="parent Odile Aubert")

    question = await said(world, "haddad")

    assert question.facts["total"] == 0
    assert "ne s’appelle" in texts.word(question, "fr").text
    with pytest.raises(Refusal, match="old-button"):
        await picked(world, "create_child", "abcd1234")


@pytest.mark.parametrize("done", [True, False])
async def test_an_account_in_doubt_is_looked_for_later_and_its_author_reads_whether_it_is_there(
    world: World, done: bool
) -> None:
    summary, lossy = await asked(world, typed=LINE), Lossy(world.desk.directory, done=done, blind=True)
    world.desk.directory = lossy
    with pytest.raises(Refusal, match="ent-doubt"):
        await confirmed(world, summary)
    mark = await world.mark()

    assert await doubted.settle(world.desk) == int(done)
    world.wait(minutes=31)
    assert await doubted.settle(world.desk) == int(not done)
    assert await doubted.settle(world.desk) == 0

    (letter,) = await world.letters("directeur", mark)
    assert (letter["payload"]["kind"], letter["payload"]["facts"]["done"]) == ("created_after", done)
    assert await acts(world) == [("Nils Aubert", "done" if done else "declined")]
    assert lossy.asked == 1


async def test_an_account_that_somebody_made_meanwhile_is_not_taken_for_the_one_in_doubt(world: World) -> None:
    summary, real = await asked(world, typed=LINE), world.desk.directory
    world.desk.directory = Lossy(real, done=False, blind=True)
    with pytest.raises(Refusal, match="ent-doubt"):
        await confirmed(world, summary)
    world.desk.directory = real
    await confirmed(world, await asked(world, "adjoint", LINE), "adjoint")
    world.wait(minutes=31)

    await doubted.settle(world.desk)

    assert sorted(await acts(world)) == [("Nils Aubert", "declined"), ("Nils Aubert", "done")]
