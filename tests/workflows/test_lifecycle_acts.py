"""What people do to a request, from taking it to closing it, and who hears of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.storage import requests
from bot.terms import Act, Attachment, Level, Origin, Part, Refusal, Role, Status, Voice
from bot.workflows import intake, tickets, upkeep
from bot.workflows.notices import PIECE
from tests.world import PHOTO, TELEGRAM, World

#: who answers for Jean-Moulin at each level, and where
DESKS = (
    ("directeur", "jean-moulin"),
    ("erun", "creil"),
    ("danei", "oise"),
    ("plateforme", "amiens"),
    ("editeur", "ode"),
)


async def filed(world: World, key: str = "eleve") -> tuple[int, int]:
    """A request, and the mark after it was filed."""
    number = await world.file(key)
    return number, await world.mark()


async def escalated(world: World, number: int, level: int) -> None:
    """Brings the request from the school up to that level."""
    for key, _ in DESKS[:level]:
        await world.act(key, tickets.escalate, number, world.saying(key, "Essayé ici, sans succès"))


async def resolved(world: World) -> tuple[int, int]:
    """A request that its holder resolved, and the mark after that."""
    number = await world.file("eleve")
    await world.act("directeur", tickets.take, number)
    await world.act("directeur", tickets.resolve, number, world.saying("directeur", "Code remis"))
    return number, await world.mark()


def album(member: int) -> Attachment:
    """A member of one album."""
    return replace(PHOTO, file_id=f"file-{member}", unique_id=f"unique-{member}", album="album-1")


# Taking and answering


async def test_taking_opens_the_request_and_tells_its_requester(world: World) -> None:
    number, mark = await filed(world)

    await world.act("directeur", tickets.take, number)

    request = await world.request(number)
    assert (request.status, request.holder) == (Status.OPEN, (await world.person("directeur")).id)
    assert await world.everybody_told(mark) == {"eleve": ["taken"]}


async def test_who_takes_second_is_told_who_holds_it(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", tickets.take, number)

    refusal = await world.refused("adjoint", tickets.take, number)

    assert (refusal.reason, refusal.facts["name"]) == ("held", "Marc Delattre")


async def test_taking_what_one_holds_already_changes_nothing(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", tickets.take, number)

    assert (await world.act("directeur", tickets.take, number)).kind == "done_already_yours"
    assert (await world.request(number)).version == 2


@pytest.mark.parametrize("key", ["eleve", "parent", "enseignant", "erun", "directrice", "danei", "editeur"])
async def test_nobody_but_an_agent_of_the_desk_takes(sqlite_world: World, key: str) -> None:
    number, _ = await filed(sqlite_world)

    refusal = await sqlite_world.refused(key, tickets.take, number)

    assert refusal.reason == ("agents-only" if key == "eleve" else "unknown-request")


async def test_answering_makes_the_agent_hold_the_request(world: World) -> None:
    number, mark = await filed(world)

    await world.act("adjoint", tickets.speak, number, world.saying("adjoint", "Essayez ce lien"))

    request = await world.request(number)
    assert (request.status, request.holder) == (Status.OPEN, (await world.person("adjoint")).id)
    assert await world.everybody_told(mark) == {"eleve": ["answered"]}


async def test_an_answer_needs_words_or_files(world: World) -> None:
    number, _ = await filed(world)

    refusal = await world.refused("directeur", tickets.speak, number, world.saying("directeur"))

    assert refusal.reason == "text-needed"


async def test_files_travel_with_an_answer(world: World) -> None:
    number, mark = await filed(world)

    await world.act("directeur", tickets.speak, number, world.saying("directeur", "Voici", PHOTO))

    assert await world.told("eleve", mark) == ["answered", "files"]


async def test_a_question_waits_and_the_reply_brings_the_request_back_to_its_holder(world: World) -> None:
    number, mark = await filed(world)

    await world.act("directeur", tickets.ask, number, world.saying("directeur", "Depuis quand ?"))
    assert (await world.request(number)).status is Status.WAITING
    assert await world.everybody_told(mark) == {"eleve": ["asked"]}

    mark = await world.mark()
    await world.act("eleve", tickets.speak, number, world.saying("eleve", "Lundi"))
    assert (await world.request(number)).status is Status.OPEN
    assert await world.everybody_told(mark) == {"directeur": ["replied"]}
    voices = [message.voice for message in await world.exchange(number)]
    assert voices == [Voice.ANSWER, Voice.QUESTION, Voice.ANSWER]


async def test_an_agents_further_word_keeps_waiting_for_the_requester(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", tickets.ask, number, world.saying("directeur", "Depuis quand ?"))

    await world.act("directeur", tickets.speak, number, world.saying("directeur", "Et sur quel appareil ?"))

    assert (await world.request(number)).status is Status.WAITING


async def test_a_reply_before_anybody_took_the_request_goes_to_the_whole_desk(world: World) -> None:
    number, mark = await filed(world)

    await world.act("eleve", tickets.speak, number, world.saying("eleve", "C'est urgent"))

    assert (await world.request(number)).status is Status.NEW
    assert await world.everybody_told(mark) == {"directeur": ["replied"], "adjoint": ["replied"]}


# Through the levels


async def test_a_request_climbs_through_all_five_levels_and_each_desk_is_told(world: World) -> None:
    number, _ = await filed(world)

    for level, (key, _) in enumerate(DESKS[:-1], 1):
        mark = await world.mark()
        await world.act(key, tickets.escalate, number, world.saying(key, f"Essayé au niveau {level - 1}"))
        request = await world.request(number)
        above, structure = DESKS[level]
        assert (request.at, request.status, request.holder) == (Role(Level(level), structure), Status.NEW, None)
        assert await world.everybody_told(mark) == {"eleve": ["escalated"], above: ["card:escalated"]}


async def test_the_vendor_has_nobody_above(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 4)

    refusal = await world.refused("editeur", tickets.escalate, number, world.saying("editeur", "Encore"))

    assert refusal.reason == "guard-escalate"


async def test_escalating_needs_a_reason(world: World) -> None:
    number, _ = await filed(world)

    refusal = await world.refused("directeur", tickets.escalate, number, world.saying("directeur"))

    assert refusal.reason == "reason-needed"
    assert (await world.request(number)).level is Level.SCHOOL


async def test_who_escalated_keeps_reading_and_answers_for_the_school_only(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 1)

    assert (await world.card("directeur", number)).kind == "card"
    assert (await world.refused("directeur", tickets.resolve, number)).reason == "elsewhere"
    await world.act("directeur", tickets.speak, number, world.saying("directeur", "Elle a réessayé"))
    assert (await world.request(number)).holder is None


async def test_who_escalated_hears_what_is_answered_above(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 1)
    mark = await world.mark()

    await world.act("erun", tickets.speak, number, world.saying("erun", "Je regarde"))

    assert await world.everybody_told(mark) == {"eleve": ["answered"], "directeur": ["answered"]}


async def test_the_reason_for_escalating_is_a_note(world: World) -> None:
    number, mark = await filed(world)

    reason = world.saying("directeur", "Famille en conflit", PHOTO)
    await world.act("directeur", tickets.escalate, number, reason)

    assert (await world.exchange(number))[-1].voice is Voice.NOTE
    assert "conflit" not in json.dumps([row["payload"] for row in await world.letters("eleve", mark)])
    assert await world.told("eleve", mark) == ["escalated"]
    assert await world.told("erun", mark) == ["card:escalated", "files"]


async def test_a_long_reason_for_escalating_never_reaches_the_requester(world: World) -> None:
    number, mark = await filed(world)

    await world.act("directeur", tickets.escalate, number, world.saying("directeur", "R" * 4000))

    assert await world.told("eleve", mark) == ["escalated"]
    assert "RRR" not in json.dumps([row["payload"] for row in await world.letters("eleve", mark)])


async def test_a_request_is_sent_back_to_the_level_below_which_is_told(world: World) -> None:
    number, _ = await filed(world)
    await escalated(world, number, 2)
    mark = await world.mark()

    await world.act("danei", tickets.send_back, number, world.saying("danei", "À voir sur place"))

    assert (await world.request(number)).at == Role(Level.CIRCONSCRIPTION, "creil")
    assert await world.everybody_told(mark) == {"eleve": ["sent_back"], "erun": ["card:sent_back"]}


async def test_nothing_is_sent_back_below_where_it_entered(world: World) -> None:
    number = await world.file("enseignant", "compte")

    refusal = await world.refused("erun", tickets.send_back, number, world.saying("erun", "Non"))

    assert refusal.reason == "guard-send_back"


# Colleagues


async def test_its_holder_gives_a_request_back_to_the_desk(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", tickets.take, number)
    mark = await world.mark()

    await world.act("directeur", tickets.release, number)

    request = await world.request(number)
    assert (request.status, request.holder) == (Status.NEW, None)
    assert await world.everybody_told(mark) == {"adjoint": ["card:released"]}


async def test_only_its_holder_gives_a_request_back(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", tickets.take, number)

    assert (await world.refused("adjoint", tickets.release, number)).reason == "holder-only"


@pytest.mark.parametrize("name", ["adjoint", "ADJOINT", "belk", "nadia bel"])
async def test_its_holder_hands_a_request_to_a_colleague_by_login_or_name(sqlite_world: World, name: str) -> None:
    number, _ = await filed(sqlite_world)
    await sqlite_world.act("directeur", tickets.take, number)
    mark = await sqlite_world.mark()

    await sqlite_world.act("directeur", tickets.hand, number, name)

    assert (await sqlite_world.request(number)).holder == (await sqlite_world.person("adjoint")).id
    assert await sqlite_world.everybody_told(mark) == {"adjoint": ["card:handed"], "eleve": ["taken"]}


async def test_a_name_that_several_colleagues_bear_is_asked_again(world: World) -> None:
    await world.appoint("francoise.boeuf", ("adml", "jean-moulin"))
    await world.enrol("francoise.boeuf", 6_000_001)
    await world.appoint("solene.quemener", ("adml", "jean-moulin"))
    await world.enrol("solene.quemener", 6_000_002)
    number, _ = await filed(world)
    await world.act("directeur", tickets.take, number)

    refusal = await world.refused("directeur", tickets.hand, number, "b")

    assert refusal.reason == "which-colleague"
    assert refusal.facts["names"] == "Nadia Belkacem (adjoint), Françoise Bœuf (francoise.boeuf)"


@pytest.mark.parametrize("name", ["erun", "eleve", "personne"])
async def test_a_request_is_handed_to_nobody_of_another_desk(sqlite_world: World, name: str) -> None:
    number, _ = await filed(sqlite_world)
    await sqlite_world.act("directeur", tickets.take, number)

    assert (await sqlite_world.refused("directeur", tickets.hand, number, name)).reason == "no-such-colleague"


async def test_an_agent_without_colleagues_is_told_so(world: World) -> None:
    number = await world.file("enseignant", "compte")
    await world.act("erun", tickets.take, number)

    assert (await world.refused("erun", tickets.hand, number, "erun2")).reason == "no-colleague"


# The end, and coming back


async def test_resolving_asks_the_requester_to_confirm(world: World) -> None:
    number = await world.file("eleve")
    mark = await world.mark()

    await world.act("directeur", tickets.resolve, number, world.saying("directeur", "Code remis"))

    request = await world.request(number)
    assert (request.status, request.resolved_at) == (Status.RESOLVED, world.now)
    assert await world.everybody_told(mark) == {"eleve": ["resolved"]}
    [letter] = await world.letters("eleve", mark)
    assert [button["action"] for row in letter["payload"]["buttons"] for button in row] == ["confirm", "reopen"]


async def test_confirming_closes_and_tells_the_holder(world: World) -> None:
    number, mark = await resolved(world)

    await world.act("eleve", tickets.confirm, number)

    request = await world.request(number)
    assert (request.status, request.closed_at) == (Status.CLOSED, world.now)
    assert await world.everybody_told(mark) == {"directeur": ["confirmed"]}


async def test_only_the_requester_confirms(world: World) -> None:
    number, _ = await resolved(world)

    assert (await world.refused("directeur", tickets.confirm, number)).reason == "requester-only"


async def test_an_answer_to_a_resolved_request_reopens_it_at_the_same_level(world: World) -> None:
    number = await world.file("eleve")
    await escalated(world, number, 1)
    await world.act("erun", tickets.resolve, number)
    mark = await world.mark()

    await world.act("eleve", tickets.speak, number, world.saying("eleve", "Toujours pas"))

    request = await world.request(number)
    assert (request.status, request.at) == (Status.OPEN, Role(Level.CIRCONSCRIPTION, "creil"))
    assert (request.resolved_at, request.closed_at) == (None, None)
    assert await world.everybody_told(mark) == {"erun": ["reopened"]}


@pytest.mark.parametrize("thanks", ["merci", "Merci beaucoup !", "👍", "Parfait, merci"])
async def test_thanks_ask_first_and_reopen_nothing(sqlite_world: World, thanks: str) -> None:
    number, mark = await resolved(sqlite_world)

    said = await sqlite_world.act("eleve", tickets.speak, number, sqlite_world.saying("eleve", thanks))

    assert said.kind == "thanks"
    assert [button.action for row in said.buttons for button in row] == ["confirm", "reopen"]
    assert (await sqlite_world.request(number)).status is Status.RESOLVED
    assert not await sqlite_world.everybody_told(mark)


async def test_seven_days_of_silence_close_a_resolved_request(world: World) -> None:
    number, mark = await resolved(world)
    world.wait(days=6, hours=23)
    assert await upkeep.close_silent(world.desk) == 0

    world.wait(hours=1)
    assert await upkeep.close_silent(world.desk) == 1

    request = await world.request(number)
    assert (request.status, request.closed_at) == (Status.CLOSED, world.now)
    assert await world.everybody_told(mark) == {"eleve": ["expired"]}


async def test_what_time_brings_comes_once(world: World) -> None:
    _, mark = await resolved(world)
    world.wait(days=8)

    await upkeep.tend(world.desk)
    await upkeep.tend(world.desk)

    assert await world.everybody_told(mark) == {"eleve": ["expired"]}


@pytest.mark.parametrize(("days", "opens"), [(30, True), (31, False)])
async def test_a_closed_request_reopens_within_thirty_days(world: World, days: int, opens: bool) -> None:
    number, _ = await resolved(world)
    await world.act("eleve", tickets.confirm, number)
    world.wait(days=days)

    if opens:
        await world.act("eleve", tickets.reopen, number)
    else:
        assert (await world.refused("eleve", tickets.reopen, number)).reason == "guard-reopen"

    assert (await world.request(number)).status is (Status.OPEN if opens else Status.CLOSED)


async def test_an_agent_does_not_reopen_what_is_closed(world: World) -> None:
    number, _ = await resolved(world)
    await world.act("eleve", tickets.confirm, number)

    assert (await world.refused("directeur", tickets.reopen, number)).reason == "guard-reopen"


async def test_a_reopened_request_is_due_anew(world: World) -> None:
    number, _ = await resolved(world)
    world.wait(days=5)

    await world.act("eleve", tickets.reopen, number)

    assert (await world.request(number)).due_at - world.now >= timedelta(days=2)


async def test_a_new_request_can_be_withdrawn(world: World) -> None:
    number, _ = await filed(world)

    await world.act("eleve", tickets.withdraw, number)

    assert (await world.request(number)).status is Status.CLOSED


async def test_a_request_that_somebody_took_is_not_withdrawn(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", tickets.take, number)

    assert (await world.refused("eleve", tickets.withdraw, number)).reason == "not-now"


async def test_a_withdrawn_request_that_nobody_held_reopens_as_new(world: World) -> None:
    number, _ = await filed(world)
    await world.act("eleve", tickets.withdraw, number)

    await world.act("eleve", tickets.reopen, number)

    request = await world.request(number)
    assert (request.status, request.holder, request.closed_at) == (Status.NEW, None, None)


# Duplicates


async def merged(world: World) -> tuple[int, int]:
    """A pupil's request merged into a parent's: their numbers."""
    mine, other = await world.file("eleve"), await world.file("parent", text="Le code de la famille est perdu")
    await world.act("directeur", tickets.merge, mine, other)
    return mine, other


async def test_merging_closes_the_duplicate_and_tells_its_requester(world: World) -> None:
    mine, other = await world.file("eleve"), await world.file("parent")
    mark = await world.mark()

    await world.act("directeur", tickets.merge, mine, other)

    request = await world.request(mine)
    assert (request.status, request.merged_into) == (Status.CLOSED, other)
    assert await world.everybody_told(mark) == {"eleve": ["merged"]}


async def test_a_follower_sees_the_status_and_nothing_of_the_exchange(world: World) -> None:
    _, other = await merged(world)

    card = await world.card("eleve", other)

    assert (card.kind, card.buttons) == ("card_followed", ())
    assert "exchange" not in card.facts
    assert "code de la famille" not in json.dumps(dict(card.facts))


async def test_followers_are_told_of_the_solution_but_not_what_was_said(world: World) -> None:
    _, other = await merged(world)
    mark = await world.mark()

    await world.act("directeur", tickets.speak, other, world.saying("directeur", "Secret d'une autre famille"))
    await world.act("directeur", tickets.resolve, other, world.saying("directeur", "Secret remis en mains", PHOTO))

    assert await world.told("eleve", mark) == ["resolved_elsewhere"]
    assert "Secret" not in json.dumps([row["payload"] for row in await world.letters("eleve", mark)])


async def test_a_follower_does_nothing_to_the_request_they_follow(world: World) -> None:
    _, other = await merged(world)

    refusal = await world.refused("eleve", tickets.speak, other, world.saying("eleve", "Et moi ?"))

    assert refusal.reason == "follower-only"


async def test_a_merged_request_does_not_reopen(world: World) -> None:
    mine, _ = await merged(world)

    assert (await world.refused("eleve", tickets.reopen, mine)).reason == "guard-reopen"


async def test_a_request_is_not_merged_into_itself_nor_into_a_closed_one(world: World) -> None:
    mine, other = await merged(world)

    assert (await world.refused("directeur", tickets.merge, other, other)).reason == "same-request"
    assert (await world.refused("directeur", tickets.merge, other, mine)).reason == "merge-into-closed"


async def test_a_request_of_another_school_cannot_be_merged_and_looks_unknown(world: World) -> None:
    mine, theirs = await world.file("eleve"), await world.file("parent2")

    assert (await world.refused("directeur", tickets.merge, mine, theirs)).reason == "unknown-request"


async def test_followers_of_a_duplicate_follow_on(world: World) -> None:
    _, second = await merged(world)
    third = await world.file("parent")
    await world.act("directeur", tickets.merge, second, third)

    followers = {row["person"] for row in await world.rows("parties", request=third, part=Part.FOLLOWER)}

    assert followers == {(await world.person("eleve")).id, (await world.person("parent")).id}


# Notes


async def test_a_note_reaches_neither_the_requester_nor_followers(world: World) -> None:
    _, other = await merged(world)
    mark = await world.mark()

    await world.act("directeur", tickets.note, other, world.saying("directeur", "À surveiller", PHOTO))

    assert await world.everybody_told(mark) == {"adjoint": ["noted", "files"]}
    for key in ("parent", "eleve"):
        assert "surveiller" not in json.dumps(dict((await world.card(key, other)).facts))


async def test_every_agent_who_sees_the_request_reads_its_notes(world: World) -> None:
    number, _ = await filed(world)
    await world.act("directeur", tickets.note, number, world.saying("directeur", "À surveiller"))
    await escalated(world, number, 1)

    for key in ("adjoint", "erun"):
        texts = [line["text"] for line in (await world.card(key, number)).facts["exchange"]]
        assert "À surveiller" in texts


async def test_the_requester_writes_no_note(world: World) -> None:
    number, _ = await filed(world)

    assert (await world.refused("eleve", tickets.note, number, world.saying("eleve", "x"))).reason == "agents-only"


async def test_a_note_leaves_the_status_as_it_was(world: World) -> None:
    number, _ = await filed(world)

    await world.act("directeur", tickets.note, number, world.saying("directeur", "Vu"))

    request = await world.request(number)
    assert (request.status, request.holder) == (Status.NEW, None)


# Edits, late files, long texts


async def test_an_edit_is_carried_over_marked_and_told(world: World) -> None:
    number, mark = await filed(world)
    said = world.saying("eleve", "J'ai oublier mon code")
    await world.act("eleve", tickets.speak, number, said)

    assert said.origin is not None
    await world.act("eleve", intake.edit, said.origin, "J'ai oublié mon code")

    message = (await world.exchange(number))[-1]
    assert (message.text, message.edited_at) == ("J'ai oublié mon code", world.now)
    assert (await world.card("directeur", number)).facts["exchange"][-1]["edited"] is True
    assert await world.told("directeur", mark) == ["replied", "edited"]


async def test_what_an_edit_replaced_stays_in_the_audit(world: World) -> None:
    number, _ = await filed(world)
    said = world.saying("eleve", "Avant")
    await world.act("eleve", tickets.speak, number, said)
    assert said.origin is not None
    await world.act("eleve", intake.edit, said.origin, "Après")

    event = (await world.desk.look(requests.events, number))[-1]
    assert (event.act, event.facts["before"], event.facts["text"]) == ("edit", "Avant", "Après")


async def test_an_edited_note_is_not_told_to_the_requester(world: World) -> None:
    number, mark = await filed(world)
    said = world.saying("directeur", "Confidentiel")
    await world.act("directeur", tickets.note, number, said)

    assert said.origin is not None
    await world.act("directeur", intake.edit, said.origin, "Très confidentiel")

    assert await world.everybody_told(mark) == {"adjoint": ["noted", "noted"]}


async def test_nobody_edits_what_another_wrote(world: World) -> None:
    number, _ = await filed(world)
    said = world.saying("eleve", "Mes mots")
    await world.act("eleve", tickets.speak, number, said)

    assert said.origin is not None
    await world.act("directeur", intake.edit, said.origin, "Ses mots")

    assert (await world.exchange(number))[-1].text == "Mes mots"


async def test_an_edit_of_anything_else_is_let_be(world: World) -> None:
    number, mark = await filed(world)

    await world.act("eleve", intake.edit, Origin(TELEGRAM["eleve"], 9_999), "Bonjour")

    assert (await world.request(number)).version == 1
    assert not await world.everybody_told(mark)


async def test_a_late_member_of_an_album_joins_its_answer_and_reaches_who_was_told(world: World) -> None:
    number, mark = await filed(world)
    first, late = (world.saying("directeur", text, album(n)) for n, text in enumerate(("Voici", "")))
    await world.act("directeur", tickets.speak, number, first)

    assert await intake.say(world.desk, world.cause(), world.caller("directeur"), late, None) is None

    assert len((await world.exchange(number))[-1].files) == 2
    assert await world.told("eleve", mark) == ["answered", "files", "files"]


async def test_a_late_member_of_a_notes_album_stays_among_agents(world: World) -> None:
    number, mark = await filed(world)
    first, late = (world.saying("directeur", text, album(n)) for n, text in enumerate(("Vu", "")))
    await world.act("directeur", tickets.note, number, first)

    await intake.say(world.desk, world.cause(), world.caller("directeur"), late, None)

    assert await world.everybody_told(mark) == {"adjoint": ["noted", "files", "files"]}


async def test_a_text_of_4096_characters_is_delivered_whole(world: World) -> None:
    number, mark = await filed(world)
    text = "".join(chr(0x1F600 + n % 60) if n % 7 == 0 else "é" for n in range(4096))

    await world.act("directeur", tickets.speak, number, world.saying("directeur", text))

    pieces = [row["payload"]["facts"]["text"] for row in await world.letters("eleve", mark)]
    assert "".join(pieces) == text
    assert max(len(piece.encode("utf-16-le")) // 2 for piece in pieces) <= PIECE


async def test_one_character_more_is_refused(world: World) -> None:
    number, _ = await filed(world)

    refusal = await world.refused("directeur", tickets.speak, number, world.saying("directeur", "x" * 4097))

    assert refusal.reason == "text-too-long"


# What every act leaves behind


async def test_each_act_is_written_down_with_who_did_it(world: World) -> None:
    number, _ = await resolved(world)
    await world.act("eleve", tickets.confirm, number)

    marc, ines = (await world.person("directeur")).id, (await world.person("eleve")).id
    done = [(event.person, event.act) for event in await world.desk.look(requests.events, number)]
    assert done == [(ines, "file"), (marc, Act.TAKE), (marc, Act.RESOLVE), (ines, Act.CONFIRM)]


async def test_a_refused_act_changes_nothing(world: World) -> None:
    number, mark = await filed(world)

    with pytest.raises(Refusal):
        await world.act("directeur", tickets.confirm, number)

    assert (await world.request(number)).version == 1
    assert not await world.everybody_told(mark)


async def test_words_asked_for_by_a_button_become_that_act(world: World) -> None:
    number, _ = await filed(world)

    asked = await world.act("directeur", intake.prompt, "ask", number)
    await world.say("directeur", "Depuis quand ?")

    assert asked.kind == "ask_ask"
    assert (await world.request(number)).status is Status.WAITING


async def test_a_button_whose_act_is_impossible_asks_for_no_words(world: World) -> None:
    number, _ = await resolved(world)

    assert (await world.refused("directeur", intake.prompt, "escalate", number)).reason == "not-now"
    assert not await world.rows("drafts")
