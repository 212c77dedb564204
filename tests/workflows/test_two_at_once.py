"""Two people act at the same moment, or the same update comes twice."""

from __future__ import annotations

import asyncio

from bot.terms import Done, Notice, Refusal, Status
from bot.workflows.requests import filing, verbs
from tests.world import World


async def outcome(world: World, key: str, number: int) -> Notice | Refusal:
    """That persona presses `Prendre`; returns the answer or the refusal."""
    try:
        return await world.act(key, verbs.take, number)
    except Refusal as refusal:
        return refusal


async def test_of_two_agents_who_take_at_once_one_wins_and_the_other_is_told_who(world: World) -> None:
    number = await world.file("eleve")
    mark = await world.mark()

    said = await asyncio.gather(outcome(world, "directeur", number), outcome(world, "adjoint", number))

    [won] = [notice for notice in said if isinstance(notice, Notice)]
    [lost] = [refusal for refusal in said if isinstance(refusal, Refusal)]
    holder = await world.person("directeur" if said[0] is won else "adjoint")
    request = await world.request(number)
    assert (won.kind, lost.reason, lost.facts["name"]) == ("done_taken", "held", holder.name)
    assert (request.status, request.holder, request.version) == (Status.OPEN, holder.id, 2)
    assert await world.told("eleve", mark) == ["taken"]


async def test_thirty_replies_at_once_are_all_kept(world: World) -> None:
    number = await world.file("eleve")
    replies = [world.saying("eleve", f"Précision {n}") for n in range(30)]

    await asyncio.gather(*(world.act("eleve", verbs.speak, number, saying) for saying in replies))

    first, *later = [message.text for message in await world.exchange(number)]
    assert first == "Je n'y arrive pas"
    assert sorted(later) == sorted(saying.text for saying in replies)
    assert (await world.request(number)).version == 31


async def test_answers_of_both_sides_at_once_are_all_kept(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)

    sayings = [(key, world.saying(key, f"{n}")) for n in range(8) for key in ("eleve", "directeur")]
    await asyncio.gather(*(world.act(key, verbs.speak, number, saying) for key, saying in sayings))

    request = await world.request(number)
    assert len(await world.exchange(number)) == 17
    assert request.version == 18
    assert request.holder is not None


async def test_the_same_update_delivered_twice_at_once_acts_once(world: World) -> None:
    cause, saying, caller = world.cause(), world.saying("eleve", "Bonjour"), world.caller("eleve")
    mark = await world.mark()

    filed = (world.desk.act(cause, caller, filing.start, "connexion", saying) for _ in range(2))
    said = await asyncio.gather(*filed, return_exceptions=True)

    assert [type(result) for result in said if result is not None] == [Done]
    assert len(await world.rows("requests")) == 1
    assert await world.told("directeur", mark) == ["card:filed"]


async def test_confirming_and_reopening_at_once_leaves_one_of_the_two(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.resolve, number)

    acts = (world.act("eleve", verbs.confirm, number), world.act("directeur", verbs.reopen, number))
    said = await asyncio.gather(*acts, return_exceptions=True)

    request = await world.request(number)
    [won] = [notice.kind for notice in said if isinstance(notice, Notice)]
    assert request.status is {"done_confirmed": Status.CLOSED, "done_reopened": Status.OPEN}[won]
    assert (request.closed_at is not None) == (request.status is Status.CLOSED)


async def test_two_requests_merged_into_each_other_at_once_do_not_both_close(world: World) -> None:
    first, second = await world.file("eleve"), await world.file("parent")

    acts = (
        world.act("directeur", verbs.merge, first, second),
        world.act("adjoint", verbs.merge, second, first),
    )
    said = await asyncio.gather(*acts, return_exceptions=True)

    assert len([notice for notice in said if isinstance(notice, Notice)]) == 1
    closed = [(await world.request(number)).status is Status.CLOSED for number in (first, second)]
    assert sorted(closed) == [False, True]


async def test_people_who_file_at_once_get_a_number_each(world: World) -> None:
    keys = ["eleve", "parent", "parent2", "enseignant"]
    sayings = [(keys[n % 4], world.saying(keys[n % 4], f"Demande {n}")) for n in range(20)]

    await asyncio.gather(*(world.act(key, filing.start, "connexion", saying) for key, saying in sayings))

    assert len({row["number"] for row in await world.rows("requests")}) == 20
