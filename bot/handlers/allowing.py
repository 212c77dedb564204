"""What is still open to whoever may do nothing else: an account that cannot log in, a pupil who waits for a yes."""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from bot.handlers import conversations
from bot.handlers.reading import Event

#: commands and buttons that a pupil or a relative whose account is blocked may use, to ask why and read the answer
_ASKING = (conversations.PART - {"run"}) | {
    *("start", "assistance", "mesdemandes", "demande", "repondre", "clore", "rouvrir", "aide", "charte", "langue"),
    *("mine", "show", "open", "files", "all", "further", "enclosed"),
    *("answer", "confirm", "reopen", "still", "withdraw"),
    *("accept", "language", "help", "help_back", "article", "help_thanks"),
}

#: what anybody may do whose account cannot log in: read the charter, have their own data and erase them or not, and
#: unlink the account where another one is linked beside it
_OWN = frozenset({"mesdonnees", "charte", "accept", "export", "erase", "erase_now", "cancel", "unlink", "unlink_now"})

#: what a pupil who waits for a yes may do: a request of theirs is open to them where it is a cry for help
_EARLY = _ASKING | _OWN


def marked(event: Event) -> Event:
    """The event, marked by what it does: what a blocked account may do to ask why, what a pupil who waits may do.

    Marked, too, where it is what anybody who cannot log in may do with their own account.
    """
    does = event.command if event.edited else event.does
    asks = event.inline is None and (not does or does in _ASKING)
    early = event.inline is None and (not does or does in _EARLY)
    own = event.inline is None and does in _OWN
    return structs.replace(event, caller=replace(event.caller, asks=asks, early=early, own=own))
