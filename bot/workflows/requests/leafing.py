"""The whole exchange of a request, page by page, oldest first; and the files of a page."""

from __future__ import annotations

from bot.storage.exchange import Message
from bot.terms import Button, Notice
from bot.workflows import looks
from bot.workflows.desk import Turn
from bot.workflows.requests import exchanges, scenes, telling
from bot.workflows.rules.requests.leafing import Piece, page, read_key, write_key

_TOGETHER = 15  # messages of one page


def leaf(turn: Turn, number: int, key: str = "") -> Notice:
    """The page of the exchange that begins at that key: complete texts, and notes only for who may read them.

    A button leads to the next page, another sends the files of this one. Refused to strangers and followers.
    """
    messages, pieces, following = _page(turn, number, key)
    request = scenes.found(turn.work, turn.me, number)[0]
    looks.at_request(turn, request)
    lines = exchanges.lines(turn.work, messages, turn.me, request)
    shown = [
        lines[piece.index]
        | {"text": messages[piece.index].text[piece.start : piece.end], "continued": piece.start > 0}
        | ({"files": 0} if piece.start else {})
        for piece in pieces
    ]
    buttons = []
    if any(messages[piece.index].files for piece in pieces if not piece.start):
        buttons.append(Button("enclosed", f"{number}:{key}", turn.me.id))
    if following:
        buttons.append(Button("further", f"{number}:{following}", turn.me.id))
    facts = telling.facts_of(request) | {"exchange": shown, "further": bool(key)}
    return Notice("exchange", facts, (tuple(buttons),) if buttons else (), request=number)


def send_enclosed(turn: Turn, number: int, key: str = "") -> None:
    """Queues the files of that page for the person; refused where it has none, and as `leaf` refuses."""
    messages, pieces, _ = _page(turn, number, key)
    looks.at_request(turn, scenes.found(turn.work, turn.me, number)[0])
    exchanges.send(turn, number, [messages[piece.index] for piece in pieces if not piece.start])


def _page(turn: Turn, number: int, key: str) -> tuple[list[Message], list[Piece], str]:
    """The messages from that key on, the pieces of them on the page, and the key of the next page; empty for none."""
    first, offset = read_key(key)
    messages = exchanges.of(turn.work, turn.me, number).since(turn.work, first, _TOGETHER + 1)
    offset = offset if messages and messages[0].id == first else 0
    pieces, rest = page([message.text for message in messages[:_TOGETHER]], offset)
    if rest is None and len(messages) > _TOGETHER:
        rest = _TOGETHER, 0
    return messages, pieces, write_key(messages[rest[0]].id, rest[1]) if rest else ""
