"""Words of people made inert: nothing in them does anything when it is touched, except that it is copied. Pure.

Telegram finds links, mentions, commands, tags and numbers in every text, and a touch opens, calls or sends them. It
finds none in `<code>`, where a touch copies (decision 46). What is found here is all that Telegram finds, and a bit
more: Telegram knows which endings of addresses exist, while here any two letters after a dot will do.
"""

from __future__ import annotations

import html
import re

_MOST = 5  #: passages of one text that stand in <code>; Telegram keeps at most a hundred entities of a message
_NUMBER = re.compile(r"\+?[0-9](?:[ .()\-\u00a0\u202f]*[0-9]){8,}")  # of a telephone or a bank card
_WORD = re.compile(r"\S+")
_TOUCHED = re.compile(
    r"://"  # an address with a protocol
    r"|@\w"  # a mention, or an address of mail
    r"|(?<![0-9A-Za-z_\u00c0-\u024f/<>])/\w"  # a command
    r"|#(?![0-9]+(?:[^\w\u00b7\u200c\u0d80-\u0dff]|$))\S|\$[A-Z1]"  # tags, which need a letter
    r"|[^\s.]\.[A-Za-z\u00c0-\u1fff\u2070-\U0010ffff]{2}"  # an address without a protocol
    r"|[0-9]\.[0-9]{1,3}\.[0-9]{1,3}\."  # one in numbers
)
_AROUND = ".,;:!?…()[]{}«»“”\"'’*_~`"  #: signs beside a word that are no part of it


def inert(text: str) -> str:
    """The cleaned text, escaped, with all that Telegram would make touchable in <code>."""
    pieces, end = list[str](), 0
    for start, stop in _passages(text):
        pieces += (_escaped(text[end:start]), f"<code>{_escaped(text[start:stop])}</code>")
        end = stop
    return "".join(pieces) + _escaped(text[end:])


def _passages(text: str) -> list[tuple[int, int]]:
    """Where each passage that Telegram would make touchable begins and ends; of many, one that holds them all."""
    found = [match.span() for match in _NUMBER.finditer(text)]
    found += [_bare(match) for match in _WORD.finditer(text) if _TOUCHED.search(match[0])]
    passages: list[tuple[int, int]] = []
    for start, stop in sorted(found):
        if passages and start <= passages[-1][1]:
            passages[-1] = (passages[-1][0], max(stop, passages[-1][1]))
        else:
            passages.append((start, stop))
    return passages if len(passages) <= _MOST else [(passages[0][0], passages[-1][1])]


def _bare(word: re.Match[str]) -> tuple[int, int]:
    """Where the word begins and ends without the signs around it."""
    start = word.end() - len(word[0].lstrip(_AROUND))
    return start, max(start, word.start() + len(word[0].rstrip(_AROUND)))


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)
