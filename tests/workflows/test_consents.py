"""Pupils below 15: they wait for a yes, a parent or the school says it, and a cry for help is never held back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import update

from bot.ent.embedded.tables import ENT
from bot.terms import Refusal
from bot.workflows import intake
from bot.workflows.accounts import cards as account_cards
from bot.workflows.people import answering, charters, own_data, rights, speaking
from bot.workflows.requests import cards, filing, queues, verbs
from tests.workflows.families import CHILD, FATHER, MOTHER, Families, early, write

FEAR = "Un grand me frappe à la récré et j’ai peur"


async def test_a_pupil_without_linked_parent_is_sent_to_the_school_and_the_school_is_told(families: Families) -> None:
    mark = await families.world.mark()
    said = await families.link(CHILD)

    assert (said.kind, said.facts["from_whom"], said.language) == ("linked_waits", "school", "fr-tu")
    told = await families.world.everybody_told(mark)
    assert told == {"directeur": ["family_asked"], "adjoint": ["family_asked"]}


async def test_the_linked_parents_are_asked_and_not_the_school(families: Families) -> None:
    await families.link(MOTHER)
    mark = await families.world.mark()
    said = await families.link(CHILD)

    assert said.facts["from_whom"] == "parent"
    assert await families.world.everybody_told(mark) == {MOTHER: ["family_asked"]}
    [question] = [row["payload"] for row in await families.world.letters(MOTHER, mark) if row["kind"] == "notice"]
    assert [key["action"] for key in question["buttons"][0]] == ["child_yes", "child_no"]
    assert "charte" in question["facts"]["text"].lower()  # the parent accepts it for their child


async def test_a_parent_who_is_linked_later_is_asked_then(families: Families) -> None:
    await families.link(CHILD)
    mark = await families.world.mark()
    await families.link(FATHER)

    assert await families.world.told(FATHER, mark) == ["family_asked"]
    assert (await families.say(FATHER, yes=True)).facts["stands"] == "writes"


async def test_nothing_is_asked_twice(families: Families) -> None:
    await families.link(MOTHER)
    await families.link(CHILD)
    mark = await families.world.mark()
    for _ in range(3):
        families.world.wait(minutes=5)
        await rights.renew(families.world.desk, families.world.caller(CHILD))
        await rights.renew(families.world.desk, families.world.caller(MOTHER))
    assert await families.world.everybody_told(mark) == {}


async def test_until_then_a_pupil_files_nothing_and_reads_whom_to_ask(families: Families) -> None:
    world = families.world
    await families.link(MOTHER)
    await families.link(CHILD)

    refusals = [
        await world.refused(CHILD, filing.start, "connexion", world.saying(CHILD, "Je n’y arrive pas")),
        await world.refused(CHILD, queues.mine, None),
        await world.refused(CHILD, cards.send, 1),
    ]
    for refusal in refusals:
        assert (refusal.reason, refusal.facts["from_whom"]) == ("consent-first", "parent")
    with pytest.raises(Refusal, match="consent-first"):
        await world.desk.act(world.cause(), early(world), filing.start, "connexion", world.saying(CHILD, "Bonjour"))
    with pytest.raises(Refusal, match="consent-first"):
        await write(world, "Je n’arrive pas à lire la messagerie")
    with pytest.raises(Refusal, match="consent-first"):
        await world.desk.act(world.cause(), early(world), intake.begin, "")
    assert await world.rows("requests") == []


async def test_until_then_a_pupil_reads_why_and_what_is_kept(families: Families) -> None:
    world = families.world
    await families.link(CHILD)

    assert (await world.desk.see(early(world), speaking.accounts)).kind == "accounts_waits"
    assert (await charters.read_charter(world.desk, world.caller(CHILD))).kind == "charter"
    assert (await world.desk.see(early(world), own_data.my_data)).kind == "my_data"
    kept = await world.desk.see(early(world), own_data.export)
    assert kept["waits_for_a_yes"]
    assert (await world.desk.act(world.cause(), early(world), speaking.speak_language, "en")).kind == "language"


async def test_words_of_fear_reach_the_school_while_a_pupil_waits(families: Families) -> None:
    world = families.world
    await families.link(CHILD)

    said = await write(world, FEAR)
    assert said is not None
    assert said.kind == "afraid"  # with the numbers to call
    mark = await world.mark()
    serial = (await world.rows("drafts", chat_id=world.telegram[CHILD]))[0]["data"]["serial"]
    caller = replace(early(world), person=(await world.person(CHILD)).id)
    await intake.press(world.desk, world.cause(), caller, "tell_school", f"{serial}:")

    [request] = await world.rows("requests")
    assert request["category"] == "danger"
    told = await world.everybody_told(mark)
    assert told["directeur"] == told["adjoint"] == ["card:filed"]
    assert await families.waits()


async def test_what_follows_a_call_for_help_reaches_the_school_and_is_answered(families: Families) -> None:
    world = families.world
    await families.link(CHILD)
    await write(world, FEAR)
    await write(world, "oui")
    [request] = await world.rows("requests")
    number = request["number"]
    await world.act("directeur", verbs.take, number)
    mark = await world.mark()
    await write(world, "Dans la cour, derrière le préau")

    assert (await world.exchange(number))[-1].text == "Dans la cour, derrière le préau"
    assert await world.told("directeur", mark)
    await world.act("directeur", verbs.speak, number, world.saying("directeur", "J’arrive"))
    mark = await world.mark()
    await world.desk.act(world.cause(), early(world), cards.send, number)
    assert await world.told(CHILD, mark) == ["card:"]


async def test_a_yes_of_one_parent_suffices_and_is_told(families: Families) -> None:
    world = families.world
    await families.link(MOTHER)
    await families.link(CHILD)
    mark = await world.mark()
    said = await families.say(MOTHER, yes=True)

    assert (said.kind, said.facts["says"], said.facts["stands"]) == ("family_said", "yes", "writes")
    assert await world.told(CHILD, mark) == ["family_given"]
    assert await world.file(CHILD)
    lines = [row for row in await world.rows("events") if row["act"] == "family"]
    assert [(row["facts"]["says"], row["facts"]["part"], row["facts"]["charter"]) for row in lines] == [
        ("asked", "parent", 1),
        ("yes", "parent", 1),
    ]
    assert lines[-1]["person"] == (await world.person(MOTHER)).id


async def test_a_no_can_be_changed_and_a_yes_taken_back(families: Families) -> None:
    world = families.world
    await families.link(MOTHER)
    await families.link(CHILD)
    await families.say(MOTHER, yes=False)
    with pytest.raises(Refusal) as met:
        await write(world, "Bonjour")
    assert met.value.facts["from_whom"] == "no"

    shown = await charters.read_charter(world.desk, world.caller(MOTHER))  # `/charte` leads to it
    assert [key.action for row in shown.buttons for key in row] == ["child"]
    await families.say(MOTHER, yes=True)
    assert not await families.waits()
    mark = await world.mark()
    await families.say(MOTHER, yes=False)
    assert await families.waits()
    assert await world.told(CHILD, mark) == ["family_waits"]


async def test_while_parents_disagree_the_pupil_waits_for_a_later_yes_of_the_school(families: Families) -> None:
    world = families.world
    for login in (MOTHER, FATHER, CHILD):
        await families.link(login)
    await families.say(MOTHER, yes=True)
    mark = await world.mark()
    await families.say(FATHER, yes=False)

    assert await families.waits()
    assert await world.told("directeur", mark) == ["family_asked"]
    assert (await families.say(MOTHER, yes=True)).facts["stands"] == "refused"
    assert await families.waits()
    await families.say("directeur", yes=True, paper=True)
    assert not await families.waits()
    await families.say(FATHER, yes=False)
    assert await families.waits()


async def test_the_school_confirms_that_it_has_the_paper(families: Families) -> None:
    await families.link(CHILD)
    asked = await families.say("directeur", yes=True)

    assert asked.kind == "family_paper"
    assert await families.waits()
    assert [key.action for key in asked.buttons[0]] == ["child_paper", "child"]
    assert (await families.say("directeur", yes=True, paper=True)).kind == "family_said"
    assert not await families.waits()


async def test_the_card_of_the_account_shows_that_a_pupil_waits(families: Families) -> None:
    world = families.world
    await families.link(CHILD)
    shown = await account_cards.show(world.desk, world.caller("directeur"), CHILD)

    assert "waits" in shown.facts["marks"]
    assert "child" in [key.action for row in shown.buttons for key in row]
    above = await account_cards.show(world.desk, world.caller("erun"), CHILD)
    assert "child" not in [key.action for row in above.buttons for key in row]


@pytest.mark.parametrize("who", ["parent", "directrice", "enseignant", "erun", "eleve"])
async def test_nobody_else_says_yes(families: Families, who: str) -> None:
    await families.link(CHILD)
    for paper in (False, True):
        with pytest.raises(Refusal, match="not-your-child"):
            await families.say(who, yes=True, paper=paper)
    assert await families.waits()


async def test_a_pupil_says_no_yes_for_themselves(families: Families) -> None:
    await families.link(CHILD)
    with pytest.raises(Refusal, match="consent-first"):
        await families.say(CHILD, yes=True, paper=True)


async def test_a_button_pressed_by_others_does_nothing(families: Families) -> None:
    world = families.world
    await families.link(MOTHER)
    await families.link(CHILD)
    forged = replace(world.caller("parent"), person=(await world.person(MOTHER)).id)
    with pytest.raises(Refusal, match="not-your-button"):
        await answering.say(world.desk, world.cause(), forged, (await world.person(CHILD)).id, True, "")
    assert await families.waits()


async def test_who_ceased_to_be_a_parent_cannot_say_yes_and_their_yes_ends(families: Families) -> None:
    world = families.world
    await families.link(MOTHER)
    await families.link(CHILD)
    await families.say(MOTHER, yes=True)
    await families.relate((FATHER, CHILD))

    with pytest.raises(Refusal, match="not-your-child"):
        await families.say(MOTHER, yes=True)
    await world.ask_again(CHILD)
    assert await families.waits()


@pytest.mark.parametrize("how", ["blocked", "deleted"])
async def test_a_parent_who_cannot_log_in_says_no_yes(families: Families, how: str) -> None:
    world = families.world
    await families.link(MOTHER)
    await families.link(CHILD)
    table = ENT.tables["ent_accounts"]
    barred = table.c.blocked if how == "blocked" else table.c.deleted_at
    statement = update(table).where(table.c.id == MOTHER).values({barred: True if how == "blocked" else world.now})
    await world.desk.records.run(lambda connection: connection.execute(statement))
    world.wait(minutes=3)

    with pytest.raises(Refusal, match="barred"):
        await families.say(MOTHER, yes=True)
    assert await families.waits()


async def test_a_parent_takes_back_even_a_yes_that_the_school_said(families: Families) -> None:
    world = families.world
    await families.link(CHILD)
    await families.say("directeur", yes=True, paper=True)
    mark = await world.mark()
    await families.link(FATHER)
    assert await world.told(FATHER, mark) == []  # nothing is asked, but `/charte` shows the child

    shown = await charters.read_charter(world.desk, world.caller(FATHER))
    assert [key.target for row in shown.buttons for key in row] == [str((await world.person(CHILD)).id)]
    await families.say(FATHER, yes=False)
    assert await families.waits()
