"""Reaching: what is recorded of somebody who was thought not to be reachable, and is."""

from __future__ import annotations

from bot.storage import doubts, menus, outbox, people, undelivered
from bot.storage.work import Work


def regain(work: Work, telegram_id: int) -> bool:
    """Marks the people of that Telegram account as reachable by this bot; False where they all were.

    A menu that this bot has not set in their chat is set then, and what could not be deleted there is. What may not
    have reached them while they could be reached is shown to them again.
    """
    doubts.own_up(work, telegram_id)
    if not people.regain(work, telegram_id):
        return False
    undelivered.delete_again(work, telegram_id)
    shown, speaker = menus.of_chat(work, telegram_id), people.speaking(work, telegram_id)
    if speaker is not None and (shown is None or shown.bot != work.bot):
        outbox.menu(work, speaker)
    return True
