"""What Telegram finds in a text by itself: mentions, commands, tags, bank cards; `addresses` finds links.

Phone numbers are not found: only Telegram's server looks for them, and its rule is not public.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .addresses import links
from .nesting import Span, apart, order
from .signs import is_letter, is_tag, is_word

SHORT_NAMES = frozenset({"gif", "nft", "pic", "ufc", "vid"})
_MENTION = re.compile(r"@([A-Za-z0-9_]*)")
_COMMAND = re.compile(r"/([A-Za-z0-9_]*)(@[A-Za-z0-9_]*)?")
_CASHTAG = re.compile(r"\$(1INCH|[A-Z]*)(@[A-Za-z0-9_]{3,32}(?![A-Za-z0-9_]))?")
_BEFORE_TAG = re.compile(r"@[A-Za-z0-9_]{3,32}")
_DIGITS = re.compile(r"[0-9][0-9 -]*")


def found(text: str) -> list[Span]:
    """Returns what Telegram finds in a text, sorted; none overlaps another."""
    spans: list[Span] = []
    for finder in (_mentions, _commands, _hashtags, _cashtags, _cards, links):
        spans += finder(text)
    return apart(sorted(spans, key=order))


def _mentions(text: str) -> Iterator[Span]:
    for match in _MENTION.finditer(text):
        name = match[1]
        if is_word(text[max(match.start() - 1, 0) : match.start()]) or is_word(text[match.end() : match.end() + 1]):
            continue
        if 4 <= len(name) <= 32 or name.lower() in SHORT_NAMES:
            yield Span("mention", match.start(), match.end())


def _commands(text: str) -> Iterator[Span]:
    for match in _COMMAND.finditer(text):
        before, after = text[max(match.start() - 1, 0) : match.start()], text[match.end() : match.end() + 1]
        if any(is_word(sign) or (sign and sign in "/<>") for sign in (before, after)):
            continue
        if 1 <= len(match[1]) <= 64 and (match[2] is None or 4 <= len(match[2]) <= 33):
            yield Span("bot_command", match.start(), match.end())


def _hashtags(text: str) -> Iterator[Span]:
    at = text.find("#")
    while at >= 0:
        start, at = at, at + 1
        if not is_tag(text[max(start - 1, 0) : start]):
            while at < len(text) and is_tag(text[at]):
                at += 1
            end = min(at, start + 257)
            letters = any(is_letter(sign) for sign in text[start + 1 : end])
            if end == at > start + 1 and (place := _BEFORE_TAG.match(text, at)):
                at = end = place.end()
            if letters and text[at : at + 1] != "#":
                yield Span("hashtag", start, end)
        at = text.find("#", at)


def _cashtags(text: str) -> Iterator[Span]:
    for match in _CASHTAG.finditer(text):
        before, after = text[max(match.start() - 1, 0) : match.start()], text[match.end() : match.end() + 1]
        if 1 <= len(match[1]) <= 8 and not any(sign == "$" or is_tag(sign) for sign in (before, after)):
            yield Span("cashtag", match.start(), match.end())


def _cards(text: str) -> Iterator[Span]:
    at = 0
    while match := _DIGITS.search(text, at):
        before = text[max(match.start() - 1, 0) : match.start()]
        at = match.end()
        if before and (before in ".,+-_" or is_letter(before)):
            continue
        whole = re.compile(r"[0-9]{16,19}(?= )").match(text, match.start())
        at = whole.end() if whole else at
        number = text[match.start() : at].rstrip(" -")
        digits = re.sub("[^0-9]", "", number)
        after = text[match.start() + len(number) :][:1]
        fits = 13 <= len(digits) <= 19 and len(number) <= 2 * len(digits) - 1
        if fits and not (after and (after in "-_" or is_letter(after))) and _is_card(digits):
            yield Span("bank_card_number", match.start(), match.start() + len(number))


def _is_card(digits: str) -> bool:
    doubled = [int(digit) * 2 for digit in digits[-2::-2]]
    if (sum(int(digit) for digit in digits[::-2]) + sum(n - 9 if n > 9 else n for n in doubled)) % 10:
        return False
    count, two, four = len(digits), int(digits[:2]), int(digits[:4])
    if two // 10 == 4:
        return count in (13, 16, 18, 19)
    if 51 <= two <= 55 or 2221 <= four <= 2720:
        return count == 16
    if two in (34, 37):
        return count == 15
    if two in (62, 81):
        return count >= 16
    return count == 16 or not 2200 <= four <= 2204
