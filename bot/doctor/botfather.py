"""Checks the settings of the bot that only @BotFather changes, as `getMe` tells them."""

from __future__ import annotations

from collections.abc import Iterator

from telegram import Bot

from bot.ent.finding import Finding


def settings(bot: Bot) -> Iterator[Finding]:
    """Whether inline mode is on, privacy mode on, groups off; and, as a note, whether private chats have topics."""
    me = bot.bot
    if me.supports_inline_queries:
        yield Finding("inline mode", "on")
    else:
        words = "off, so that no account can be searched from other chats: send /setinline to @BotFather"
        yield Finding("inline mode", words, fine=False)
    if me.can_read_all_group_messages:
        words = (
            "off, so that the bot reads all that is written in its groups: send /setprivacy to @BotFather, “Enable”"
        )
        yield Finding("privacy mode", words, fine=False)
    else:
        yield Finding("privacy mode", "on")
    if me.can_join_groups:
        words = "on, so that anybody may add the bot to a group: send /setjoingroups to @BotFather, “Disable”"
        yield Finding("groups", words, fine=False)
    else:
        yield Finding("groups", "off")
    yield Finding("topics", _topics(bool(me.has_topics_enabled), bool(me.allows_users_to_create_topics)))


def _topics(on: bool, opened_by_people: bool) -> str:
    if not on:
        return "off in private chats"
    people = ", and people may open some" if opened_by_people else ""
    advice = "to switch them off, open @BotFather, Bot Settings, Threads Settings"
    return f"on in private chats{people}: answers go to the topic in which they were asked; {advice}"
