"""Invitations by the ENT's messaging: who is invited, in which words, and never twice in a week."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot import texts
from bot.storage import handouts
from bot.terms import Refusal
from bot.texts.linking import worded
from bot.workflows.desk import Desk
from bot.workflows.people import own_data
from tests.workflows.invited import (
    LINK,
    NEWCOMER,
    Mail,
    asked,
    boxes,
    change,
    confirmed,
    open_link,
    run,
    shown,
)
from tests.workflows.steps import actions
from tests.world import World


async def test_each_person_not_linked_receives_a_link_of_their_own_and_comes_in(world: World, mail: Mail) -> None:
    number = await confirmed(world, "parents")
    await run(world.desk)

    received = await boxes(world)
    links = [LINK.search(html) for several in received.values() for html in several]
    assert len({link[1] for link in links if link}) == len(received) == len(mail.asked)
    assert world.telegram.keys().isdisjoint(received)
    facts = await shown(world, number)
    assert (facts["stage"], facts["sent"], facts["total"]) == ("done", len(received), len(received))
    [html] = received["aurelie.martin"]
    assert "Bonjour Aurélie," in html
    assert "École Jean-Moulin vous invite" in html
    assert (await open_link(world, html)).kind == "linked"


async def test_a_pupil_is_invited_in_the_words_for_a_child(world: World, mail: Mail) -> None:
    await confirmed(world, "élèves CM2")
    await run(world.desk)

    assert all("t’invite" in html for several in (await boxes(world)).values() for html in several)


async def test_the_question_counts_who_is_invited_and_why_the_others_are_not(world: World, mail: Mail) -> None:
    await change(world, "aurelie.martin", activated=False)
    said = await asked(world, "parents")

    assert said.kind == "invite_asked"
    assert said.facts["invited"] == {"relative": said.facts["count"]}
    assert said.facts["dormant"] >= 1
    assert said.facts["linked"] >= 1
    assert said.facts["lately"] == 0
    assert "invite_now" in actions(said)
    assert not mail.asked


async def test_bare_it_offers_the_classes_and_the_profiles(world: World, mail: Mail) -> None:
    said = await asked(world)

    assert said.kind == "invite_whom"
    assert {"invite_class", "invite_profile", "invite_all"} <= set(actions(said))
    chosen = await world.press("directeur", "invite_profile", "relative")
    assert chosen is not None
    assert chosen.kind == "invite_asked"


@pytest.mark.parametrize("typed", ["bonjour à tous", "parents inactifs", "groupe:chorale", "CM9"])
async def test_words_that_name_nobody_lead_to_what_there_is(world: World, mail: Mail, typed: str) -> None:
    said = await asked(world, typed)

    assert (said.kind, said.facts["words"]) == ("invite_whom", typed)
    assert {"invite_class", "invite_profile", "invite_all"} <= set(actions(said))
    assert typed in texts.word(said, "fr").text
    chosen = await world.press("directeur", "invite_profile", "relative")
    assert chosen is not None
    assert chosen.kind == "invite_asked"


@pytest.mark.parametrize("typed", ["Martin", "léa martin", "lea.martin"])
async def test_a_person_s_name_is_answered_with_the_command_for_one_person(
    world: World, mail: Mail, typed: str
) -> None:
    with pytest.raises(Refusal, match="invite-person") as met:
        await asked(world, typed)

    assert met.value.facts["name"] == typed


@pytest.mark.parametrize("typed", ["CM2 parents", "parents cm2", "familles de la classe CM2", "classe:CM2 parent"])
async def test_the_parents_of_a_class_are_read_in_any_order(world: World, mail: Mail, typed: str) -> None:
    said = await asked(world, typed)

    assert (said.kind, said.facts["profile"], said.facts["class_name"]) == ("invite_asked", "relative", "CM2")


async def test_words_with_several_meanings_are_a_choice_that_one_tap_makes(world: World, mail: Mail) -> None:
    said = await asked(world, "parents élèves CM2")
    assert (said.kind, set(actions(said))) == ("invite_which", {"invite_class", "cancel"})

    target = said.buttons[0][0].target.partition(":")[2]
    chosen = await world.press("directeur", "invite_class", target)

    assert chosen is not None
    assert (chosen.kind, chosen.facts["profile"], chosen.facts["class_name"]) == ("invite_asked", "relative", "CM2")


async def test_an_invitation_that_makes_an_earlier_one_void_says_how_many(world: World, mail: Mail) -> None:
    await confirmed(world, "parents CM2")
    await run(world.desk)
    world.wait(days=8)

    said = await asked(world, "CM2 parents")

    assert said.facts["waiting"] == said.facts["count"] == len(mail.asked)


@pytest.mark.parametrize(
    ("key", "reason"), [("erun", "school-administrators-only"), ("parent", "administrators-only")]
)
async def test_only_the_administrators_of_a_school_invite(world: World, mail: Mail, key: str, reason: str) -> None:
    with pytest.raises(Refusal) as met:
        await asked(world, "parents", key)

    assert met.value.reason == reason


async def test_nobody_is_invited_twice_in_a_week_whoever_asks(world: World, mail: Mail) -> None:
    await confirmed(world)
    await run(world.desk)
    first = list(mail.asked)
    assert first

    world.now += timedelta(days=6, hours=23)
    with pytest.raises(Refusal, match="invite-nobody"):
        await asked(world, "parents CM2", "adjoint")
    await asked(world, "", "adjoint")
    said = await world.press("adjoint", "invite_all")
    assert said is not None
    assert said.facts["lately"] == len(first)

    world.now += timedelta(hours=2)
    await confirmed(world, "parents CM2", "adjoint")
    await run(world.desk)
    assert sorted(mail.asked) == sorted(first * 2)


async def test_two_administrators_who_confirm_at_once_invite_everybody_once(world: World, mail: Mail) -> None:
    await asked(world, "parents", "directeur")
    await asked(world, "parents", "adjoint")
    await asyncio.gather(world.press("directeur", "invite_now"), world.press("adjoint", "invite_now"))
    other = Desk(world.desk.records, mail, world.desk.policy, clock=world.desk.clock)
    other.letter, other.username = worded, world.desk.username

    await asyncio.gather(run(world.desk), run(other))
    await run(world.desk)

    assert len(mail.asked) == len(set(mail.asked))
    assert [row["state"] for row in await world.rows("mailings")] == ["done", "done"]


async def test_the_audit_names_each_person_invited_and_who_asked(world: World, mail: Mail) -> None:
    await confirmed(world)
    await run(world.desk)

    lines = await world.rows("audit", act="invite")
    assert sorted(line["account"] for line in lines) == sorted(mail.asked)
    assert {line["school"] for line in lines} == {"jean-moulin"}
    assert len(await world.rows("audit", act="mailing")) == len(await world.rows("audit", act="mailing_over")) == 1
    [handout] = await world.desk.look(handouts.of_school, "jean-moulin", 5)
    assert handout.accounts == len(mail.asked)


async def test_no_token_is_kept(world: World, mail: Mail) -> None:
    await confirmed(world)
    await run(world.desk)
    tokens = [
        match[1] for several in (await boxes(world)).values() for html in several if (match := LINK.search(html))
    ]

    for table in ("tokens", "invitations", "mailings", "outbox", "events", "audit", "causes"):
        rows = str(await world.rows(table))
        assert not any(token in rows for token in tokens)


async def test_what_is_erased_takes_its_invitation_along(world: World, mail: Mail) -> None:
    await confirmed(world)
    await run(world.desk)
    [html] = (await boxes(world))["aurelie.martin"]
    await open_link(world, html)
    world.telegram["aurelie.martin"] = NEWCOMER.telegram_id

    await world.act("aurelie.martin", own_data.erase)

    assert await world.rows("invitations", account="aurelie.martin") == []
