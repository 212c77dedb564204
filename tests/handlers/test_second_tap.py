"""The last button of a conversation, tapped again: it says what was done, and does nothing twice."""

from __future__ import annotations

from tests.handlers.conftest import Typed
from tests.handlers.phone import Phone
from tests.handlers.test_topics import delivered
from tests.world import World


async def test_a_request_sent_twice_is_filed_once_and_the_second_tap_reads_its_number(
    typed: Typed, sqlite_world: World
) -> None:
    me = Phone(typed, "eleve")
    await me.write("/assistance")
    await me.press(me.button("mot de passe"))
    await me.write("Je n’y arrive plus")
    send, (row,) = me.button("Envoyer"), await sqlite_world.rows("drafts")
    summary = row["data"]["asked_in"]

    typed.api.refuse("answerCallbackQuery", 429, "Too Many Requests: retry after 9", retry_after=9)
    await me.press(send, summary)
    await me.press(send, summary)

    assert len(await sqlite_world.rows("requests")) == 1
    told = [answer.get("text", "") for answer in typed.api.asked("answerCallbackQuery")]
    assert told[-1].replace("\u00a0", " ").replace("\u202f", " ") == "C’est déjà envoyé : demande n°1."
    await delivered(typed, sqlite_world)
    edits = [edit for edit in typed.api.asked("editMessageText") if int(edit["message_id"]) == summary]
    assert "n°1" in edits[-1]["text"]
    assert not edits[-1].get("reply_markup")
