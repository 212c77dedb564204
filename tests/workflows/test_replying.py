"""Replies: words in reply to a message of the chat do what that message invites to."""

from __future__ import annotations

import pytest

from bot.storage import bots
from bot.terms import Notice, Refusal, Status, Voice
from bot.workflows.requests import cards, prompts, verbs
from tests.workflows import wall
from tests.workflows.steps import album, escalated, filed
from tests.world import PHOTO, World


async def voices(world: World, number: int) -> list[tuple[str, Voice]]:
    """Each message of the exchange after the first, and what it is."""
    return [(message.text, message.voice) for message in (await world.exchange(number))[1:]]


def kind(notice: Notice | None) -> str:
    """The kind of what was answered."""
    assert notice is not None
    return notice.kind


async def test_a_reply_to_a_note_is_a_note_which_the_family_never_reads(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.take, number)
    await world.act("adjoint", verbs.note, number, world.saying("adjoint", "La maman est en colère"))

    said = await world.say("directeur", "Je la rappelle ce soir", reply_to=await world.at("directeur", "noted"))

    assert kind(said) == "done_noted"
    assert (await voices(world, number))[-1] == ("Je la rappelle ce soir", Voice.NOTE)
    assert "answered" not in await world.told("eleve")


async def test_a_reply_to_the_picture_of_a_note_is_a_note(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.take, number)
    await world.act("adjoint", verbs.note, number, world.saying("adjoint", "", PHOTO))
    await world.carry()
    pictures = [
        row for row in await world.rows("outbox", kind="files") if row["chat_id"] == world.telegram["directeur"]
    ]

    await world.say("directeur", "Ne pas montrer", reply_to=pictures[-1]["message_id"])

    assert (await voices(world, number))[-1] == ("Ne pas montrer", Voice.NOTE)


async def test_a_reply_to_the_question_for_a_note_is_a_note_after_another_button_too(world: World) -> None:
    first, _ = await filed(world)
    second = await world.file("parent")
    asked = await world.said("directeur", await world.asked("directeur", prompts.prompt, "note", first))
    await world.said("directeur", await world.asked("directeur", prompts.prompt, "answer", second))

    await world.say("directeur", "Vu au téléphone", reply_to=asked)

    assert await voices(world, first) == [("Vu au téléphone", Voice.NOTE)]
    assert await voices(world, second) == []


async def test_a_reply_to_the_picture_of_an_answer_is_an_answer_in_its_exchange(world: World) -> None:
    number, _ = await filed(world)
    await world.say("eleve", "", PHOTO, reply_to=await world.at("eleve", "filed"))
    await world.carry()
    pictures = await world.rows("outbox", kind="files", chat_id=world.telegram["directeur"])

    await world.say("directeur", "Merci pour la photo", reply_to=pictures[-1]["message_id"])

    assert (await voices(world, number))[-1] == ("Merci pour la photo", Voice.ANSWER)


async def test_a_reply_to_a_receipt_is_one_more_word_of_the_same_sort(world: World) -> None:
    number, _ = await filed(world)
    noted = await world.act("directeur", verbs.note, number, world.saying("directeur", "À voir"))

    await world.say("directeur", "Avec la mairie", reply_to=await world.said("directeur", noted))

    assert (await voices(world, number))[-1] == ("Avec la mairie", Voice.NOTE)


async def test_a_reply_to_ones_own_message_does_what_a_reply_to_its_receipt_does(world: World) -> None:
    number, _ = await filed(world)
    note = world.saying("directeur", "À voir")
    await world.act("directeur", verbs.note, number, note)
    assert note.origin is not None

    await world.say("directeur", "Avec la mairie", reply_to=note.origin.message_id)

    assert (await voices(world, number))[-1] == ("Avec la mairie", Voice.NOTE)


async def test_a_reply_to_what_one_sent_on_asks_whom_it_is_for(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 1)
    card = await world.asked(
        "directeur", prompts.say, "answer", number, world.saying("directeur", "Léa rentre lundi")
    )
    assert card.kind == "ask_towards"
    assert [key.target.partition(":")[2] for row in card.buttons for key in row if key.action == "towards"] == [
        "family",
        "above",
    ]

    above = await world.press("directeur", "towards", "above")

    assert kind(above) == "done_noted"
    assert (await voices(world, number))[-1] == ("Léa rentre lundi", Voice.NOTE)
    assert "noted" in await world.told("erun")
    assert "replied" not in await world.told("eleve")


async def test_words_to_the_family_of_a_request_sent_on_do_not_end_the_wait_for_its_answer(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 1)
    await world.act("erun", verbs.ask, number, world.saying("erun", "Quel navigateur ?"))
    await world.say("directeur", "Vous pouvez regarder ?", reply_to=await world.at("directeur", "asked"))

    await world.press("directeur", "towards", "family")

    assert (await world.request(number)).status is Status.WAITING
    assert "replied" in await world.told("eleve")


