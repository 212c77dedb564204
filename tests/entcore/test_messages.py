"""Messages through a real ENT: in whose name, never twice, and what the server hides."""

from __future__ import annotations

import pytest

from bot.ent.entcore.adapter import EntcoreDirectory
from bot.ent.entcore.messages import may_send
from bot.ent.reasons import Reason
from bot.terms import Declined, InDoubt
from tests.entcore.standin import Fault, Standin

SEND = "/conversation/externe"
WORDS = ("aurelie.martin", "L’assistance", "<p>Bonjour</p>")


async def test_messages_are_sent_in_the_name_of_the_bots_own_account(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    await directory.send_message(*WORDS)
    await directory.send_message(*WORDS)

    assert {one["from"] for one in standin.town.mail} == {"bot"}
    assert standin.asked("/auth/oauth2/userinfo") == 1


@pytest.mark.parametrize("fault", [Fault.CUT_AFTER, Fault.BROKEN, Fault.GATEWAY, Fault.HANG])
async def test_a_message_whose_answer_is_lost_is_in_doubt_and_not_sent_again(
    standin: Standin, directory: EntcoreDirectory, fault: Fault
) -> None:
    standin.fail(SEND, fault)

    with pytest.raises(InDoubt):
        await directory.send_message(*WORDS)

    assert standin.asked(SEND) == 1


async def test_an_account_out_of_sight_is_sent_nothing(standin: Standin, directory: EntcoreDirectory) -> None:
    standin.town.users["aurelie.martin"].structures = []

    with pytest.raises(Declined) as no:
        await directory.send_message(*WORDS)

    assert no.value.reason == Reason.GONE
    assert not standin.town.mail


async def test_a_bot_without_the_right_is_told_so_apart_from_who_cannot_be_seen(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    standin.fail(SEND, Fault.UNAUTHORIZED)

    with pytest.raises(Declined) as no:
        await directory.send_message(*WORDS)

    assert no.value.reason == Reason.FORBIDDEN


async def test_the_doctor_asks_for_the_right_without_sending_anything(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    assert await may_send(directory.server)
    standin.bot.scope = None
    assert not await may_send(directory.server)
    assert not standin.town.mail
