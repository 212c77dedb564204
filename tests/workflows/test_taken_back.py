"""What stands in chats after an erasure: worded again, taken back, or signed by the level of whoever wrote it."""

from __future__ import annotations

from datetime import timedelta

from bot.delivery import carrying
from bot.delivery.rules.retry import Sent
from bot.storage import cards, deliveries, outbox
from bot.storage.deliveries import Delivery
from bot.storage.work import Work
from bot.terms import ERASED
from bot.workflows.people import erasing, own_data
from bot.workflows.requests import verbs
from tests.workflows.codes import given, handed
from tests.workflows.test_erasing import SECRET, dumped
from tests.world import TELEGRAM, World


async def test_the_answers_of_an_erased_agent_stay_signed_by_the_school(world: World) -> None:
    number = await world.file("eleve")
    director = await world.person("directeur")
    await world.act("directeur", verbs.speak, number, world.saying("directeur", f"C’est réparé. {director.name}"))
    await world.act("directeur", verbs.note, number, world.saying("directeur", "Une note à moi"))
    await world.carry()
    mark = await world.mark()

    await world.act("directeur", own_data.erase)

    said = await world.exchange(number)
    assert [one.text for one in said] == ["Je n'y arrive pas", f"C’est réparé. {ERASED}", ERASED]
    card = await world.card("eleve", number)
    assert card.facts["exchange"][1]["who"] == "École"
    assert director.name not in await dumped(world)
    queued = [one for one in await world.letters("eleve", mark) if one["kind"] == "refresh"]
    about = [one["payload"]["about"] for one in queued if "about" in one["payload"]]
    retold = [await world.desk.look(outbox.said, int(one.partition(":")[2])) for one in about if "said:" in one]
    assert [(one.kind, one.facts["actor"], one.facts["text"]) for one in retold if one] == [
        ("answered", "École", f"C’est réparé. {ERASED}")
    ]


async def test_what_she_wrote_is_taken_back_from_other_chats(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Mot-très-privé", SECRET))
    await world.carry()
    told = await world.rows("cards", chat_id=TELEGRAM["directeur"], kind="replied")
    mark = await world.mark()

    await world.act("eleve", own_data.erase)

    edits = [row for row in await world.letters("directeur", mark) if row["kind"] == "refresh"]
    taken = {row["message_id"] for row in await world.letters("directeur", mark) if row["kind"] == "delete"}
    reworded = [row for row in edits if str(row["payload"].get("about", "")).startswith("said:")]
    assert {row["message_id"] for row in reworded} | taken == {row["message_id"] for row in told}
    assert len(taken) == 1
    drawn = await world.desk.look(outbox.said, int(reworded[0]["payload"]["about"].partition(":")[2]))
    assert drawn is not None
    assert drawn.kind == "words_erased"


async def test_what_was_said_long_ago_is_taken_back_too(world: World) -> None:
    number = await world.file("eleve")
    marc = await world.person("directeur")
    await world.desk.put(cards.record, TELEGRAM["directeur"], 77, number, marc.id, "replied")
    mark = await world.mark()

    await world.act("eleve", own_data.erase)

    edits = [row["payload"].get("about") for row in await world.letters("directeur", mark) if row["message_id"] == 77]
    assert edits == [f"withdrawn:{number}"]


async def test_a_notice_being_sent_meanwhile_is_taken_back_once_it_arrived(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)
    await world.carry()
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Mot-très-privé"))
    [sending] = [one for one in await world.desk.put(_claim) if one.kind == "notice"]

    await world.act("eleve", own_data.erase)
    await erasing.go_on(world.desk)
    assert await world.rows("erasures")
    await world.desk.put(carrying.record, sending, Sent(5555))
    for _ in range(3):
        await erasing.go_on(world.desk)

    edits = [
        row for row in await world.letters("directeur") if row["message_id"] == 5555 and row["kind"] == "refresh"
    ]
    assert [row["payload"]["about"] for row in edits] == [f"said:{sending.id}"]
    assert not await world.rows("erasures")


def _claim(work: Work) -> list[Delivery]:
    """Claims the notice with her words, once what stands before it in its chat has arrived."""
    while heads := deliveries.heads(work, 100):
        if wanted := [one for one in heads if one.kind == "notice" and "Mot" in str(one.payload)]:
            deliveries.claim(work, wanted, work.now + timedelta(seconds=15))
            return wanted
        for one in heads:
            carrying.record(work, one, Sent())
    return []


async def test_a_code_in_her_chat_is_deleted_and_her_number_forgotten(world: World) -> None:
    shown = await given(world, "directeur", "eleve", await world.file("eleve"))
    await handed(world, shown)

    await world.act("eleve", own_data.erase)
    assert [row["kind"] for row in await world.letters("eleve")] == ["delete"]
    await world.carry()
    for _ in range(3):
        await erasing.go_on(world.desk)

    assert str(TELEGRAM["eleve"]) not in await dumped(world)
