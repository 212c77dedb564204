"""Guided conversations: each can be cancelled, gone back in and edited, ends in time, and mixes with no other."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bot.storage import drafts
from bot.storage.engine import open_records
from bot.terms import Notice, Refusal, Saying
from bot.workflows.blocks import whole
from bot.workflows.conversations import course
from bot.workflows.conversations.course import Conversations
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Turn
from bot.workflows.nouns import CONVERSATIONS, NOUNS
from bot.workflows.requests import filing, offering
from tests.workflows.openers import openers
from tests.workflows.steps import actions, pressed
from tests.world import World

OPENERS = openers()
NAMES = sorted(OPENERS)


async def opened(world: World, name: str) -> Notice:
    """The first question of that conversation."""
    asked = await OPENERS[name].begin(world)
    assert asked is not None
    return asked


def test_every_conversation_is_looked_at_here() -> None:
    assert {talk.name for noun in NOUNS for talk in noun.conversations} == set(OPENERS)


@pytest.mark.parametrize("name", NAMES)
async def test_a_conversation_can_be_left_by_its_button(sqlite_world: World, name: str) -> None:
    world = sqlite_world
    asked = await opened(world, name)
    assert actions(asked)[-1] == "cancel"

    said = await world.act(OPENERS[name].key, CONVERSATIONS.cancel, pressed(asked, "cancel"))

    assert said.kind == "cancelled"
    assert not await world.rows("drafts")


@pytest.mark.parametrize("name", NAMES)
async def test_a_conversation_ends_by_itself_after_its_time(sqlite_world: World, name: str) -> None:
    world = sqlite_world
    await opened(world, name)
    (row,) = await world.rows("drafts")
    (waits,) = {talk.waits for noun in NOUNS for talk in noun.conversations if talk.name == name}
    life = world.desk.policy.waits[waits].life

    world.wait(seconds=life.total_seconds() - 1)
    assert await world.desk.see(world.caller(OPENERS[name].key), CONVERSATIONS.under_way) is not None
    world.wait(seconds=2)

    assert row["step"] == name
    assert await world.desk.see(world.caller(OPENERS[name].key), CONVERSATIONS.under_way) is None
    said = await world.say(OPENERS[name].key, "Bonjour, une autre question")
    assert said is not None
    assert (said.kind, said.facts["text"]) == ("offer", "Bonjour, une autre question")


@pytest.mark.parametrize("name", [name for name in NAMES if name != "offer"])  # further words are added to an offer
async def test_a_button_of_an_earlier_conversation_ends_or_answers_no_later_one(
    sqlite_world: World, name: str
) -> None:
    world = sqlite_world
    first = await opened(world, name)
    await opened(world, name)
    (row,) = await world.rows("drafts")

    said = await world.act(OPENERS[name].key, CONVERSATIONS.cancel, pressed(first, "cancel"))

    assert said.kind == "nothing_to_cancel"
    assert [kept["data"]["serial"] for kept in await world.rows("drafts")] == [row["data"]["serial"]]
    for button in (key for line in first.buttons for key in line if key.action in CONVERSATIONS.actions):
        serial, _, value = button.target.partition(":")
        with pytest.raises(Refusal, match="old-button"):
            await world.press(OPENERS[name].key, button.action, value, serial)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "offer"])
async def test_annuler_typed_alone_leaves_a_conversation(sqlite_world: World, name: str) -> None:
    await opened(sqlite_world, name)

    said = await sqlite_world.say(OPENERS[name].key, "Annuler.")

    assert said is not None
    assert said.kind == "cancelled"
    assert not await sqlite_world.rows("drafts")


async def test_a_conversation_that_asks_the_ent_can_be_begun_within_a_transaction(world: World) -> None:
    asked = await world.asked("directeur", course.begin, whole.CAMPAIGN, whole.Order(True))

    assert asked.kind == "campaign_profile"


async def test_an_answer_that_is_wrong_changes_nothing(world: World) -> None:
    await whole.ask(world.desk, world.cause(), world.caller("directeur"), "", True)
    before = await world.rows("drafts")

    with pytest.raises(Refusal, match="unknown-profile"):
        await world.say("directeur", "les pompiers")

    assert await world.rows("drafts") == before


async def test_another_replica_goes_on_with_a_conversation(inhabited_url: str) -> None:
    records = [open_records(inhabited_url) for _ in range(2)]
    first, second = (World(one) for one in records)
    second.cause = lambda: f"second:{first.cause()}"  # type: ignore[method-assign]
    try:
        await first.asked("eleve", filing.start, "", Saying())
        await second.press("eleve", "category", "connexion")
        await first.say("eleve", "Mot de passe oublié")
        assert await second.press("eleve", "send") is None
        assert len(await first.rows("requests")) == 1
    finally:
        for one in records:
            await one.close()


async def test_a_conversation_kept_by_an_earlier_version_is_none(world: World) -> None:
    where = world.caller("eleve")
    older = drafts.Draft("filing", {"category": "", "text": "Bonjour", "files": [], "place": "", "whom": 0})
    await world.desk.put(drafts.save, where.chat_id, where.telegram_id, older)

    said = await world.say("eleve", "Je n'y arrive pas")

    assert said is not None
    assert said.kind == "offer"


async def test_an_account_that_is_another_persons_by_now_goes_on_with_nothing(world: World) -> None:
    await world.asked("eleve", filing.start, "", Saying())
    await world.enrol("eleve", 6_000_002)
    world.telegram["eleve"] = 5_000_001

    with pytest.raises(Refusal, match="unlinked"):
        await world.say("eleve", "Mot de passe oublié")


@dataclass(slots=True)
class Drink:
    """What somebody orders."""

    what: str = ""
    sugar: str = ""


def _sweeten(draft: Drink) -> None:
    draft.sugar = "none"


def _hear(_turn: Turn, draft: Drink, saying: Saying) -> bool:
    draft.what, draft.sugar = (saying.text, draft.sugar) if not draft.what else (draft.what, saying.text)
    return True


async def test_a_question_that_may_be_skipped_offers_it(world: World) -> None:
    talk = Conversation(
        "drink",
        Drink,
        (
            Question("what", lambda _, draft: not draft.what, lambda *_: Notice("hello"), _hear),
            Question("sugar", lambda _, draft: not draft.sugar, lambda *_: Notice("hello"), _hear, skip=_sweeten),
        ),
        Waits.ACTS,
        finish=lambda _turn, draft: Notice("hello", {"name": f"{draft.what}, {draft.sugar}"}),
    )
    house = Conversations([talk])
    first = await world.asked("eleve", course.begin, talk, Drink())
    it = await world.desk.see(world.caller("eleve"), house.under_way)
    assert it is not None
    second = await world.asked("eleve", house.hear, it, world.saying("eleve", "Thé"))

    assert (actions(first), actions(second)) == (["cancel"], ["skip", "back", "cancel"])
    with pytest.raises(Refusal, match="old-button"):
        await world.act("eleve", house.press, "send", f"{it.serial}:")
    said = await world.asked("eleve", house.press, "skip", pressed(second, "skip"))
    assert said.facts["name"] == "Thé, none"
    assert not await world.rows("drafts")


def test_two_conversations_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="offer"):
        Conversations([offering.OFFER, Conversation("offer", filing.Filing, (), Waits.ACTS, lambda *_: None)])
