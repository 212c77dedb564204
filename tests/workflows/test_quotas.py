"""Quotas: nobody drowns a school, nothing that they wrote is lost, and a frightened child is always heard."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.terms import Notice, Origin, Refusal
from bot.workflows.policy import Quota
from bot.workflows.requests import filing, verbs
from tests.world import PHOTO, World

FEAR = "Un grand me frappe tous les jours, j'ai peur"


@pytest.fixture
def strict(world: World) -> World:
    """The world with its limits on."""
    world.desk.policy = replace(world.desk.policy, limits=True)
    return world


async def refusals(world: World, key: str, after: int) -> list[str]:
    """The reasons of the refusals queued for that persona after a mark."""
    rows = await world.letters(key, after)
    return [row["payload"]["reason"] for row in rows if row["kind"] == "refusal"]


async def begin(world: World, key: str, text: str) -> Any:
    """That persona types a complete request."""
    return await world.act(key, filing.start, "connexion", world.saying(key, text))


async def test_sixty_one_requests_of_one_pupil_make_six_cards(strict: World) -> None:
    mark = await strict.mark()
    for number in range(61):
        await begin(strict, "eleve", f"Demande {number}")
        strict.wait(seconds=0.5)

    cards = [kind for kind in await strict.told("directeur", mark) if kind == "card:filed"]
    assert len(cards) == strict.desk.policy.quotas.pupils.requests == 6
    assert len(await strict.rows("requests")) == 6


async def test_the_request_that_was_too_many_waits_until_it_may_be_sent(strict: World) -> None:
    for number in range(6):
        await begin(strict, "eleve", f"Demande {number}")
        strict.wait(minutes=1)
    mark = await strict.mark()

    said = await begin(strict, "eleve", "La septième")

    assert isinstance(said, Notice)
    assert said.kind == "summary"
    assert said.facts["text"] == "La septième"
    assert await refusals(strict, "eleve", mark) == ["quota-requests"]
    with pytest.raises(Refusal, match="quota-requests"):
        await strict.press("eleve", "send")
    strict.wait(minutes=55)
    await strict.press("eleve", "send")
    [last] = (await strict.rows("requests"))[6:]
    assert [one.text for one in await strict.exchange(last["number"])] == ["La septième"]


async def test_a_request_by_the_buttons_is_counted_too_and_its_draft_stays(strict: World) -> None:
    for number in range(6):
        await begin(strict, "eleve", f"Demande {number}")
    await strict.new("eleve")
    await strict.press("eleve", "category", "connexion")
    await strict.say("eleve", "Encore une")

    with pytest.raises(Refusal, match="quota-requests"):
        await strict.press("eleve", "send")

    [draft] = await strict.rows("drafts", chat_id=strict.telegram["eleve"])
    assert "Encore une" in str(draft["data"])


async def test_words_beyond_the_quota_are_kept_and_sent_by_their_button_later(strict: World) -> None:
    number = await strict.file("eleve")
    for index in range(60):
        await strict.act("eleve", verbs.speak, number, strict.saying("eleve", f"Mot {index}"))
    mark, told = await strict.mark(), len(await strict.told("directeur"))
    reply_to = await strict.at("eleve", "filed")

    said = await strict.say("eleve", "Le mot de trop", reply_to=reply_to)

    assert said is not None
    assert said.kind == "offer"
    assert await refusals(strict, "eleve", mark) == ["quota"]
    assert len(await strict.told("directeur")) == told
    with pytest.raises(Refusal, match="quota"):
        await strict.press("eleve", "reply_to", f"answer:{number}")
    strict.wait(minutes=61)
    await strict.press("eleve", "reply_to", f"answer:{number}")
    assert (await strict.exchange(number))[-1].text == "Le mot de trop"


async def test_a_child_who_is_afraid_is_heard_beyond_every_quota(strict: World) -> None:
    for number in range(6):
        await begin(strict, "eleve", f"Demande {number}")
    await strict.say("eleve", FEAR)
    await strict.press("eleve", "tell_school")
    call = (await strict.rows("requests"))[-1]
    assert call["category"] == "danger"
    for index in range(100):
        await strict.act("eleve", verbs.speak, call["number"], strict.saying("eleve", f"Mot {index}"))


async def test_many_calls_for_help_are_one_request_and_are_told_each_time(strict: World) -> None:
    mark = await strict.mark()
    for index in range(10):
        await strict.say("eleve", f"{FEAR} {index}")
        await strict.press("eleve", "tell_school")
        strict.wait(seconds=20)

    calls = [row for row in await strict.rows("requests") if row["category"] == "danger"]
    assert len(calls) == 1
    words = [one.text for call in calls for one in await strict.exchange(call["number"])]
    assert words == [f"{FEAR} {index}" for index in range(10)]
    told = await strict.told("directeur", mark)
    assert len([kind for kind in told if kind == "card:filed" or kind == "replied"]) == 10


async def test_taking_and_releasing_without_end_ends(strict: World) -> None:
    allow(strict, agents=Quota(others=9))
    number = await strict.file("eleve")
    for _ in range(4):
        await strict.act("directeur", verbs.take, number)
        await strict.act("directeur", verbs.release, number)
    await strict.act("directeur", verbs.take, number)

    assert (await strict.refused("directeur", verbs.release, number)).reason == "quota"


async def test_a_clock_that_was_ahead_counts_against_nobody(strict: World) -> None:
    strict.wait(days=300)
    for number in range(6):
        await begin(strict, "eleve", f"Demande {number}")
    strict.wait(days=-300)

    await begin(strict, "eleve", "Après la remise à l'heure")

    assert len(await strict.rows("requests")) == 7


async def test_files_are_counted(strict: World) -> None:
    allow(strict, pupils=Quota(files=3))
    number = await strict.file("eleve")
    for index in range(3):
        photo = replace(PHOTO, file_id=f"f{index}", unique_id=f"u{index}")
        await strict.act("eleve", verbs.speak, number, strict.saying("eleve", "", photo))

    assert (await strict.refused("eleve", verbs.speak, number, strict.saying("eleve", "", PHOTO))).reason == "quota"
    await strict.act("eleve", verbs.speak, number, strict.saying("eleve", "Sans fichier"))


def allow(world: World, **quotas: Quota) -> None:
    """Sets the quota of a kind of people."""
    allowed = replace(world.desk.policy.quotas, **quotas)  # type: ignore[arg-type]
    world.desk.policy = replace(world.desk.policy, quotas=allowed)


async def answered(world: World) -> tuple[int, Origin]:
    """A request with an answer of the pupil's; its number, and the message of the answer."""
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)
    saying = world.saying("eleve", "Un")
    await world.act("eleve", verbs.speak, number, saying)
    assert saying.origin is not None
    await world.carry()
    return number, saying.origin


