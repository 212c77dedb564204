"""The sentences of each language, from its Fluent file.

Parsing two whole files took a fifth of the time until the bot was ready: a sentence is parsed when it is first said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("fr", "en")

Value = str | int

_ENTRY = re.compile(r"^([a-zA-Z][\w-]*) *=.*(?:\n(?:[ }].*)?)*", re.MULTILINE)  # its lines, and those set in below
_OTHERS = re.compile(r"\{\s*([a-zA-Z][\w-]*)\s*\}")  # sentences that it says within itself
_FACTS = re.compile(r"\$([a-zA-Z][\w-]*)")
_SPACE_BEFORE = re.compile(r"(?<=«) | (?=[?!:;»])")


class Language:
    """One language's sentences by key."""

    def __init__(self, code: str) -> None:
        self.code = code
        source = files("bot.texts").joinpath(f"{code}.ftl").read_text("utf-8")
        self._bundle = FluentBundle([code], use_isolating=False)
        self._sources = {entry[1]: entry[0] for entry in _ENTRY.finditer(self.typeset(source))}
        self._names: dict[str, set[str]] = {}  #: of the facts that each sentence parsed so far uses
        self._plain: dict[str, str] = {}  #: sentences that no fact changes, as they were said before

    def names(self) -> frozenset[str]:
        """The names of all its sentences."""
        return frozenset(self._sources)

    def has(self, key: str) -> bool:
        """Whether there is a sentence of that name."""
        return key in self._sources

    def say(self, key: str, facts: Mapping[str, Value] | None = None) -> str:
        """The sentence with its facts, which must be escaped already; `KeyError` where there is none."""
        if key in self._plain:
            return self._plain[key]
        self._parse(key)
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        made, _lacking = self._bundle.format_pattern(pattern, self._used(key, {} if facts is None else facts))
        if not self._names[key]:
            self._plain[key] = str(made)
        return str(made)

    def _used(self, key: str, facts: Mapping[str, Value]) -> dict[str, Value]:
        """Those of the facts that the sentence names."""
        used = {}
        for name in self._names[key]:
            with suppress(KeyError):
                used[name] = facts[name]
        return used

    def _parse(self, key: str) -> None:
        if key not in self._names:
            source = self._sources[key]
            self._bundle.add_resource(FluentResource(source))
            others = _OTHERS.findall(source)
            for other in others:
                self._parse(other)
            self._names[key] = {*_FACTS.findall(source)}.union(*(self._names[other] for other in others))

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
