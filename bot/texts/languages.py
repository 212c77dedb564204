"""The sentences of each language, from its Fluent file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Message

LANGUAGES = ("fr", "en")

Value = str | int

_SPACE_BEFORE = re.compile(r"(?<=«) | (?=[?!:;»])")


class Language:
    """One language's sentences by key."""

    def __init__(self, code: str) -> None:
        self.code = code
        source = files("bot.texts").joinpath(f"{code}.ftl").read_text("utf-8")
        self._bundle = FluentBundle([code], use_isolating=False)
        resource = FluentResource(self.typeset(source))
        self._bundle.add_resource(resource)
        self._plain: dict[str, str] = {}  #: names and labels, which no fact changes, as they were said before
        self._names = frozenset(entry.id.name for entry in resource.body if isinstance(entry, Message))

    def names(self) -> frozenset[str]:
        """The names of all its sentences."""
        return self._names

    def has(self, key: str) -> bool:
        """Whether there is a sentence of that name."""
        return key in self._names

    def say(self, key: str, facts: Mapping[str, Value] | None = None) -> str:
        """The sentence with its facts, which must be escaped already; `KeyError` where there is none."""
        if not facts and key in self._plain:
            return self._plain[key]
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        text = str(self._bundle.format_pattern(pattern, dict(facts or {}))[0])
        if not facts:
            self._plain[key] = text
        return text

    def typeset(self, text: str) -> str:
        """Our own words as the language sets them: in French, no line may begin with a sign of the word before."""
        return _SPACE_BEFORE.sub("\u00a0", text) if self.code == "fr" else text

    def name(self, key: str, otherwise: str) -> str:
        """The word of that name; for what an operator added without a word, something to show instead."""
        return self.say(key) if self.has(key) else otherwise


def language(code: str) -> Language:
    """The language of that code; French for one that nobody has written yet."""
    return _loaded(code if code in LANGUAGES else "fr")


@cache
def _loaded(code: str) -> Language:
    return Language(code)
