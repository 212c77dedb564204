"""What people are shown: the card, the queue, their own requests; strangers are shown nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.terms import Notice, Refusal
from bot.workflows.people import rights
from bot.workflows.requests import cards, queues, verbs
from tests.world import PHOTO, TELEGRAM, World

STRANGERS = ("enseignant", "directrice", "parent", "parent2", "directeur3", "erun", "erun2", "danei", "editeur")


def numbers(notice: Notice) -> list[int]:
    """The numbers of the requests on a page."""
    return [line["number"] for line in notice.facts["lines"]]


def further(notice: Notice) -> str:
    """The key of the next page; empty on the last one."""
    last = [row[0] for row in notice.buttons if row[0].action in ("queue", "mine")]
    return last[0].target if last else ""


def actions(notice: Notice) -> list[str]:
    """The actions of the buttons under a notice."""
    return [button.action for row in notice.buttons for button in row]


async def several(world: World, count: int) -> list[int]:
    """Files requests of one pupil, all due at the same moment; returns their numbers."""
    return [await world.file("eleve", text=f"Demande {n}") for n in range(count)]


# The queue


async def test_the_queue_shows_the_oldest_due_first(world: World) -> None:
    first = await world.file("eleve")
    world.now -= timedelta(hours=5)
    second = await world.file("parent")

    assert numbers(await world.act("directeur", queues.queue, "")) == [second, first]


async def test_the_queue_is_that_of_the_agents_own_desks(world: World) -> None:
    await world.file("eleve")
    theirs = await world.file("parent2")
    teachers = await world.file("enseignant", "compte")

    assert numbers(await world.act("directrice", queues.queue, "")) == [theirs]
    assert numbers(await world.act("erun", queues.queue, "")) == [teachers]
    assert numbers(await world.act("erun2", queues.queue, "")) == []


async def test_mine_and_free_part_the_queue(world: World) -> None:
    taken, free, other = await several(world, 3)
    await world.act("directeur", verbs.take, taken)
    await world.act("adjoint", verbs.take, other)

    assert numbers(await world.act("directeur", queues.queue, "moi")) == [taken]
    assert numbers(await world.act("directeur", queues.queue, "libres")) == [free]
    assert numbers(await world.act("directeur", queues.queue, "")) == [taken, free, other]


async def test_late_requests_are_those_past_their_working_days(world: World) -> None:
    late = await world.file("eleve")
    world.wait(days=2, minutes=1)
    await world.file("parent")

    page = await world.act("directeur", queues.queue, "retard")

    assert numbers(page) == [late]
    assert page.facts["lines"][0]["late"] is True


async def test_what_is_resolved_or_closed_leaves_the_queue(world: World) -> None:
    resolved, withdrawn, left = await several(world, 3)
    await world.act("directeur", verbs.resolve, resolved)
    await world.act("eleve", verbs.withdraw, withdrawn)

    assert numbers(await world.act("directeur", queues.queue, "")) == [left]


async def test_an_agent_of_two_desks_leafs_through_both_as_one(world: World) -> None:
    await world.appoint("directeur", ("director", "jean-moulin"), ("director", "louise-michel"))
    await rights.ask_again(world.desk, await world.person("directeur"))
    filed = []
    for turn in range(10):
        filed.append(await world.file("eleve" if turn % 3 else "parent2"))
        world.wait(minutes=1)

    seen = list[int]()
    after: str | None = ""
    while after is not None:
        page = await world.act("directeur", queues.queue, "", after)
        seen += numbers(page)
        after = further(page).partition(":")[2] or None

    assert len({line["place"] for line in page.facts["lines"]}) == 2
    assert seen == filed


@pytest.mark.parametrize("count", [8, 9, 20])
async def test_pages_of_requests_due_at_the_same_moment_lose_and_repeat_none(world: World, count: int) -> None:
    filed = await several(world, count)

    seen, after = [], ""
    while True:
        page = await world.act("directeur", queues.queue, "", after)
        seen.append(numbers(page))
        after = further(page).partition(":")[2]
        if not after:
            break

    assert [number for numbered in seen for number in numbered] == filed
    assert max(len(numbered) for numbered in seen) == world.desk.policy.page


async def test_an_unknown_filter_is_refused(world: World) -> None:
    refusal = await world.refused("directeur", queues.queue, "urgent")

    assert (refusal.reason, refusal.facts["name"]) == ("unknown-filter", "urgent")


@pytest.mark.parametrize("after", ["x", "1:x", "9" * 40, "-1:-1", "1", ":", "²:1", "9999999999999999999:1"])
async def test_a_forged_key_of_a_page_is_an_old_button(sqlite_world: World, after: str) -> None:
    assert (await sqlite_world.refused("directeur", queues.queue, "", after)).reason == "old-button"


@pytest.mark.parametrize("key", ["eleve", "parent", "enseignant"])
async def test_who_is_no_agent_has_no_queue(sqlite_world: World, key: str) -> None:
    assert (await sqlite_world.refused(key, queues.queue, "")).reason == "agents-only-queue"


# One's own requests


async def test_my_requests_are_mine_newest_first_page_by_page(world: World) -> None:
    filed = await several(world, 10)
    await world.file("parent")

    first = await world.act("eleve", queues.mine)
    second = await world.act("eleve", queues.mine, int(further(first)))

    assert numbers(first) + numbers(second) == filed[::-1]
    assert (len(numbers(first)), further(second)) == (8, "")


async def test_who_filed_nothing_is_offered_to_begin(world: World) -> None:
    assert actions(await world.act("eleve", queues.mine)) == ["new"]


async def test_a_request_i_follow_is_among_mine(world: World) -> None:
    mine, other = await world.file("eleve"), await world.file("parent")
    await world.act("directeur", verbs.merge, mine, other)

    assert numbers(await world.act("eleve", queues.mine)) == [other, mine]


# The card


async def test_the_card_shows_the_first_message_and_the_newest_and_counts_the_others(world: World) -> None:
    number = await world.file("eleve", text="0")
    for n in range(1, 16):
        await world.act("eleve", verbs.speak, number, world.saying("eleve", str(n)))

    facts = (await world.card("directeur", number)).facts

    assert [line["text"] for line in facts["exchange"]] == ["0", *(str(n) for n in range(4, 16))]
    assert facts["left_out"] == 3


async def test_the_card_of_a_new_request_offers_what_each_side_may_do(world: World) -> None:
    number = await world.file("eleve")

    agent = ["take", "answer", "code", "account", "ask", "escalate", "resolve", "conclude"]
    agent += ["note", "entrust", "correct"]
    assert actions(await world.card("directeur", number)) == agent
    assert actions(await world.card("eleve", number)) == ["answer", "correct", "withdraw"]


async def test_the_card_of_a_closed_request_offers_its_requester_to_reopen(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.resolve, number)
    await world.act("eleve", verbs.confirm, number)

    assert actions(await world.card("eleve", number)) == ["reopen"]
    assert actions(await world.card("directeur", number)) == []


async def test_every_button_of_a_card_leads_to_an_act_that_is_allowed(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)

    for key, verb in (("take", verbs.take), ("release", verbs.release), ("resolve", verbs.resolve)):
        if key in actions(await world.card("directeur", number)):
            assert (await world.act("directeur", verb, number)).kind.startswith("done_")


async def test_a_card_names_who_holds_the_request_and_who_answers_there(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)

    facts = (await world.card("eleve", number)).facts

    assert (facts["holder"], facts["desk"], facts["requester"]) == ("Marc Delattre", "École", "Inès Caron")


async def test_the_files_of_a_request_are_sent_again(world: World) -> None:
    number = await world.file("eleve")
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "", PHOTO))
    mark = await world.mark()

    await world.act("directeur", cards.send_files, number)

    assert await world.everybody_told(mark) == {"directeur": ["files"]}


async def test_files_of_notes_are_not_sent_to_the_requester(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.note, number, world.saying("directeur", "", PHOTO))

    assert (await world.refused("eleve", cards.send_files, number)).reason == "no-files"


# Strangers


@pytest.mark.parametrize("key", STRANGERS)
async def test_a_stranger_cannot_tell_a_request_from_one_that_does_not_exist(sqlite_world: World, key: str) -> None:
    number = await sqlite_world.file("eleve")

    for asked in (number, 404):
        with pytest.raises(Refusal) as met:
            await sqlite_world.card(key, asked)
        assert (met.value.reason, met.value.facts) == ("unknown-request", {"number": asked})


async def test_an_absurd_number_is_a_request_that_does_not_exist(world: World) -> None:
    for number in (0, 999_999_999, 2**62):
        assert (await world.refused("eleve", cards.send, number)).reason == "unknown-request"


# Reading


async def test_what_only_reads_tells_nobody(world: World) -> None:
    number = await world.file("eleve")
    mark = await world.mark()

    await world.act("directeur", cards.send, number)

    assert await world.everybody_told(mark) == {"directeur": ["card:"]}
    assert TELEGRAM["eleve"] not in {row["chat_id"] for row in await world.letters("directeur", mark)}
