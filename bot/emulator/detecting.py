"""What Telegram finds in a text by itself: links, addresses, mentions, commands, hashtags, cashtags, bank cards.

The rules are those of TDLib's `find_entities`, but for addresses without `https://`: Telegram knows all top-level
domains, here those are known that people in France type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .nesting import Span

_TLD = (
    "fr|com|org|net|eu|info|edu|gouv|io|me|be|ch|ca|de|uk|es|it|paris|bzh|corsica|alsace|re|gp|mq|nc|pf|yt|tv|co|app"
)
_END = r"(?<![.:;,('?!`])"
_PATH = r"(?:[/?#][^\s<>\"«»\u2000-\u200b\u200e\u200f\u2016-\u206f]*)?"
_DOMAIN = rf"(?:[\w~-]+\.)+(?:{_TLD})(?![\w~-])(?:\.(?![\w~-]))?(?::\d{{1,5}})?"
_TAG = r"\w·\u200c"
_PATTERNS = (
    ("mention", r"(?<![\w@])@[A-Za-z0-9_]{4,32}(?!\w)"),
    ("bot_command", r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])"),
    (
        "hashtag",
        r"(?<![\w·\u200c#])#(?=[\w·\u200c]*[^\W\d_])[\w·\u200c]{1,256}(?:@[A-Za-z0-9_]{3,32})?(?![\w·\u200c#])",
    ),
    ("cashtag", r"(?<![\w$])\$(?:1INCH|[A-Z]{1,8})(?:@[A-Za-z0-9_]{3,32})?(?![\w$])"),
    ("email", r"(?<![\w.@+/#-])[\w.+-]{1,64}@(?:[\w-]+\.)+[a-z]{2,8}(?![\w-])"),
    ("url", rf"(?<!\w)(?:https?|ftp)://(?:[\w.~-]+)\.(?:{_TLD}|[a-z]{{2,}})(?![\w~-])(?::\d{{1,5}})?{_PATH}{_END}"),
    ("url", rf"(?<![\w/#@.~-])(?<!://){_DOMAIN}{_PATH}{_END}"),
)
_FOUND = tuple(
    (kind, re.compile(pattern, re.IGNORECASE if kind in ("url", "email") else 0)) for kind, pattern in _PATTERNS
)


def found(text: str) -> Iterator[Span]:
    """Yields what is found, in its order; of two that overlap only the one that begins first, or else the longer."""
    spans = [Span(kind, m.start(), m.end()) for kind, pattern in _FOUND for m in pattern.finditer(text)]
    last = 0
    for span in sorted(spans, key=lambda one: one.order):
        if span.start >= last:
            last = span.end
            yield span
