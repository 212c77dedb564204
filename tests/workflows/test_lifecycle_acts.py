"""Taking and answering a request, and what every act records and tells."""

from __future__ import annotations

import pytest

from bot.storage import requests
from bot.terms import Act, Refusal, Status, Voice
from bot.workflows.requests import prompts, verbs
from bot.workflows.requests.events import EVENTS
from tests.workflows.steps import filed, resolved
from tests.world import PHOTO, World

# Taking and answering


async def test_taking_opens_the_request_and_tells_its_requester(world: World) -> None:
    number, mark = await filed(world)

    await world.act("directeur", verbs.take, number)

    request = await world.request(number)
    assert (request.status, request.holder) == (Status.OPEN, (await world.person("directeur")).id)
    assert await world.everybody_told(mark) == {"eleve": ["taken"]}


async def test_who_takes_second_is_told_who_holds_it(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.take, number)

    refusal = await world.refused("adjoint", verbs.take, number)

    assert (refusal.reason, refusal.facts["name"]) == ("held", "Marc Delattre")


async def test_taking_what_one_holds_already_changes_nothing(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.take, number)

    assert (await world.act("directeur", verbs.take, number)).kind == "done_already_yours"
    assert (await world.request(number)).version == 2


@pytest.mark.parametrize("key", ["eleve", "parent", "enseignant", "erun", "directrice", "danei", "editeur"])
async def test_nobody_but_an_agent_of_the_desk_takes(sqlite_world: World, key: str) -> None:
    number, _ = await filed(sqlite_world)

    refusal = await sqlite_world.refused(key, verbs.take, number)

    assert refusal.reason == ("agents-only" if key == "eleve" else "unknown-request")


async def test_answering_makes_the_agent_hold_the_request(world: World) -> None:
    number, mark = await filed(world)

    await world.act("adjoint", verbs.speak, number, world.saying("adjoint", "Essayez ce lien"))

    request = await world.request(number)
    assert (request.status, request.holder) == (Status.OPEN, (await world.person("adjoint")).id)
    assert await world.everybody_told(mark) == {"eleve": ["answered"]}


async def test_an_answer_needs_words_or_files(world: World) -> None:
    number, _ = await filed(world)

    refusal = await world.refused("directeur", verbs.speak, number, world.saying("directeur"))

    assert refusal.reason == "text-needed"


async def test_files_travel_with_an_answer(world: World) -> None:
    number, mark = await filed(world)

    await world.act("directeur", verbs.speak, number, world.saying("directeur", "Voici", PHOTO))

    assert await world.told("eleve", mark) == ["answered", "files"]


async def test_a_question_waits_and_the_reply_brings_the_request_back_to_its_holder(world: World) -> None:
    number, mark = await filed(world)

    await world.act("directeur", verbs.ask, number, world.saying("directeur", "Depuis quand ?"))
    assert (await world.request(number)).status is Status.WAITING
    assert await world.everybody_told(mark) == {"eleve": ["asked"]}

    mark = await world.mark()
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Lundi"))
    assert (await world.request(number)).status is Status.OPEN
    assert await world.everybody_told(mark) == {"directeur": ["replied"]}
    voices = [message.voice for message in await world.exchange(number)]
    assert voices == [Voice.ANSWER, Voice.QUESTION, Voice.ANSWER]


async def test_an_agents_further_word_keeps_waiting_for_the_requester(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.ask, number, world.saying("directeur", "Depuis quand ?"))

    await world.act("directeur", verbs.speak, number, world.saying("directeur", "Et sur quel appareil ?"))

    assert (await world.request(number)).status is Status.WAITING


async def test_a_reply_before_anybody_took_the_request_goes_to_the_whole_desk(world: World) -> None:
    number, mark = await filed(world)

    await world.act("eleve", verbs.speak, number, world.saying("eleve", "C'est urgent"))

    assert (await world.request(number)).status is Status.NEW
    assert await world.everybody_told(mark) == {"directeur": ["replied"], "adjoint": ["replied"]}


# What every act leaves behind


async def test_each_act_is_written_down_with_who_did_it(world: World) -> None:
    number, _ = await resolved(world)
    await world.act("eleve", verbs.confirm, number)

    marc, ines = (await world.person("directeur")).id, (await world.person("eleve")).id
    done = [(event.person, event.act) for event in await world.desk.look(requests.events, number)]
    assert done == [(ines, "file"), (marc, Act.TAKE), (marc, Act.RESOLVE), (ines, Act.CONFIRM)]


async def test_a_refused_act_changes_nothing(world: World) -> None:
    number, mark = await filed(world)

    with pytest.raises(Refusal):
        await world.act("directeur", verbs.confirm, number)

    assert (await world.request(number)).version == 1
    assert not await world.everybody_told(mark)


async def test_words_asked_for_by_a_button_become_that_act(world: World) -> None:
    number, _ = await filed(world)

    asked = await world.asked("directeur", prompts.prompt, "ask", number)
    await world.say("directeur", "Depuis quand ?")

    assert asked.kind == "ask_ask"
    assert (await world.request(number)).status is Status.WAITING


async def test_a_button_whose_act_is_impossible_asks_for_no_words(world: World) -> None:
    number, _ = await resolved(world)

    assert (await world.refused("directeur", prompts.prompt, "escalate", number)).reason == "not-now"
    assert not await world.rows("drafts")


async def test_a_button_resolves_with_a_word_that_the_requester_reads(world: World) -> None:
    number, mark = await filed(world)

    asked = await world.asked("directeur", prompts.prompt, "conclude", number)
    await world.say("directeur", "Le mot de passe est changé")

    assert asked.kind == "ask_conclude"
    assert (await world.request(number)).status is Status.RESOLVED
    [letter] = await world.letters("eleve", mark)
    assert letter["payload"]["facts"]["text"] == "Le mot de passe est changé"


async def test_resolving_with_a_word_asks_for_none_where_it_cannot_be_done(world: World) -> None:
    number, _ = await resolved(world)

    assert (await world.refused("directeur", prompts.prompt, "conclude", number)).reason == "not-now"


# One tap from each notice to what is likely done next


async def keys(world: World, key: str, mark: int) -> list[str]:
    """The actions of the buttons under the one notice that was queued for that persona."""
    [letter] = [row for row in await world.letters(key, mark) if row["kind"] == "notice"]
    return [button["action"] for row in letter["payload"]["buttons"] for button in row]


async def test_a_reply_and_a_reopening_lead_to_answer_resolve_and_the_card(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.take, number)
    mark = await world.mark()
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "C'est urgent"))
    assert await keys(world, "directeur", mark) == ["answer", "resolve", "show"]

    await world.act("directeur", verbs.resolve, number)
    mark = await world.mark()
    await world.act("eleve", verbs.reopen, number)

    assert await keys(world, "directeur", mark) == ["answer", "resolve", "show"]


async def test_a_note_leads_to_a_note_and_the_card(world: World) -> None:
    number, mark = await filed(world)

    await world.act("directeur", verbs.note, number, world.saying("directeur", "Vu au téléphone"))

    assert await keys(world, "adjoint", mark) == ["note", "show"]


async def test_a_confirmation_leads_its_holder_to_the_card(world: World) -> None:
    number, mark = await resolved(world)

    await world.act("eleve", verbs.confirm, number)

    assert await keys(world, "directeur", mark) == ["show"]


def test_every_notice_of_an_event_leads_somewhere() -> None:
    told = [(event.name, tell) for event in EVENTS for tell in event.tells if not tell.card]
    assert told
    assert not [(name, tell.whom) for name, tell in told if not tell.keys]
