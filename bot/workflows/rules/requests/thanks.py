"""Tells thanks from an answer: a plain "merci" does not reopen a request."""

from __future__ import annotations

import re

_THANKS = re.compile(
    r"(?:(?:un |a )?(?:grand |tres |tr[eè]s )?(?:merci(?: (?:beaucoup|bien|infiniment|a vous|à vous|mille fois))?"
    r"|mille mercis|thanks?(?: you| a lot)?|thank you(?: very much| so much)?|thx|ok|okay|d.?accord|super|parfait"
    r"|genial|g[ée]nial|top|great|perfect|bonne journ[ée]e|bonjour|bonsoir|monsieur|madame|et|pour tout"
    r"|c.?est bon|[çc]a marche|it works|de votre aide|pour votre aide|for your help)[\s,.!;:…]*)+",
    re.IGNORECASE,
)
_DECORATION = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d🏻-🏿]")


def is_thanks(text: str) -> bool:
    """Whether a message only thanks or agrees, or is nothing but emoji."""
    words = _DECORATION.sub("", text).strip()
    return bool(text.strip()) and (not words or _THANKS.fullmatch(words) is not None)
