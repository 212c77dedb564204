"""The guided creation of an announcement, the list, and who may."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot import texts
from bot.terms import Notice, Refusal
from bot.workflows import intake
from bot.workflows.announcements import asking, ending, pages
from bot.workflows.rules.calendar import ZONE
from tests.workflows.announced import TEXT, announced, planned, pressed, say, target, today
from tests.world import World


async def test_an_announcement_is_asked_for_step_by_step_and_put_online_once_confirmed(world: World) -> None:
    summary = await planned(world)
    assert summary.kind == "flash_sure"
    assert (summary.facts["title"], summary.facts["profiles"]) == ("Fête", ["student", "relative"])
    assert summary.facts["people"] > summary.facts["linked"] > 0
    assert await world.desk.directory.announcements("jean-moulin") == []

    said = await pressed(world, "flash_now")

    assert said.kind == "flash_online"
    (one,) = await world.desk.directory.announcements("jean-moulin")
    assert (one.said.texts, one.said.color, one.author) == ({"fr": TEXT}, "green", "Marc Delattre")
    act = (await world.rows("interventions"))[-1]
    assert (act["act"], act["state"], act["school"]) == ("announce", "done", "jean-moulin")


async def test_days_are_chosen_from_a_month_of_buttons(world: World) -> None:
    world.now = datetime(2026, 7, 10, 10, tzinfo=ZONE)
    await asking.start(world.desk, world.cause(), world.caller("directeur"))
    asked = await say(world, "Fête")
    words = [key.words for row in asked.buttons for key in row if key.action == "flash_from"]
    assert "[10]" in words
    assert "9" not in words  # it is past
    assert [key.words for row in asked.buttons for key in row if key.action == "flash_month"] == ["08/2026 ▶"]

    asked = await pressed(world, "flash_month", "2026-08")
    assert asked.facts["calendar"] == "2026-08-01"
    asked = await pressed(world, "flash_from", "2026-08-31")
    assert asked.kind == "flash_ends"
    assert asked.facts["calendar"] == "2026-08-01"
    asked = await pressed(world, "flash_until", "2026-08-31")
    assert asked.kind == "flash_profiles"
    for value in ("-", "2026-13-40", "hier"):
        with pytest.raises(Refusal, match=r"no-day-there|old-button"):
            await pressed(world, "flash_from", value)


async def test_both_days_may_be_typed_at_once(world: World) -> None:
    world.now = datetime(2026, 7, 1, 10, tzinfo=ZONE)
    await asking.start(world.desk, world.cause(), world.caller("directeur"))

    asked = await say(world, "Fête", "du 10 au 12 juillet")

    assert asked.kind == "flash_profiles"
    assert (asked.facts["starts"], asked.facts["ends"]) == ("2026-07-10", "2026-07-12")


@pytest.mark.parametrize(
    ("answers", "wrong", "reason"),
    [
        ((), "x" * 201, "flash-title-long"),
        (("Fête",), "31/02", "dates-none"),
        (("Fête",), "un jour", "flash-day-unread"),
        (("Fête",), "01/01/2020", "dates-past"),
        (("Fête", "demain"), "aujourd’hui", "flash-days-reversed"),
        (("Fête", "demain", "après-demain"), "les voisins", "unknown-profile"),
        (("Fête", "demain", "après-demain", "parents"), "x" * 601, "flash-text-long"),
        (("Fête", "demain", "après-demain", "parents", "Venez"), "mauve", "flash-color"),
        (("Fête", "demain", "après-demain", "parents", "Venez", "vert"), "peut-être", "flash-confirm"),
    ],
)
async def test_what_cannot_be_is_refused_and_nothing_changes(
    world: World, answers: tuple[str, ...], wrong: str, reason: str
) -> None:
    await asking.start(world.desk, world.cause(), world.caller("directeur"))
    for words in answers:
        await world.say("directeur", words)
    before = (await world.rows("drafts"))[0]["data"]["draft"] if answers else None

    with pytest.raises(Refusal, match=reason):
        await world.say("directeur", wrong)

    assert before is None or (await world.rows("drafts"))[0]["data"]["draft"] == before


@pytest.mark.parametrize(("starts", "receipt"), [(0, "est en ligne."), (1, "sera en ligne le 11 juil. 2026.")])
async def test_the_receipt_says_since_or_from_when_it_is_online(world: World, starts: int, receipt: str) -> None:
    world.now = datetime(2026, 7, 10, 10, tzinfo=ZONE)
    summary = await planned(world, starts=starts, ends=starts)
    assert f"Affiché le {10 + starts} juil. 2026, jusqu’à minuit" in _words(summary)

    said = await pressed(world, "flash_now")

    assert _words(said) == f"✅ Le message <b>Fête</b> {receipt}"


async def test_a_change_does_not_say_that_who_has_it_will_get_it(world: World) -> None:
    await announced(world)
    summary = await pages.edit(world.desk, world.cause(), world.caller("directeur"), await target(world))
    assert summary is not None
    assert "recevr" not in _words(summary)


async def test_words_after_a_command_may_still_go_on_with_a_half_made_announcement(world: World) -> None:
    await asking.start(world.desk, world.cause(), world.caller("directeur"))
    await say(world, "Fête")
    await intake.interrupt(world.desk, world.caller("directeur"))

    offered = await say(world, today(world))

    assert (offered.kind, offered.facts["why"]) == ("offer", "late")
    late = offered.buttons[0][0].target
    said = await intake.answer(world.desk, world.cause(), world.caller("directeur"), late)
    assert said is not None
    assert (said.kind, said.facts["title"]) == ("flash_ends", "Fête")


def _words(said: Notice) -> str:
    return texts.word(said, "fr").text.replace("\u00a0", " ").replace("\u202f", " ")


async def test_nobody_is_notified_of_what_begins_later(world: World) -> None:
    assert (await planned(world, starts=1)).kind == "flash_sure"
    with pytest.raises(Refusal, match="old-button"):
        await pressed(world, "flash_alert", "mail")


async def test_what_begins_today_may_be_told_by_mail_too_once(world: World) -> None:
    await asking.start(world.desk, world.cause(), world.caller("directeur"))
    asked = await say(world, "Fête", today(world), today(world), "parents", TEXT, "vert")
    assert asked.kind == "flash_alerts"
    await pressed(world, "flash_alert", "mail")

    said = await pressed(world, "flash_now")

    assert int(said.facts["told"]) > 0
    assert [row["act"] for row in await world.rows("interventions")] == ["announce", "alert_announcement"]


async def test_the_summary_warns_of_what_is_shown_at_the_same_time(world: World) -> None:
    for _ in range(2):
        await announced(world)
    summary = await planned(world)
    assert (summary.facts["beside"], summary.facts["crowded"]) == (["Fête", "Fête"], True)
    await world.cancel("directeur")
    assert (await planned(world, whom="enseignants")).facts["beside"] == []
    await world.cancel("directeur")
    assert (await planned(world, starts=20, ends=21)).facts["beside"] == []


@pytest.mark.parametrize("key", ["parent", "eleve", "enseignant", "erun"])
async def test_only_who_administers_a_school_announces(world: World, key: str) -> None:
    refused = "administrators-only"
    with pytest.raises(Refusal, match=refused):
        await asking.start(world.desk, world.cause(), world.caller(key))
    with pytest.raises(Refusal, match=refused):
        await pages.start(world.desk, world.caller(key), "")
    await announced(world)
    with pytest.raises(Refusal, match=refused):
        await ending.end(world.desk, world.cause(), world.caller(key), await target(world))


async def test_the_director_of_another_school_finds_nothing_of_it(world: World) -> None:
    await announced(world)
    aim = await target(world)
    await world.appoint("adjoint", ("adml", "louise-michel"))
    await world.move("adjoint", "louise-michel")
    await world.ask_again("adjoint")
    caller = world.caller("adjoint")

    assert (await pages.start(world.desk, caller, "")).facts["count"] == 0
    for act in (pages.card(world.desk, caller, aim), ending.end(world.desk, world.cause(), caller, aim)):
        with pytest.raises(Refusal, match=r"old-button|flash-gone"):
            await act
