"""Duplicates: merging requests, and what those who treat them read of both."""

from __future__ import annotations

import json

from bot.terms import Attachment, Notice, Part, Status
from bot.workflows.requests import cards, leafing, verbs
from tests.workflows.steps import actions, escalated, merged, pressed
from tests.world import PHOTO, World

OTHER = Attachment("photo", "file-2", "unique-2", size=1000)


def read(card: Notice) -> list[tuple[str, int]]:
    """The texts of a card or a page, each with the number of the merged request that it is of, or 0."""
    return [(line["text"], line["number"]) for line in card.facts["exchange"]]


async def test_merging_closes_the_duplicate_and_tells_its_requester(world: World) -> None:
    mine, other = await world.file("eleve"), await world.file("parent")
    mark = await world.mark()

    await world.act("directeur", verbs.merge, mine, other)

    request = await world.request(mine)
    assert (request.status, request.merged_into) == (Status.CLOSED, other)
    assert await world.everybody_told(mark) == {"eleve": ["merged"]}


async def test_a_follower_sees_the_status_and_nothing_of_the_exchange(world: World) -> None:
    mine, other = await merged(world)

    card = await world.card("eleve", other)

    assert (card.kind, actions(card), pressed(card, "open")) == ("card_followed", ["open"], str(mine))
    assert "exchange" not in card.facts
    assert "code de la famille" not in json.dumps(dict(card.facts))
    assert (await world.refused("eleve", leafing.leaf, other)).reason == "follower-only"
    assert (await world.refused("eleve", cards.send_files, other)).reason == "follower-only"


async def test_whoever_treats_the_request_reads_the_words_of_the_duplicate_with_its_number(world: World) -> None:
    mine, other = await merged(world)

    both = {("Le code de la famille est perdu", 0), ("Je n'y arrive pas", mine)}
    assert set(read(await world.card("directeur", other))) == both
    assert set(read(await world.act("directeur", leafing.leaf, other))) == both


async def test_each_family_still_reads_only_its_own_words(world: World) -> None:
    mine, other = await merged(world)

    assert read(await world.card("parent", other)) == [("Le code de la famille est perdu", 0)]
    assert read(await world.act("parent", leafing.leaf, other)) == [("Le code de la famille est perdu", 0)]
    assert read(await world.card("eleve", mine)) == [("Je n'y arrive pas", 0)]


async def test_a_school_does_not_read_what_another_schools_family_wrote(world: World) -> None:
    ours, theirs = await world.file("eleve", text="Chez nous"), await world.file("parent2", text="Chez eux")
    await escalated(world, ours, 1)
    await world.act("directrice", verbs.escalate, theirs, world.saying("directrice", "Sans succès"))

    await world.act("erun", verbs.merge, theirs, ours)

    assert "Chez eux" in dict(read(await world.card("erun", ours)))
    assert "Chez eux" not in dict(read(await world.card("directeur", ours)))
    assert "Chez eux" not in dict(read(await world.act("directeur", leafing.leaf, ours)))


async def test_nobody_reads_the_notes_about_their_own_duplicate(world: World) -> None:
    ours, other = await world.file("directeur", "compte", "Pour moi"), await world.file("enseignant", "compte")
    await world.act("erun", verbs.note, ours, world.saying("erun", "Il insiste"))
    await world.act("erun", verbs.merge, ours, other)

    shown = dict(read(await world.card("directeur", other)))

    assert "Pour moi" in shown
    assert "Il insiste" not in shown
    assert "Il insiste" in dict(read(await world.card("erun", other)))


async def test_the_files_of_the_duplicate_are_sent_too(world: World) -> None:
    mine, other = await world.file("eleve"), await world.file("parent")
    await world.act("eleve", verbs.speak, mine, world.saying("eleve", "", OTHER))
    await world.act("parent", verbs.speak, other, world.saying("parent", "", PHOTO))
    await world.act("directeur", verbs.merge, mine, other)
    mark = await world.mark()

    await world.act("directeur", cards.send_files, other)
    await world.act("parent", cards.send_files, other)

    async def sent(key: str) -> set[str]:
        rows = [row for row in await world.letters(key, mark) if row["kind"] == "files"]
        return {file["file_id"] for row in rows for file in row["payload"]["files"]}

    assert await sent("directeur") == {"file-1", "file-2"}
    assert await sent("parent") == {"file-1"}


async def test_a_chain_of_duplicates_is_read_at_its_end_and_all_follow_that(world: World) -> None:
    first, second = await merged(world)
    third = await world.file("parent", text="Encore")
    mark = await world.mark()

    await world.act("directeur", verbs.merge, second, third)

    followers = {row["person"] for row in await world.rows("parties", request=third, part=Part.FOLLOWER)}
    assert followers == {(await world.person("eleve")).id, (await world.person("parent")).id}
    texts = {("Encore", 0), ("Le code de la famille est perdu", second), ("Je n'y arrive pas", first)}
    assert set(read(await world.card("directeur", third))) == texts
    [letter] = await world.letters("eleve", mark)
    facts = letter["payload"]["facts"]
    assert (letter["payload"]["kind"], letter["request"]) == ("followed_merged", first)
    assert (facts["number"], facts["into"], facts["follows"], facts["own"]) == (second, third, first, True)


async def test_a_request_is_not_merged_into_itself_nor_into_a_closed_one(world: World) -> None:
    mine, other = await merged(world)
    closed = await world.file("eleve")
    await world.act("eleve", verbs.withdraw, closed)

    assert (await world.refused("directeur", verbs.merge, other, other)).reason == "same-request"
    assert (await world.refused("directeur", verbs.merge, other, closed)).reason == "merge-into-closed"
    refusal = await world.refused("directeur", verbs.merge, other, mine)
    assert (refusal.reason, refusal.facts["into"]) == ("merged", other)


async def test_a_request_of_another_school_cannot_be_merged_and_looks_unknown(world: World) -> None:
    mine, theirs = await world.file("eleve"), await world.file("parent2")

    assert (await world.refused("directeur", verbs.merge, mine, theirs)).reason == "unknown-request"


async def test_a_merged_request_sends_agents_to_the_other_and_its_card_says_what_its_requester_may_do(
    world: World,
) -> None:
    mine, other = await merged(world)

    refusal = await world.refused("directeur", verbs.take, mine)

    assert (refusal.reason, refusal.facts["into"]) == ("merged", other)
    assert actions(await world.card("eleve", mine)) == ["answer", "confirm", "still"]
