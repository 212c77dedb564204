"""The sentences of each language, from its Fluent file.

Parsing two whole files took a fifth of the time until the bot was ready: a sentence is parsed when it is first said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("fr", "en")

Value = str | int

_ENTRY = re.compile(r"^([a-zA-Z][\w-]*) *=.*(?:\n(?:[ }].*)?)*", re.MULTILINE)  # its lines, and those set in below
_OTHERS = re.compile(r"\{\s*([a-zA-Z][\w-]*)\s*\}")  # sentences that it says within itself
_REMEMBERED = 2048  #: sentences, with their facts
_NOTHING: Mapping[str, Value] = {}
_FACTS = re.compile(r"\$([a-zA-Z][\w-]*)")
_SPACE_BEFORE = re.compile(r"(?<=«) | (?=[?!:;»])")


class Language:
    """One language's sentences by key."""

    def __init__(self, code: str) -> None:
        self.code = code
        source = files("bot.texts").joinpath(f"{code}.ftl").read_text("utf-8")
        self._bundle = FluentBundle([code], use_isolating=False)
        self._sources = {entry[1]: entry[0] for entry in _ENTRY.finditer(self.typeset(source))}
        self._facts: dict[str, tuple[str, ...]] = {}  #: that each sentence names, of those parsed so far
        self._worded = lru_cache(_REMEMBERED)(self._word)

    def names(self) -> frozenset[str]:
        """The names of all its sentences."""
        return frozenset(self._sources)

    def has(self, key: str) -> bool:
        """Whether there is a sentence of that name."""
        return key in self._sources

    def say(self, key: str, facts: Mapping[str, Value] | None = None) -> str:
        """The sentence with its facts, which must be escaped already; `KeyError` where there is none."""
        used = self._used(key, _NOTHING if facts is None else facts)
        return self._word(key, used) if used else self._worded(key, used)

    def say_again(self, key: str, facts: Mapping[str, Value]) -> str:
        """The same, remembered: for what is said over and over, as a card is drawn again. Never for a secret."""
        return self._worded(key, self._used(key, facts))

    def _used(self, key: str, facts: Mapping[str, Value]) -> tuple[tuple[str, Value], ...]:
        """Those of the facts that the sentence names."""
        if key not in self._facts:
            self._parse(key)
        used = []
        for name in self._facts[key]:
            try:  # noqa: SIM105 -- it would cost more than all the rest
                used.append((name, facts[name]))
            except KeyError:
                pass
        return tuple(used)

    def _word(self, key: str, facts: tuple[tuple[str, Value], ...]) -> str:
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        return str(self._bundle.format_pattern(pattern, dict(facts))[0])

    def _parse(self, key: str) -> None:
        source = self._sources[key]
        self._bundle.add_resource(FluentResource(source))
        names = {*_FACTS.findall(source)}
        for other in _OTHERS.findall(source):
            if other not in self._facts:
                self._parse(other)
            names.update(self._facts[other])
        self._facts[key] = tuple(names)

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
