"""Checks what Telegram lets the bot do: answer inline queries, and write in the groups that it has messages for."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import Bot, ChatMember, ChatMemberRestricted
from telegram.error import TelegramError

from bot.ent.finding import Finding


def inline(bot: Bot) -> Finding:
    """Whether inline mode is on, so that accounts can be searched from any chat."""
    if bot.supports_inline_queries:
        return Finding("inline mode", "on")
    return Finding("inline mode", "off: send /setinline to @BotFather", fine=False)


async def groups(bot: Bot, chats: Sequence[int]) -> Finding:
    """Whether the bot may write in each of these groups."""
    closed = [str(chat) for chat in chats if not await _may_write(bot, chat)]
    if not closed:
        return Finding("groups", f"the bot may write in {len(chats)}")
    advice = "make it a member there that may send messages"
    return Finding("groups", f"the bot may not write in {', '.join(closed)}: {advice}", fine=False)


async def _may_write(bot: Bot, chat: int) -> bool:
    try:
        member = await bot.get_chat_member(chat, bot.id)
    except TelegramError:  # the bot left the group, or the group is gone
        return False
    if isinstance(member, ChatMemberRestricted):
        return member.can_send_messages
    return member.status not in (ChatMember.LEFT, ChatMember.BANNED)
