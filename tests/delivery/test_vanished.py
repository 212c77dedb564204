"""What the records keep of a message that vanished, and what a reader is told of files that could not be sent."""

from __future__ import annotations

from bot.delivery import carrying
from bot.delivery.rules.retry import Sent, Vanished
from bot.storage import cards, outbox
from bot.storage.work import Work
from bot.terms import Attachment, DeliveryState
from tests.delivery.test_changed_on_the_way import ARRIVED, taken_in_hand
from tests.world import World


async def test_a_card_that_vanished_is_edited_no_more_and_does_not_come_back(world: World) -> None:
    number = await world.file("eleve")
    await world.desk.put(carrying.record, await taken_in_hand(world, "adjoint", "card"), ARRIVED)

    def change(work: Work) -> None:
        work.because("test:changed")
        outbox.refresh(work, number)

    await world.desk.put(change)
    edit = await taken_in_hand(world, "adjoint", "refresh")
    state = await world.desk.put(carrying.record, edit, Vanished("message to edit not found"))

    assert state is DeliveryState.SENT
    assert not [one for one in await world.desk.look(cards.live, number) if one.chat_id == world.telegram["adjoint"]]
    assert not await world.rows("outbox", state="queued", chat_id=world.telegram["adjoint"])


async def test_the_reader_of_an_album_hears_which_files_did_not_arrive(world: World) -> None:
    number = await world.file("eleve")
    reader = await world.person("adjoint")
    pair = [Attachment("photo", "a", "a"), Attachment("photo", "b", "b")]

    def enclose(work: Work) -> None:
        work.because("test:files")
        outbox.files(work, reader, number, pair, "card")

    await world.desk.put(enclose)
    await world.desk.put(carrying.record, await taken_in_hand(world, "adjoint", "files"), Sent(9, lost=(1,)))

    [told] = await world.rows("outbox", state="queued", chat_id=world.telegram["adjoint"])
    assert told["payload"]["kind"] == "files_lost"
    assert told["payload"]["facts"]["which"] == "2"
