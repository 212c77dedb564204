"""What the records keep of a message that vanished, and what a reader is told of files that could not be sent."""

from __future__ import annotations

import pytest

from bot import texts
from bot.delivery import carrying
from bot.delivery.rules.retry import Rejected, Sent, Vanished
from bot.storage import cards, exchange, outbox
from bot.storage.work import Work
from bot.terms import Attachment, DeliveryState, Notice
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


@pytest.mark.parametrize(("kind", "name", "which"), [("photo", "", "2"), ("document", "b.pdf", "2 (b.pdf)")])
async def test_a_file_of_an_album_that_came_one_by_one_is_counted_among_all_of_it(
    world: World, kind: str, name: str, which: str
) -> None:
    number = await world.file("eleve")
    reader = await world.person("adjoint")
    three = [Attachment(kind, one, one, name and f"{one}.pdf", album="k") for one in "abc"]

    def enclose(work: Work) -> None:
        work.because("test:files")
        said = exchange.first(work, number)
        assert said is not None
        exchange.add_files(work, said.id, three)
        outbox.files(work, reader, number, three[1:2], "card")

    await world.desk.put(enclose)
    await world.desk.put(carrying.record, await taken_in_hand(world, "adjoint", "files"), Rejected("too big"))

    [told] = await world.rows("outbox", state="queued", chat_id=world.telegram["adjoint"])
    facts = told["payload"]["facts"]
    assert (facts["files"], facts["lost"], facts["which"]) == (3, 1, which)
    said = texts.plain(texts.word(Notice("files_lost", facts), "fr").text)
    assert f"un des 3 fichiers joints, le n°{which}, n’a pas pu" in said


async def test_a_document_that_went_alone_is_named(world: World) -> None:
    said = texts.word(Notice("files_lost", {"number": 4, "lost": 1, "files": 1, "which": "1", "name": "b.pdf"}), "fr")

    assert "le fichier joint «\u00a0b.pdf\u00a0» n’a pas pu être transmis" in texts.plain(said.text)
