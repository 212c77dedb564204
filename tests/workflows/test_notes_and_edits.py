"""Notes among agents, edits, late files, long texts."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bot.storage import requests
from bot.terms import Attachment, Origin, Status
from bot.workflows import intake
from bot.workflows.requests import amending, verbs
from bot.workflows.requests.telling import PIECE
from tests.workflows.steps import album, escalated, filed, identities, merged
from tests.world import PHOTO, TELEGRAM, World

# Notes


async def test_a_note_reaches_neither_the_requester_nor_followers(world: World) -> None:
    _, other = await merged(world)
    mark = await world.mark()

    await world.act("directeur", verbs.note, other, world.saying("directeur", "À surveiller", PHOTO))

    assert await world.everybody_told(mark) == {"adjoint": ["noted", "files"]}
    for key in ("parent", "eleve"):
        assert "surveiller" not in json.dumps(dict((await world.card(key, other)).facts))


async def test_every_agent_who_sees_the_request_reads_its_notes(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", verbs.note, number, world.saying("directeur", "À surveiller"))
    await escalated(world, number, 1)

    for key in ("adjoint", "erun"):
        texts = [line["text"] for line in (await world.card(key, number)).facts["exchange"]]
        assert "À surveiller" in texts


async def test_the_requester_writes_no_note(world: World) -> None:
    number, _ = await filed(world)

    assert (await world.refused("eleve", verbs.note, number, world.saying("eleve", "x"))).reason == "agents-only"


async def test_a_note_leaves_the_status_as_it_was(world: World) -> None:
    number, _ = await filed(world)

    await world.act("directeur", verbs.note, number, world.saying("directeur", "Vu"))

    request = await world.request(number)
    assert (request.status, request.holder) == (Status.NEW, None)


# Edits, late files, long texts


async def test_an_edit_is_carried_over_marked_and_told(world: World) -> None:
    number, mark = await filed(world)
    said = world.saying("eleve", "J'ai oublier mon code")
    await world.act("eleve", verbs.speak, number, said)

    assert said.origin is not None
    await world.edit("eleve", said.origin, "J'ai oublié mon code")

    message = (await world.exchange(number))[-1]
    assert (message.text, message.edited_at) == ("J'ai oublié mon code", world.now)
    assert (await world.card("directeur", number)).facts["exchange"][-1]["edited"] is True
    assert await world.told("directeur", mark) == ["replied", "edited"]


async def test_what_an_edit_replaced_stays_in_the_audit(world: World) -> None:
    number, _ = await filed(world)
    said = world.saying("eleve", "Avant")
    await world.act("eleve", verbs.speak, number, said)
    assert said.origin is not None
    await world.edit("eleve", said.origin, "Après")

    event = (await world.desk.look(requests.events, number))[-1]
    assert (event.act, event.facts["before"], event.facts["text"]) == ("edit", "Avant", "Après")


async def test_an_edited_note_is_not_told_to_the_requester(world: World) -> None:
    number, mark = await filed(world)
    said = world.saying("directeur", "Confidentiel")
    await world.act("directeur", verbs.note, number, said)

    assert said.origin is not None
    await world.edit("directeur", said.origin, "Très confidentiel")

    assert await world.everybody_told(mark) == {"adjoint": ["noted", "noted"]}


async def test_nobody_edits_what_another_wrote(world: World) -> None:
    number, _ = await filed(world)
    said = world.saying("eleve", "Mes mots")
    await world.act("eleve", verbs.speak, number, said)

    assert said.origin is not None
    await world.edit("directeur", said.origin, "Ses mots")

    assert (await world.exchange(number))[-1].text == "Mes mots"


async def test_an_edit_of_anything_else_is_let_be(world: World) -> None:
    number, mark = await filed(world)

    await world.edit("eleve", Origin(TELEGRAM["eleve"], 9_999), "Bonjour")

    assert (await world.request(number)).version == 1
    assert not await world.everybody_told(mark)


async def test_a_late_member_of_an_album_joins_its_answer_and_reaches_who_was_told(world: World) -> None:
    number, mark = await filed(world)
    first, late = (world.saying("directeur", text, album(n)) for n, text in enumerate(("Voici", "")))
    await world.act("directeur", verbs.speak, number, first)

    assert await intake.say(world.desk, world.cause(), world.caller("directeur"), late, None) is None

    assert len((await world.exchange(number))[-1].files) == 2
    assert await world.told("eleve", mark) == ["answered", "files", "files"]


async def test_a_late_member_of_a_notes_album_stays_among_agents(world: World) -> None:
    number, mark = await filed(world)
    first, late = (world.saying("directeur", text, album(n)) for n, text in enumerate(("Vu", "")))
    await world.act("directeur", verbs.note, number, first)

    await intake.say(world.desk, world.cause(), world.caller("directeur"), late, None)

    assert await world.everybody_told(mark) == {"adjoint": ["noted", "files", "files"]}


@pytest.mark.parametrize(("voice", "told"), [("speak", "answered"), ("note", "noted"), ("ask", "asked")])
async def test_words_of_a_late_member_of_an_album_are_kept_and_told_to_the_same_people(
    world: World, voice: str, told: str
) -> None:
    number, mark = await filed(world)
    first, late = (world.saying("directeur", text, album(n)) for n, text in enumerate(("Un", "Deux")))
    await world.act("directeur", getattr(verbs, voice), number, first)
    readers = await world.everybody_told(mark)

    assert await intake.say(world.desk, world.cause(), world.caller("directeur"), late, None) is None

    one, two = (await world.exchange(number))[-2:]
    assert [(one.text, len(one.files)), (two.text, len(two.files))] == [("Un", 1), ("Deux", 1)]
    assert one.voice is two.voice
    assert await world.everybody_told(mark) == {key: kinds * 2 for key, kinds in readers.items()}
    assert told in next(iter(readers.values()))


@pytest.mark.parametrize("carried", [False, True])
async def test_an_album_whose_words_come_with_its_second_file_is_told_once(world: World, carried: bool) -> None:
    number, mark = await filed(world)
    first, late = (world.saying("eleve", text, album(n)) for n, text in enumerate(("", "fin")))
    await world.act("eleve", verbs.speak, number, first)
    if carried:
        await world.carry()

    await intake.say(world.desk, world.cause(), world.caller("eleve"), late, None)

    message = (await world.exchange(number))[-1]
    assert (message.text, len(message.files)) == ("fin", 2)
    assert await world.told("directeur", mark) == ["replied", "files", "files"]
    notices = [row["payload"].get("notice", row["payload"]) for row in await world.letters("directeur", mark)]
    assert [one["facts"]["text"] for one in notices if one.get("kind") == "replied"][-1] == "fin"
    assert late.origin is not None
    await world.act("eleve", amending.edit, late.origin, "fini", late.files)
    assert (await world.exchange(number))[-1].text == "fini"


async def test_the_words_of_a_late_member_can_be_edited(world: World) -> None:
    number, _ = await filed(world)
    first, late = (world.saying("directeur", text, album(n)) for n, text in enumerate(("Un", "Deu")))
    await world.act("directeur", verbs.speak, number, first)
    await intake.say(world.desk, world.cause(), world.caller("directeur"), late, None)

    assert late.origin is not None
    await world.act("directeur", amending.edit, late.origin, "Deux", late.files)

    assert [message.text for message in (await world.exchange(number))[-2:]] == ["Un", "Deux"]


async def test_a_file_added_by_an_edit_is_kept_and_one_put_in_its_place_replaces_it(world: World) -> None:
    number, mark = await filed(world)
    said = world.saying("eleve", "Voici mon écran")
    await world.act("eleve", verbs.speak, number, said)
    assert said.origin is not None
    for file in (PHOTO, replace(PHOTO, kind="video", unique_id="unique-2")):
        await world.act("eleve", amending.edit, said.origin, "Voici mon écran", (file,))

    message = (await world.exchange(number))[-1]
    assert (message.text, identities(message)) == ("Voici mon écran", ["unique-2"])
    assert await world.told("directeur", mark) == ["replied", "edited", "files", "files"]


async def test_a_file_added_to_a_note_stays_among_agents(world: World) -> None:
    number, mark = await filed(world)
    said = world.saying("directeur", "Vu")
    await world.act("directeur", verbs.note, number, said)
    assert said.origin is not None

    await world.act("directeur", amending.edit, said.origin, "Vu", (PHOTO,))

    assert await world.everybody_told(mark) == {"adjoint": ["noted", "noted", "files"]}


@pytest.mark.parametrize(("text", "files"), [("", ()), ("Voici", ()), ("Voici", (PHOTO,)), ("", (PHOTO,))])
async def test_an_edit_that_leaves_nothing_new_to_read_changes_nothing(
    world: World, text: str, files: tuple[Attachment, ...]
) -> None:
    number, _ = await filed(world)
    said = world.saying("eleve", "Voici", PHOTO)
    await world.act("eleve", verbs.speak, number, said)
    mark = await world.mark()
    assert said.origin is not None

    await world.act("eleve", amending.edit, said.origin, text, files)

    message = (await world.exchange(number))[-1]
    assert (message.text, message.edited_at, len(message.files)) == ("Voici", None, 1)
    assert not await world.everybody_told(mark)


async def test_no_sign_is_cut_where_a_long_text_goes_on_in_the_next_message(world: World) -> None:
    number, mark = await filed(world)
    text = "a" + "👩‍👧" * 700

    await world.act("directeur", verbs.speak, number, world.saying("directeur", text))

    pieces = [row["payload"]["facts"]["text"] for row in await world.letters("eleve", mark)]
    assert "".join(pieces) == text
    assert all(piece.endswith("👩‍👧") for piece in pieces)


async def test_a_text_of_4096_characters_is_delivered_whole(world: World) -> None:
    number, mark = await filed(world)
    text = "".join(chr(0x1F600 + n % 60) if n % 7 == 0 else "é" for n in range(4096))

    await world.act("directeur", verbs.speak, number, world.saying("directeur", text))

    pieces = [row["payload"]["facts"]["text"] for row in await world.letters("eleve", mark)]
    assert "".join(pieces) == text
    assert max(len(piece.encode("utf-16-le")) // 2 for piece in pieces) <= PIECE


async def test_one_character_more_is_refused(world: World) -> None:
    number, _ = await filed(world)

    refusal = await world.refused("directeur", verbs.speak, number, world.saying("directeur", "x" * 4097))

    assert refusal.reason == "text-too-long"