async def test_words_to_the_agents_above_answer_their_question(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 1)
    await world.act("erun", verbs.ask, number, world.saying("erun", "Quel navigateur ?"))
    await world.say("directeur", "Firefox", reply_to=await world.at("directeur", "asked"))

    await world.press("directeur", "towards", "above")

    assert (await world.request(number)).status is Status.OPEN


async def test_a_reply_to_a_report_is_refused_and_files_nothing(world: World) -> None:
    await wall.told(world)
    (screen, *_) = await world.rows("screens", chat_id=world.telegram["directeur"])

    with pytest.raises(Refusal) as met:
        await world.say("directeur", "Je regarde", reply_to=screen["message_id"])

    assert met.value.reason == "no-reply"
    assert await world.rows("requests") == []
    assert await world.rows("drafts") == []


async def test_a_reply_to_an_unknown_message_is_offered_not_taken_for_the_question(world: World) -> None:
    number, _ = await filed(world)
    await world.said("directeur", await world.asked("directeur", prompts.prompt, "answer", number))

    said = await world.say("directeur", "Je regarde demain", reply_to=4242)

    assert kind(said) == "offer"
    assert await voices(world, number) == []


async def test_a_reply_goes_to_no_request_of_another_bot(world: World) -> None:
    world.desk.bot = 1
    await world.desk.put(bots.begin)
    number, _ = await filed(world)
    card = await world.at("directeur", "card")
    mine = world.saying("eleve", "Un mot de plus")
    await world.act("eleve", verbs.speak, number, mine)
    assert mine.origin is not None

    world.desk.bot = 2
    await world.desk.put(bots.begin)
    said = await world.say("directeur", "Le code est prêt", reply_to=card)
    edited = await world.edit("eleve", mine.origin, "Autre chose")

    assert kind(said) == "offer"
    assert kind(edited) == "edit_of_nothing"
    assert await voices(world, number) == [("Un mot de plus", Voice.ANSWER)]


async def test_another_bot_edits_no_card_and_sends_no_file_of_the_first(world: World) -> None:
    world.desk.bot = 1
    number, _ = await filed(world)
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "", PHOTO))
    await world.at("directeur", "card")
    mark = await world.mark()

    world.desk.bot = 2
    await world.act("directeur", verbs.take, number)
    with pytest.raises(Refusal) as met:
        await world.act("directeur", cards.send_files, number)

    assert met.value.reason == "files-of-another-bot"
    assert [row["kind"] for row in await world.letters("directeur", mark)] == []


async def test_a_message_of_the_new_bot_takes_the_place_of_one_with_its_number(world: World) -> None:
    world.desk.bot = 1
    first, _ = await filed(world)
    card = await world.at("directeur", "card")
    world.desk.bot = 2
    second = await world.file("parent")
    world.number(card)  # the new bot numbers its messages from the beginning

    again = await world.at("directeur", "card")
    await world.say("directeur", "Bonjour", reply_to=again)

    assert again == card
    assert await voices(world, second) == [("Bonjour", Voice.ANSWER)]
    assert await voices(world, first) == []


async def test_what_an_agent_answers_on_a_request_that_a_colleague_holds_waits_until_they_know(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.take, number)
    await world.said("directeur", await world.asked("directeur", prompts.prompt, "answer", number))
    card = await world.at("adjoint", "card")

    asked = await world.say("adjoint", "Bonjour Inès", reply_to=card)

    assert asked is not None
    assert asked.kind == "ask_held"
    assert (asked.facts["holder"], asked.facts["writing"]) == ("Marc Delattre", True)
    assert await voices(world, number) == []
    assert kind(await world.press("adjoint", "send_all_the_same")) == "done_answered"
    assert await voices(world, number) == [("Bonjour Inès", Voice.ANSWER)]


async def test_the_holder_learns_what_a_colleague_does_and_stays_the_holder(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.take, number)
    holder = (await world.request(number)).holder
    mark = await world.mark()

    await world.act("adjoint", verbs.speak, number, world.saying("adjoint", "Bonjour"))
    await world.act("adjoint", verbs.ask, number, world.saying("adjoint", "Quel écran ?"))
    await world.act("adjoint", verbs.acted, number, "code", "Inès D.")
    await world.act("adjoint", verbs.resolve, number)

    assert await world.told("directeur", mark) == ["answered", "asked", "acted", "resolved_by"]
    assert (await world.request(number)).holder == holder


async def test_the_prompt_says_that_a_colleague_holds_the_request_and_does_not_ask_again(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.take, number)

    asked = await world.asked("adjoint", prompts.prompt, "answer", number)
    said = await world.say("adjoint", "Bonjour Inès")

    assert (asked.kind, asked.facts["holder"]) == ("ask_answer", "Marc Delattre")
    assert kind(said) == "done_answered"


async def test_a_second_picture_of_a_reply_waits_with_the_first(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.take, number)
    card = await world.at("adjoint", "card")
    await world.say("adjoint", "Voici", album(1), reply_to=card)
    second = await world.say("adjoint", "", album(2), reply_to=card)
    await world.press("adjoint", "send_all_the_same")

    assert second is None
    assert [len(message.files) for message in (await world.exchange(number))[1:]] == [2]
