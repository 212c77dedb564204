"""Somebody with several accounts in one chat: what the courier brings names the account that it is for."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot import texts
from bot.courier import Courier
from bot.delivery.rules.retry import Outcome, Sent
from bot.storage import outbox, people
from bot.storage.work import Work
from bot.terms import Attachment, Notice
from bot.texts import markup
from bot.texts.speech import Speech
from bot.workflows.passwords import codes, handing
from bot.workflows.people import own_data
from bot.workflows.requests import queues, verbs
from bot.workflows.requests.scenes import by_any_account
from tests.world import TELEGRAM, World

MARC = "👤 <b>Marc Delattre</b> (direction de l’école, École Jean-Moulin)\n"


class Chats:
    """Takes all that is sent, and says when so many deliveries were."""

    def __init__(self, enough: int) -> None:
        self.said: dict[int, list[str]] = {}
        self.edits: list[str] = []
        self.menus: dict[int, list[str]] = {}
        self.stop = asyncio.Event()
        self._left = enough

    async def say(self, chat_id: int, speech: Speech, topic: int = 0) -> Outcome:
        self.said.setdefault(chat_id, []).append(speech.text)
        return self._took(Sent(5000 - self._left))

    async def edit(self, chat_id: int, message_id: int, speech: Speech) -> Outcome:
        self.edits.append(speech.text)
        return self._took(Sent(message_id))

    async def files(self, chat_id: int, attachments: Sequence[Attachment], topic: int = 0) -> Outcome:
        return self._took(Sent(1))

    async def delete(self, chat_id: int, message_id: int) -> Outcome:
        return self._took(Sent())

    async def menu(self, chat_id: int, commands: Sequence[tuple[str, str]]) -> Outcome:
        self.menus[chat_id] = [name for name, _ in commands]
        return self._took(Sent())

    async def bare(self, chat_id: int, message_id: int) -> Outcome:
        return Sent(message_id)

    async def document(self, chat_id: int, name: str, body: bytes, topic: int = 0) -> Outcome:
        return Sent(1)

    async def leave(self, chat_id: int) -> Outcome:
        return Sent()

    def _took(self, outcome: Outcome) -> Outcome:
        self._left -= 1
        if self._left == 0:
            self.stop.set()
        return outcome


async def delivered(world: World) -> Chats:
    """Has a courier bring all that is queued; returns what it brought."""
    chats = Chats(len(await world.rows("outbox", state="queued")))
    async with asyncio.timeout(20):
        await Courier(world.desk, chats).run(chats.stop)
    return chats


async def parent_and_director(world: World) -> None:
    """The director of Jean-Moulin writes for an account of a parent; nothing is queued any more."""
    await world.enrol("parent2", TELEGRAM["directeur"])
    await world.carry()


async def test_a_new_request_says_for_which_of_my_accounts_it_is(world: World) -> None:
    await parent_and_director(world)
    await world.file("eleve")

    said = (await delivered(world)).said

    assert [text.startswith(MARC) for text in said[TELEGRAM["directeur"]]] == [True]
    assert not any("👤 <b>Nadia" in text for text in said[TELEGRAM["adjoint"]])  # she has one account


async def test_a_card_that_is_edited_in_place_goes_on_saying_whose_it_is(world: World) -> None:
    number = await world.file("eleve")
    await world.carry()
    await parent_and_director(world)
    await world.act("adjoint", verbs.take, number)

    edits = (await delivered(world)).edits

    assert sum(text.startswith(MARC) for text in edits) == 1
    assert len(edits) > 1


async def test_a_card_full_of_words_still_fits_below_the_line_that_names_the_account(world: World) -> None:
    await parent_and_director(world)
    number = await world.file("eleve", text="Bonjour. " * 400)
    for _ in range(4):
        await world.act("adjoint", verbs.speak, number, world.saying("adjoint", "Bien reçu. " * 300))

    told = (await delivered(world)).said[TELEGRAM["directeur"]]

    assert all(text.startswith(MARC) for text in told)
    assert max(markup.length(text) for text in told) <= markup.LIMIT


async def test_the_menu_of_a_chat_has_the_commands_of_all_its_accounts(world: World) -> None:
    await world.carry()
    await world.enrol("parent2", TELEGRAM["directeur"])

    menus = (await delivered(world)).menus

    assert {"blocage", "code", "assistance"} <= set(menus[TELEGRAM["directeur"]])


async def test_an_answer_said_later_keeps_the_account_that_it_names(world: World) -> None:
    number = await world.file("eleve")
    await parent_and_director(world)
    said: Notice = await world.act("directeur", by_any_account(verbs.take), number)
    assert said.hat
    assert said.hat["name"] == "Marc Delattre"
    await world.carry()

    def later(work: Work) -> None:
        outbox.say_later(work, TELEGRAM["directeur"], said, "fr")

    await world.desk.do(world.cause(), later)
    (text,) = (await delivered(world)).said[TELEGRAM["directeur"]]

    assert text.startswith("👤 <b>Marc Delattre</b> (direction de l’école)\n")


async def test_the_code_that_is_handed_to_me_says_for_which_of_my_accounts(world: World) -> None:
    number = await world.file("parent")
    await world.enrol("enseignant", TELEGRAM["parent"])
    marc = await world.person("directeur")
    await codes.give_code(world.desk, world.cause(), world.caller("directeur"), "parent", number)
    (deed,) = await world.rows("interventions")
    heir = await world.person("parent")

    caller = world.caller("directeur")
    assert marc.speaking
    await handing.hand_over(world.desk, world.cause(), caller, deed["id"], heir.id, "ABCD2345")

    (secret,) = [notice for chat, notice in world.whispers if chat == TELEGRAM["parent"]]
    assert secret.hat
    assert secret.hat["name"] == "Sophie Caron"


async def test_erasing_my_only_account_names_none(world: World) -> None:
    said = await world.act("parent", own_data.erase)

    assert not said.hat


async def test_my_requests_tell_two_accounts_of_the_same_name_apart(world: World) -> None:
    await world.twin("enseignant", "yann.bis")
    await world.file("enseignant", "compte")
    await world.enrol("yann.bis", TELEGRAM["enseignant"])
    await world.file("enseignant", "contenu")

    lines = (await world.act("enseignant", queues.mine)).facts["lines"]

    assert [line["account"] for line in lines] == ["Yann", "Yann"]
    assert [line["hat"]["place"] for line in lines] == ["yann.bis", "enseignant"]  # all else is the same


async def test_my_requests_as_a_teacher_and_as_a_parent_of_that_name_say_which(world: World) -> None:
    teacher = await world.person("enseignant")
    await world.enrol("aurelie.martin", TELEGRAM["enseignant"])
    parent = await world.person("aurelie.martin")

    def rename(work: Work) -> None:
        people.change(work, parent, name=teacher.name)

    await world.desk.put(rename)
    await world.file("enseignant", "contenu")

    (line,) = (await world.act("enseignant", queues.mine)).facts["lines"]
    said = texts.word(await world.act("enseignant", queues.mine), "fr").text

    assert line["hat"]["function"] == "relative"
    assert "· Yann (parent, École Jean-Moulin)" in said
