"""Albums that arrive under numbers that are not consecutive, and albums of which a file is missing."""

from __future__ import annotations

import pytest

from bot.delivery import carrying
from bot.delivery.rules.retry import Sent
from bot.storage import deliveries, outbox
from bot.terms import Attachment
from bot.workflows.people import redrawing
from tests.world import TELEGRAM, World


@pytest.mark.parametrize("sent", [Sent(100, (105, 111)), Sent(100, (105,), lost=(1,))])
async def test_the_messages_of_an_album_are_taken_back_by_their_own_numbers(world: World, sent: Sent) -> None:
    number = await world.file("eleve")
    await world.carry()
    photos = [Attachment("photo", f"photo-{one}", f"p{one}") for one in range(3)]
    await world.desk.do(world.cause(), outbox.files, await world.person("directeur"), number, photos, "filed")
    heads = await world.desk.put(deliveries.heads, 100)
    (album,) = [one for one in heads if one.kind == "files" and one.chat_id == TELEGRAM["directeur"]]
    await world.desk.put(carrying.record, album, sent)

    await world.desk.do(world.cause(), redrawing.retell, await world.rows("outbox", id=album.id))

    gone = [row["message_id"] for row in await world.rows("outbox", kind="delete")]
    assert gone == [sent.message_id, *sent.others]
