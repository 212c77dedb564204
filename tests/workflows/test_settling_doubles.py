"""Settling a pair: merged or told apart once that is confirmed, asked anew, in doubt, and for a request."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot import texts
from bot.storage import erasing
from bot.terms import Notice, Refusal
from bot.workflows import acting
from bot.workflows.blocks import whole
from bot.workflows.duplicates import cards, doubted, settling
from tests.workflows.doubles import (
    FERHATS,
    GONE,
    KEPT,
    Lossy,
    advised,
    asked,
    change,
    confirmed,
    merged,
    shown,
    there,
)
from tests.workflows.steps import actions, pressed
from tests.world import World


async def acts(world: World) -> list[tuple[str, str, str]]:
    """The acts on the ENT: each act, its account and its state."""
    return [(row["act"], row["account"], row["state"]) for row in await world.rows("interventions")]


async def test_a_merge_is_explained_before_and_done_once_it_is_confirmed(world: World) -> None:
    question = await asked(world, "directeur")

    said = texts.word(question, "fr").text
    assert "Reste\xa0: <b>Zoé Da Silva Pereira</b>" in said
    assert "Une fusion ne s’annule pas" in said
    assert await there(world, GONE) is not None
    receipt = await confirmed(world, "directeur", question)
    assert (receipt.kind, await there(world, GONE)) == ("accounts_merged", None)
    assert "Zoé Da Silva Pereira" in texts.word(receipt, "fr").text
    assert await acts(world) == [("merge_accounts", GONE, "done")]


async def test_leaving_the_question_merges_nothing(world: World) -> None:
    question = await asked(world, "directeur")
    await world.cancel("directeur")

    with pytest.raises(Refusal, match="already-cancelled"):
        await confirmed(world, "directeur", question)
    assert await there(world, GONE) is not None


async def test_words_confirm_too_and_others_change_nothing(world: World) -> None:
    await asked(world, "directeur")

    with pytest.raises(Refusal, match="pair-confirm"):
        await world.say("directeur", "peut-être")
    said = await world.say("directeur", "je confirme")

    assert said is not None
    assert said.kind == "accounts_merged"


async def test_two_people_told_apart_are_never_proposed_again(world: World) -> None:
    receipt = await confirmed(world, "directeur", await asked(world, "directeur", settling.PART))

    assert receipt.kind == "accounts_parted"
    assert await acts(world) == [("part_accounts", GONE, "done")]
    with pytest.raises(Refusal, match="pair-settled"):
        await shown(world, "directeur")


async def test_an_account_activated_meanwhile_is_not_merged(world: World) -> None:
    question = await asked(world, "directeur")
    await change(world, GONE, activated=True)

    with pytest.raises(Refusal, match="ent-both-active"):
        await confirmed(world, "directeur", question)
    assert await there(world, GONE) is not None
    assert await acts(world) == []


async def test_what_changed_meanwhile_is_asked_anew(world: World) -> None:
    question = await asked(world, "directeur")
    await change(world, GONE, email="zoe@example.org")

    again = await confirmed(world, "directeur", question)
    assert (again.kind, again.facts["anew"]) == ("pair_merge_asked", True)
    assert "quelque chose a changé" in texts.word(again, "fr").text
    assert await there(world, GONE) is not None
    assert (await confirmed(world, "directeur", again)).kind == "accounts_merged"


async def test_of_two_who_confirm_the_second_reads_that_it_is_settled(world: World) -> None:
    first, second = await asked(world, "directeur"), await asked(world, "adjoint")
    await confirmed(world, "directeur", first)

    with pytest.raises(Refusal, match="pair-settled"):
        await confirmed(world, "adjoint", second)


async def test_rights_lost_meanwhile_merge_nothing(world: World) -> None:
    question = await asked(world, "adjoint")
    await world.appoint("adjoint")
    world.wait(minutes=3)

    with pytest.raises(Refusal):
        await confirmed(world, "adjoint", question)
    assert await there(world, GONE) is not None


async def test_a_merge_whose_answer_was_lost_is_read_again(world: World) -> None:
    world.desk.directory = Lossy(world.desk.directory, done=True, deaf=False)

    assert (await merged(world)).kind == "accounts_merged"
    assert await acts(world) == [("merge_accounts", GONE, "done")]


async def test_a_merge_that_was_lost_on_the_way_is_in_doubt_and_then_told(world: World) -> None:
    question = await asked(world, "directeur")
    world.desk.directory = Lossy(world.desk.directory, done=False, deaf=False)
    with pytest.raises(Refusal, match="ent-doubt"):
        await confirmed(world, "directeur", question)
    assert await acts(world) == [("merge_accounts", GONE, "doubt")]
    mark = await world.mark()

    for count in (1, 0):
        assert await doubted.settle(world.desk) == count

    assert await world.told("directeur", mark) == ["settled_after"]
    assert await acts(world) == [("merge_accounts", GONE, "declined")]


async def test_an_ent_that_stays_silent_settles_nothing(world: World) -> None:
    question = await asked(world, "directeur")
    lossy = Lossy(world.desk.directory, done=True, deaf=True)
    world.desk.directory = lossy
    with pytest.raises(Refusal, match="ent-doubt"):
        await confirmed(world, "directeur", question)
    assert await doubted.settle(world.desk) == 0

    lossy.deaf = False
    mark = await world.mark()
    assert await doubted.settle(world.desk) == 1

    assert await acts(world) == [("merge_accounts", GONE, "done")]
    (letter,) = await world.letters("directeur", mark)
    assert letter["payload"]["facts"]["done"]


async def test_who_asked_for_advice_is_told_too_once_a_lost_answer_is_known(world: World) -> None:
    number = await advised(world)
    question = await asked(world, "erun", target=str(number))
    lossy = Lossy(world.desk.directory, done=True, deaf=True)
    world.desk.directory = lossy
    with pytest.raises(Refusal, match="ent-doubt"):
        await confirmed(world, "erun", question)
    lossy.deaf = False
    mark = await world.mark()

    for _ in range(2):
        await doubted.settle(world.desk)

    assert await world.told("directeur", mark) == ["pair_merged"]
    assert await world.told("erun", mark) == ["settled_after"]
    assert [m.text for m in await world.exchange(number)].count("merged Zoé Da Silva Pereira") == 1


async def test_a_process_that_dies_between_is_owned_up_and_then_settled(world: World) -> None:
    question = await asked(world, "directeur")
    dying = Dying(world)
    world.desk.directory = dying
    with pytest.raises(KeyboardInterrupt):
        await confirmed(world, "directeur", question)
    world.desk.directory = dying.directory
    mark = await world.mark()

    world.now += acting.PATIENCE + timedelta(seconds=1)
    await acting.own_up(world.desk)
    await doubted.settle(world.desk)

    assert await world.told("directeur", mark) == ["ent_doubt", "settled_after"]
    assert await acts(world) == [("merge_accounts", GONE, "done")]


class Dying:
    """An ENT that merges, and a process that ends before it reads so."""

    def __init__(self, world: World) -> None:
        self.directory = world.desk.directory

    def __getattr__(self, name: str) -> Any:
        return getattr(self.directory, name)

    async def merge(self, gone: str, kept: str) -> None:
        await self.directory.merge(gone, kept)
        raise KeyboardInterrupt


async def test_advice_is_asked_in_one_tap_and_only_once(world: World) -> None:
    number = await advised(world)

    request = await world.request(number)
    assert (request.category, int(request.level), request.desk) == ("compte", 1, "creil")
    text = (await world.exchange(number))[0].text
    assert "Zoé Pereira (zoe.pereira)" in text
    assert "Zoé Da Silva Pereira (zoe.da-silva-pereira)" in text
    (receipt,) = [one["payload"] for one in await world.letters("directeur") if one["payload"].get("kind") == "filed"]
    assert text in texts.plain(texts.word(Notice("filed", receipt["facts"]), "fr").text)
    with pytest.raises(Refusal, match="advice-asked") as met:
        await advised(world)
    assert met.value.facts == {"number": number}
    assert "open" in actions(await shown(world, "directeur"))


async def test_advice_about_an_account_of_another_school_does_not_name_it(world: World) -> None:
    await world.hats()
    number = await advised(world, "directrice2", FERHATS)

    text = (await world.exchange(number))[0].text
    assert "parent3" in text
    assert "nabil.ferhat" not in text


async def test_the_erun_settles_the_pair_of_the_request_and_its_requester_is_told(world: World) -> None:
    number = await advised(world)
    assert "pair" in actions(await world.card("erun", number))
    mark = await world.mark()

    card = await cards.show(world.desk, world.caller("erun"), str(number))
    assert {"pair_merge", "pair_part", "open"} <= set(actions(card))
    receipt = await confirmed(world, "erun", await asked(world, "erun", target=str(number)))

    assert "resolve" in actions(receipt)
    assert [m.text for m in await world.exchange(number)][-1] == "merged Zoé Da Silva Pereira"
    assert await world.told("directeur", mark) == ["pair_merged"]
    with pytest.raises(Refusal, match="pair-settled"):
        await cards.show(world.desk, world.caller("erun"), str(number))


@pytest.mark.parametrize(("act", "told"), [(settling.MERGE, "pair_merged"), (settling.PART, "pair_parted")])
async def test_who_asked_for_advice_is_told_wherever_the_erun_began(world: World, act: str, told: str) -> None:
    number = await advised(world)
    mark = await world.mark()

    receipt = await confirmed(world, "erun", await asked(world, "erun", act))

    assert pressed(receipt, "resolve") == str(number)
    assert (await world.exchange(number))[-1].text.endswith("Zoé Da Silva Pereira")
    assert await world.told("directeur", mark) == [told]


async def test_who_settles_it_at_the_school_treats_no_request_of_theirs(world: World) -> None:
    await advised(world)

    assert "resolve" not in actions(await merged(world))


async def test_the_pair_of_a_request_is_for_those_who_read_the_request(world: World) -> None:
    number = await advised(world)

    with pytest.raises(Refusal, match="unknown-request"):
        await cards.show(world.desk, world.caller("directrice"), str(number))
    other = await world.file("enseignant", "compte", "Autre chose")
    with pytest.raises(Refusal, match="old-button"):
        await cards.show(world.desk, world.caller("directeur"), str(other))


@pytest.mark.parametrize("account", [GONE, KEPT])
async def test_whoever_erases_their_data_is_nobody_s_duplicate_in_the_records(world: World, account: str) -> None:
    await advised(world)

    await world.desk.put(erasing.forget_account, account)

    assert await world.rows("pairs") == []


async def test_the_question_before_a_whole_profile_is_blocked_says_how_many_pairs_there_are(world: World) -> None:
    question = await whole.ask(world.desk, world.cause(), world.caller("directeur"), "eleves", True)

    assert question is not None
    assert question.facts["pairs"] == 1
    assert "pairs" in actions(question)
    assert "Il y a un doublon à régler d’abord." in texts.word(question, "fr").text
    none = await whole.ask(world.desk, world.cause(), world.caller("directrice"), "eleves", True)
    assert none is not None
    assert "pairs" not in actions(none)
