"""The sentences of each language, read from the Fluent files of its folder, one file a noun.

A register is a language with some sentences said otherwise: `fr-tu` says *tu* to pupils. Its folder holds only those.

A sentence is parsed when it is first said: parsing all of them took a fifth of the time until the bot was ready.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("fr", "en")
REGISTERS = {"fr-tu": "fr"}  #: by register, the language that has the sentences it lacks

Value = str | int

_ENTRY = re.compile(r"^([a-zA-Z][\w-]*) *=.*(?:\n(?:[ }].*)?)*", re.MULTILINE)  # a line and the indented ones below
_OTHERS = re.compile(r"\{\s*([a-zA-Z][\w-]*)\s*\}")  # other sentences that a sentence includes
_FACTS = re.compile(r"\$([a-zA-Z][\w-]*)")
_NO_FACTS: Mapping[str, Value] = {}
_REMEMBERED = 2048  #: worded sentences kept in memory, per language
_SPACE_BEFORE = re.compile(r"(?<=«) | (?=[?!:;»])")  # spaces that become non-breaking in French


class Language:
    """All sentences of one language or register, by key; those of the chat, or of another `room` of the texts."""

    def __init__(self, code: str, room: str = "") -> None:
        self.code = code
        self._of = code.partition("-")[0]
        self._bundle = FluentBundle([self._of], use_isolating=False)
        folders = dict.fromkeys((self._of, code))
        found = {
            key: source for folder in folders for key, source in sources(files("bot.texts") / room / folder).items()
        }
        self._sources = {key: self.typeset(source) for key, source in found.items()}
        self._facts: dict[str, tuple[str, ...]] = {}  #: the facts that each sentence parsed so far uses
        self._worded = lru_cache(_REMEMBERED)(self._word)

    def names(self) -> frozenset[str]:
        """The keys of all sentences."""
        return frozenset(self._sources)

    def has(self, key: str) -> bool:
        """Whether there is a sentence under that key."""
        return key in self._sources

    def say(self, key: str, facts: Mapping[str, Value] | None = None) -> str:
        """The sentence worded with the facts, which must be escaped already; `KeyError` if there is none."""
        used = self._used(key, _NO_FACTS if facts is None else facts)
        return self._word(key, used) if used else self._worded(key, used)

    def say_again(self, key: str, facts: Mapping[str, Value]) -> str:
        """Like `say`, but remembers the result: for what is said often with the same facts, never for secrets."""
        return self._worded(key, self._used(key, facts))

    def _used(self, key: str, facts: Mapping[str, Value]) -> tuple[tuple[str, Value], ...]:
        """The facts that the sentence uses, of those given; parses the sentence if that was not done yet."""
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
        """Gives Fluent the sentence and all that it includes, and notes the facts that they use."""
        source = self._sources[key]
        self._bundle.add_resource(FluentResource(source))
        names = {*_FACTS.findall(source)}
        for other in _OTHERS.findall(source):
            if other not in self._facts:
                self._parse(other)
            names.update(self._facts[other])
        self._facts[key] = tuple(names)

    def typeset(self, text: str) -> str:
        """Our own words, typeset: in French, spaces before ? ! : ; and within « » become non-breaking."""
        return _SPACE_BEFORE.sub("\u00a0", text) if self._of == "fr" else text

    def name(self, key: str, otherwise: str) -> str:
        """The sentence of that key; `otherwise` if there is none, as for a category that an operator added."""
        return self.say(key) if self.has(key) else otherwise


def sources(folder: Traversable) -> dict[str, str]:
    """The source of each sentence in the folder's .ftl files, by key; `ValueError` for a key defined twice."""
    found: dict[str, str] = {}
    homes: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if not file.name.endswith(".ftl"):
            continue
        for entry in _ENTRY.finditer(file.read_text("utf-8")):
            key = entry[1]
            if key in found:
                raise ValueError(f"{key} is defined in {homes[key]} and again in {file.name}")
            found[key], homes[key] = entry[0], file.name
    return found


def language(code: str) -> Language:
    """The language or register of that code; French if there is none."""
    return _loaded(code if code in LANGUAGES or code in REGISTERS else "fr")


@cache
def _loaded(code: str) -> Language:
    return Language(code)
