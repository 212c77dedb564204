"""Whose a wait is that Telegram asks for where no message was sent: the whole bot's, or that of what was asked alone.

Telegram's own source says so. The server of the Bot API answers 429 to any call of a bot that has too many open ones,
after sixty seconds (`Client::send`), or while it closes the bot's connection (`Client::get_closing_error`): that is
the whole bot's. Longer waits come from Telegram's servers, for one kind of query (td: `NetQueryDelayer.cpp`).
A menu (`bots.setBotCommands`) and a deletion (`messages.deleteMessages`, which names no chat) are no messages.
"""

from __future__ import annotations

LONGEST_OF_THE_BOT = 60.0  #: seconds that `Client::fail_query_flood_limit_exceeded` asks for
NO_MESSAGES = frozenset({"delete", "leave", "menu"})  #: kinds of deliveries that make and change no message of a chat
EDITS = frozenset({"refresh", "bare"})  #: kinds of deliveries that change a message: their waits hold no new one
_COUNTED_ALONE = NO_MESSAGES | {"getMyCommands", "setMyCommands"}


def of_the_bot(what: str, seconds: float) -> bool:
    """Whether a wait of so many seconds holds the whole bot: `what` is the kind of a delivery, or a method.

    To be asked only of what makes and changes no message.
    """
    return what not in _COUNTED_ALONE or seconds <= LONGEST_OF_THE_BOT
