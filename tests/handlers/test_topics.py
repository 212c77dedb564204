"""Topics of a private chat: what is asked in one is answered in it, at once and later, and never lost with it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.delivery.rules.retry import Sent
from bot.handlers.sending import TelegramSender
from bot.terms import Attachment, Notice
from bot.texts.speech import Speech
from bot.web.client import NotSent
from tests.handlers.conftest import Json, Typed, command
from tests.handlers.phone import Phone
from tests.world import TELEGRAM, World

IN = {"message_thread_id": 700, "is_topic_message": True}
GONE = (
    *("Bad Request: message thread not found", "Bad Request: TOPIC_DELETED", "Bad Request: TOPIC_CLOSED"),
    *("Bad Request: chat is not a forum", "Bad Request: topic not found", "Bad Request: TOPIC_ID_INVALID"),
)


def topics(calls: list[Json], key: str) -> list[int]:
    """The topics to which these calls say something in the persona's chat; 0 for none."""
    return [int(call.get("message_thread_id", 0)) for call in calls if int(call["chat_id"]) == TELEGRAM[key]]


async def delivered(typed: Typed, world: World) -> None:
    """Runs the courier until nothing waits."""
    stop = asyncio.Event()
    running = asyncio.create_task(typed.house.courier.run(stop))
    async with asyncio.timeout(20):
        while any(row["state"] == "queued" for row in await world.rows("outbox")):
            typed.api.arrived.clear()
            await asyncio.wait([asyncio.ensure_future(typed.api.arrived.wait())], timeout=0.2)
    stop.set()
    await running


async def file(phone: Phone, **where: Any) -> None:
    """Files a request."""
    await phone.write("/assistance application La messagerie ne s’ouvre plus.", **where)


async def press(phone: Phone, words: str, **where: Any) -> None:
    """Presses the newest button of these words, in that topic."""
    chat = {"id": TELEGRAM[phone.key], "type": "private"}
    message: Json = {"message_id": 50, "date": 1, "chat": chat, **where}
    query = {"id": "2", "from": command(phone.key, "x")["from"], "data": phone.button(words), "message": message}
    await phone.typed.receive(callback_query=query)


async def test_a_command_in_a_topic_is_answered_there(typed: Typed) -> None:
    await typed.receive(message=command("directeur", "/file") | IN)
    await typed.receive(message=command("directeur", "/file"))
    assert topics(typed.api.asked("sendMessage"), "directeur") == [700, 0]


@pytest.mark.parametrize("text", ["/nothing_of_the_kind", "/prendre 99"])
async def test_a_refusal_is_said_in_the_topic(typed: Typed, text: str) -> None:
    await typed.receive(message=command("directeur", text) | IN)
    assert topics(typed.api.asked("sendMessage"), "directeur") == [700]


async def test_a_thread_of_a_group_is_no_topic_of_ours(typed: Typed) -> None:
    group = {"id": -1007, "type": "supergroup"}
    await typed.receive(message=command("directeur", "/file") | IN | {"chat": group})
    assert typed.api.asked("sendMessage") == []


async def test_an_act_is_answered_in_its_topic_and_everybody_else_in_the_chat_itself(
    typed: Typed, sqlite_world: World
) -> None:
    await file(Phone(typed, "enseignant"), **IN)
    await delivered(typed, sqlite_world)
    sent = typed.api.asked("sendMessage")
    assert set(topics(sent, "enseignant")) == {700}
    assert set(topics(sent, "directeur")) == {0}


async def test_answers_to_a_request_come_where_it_was_filed(typed: Typed, sqlite_world: World) -> None:
    await file(Phone(typed, "enseignant"), **IN)
    await delivered(typed, sqlite_world)
    before = len(typed.api.asked("sendMessage"))
    await Phone(typed, "erun").write("/repondre 1 C’est fait, essayez de nouveau.")
    await delivered(typed, sqlite_world)
    later = typed.api.asked("sendMessage")[before:]
    assert topics(later, "enseignant")
    assert set(topics(later, "enseignant")) == {700}
    assert set(topics(later, "erun")) == {0}


async def test_whoever_goes_on_in_another_topic_is_answered_there(typed: Typed, sqlite_world: World) -> None:
    await file(Phone(typed, "enseignant"), **IN)
    await delivered(typed, sqlite_world)
    before = len(typed.api.asked("sendMessage"))
    await Phone(typed, "enseignant").write("/repondre 1 C’est urgent.", message_thread_id=800)
    await delivered(typed, sqlite_world)
    assert set(topics(typed.api.asked("sendMessage")[before:], "enseignant")) == {800}


async def test_the_data_of_a_person_come_in_their_topic(typed: Typed) -> None:
    phone = Phone(typed, "directeur")
    await phone.write("/mesdonnees", **IN)
    await press(phone, "Exporter", **IN)
    assert topics(typed.api.asked("sendDocument"), "directeur") == [700]


@pytest.mark.parametrize("reason", GONE)
async def test_what_was_for_a_topic_that_is_gone_is_said_in_the_chat(typed: Typed, reason: str) -> None:
    sender = TelegramSender(typed.house.bot, NotSent)
    photo = Attachment("photo", "p", "p")
    typed.api.refuse("sendMessage", 400, reason)
    typed.api.refuse("sendPhoto", 400, reason)
    typed.api.refuse("sendDocument", 400, reason)
    typed.api.refuse("sendMediaGroup", 400, reason)
    assert isinstance(await sender.say(7, Speech("Bonjour"), 700), Sent)
    assert isinstance(await sender.files(7, [photo], 700), Sent)
    assert isinstance(await sender.files(7, [photo, photo], 700), Sent)
    assert isinstance(await sender.document(7, "a.json", b"{}", 700), Sent)
    typed.api.refuse("sendMessage", 400, reason)
    assert await typed.house.desk.whisper(7, Notice("code_coming", secret=True), topic=700)
    for method in ("sendMessage", "sendPhoto", "sendDocument", "sendMediaGroup"):
        assert [call.get("message_thread_id") for call in typed.api.asked(method)][:2] == [700, None] or method == (
            "sendDocument"
        )


async def test_a_question_whose_topic_is_gone_is_answered_where_it_was_said(typed: Typed) -> None:
    phone = Phone(typed, "enseignant")
    typed.api.refuse("sendMessage", 400, "Bad Request: message thread not found")
    await phone.write("/assistance application", **IN)
    await phone.write("La messagerie ne s’ouvre plus.")
    assert topics(typed.api.asked("sendMessage"), "enseignant") == [700, 0, 0]
    assert phone.button("Envoyer")
