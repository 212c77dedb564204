"""Kinds of signs, as Telegram tells them apart when it looks for mentions, tags and links. An empty sign is none."""

from __future__ import annotations

import unicodedata


def is_word(sign: str) -> bool:
    """Tells whether a sign is a letter, a number or an underscore."""
    return sign == "_" or (sign != "" and unicodedata.category(sign)[0] in "LN")


def is_letter(sign: str) -> bool:
    """Tells whether a sign is a letter."""
    return sign != "" and unicodedata.category(sign)[0] == "L"


def is_tag(sign: str) -> bool:
    """Tells whether a sign can be part of a hashtag."""
    if sign == "":
        return False
    return sign in "_\u200c\xb7" or "\u0d80" <= sign <= "\u0dff" or unicodedata.category(sign) in _TAGS


def is_plain(sign: str) -> bool:
    """Tells whether a sign is a letter from A to Z, a digit or an underscore."""
    return sign == "_" or (sign.isascii() and sign.isalnum())


def is_linked(sign: str) -> bool:
    """Tells whether a sign outside of ASCII can be part of a link: all but spaces and most punctuation of U+20xx."""
    if "\u2000" <= sign <= "\u206f":
        return sign in "\u200c\u200d" or "\u2010" <= sign <= "\u2015"
    return unicodedata.category(sign)[0] != "Z"


_TAGS = frozenset({"Nd", "Lu", "Ll", "Lt", "Lm", "Lo"})
