"""Internal messages, on every adapter."""

from __future__ import annotations

from bot.ent.directory import Directory, Reason
from tests.contracts.questions import why
from tests.contracts.stages import Stage

LINK = '<p>Bonjour Aurélie,</p><p><a href="https://t.me/palier_bot?start=abc">Ouvrir</a></p>'


async def test_a_message_is_read_by_the_one_it_is_for(stage: Stage) -> None:
    await stage.directory.send_message("aurelie.martin", "L’assistance", LINK)

    assert await stage.mailbox("aurelie.martin") == [("L’assistance", LINK)]
    assert await stage.mailbox("lea.martin") == []


async def test_administrators_read_messages_too(stage: Stage) -> None:
    await stage.directory.send_message("adjoint", "L’assistance", LINK)

    assert len(await stage.mailbox("adjoint")) == 1


async def test_nothing_is_sent_to_an_account_that_does_not_exist(directory: Directory) -> None:
    assert await why(directory.send_message("nobody", "L’assistance", LINK)) == Reason.GONE


async def test_nothing_is_sent_where_nobody_reads_yet(stage: Stage) -> None:
    await stage.never_activated("aurelie.martin")

    assert await why(stage.directory.send_message("aurelie.martin", "L’assistance", LINK)) == Reason.INACTIVE
    assert await stage.mailbox("aurelie.martin") == []


async def test_nothing_is_sent_to_a_pre_deleted_account(stage: Stage) -> None:
    assert await why(stage.directory.send_message("hugo.vidal", "L’assistance", LINK)) == Reason.GONE
    assert await stage.mailbox("hugo.vidal") == []
