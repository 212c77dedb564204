"""Filing a request: in one line, guided, for somebody else; the level where it enters, and who is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.terms import Done, Level, Notice, Refusal, Role, Saying, Status, Voice
from bot.workflows import intake
from bot.workflows.requests import filing
from tests.workflows.steps import ALBUM, chosen, guided, identities, pressed
from tests.world import PHOTO, TELEGRAM, World


def labels(notice: Notice | None) -> list[str]:
    """The actions of the buttons under a notice, without the articles proposed."""
    assert notice is not None
    return [button.action for row in notice.buttons for button in row if button.action != "advice"]


async def test_a_category_and_a_text_file_at_once(world: World) -> None:
    number = await world.file("eleve", "compte", "Mon compte a disparu")

    request = await world.request(number)
    assert (request.category, request.status, request.version) == ("compte", Status.NEW, 1)
    assert [message.text for message in await world.exchange(number)] == ["Mon compte a disparu"]


async def test_an_unknown_category_is_asked_for_and_nothing_is_lost(world: World) -> None:
    said = await world.asked("eleve", filing.start, "cantine", world.saying("eleve", "cantine fermée"))

    assert said is not None
    assert said.kind == "ask_category"
    summary = await world.press("eleve", "category", "autre")
    assert summary is not None
    assert (summary.kind, summary.facts["text"]) == ("summary", "cantine fermée")
    assert not await world.rows("requests")


async def test_each_step_of_the_guided_way_asks_for_what_is_missing(world: World) -> None:
    asked: list[Notice | None] = [await world.asked("eleve", filing.start, "", Saying())]
    asked.append(await world.press("eleve", "category", "connexion"))
    asked.append(await world.say("eleve", "Mot de passe oublié"))
    asked.append(await world.say("eleve", "", PHOTO))

    assert [notice.kind for notice in asked if notice] == ["ask_category", "ask_words", "summary", "summary"]
    assert labels(asked[-1]) == ["send", "change_category", "back", "cancel"]


async def test_what_was_gathered_step_by_step_is_filed_whole(world: World) -> None:
    await guided(world)
    await world.say("eleve", "Mot de passe oublié")
    await world.say("eleve", "", PHOTO)

    assert await world.press("eleve", "send") is None

    [message] = await world.exchange(1)
    assert (message.text, identities(message)) == ("Mot de passe oublié", [PHOTO.unique_id])


async def test_a_picture_alone_is_enough_to_file(world: World) -> None:
    await guided(world)
    await world.say("eleve", "", PHOTO)
    await world.press("eleve", "send")

    [message] = await world.exchange(1)
    assert (message.text, identities(message)) == ("", [PHOTO.unique_id])


async def test_nothing_is_sent_before_everything_is_said(world: World) -> None:
    await guided(world)

    said = await world.press("eleve", "send")

    assert said is not None
    assert said.kind == "ask_words"
    assert not await world.rows("requests")


async def test_sending_twice_files_once(world: World) -> None:
    await guided(world)
    await world.say("eleve", "Mot de passe oublié")
    await world.press("eleve", "send")

    with pytest.raises(Refusal, match="old-button"):
        await world.press("eleve", "send")
    assert len(await world.rows("requests")) == 1


async def test_free_words_are_offered_to_be_filed(world: World) -> None:
    said = await world.say("eleve", "Je ne vois plus mes messages")

    assert said is not None
    assert (said.kind, labels(said)) == ("offer", ["new", "cancel"])
    begun = await world.new("eleve", pressed(said, "new"))
    assert begun is not None
    assert begun.kind == "ask_category"
    summary = await world.press("eleve", "category", "contenu")
    assert summary is not None
    assert (summary.kind, summary.facts["text"]) == ("summary", "Je ne vois plus mes messages")


async def test_thanks_alone_are_greeted_and_not_offered_to_be_filed(world: World) -> None:
    said = await world.say("eleve", "Merci beaucoup !")

    assert said is not None
    assert said.kind == "hello"


async def test_cancelling_leaves_nothing_behind(world: World) -> None:
    await guided(world)
    await world.say("eleve", "Mot de passe oublié")

    assert (await world.cancel("eleve")).kind == "cancelled"

    assert not await world.rows("drafts")
    assert not await world.rows("requests")


async def test_an_album_stays_together_and_is_answered_once(world: World) -> None:
    await guided(world)
    said = [await world.say("eleve", "Trois captures" if not n else "", file) for n, file in enumerate(ALBUM)]
    await world.press("eleve", "send")

    assert [notice and notice.kind for notice in said] == ["summary", None, None]
    [message] = await world.exchange(1)
    assert message.files == ALBUM


async def test_members_of_an_album_that_come_after_sending_join_it(world: World) -> None:
    await guided(world)
    await world.say("eleve", "Trois captures", ALBUM[0])
    await world.press("eleve", "send")
    mark = await world.mark()

    for late in ALBUM[1:]:
        assert await world.say("eleve", "", late) is None

    [message] = await world.exchange(1)
    assert message.files == ALBUM
    assert await world.told("directeur", mark) == ["files", "files"]


async def test_each_message_of_a_description_stays_editable(world: World) -> None:
    await guided(world)
    sayings = [world.saying("eleve", text) for text in ("Mot de pase oublié", "depuis lundi")]
    for saying in sayings:
        await intake.say(world.desk, world.cause(), world.caller("eleve"), saying, None)
    await world.press("eleve", "send")

    for saying, text in zip(sayings, ("Mot de passe oublié", "depuis mardi"), strict=True):
        assert saying.origin is not None
        await world.edit("eleve", saying.origin, text)

    found = [(message.text, message.edited_at is not None) for message in await world.exchange(1)]
    assert found == [("Mot de passe oublié", True), ("depuis mardi", True)]


async def test_an_edit_before_sending_changes_the_draft(world: World) -> None:
    await guided(world)
    saying = world.saying("eleve", "Mot de pase oublié")
    await intake.say(world.desk, world.cause(), world.caller("eleve"), saying, None)
    assert saying.origin is not None
    await world.edit("eleve", saying.origin, "Mot de passe oublié")
    await world.press("eleve", "send")

    [message] = await world.exchange(1)
    assert (message.text, message.edited_at) == ("Mot de passe oublié", None)


async def test_a_description_beyond_the_limit_is_refused(world: World) -> None:
    refusal = await world.refused("eleve", filing.start, "connexion", world.saying("eleve", "x" * 4097))

    assert (refusal.reason, refusal.facts["limit"]) == ("text-too-long", 4096)


async def test_more_files_than_the_limit_are_refused_and_the_earlier_ones_kept(world: World) -> None:
    await guided(world)
    for n in range(world.desk.policy.files_limit):
        await world.say("eleve", "", replace(PHOTO, file_id=f"file-{n}"))

    with pytest.raises(Refusal, match="too-many-files"):
        await world.say("eleve", "", PHOTO)

    await world.press("eleve", "send")
    assert len((await world.exchange(1))[0].files) == world.desk.policy.files_limit


async def test_somebody_of_several_schools_is_asked_which(world: World) -> None:
    await world.enrol("solene.quemener", 6_000_001)
    asked = await world.asked("solene.quemener", filing.start, "compte", world.saying("solene.quemener", "Bonjour"))

    assert asked.kind == "ask_place"
    summary = await world.press("solene.quemener", "place", chosen(asked, "École Louise-Michel"))
    assert summary is not None
    assert summary.kind == "summary"
    await world.press("solene.quemener", "send")
    assert (await world.request(1)).place.id == "louise-michel"


async def test_a_school_that_is_not_theirs_is_no_choice(world: World) -> None:
    await world.enrol("solene.quemener", 6_000_001)
    await world.asked("solene.quemener", filing.start, "compte", world.saying("solene.quemener", "Bonjour"))

    with pytest.raises(Refusal, match="old-button"):
        await world.press("solene.quemener", "place", "jules-verne")


@pytest.mark.parametrize(
    ("key", "category", "level", "desk"),
    [
        ("eleve", "connexion", 0, "jean-moulin"),
        ("parent", "contenu", 0, "jean-moulin"),
        ("parent2", "connexion", 0, "louise-michel"),
        ("enseignant", "compte", 1, "creil"),
        ("enseignant", "classe", 0, "jean-moulin"),
        ("directeur", "classe", 1, "creil"),
        ("adjoint", "compte", 1, "creil"),
        ("directrice", "compte", 1, "creil"),
        ("directeur3", "compte", 1, "beauvais"),
        ("erun", "compte", 2, "oise"),
        ("danei", "compte", 3, "amiens"),
        ("plateforme", "compte", 4, "ode"),
        ("editeur", "compte", 4, "ode"),
    ],
)
async def test_a_request_enters_at_the_level_that_serves_its_requester(
    sqlite_world: World, key: str, category: str, level: int, desk: str
) -> None:
    request = await sqlite_world.request(await sqlite_world.file(key, category))

    assert request.at == Role(Level(level), desk)


async def test_the_receipt_carries_the_number(world: World) -> None:
    mark = await world.mark()

    number = await world.file("eleve")

    [receipt] = await world.letters("eleve", mark)
    assert (receipt["payload"]["kind"], receipt["payload"]["facts"]["number"]) == ("filed", number)


async def test_the_desk_and_the_schools_administrators_are_told_once_and_nobody_else(world: World) -> None:
    mark = await world.mark()

    await world.file("eleve")

    told = await world.everybody_told(mark)
    assert told == {"eleve": ["filed"], "directeur": ["card:filed"], "adjoint": ["card:filed"]}


async def test_a_teachers_request_is_shown_to_the_erun_and_to_the_school(world: World) -> None:
    mark = await world.mark()

    await world.file("enseignant", "compte")

    shown = ["card:filed"]
    told = await world.everybody_told(mark)
    assert told == {"enseignant": ["filed"], "erun": shown, "directeur": shown, "adjoint": shown}


async def test_an_administrator_is_not_told_of_what_they_file_themselves(world: World) -> None:
    mark = await world.mark()

    await world.file("directeur", "compte")

    told = await world.everybody_told(mark)
    assert told == {"directeur": ["filed"], "erun": ["card:filed"], "adjoint": ["card:filed"]}


async def test_the_same_cause_files_once(world: World) -> None:
    cause, saying = world.cause(), world.saying("eleve", "Je n'y arrive pas")
    await world.desk.act(cause, world.caller("eleve"), filing.start, "connexion", saying)

    with pytest.raises(Done):
        await world.desk.act(cause, world.caller("eleve"), filing.start, "connexion", saying)

    assert len(await world.rows("requests")) == 1
    assert [message.voice for message in await world.exchange(1)] == [Voice.ANSWER]


async def test_a_stranger_files_nothing(world: World) -> None:
    refusal = await world.refused("inconnu", filing.start, "connexion", world.saying("inconnu", "Bonjour"))

    assert refusal.reason == "unlinked"
    assert TELEGRAM["inconnu"] not in {row["chat_id"] for row in await world.rows("outbox")}
