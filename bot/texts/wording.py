"""Notices and refusals -> sentences: their facts made safe and named as people name them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from bot.folding import fold
from bot.terms import Button
from bot.texts import markup
from bot.texts.durations import moment
from bot.texts.languages import Language, Value
from bot.texts.speech import Key

QUOTE = "\ue000"  #: stands in a sentence for the words quoted there, until it is known how much room is left

_LABEL = 40
_ELIDED = tuple("aeiouyh")  #: a name beginning so makes « de » « d’ »
_SHORT, _LONG = 80, 480  # escaped, a sign may be five: Fluent takes no fact of more than 2500
_LONG_FACTS = ("names",)
_ABSENT: Mapping[str, Value] = {"function": "", "own": "no", "files": 0}
_BY_NAME = ("category", "function", "level")
_GAPS = re.compile(r"\n{3,}")


class Facts(dict[str, Value]):
    """Facts as sentences use them: escaped, statuses, levels, categories and functions by their names.

    Each is made when a sentence asks for it first, since most sentences use few.
    """

    def __init__(self, language: Language, facts: Mapping[str, Any]) -> None:
        super().__init__()
        self._language = language
        self._facts = facts

    def __missing__(self, name: str) -> Value:
        value = _DERIVED[name](self._language, self._facts) if name in _DERIVED else None
        value = self._own(name) if value is None else value
        if value is None:
            raise KeyError(name)
        self[name] = value
        return value

    def __or__(self, more: Mapping[str, Value]) -> Facts:  # type: ignore[override]
        made = Facts(self._language, self._facts)
        made.update(self)
        made.update(more)
        return made

    def _own(self, name: str) -> Value | None:
        given = self._facts.get(name)
        value = _value(name, given)
        if name in _BY_NAME and given not in (None, ""):
            return self._language.name(f"{name}-{given}", str(value))
        return _ABSENT.get(name) if value is None else value


def sentence(language: Language, key: str, facts: Mapping[str, Any]) -> str:
    """The sentence of that key with those facts, its quoted words shortened to what a message can hold."""
    frame = _GAPS.sub("\n\n", language.say(key, named(language, facts))).strip()
    if QUOTE not in frame:
        return frame
    return frame.replace(QUOTE, markup.quote(str(facts["text"]), markup.LIMIT - markup.length(frame)))


def named(language: Language, facts: Mapping[str, Any]) -> Facts:
    """The facts as that language's sentences use them."""
    return Facts(language, facts)


def keys(language: Language, rows: Sequence[Sequence[Button]]) -> tuple[tuple[Key, ...], ...]:
    """The buttons with their labels."""
    return tuple(tuple(Key(label(language, button), button) for button in row) for row in rows)


def label(language: Language, button: Button) -> str:
    """The words on a button: its own where they are data, else those of its action."""
    if button.action in ("facet", "pick"):
        return _choice(language, button)
    if button.action == "report_note":
        return language.say("button-report_note", {"number": button.target.rpartition(":")[2]})
    if button.action == "campaign" and "|" in button.words:
        profile, _, dates = button.words.partition("|")
        return f"📅 {language.name(f'profile-{profile}', profile)} · {dates}"
    if button.words:
        return markup.shorten(markup.one_line(button.words), _LABEL) or "…"
    if button.action == "category":
        return language.name(f"category-{button.target}", button.target)
    if button.action == "language":
        return language.name(f"language-{button.target}", button.target)
    if button.action == "block_profile":
        return language.name(f"profile-{button.target}", button.target)
    return language.say(f"button-{button.action}")


def _choice(language: Language, button: Button) -> str:
    """A choice of a menu, named by its facet and value where it is not data, and marked once it is made."""
    words = markup.one_line(button.words)
    if not words:
        key = "-".join(("filter", *button.target.split(":")[1:]))
        words = language.name(key, language.say(f"button-{button.action}"))
    return markup.shorten(f"✅ {words}" if button.style == "success" else words, _LABEL)


def _quote(_language: Language, facts: Mapping[str, Any]) -> Value:
    return QUOTE if markup.clean(str(facts.get("text") or "")) else ""


def _by(_language: Language, facts: Mapping[str, Any]) -> Value:
    return _value("to", facts.get("to")) or _value("actor", facts.get("actor")) or ""


def _of(_language: Language, facts: Mapping[str, Any]) -> Value:
    return "d’" if fold(str(facts.get("name") or ""))[:1] in _ELIDED else "de "


def _action(language: Language, facts: Mapping[str, Any]) -> Value | None:
    act = facts.get("act")
    return language.name(f"act-{act}", str(_value("act", act))) if isinstance(act, str) else None


def _moment(language: Language, facts: Mapping[str, Any]) -> Value | None:
    return moment(language, str(facts["when"])) if facts.get("when") else None


def _status(what: str, language: Language, facts: Mapping[str, Any]) -> Value | None:
    return language.say(f"{what}-{facts['status']}") if "status" in facts else None


#: what sentences know beside the facts themselves
_DERIVED: Mapping[str, Callable[[Language, Mapping[str, Any]], Value | None]] = {
    "quote": _quote,
    "by": _by,
    "changed": lambda _, facts: "no" if facts.get("before") is None else "yes",
    "d": _of,
    "someone": lambda _, facts: "yes" if facts.get("whom") or facts.get("name") else "no",
    "action": _action,
    "moment": _moment,
    "state": partial(_status, "status"),
    "sign": partial(_status, "sign"),
}


def _value(key: str, value: Any) -> Value | None:
    """A fact as Fluent takes it. Numbers of requests are names, not amounts: they must not be grouped."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int) and key not in ("number", "into", "level"):
        return value
    if isinstance(value, str | int):
        return markup.line(str(value), _LONG if key in _LONG_FACTS else _SHORT)
    return None