async def test_edits_within_a_minute_make_one_notice_with_the_last_text(strict: World) -> None:
    _, origin = await answered(strict)
    mark = await strict.mark()
    for text in ("Deux", "Trois", "Quatre"):
        await strict.edit("eleve", origin, text)
        strict.wait(seconds=10)

    letters = [row for row in await strict.letters("directeur", mark) if row["kind"] == "notice"]
    assert [row["payload"]["facts"]["text"] for row in letters] == ["Quatre"]
    assert [row["payload"]["facts"]["before"] for row in letters] == ["Un"]


async def test_edits_after_the_notice_was_sent_change_it_where_it_stands(strict: World) -> None:
    number, origin = await answered(strict)
    mark = await strict.mark()
    await strict.edit("eleve", origin, "Deux")
    await strict.carry()
    for text in ("Trois", "Quatre"):
        strict.wait(seconds=10)
        await strict.edit("eleve", origin, text)

    letters = await strict.letters("directeur", mark)
    [sent] = [row for row in letters if row["kind"] == "notice"]
    edits = [row for row in letters if "notice" in row["payload"]]
    assert {row["message_id"] for row in edits} == {sent["message_id"]}
    assert edits[-1]["payload"]["notice"]["facts"]["text"] == "Quatre"
    strict.wait(minutes=2)
    await strict.edit("eleve", origin, "Cinq")
    assert len([row for row in await strict.letters("directeur", mark) if row["kind"] == "notice"]) == 2
    assert (await strict.exchange(number))[-1].text == "Cinq"


async def test_edits_are_counted(strict: World) -> None:
    _, origin = await answered(strict)
    for index in range(30):
        await strict.edit("eleve", origin, f"Version {index}")

    with pytest.raises(Refusal, match="quota"):
        await strict.edit("eleve", origin, "La trente et unième")
