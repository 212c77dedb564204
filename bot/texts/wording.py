"""Sentences from facts: facts are escaped, and codes such as a status replaced by the words people use."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from bot.cutting import shorten
from bot.terms import FORWARDED
from bot.texts import elision, markup
from bot.texts.durations import moment
from bot.texts.languages import Language, Value

QUOTE = "\ue000"
"""Placeholder for a long text inside a sentence.

How much of the text fits is known only once the sentence around it is worded, and Fluent takes no fact of more than
2500 characters. So the sentence is worded with this character as a fact, and `fill` then puts the text in its place.
Nobody can type the character: `markup.clean` removes it.
"""

_LONG = 480  #: the most units of a list of names; once escaped, five times as many, which Fluent still takes
_LONG_FACTS = ("names", "link")
_ABSENT: Mapping[str, Value] = {
    "function": "",
    "own": "no",
    "files": 0,
    "several": "no",
    "composed": "no",
}  #: used when the fact is not given
_BY_NAME = ("category", "deed", "function", "level")  #: facts that are codes, said as `FACT-CODE` if that exists
#: integers that are names, not amounts: their digits are not grouped
_NUMBERS = ("number", "into", "follows", "level")
#: the operator's own, which may be touched; and codes and links, which must be copied as they are
_NOT_INERT = ("contact", "code", "link")
_GAPS = re.compile(r"\n{3,}")


class Facts(dict[str, Value]):
    """Facts as sentences use them: escaped, and levels, categories and functions by their words.

    A fact is made when a sentence first asks for it, since most sentences use few; `KeyError` for one not given.
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
    """The sentence with those facts; where it says `$quote`, the fact `text` as a quotation, cut to the room left."""
    frame = _GAPS.sub("\n\n", language.say(key, named(language, facts))).strip()
    if QUOTE not in frame:
        return frame
    return fill(frame, lambda room: quoted(language, str(facts["text"]), room))


def quoted(language: Language, text: str, limit: int) -> str:
    """What somebody wrote, as `markup.quote` quotes it; a line above forwarded words says that they are."""
    marked = text.replace(FORWARDED, f"{language.say('forwarded')}\n") if FORWARDED in text else text
    return markup.quote(marked, limit)


def fill(frame: str, made: Callable[[int], str]) -> str:
    """The worded sentence with a text in place of `QUOTE`; `made` is given the units left for it in the message."""
    return frame.replace(QUOTE, made(markup.room() - markup.length(frame)))


def named(language: Language, facts: Mapping[str, Any]) -> Facts:
    """The facts as the sentences of that language use them."""
    return Facts(language, facts)


def _quote(_language: Language, facts: Mapping[str, Any]) -> Value:
    return QUOTE if markup.clean(str(facts.get("text") or "")) else ""


def _by(_language: Language, facts: Mapping[str, Any]) -> Value:
    return _value("to", facts.get("to")) or _value("actor", facts.get("actor")) or ""


def _of(_language: Language, facts: Mapping[str, Any]) -> Value:
    return elision.of(str(facts.get("name") or ""))


def _at(language: Language, facts: Mapping[str, Any]) -> Value:
    if not markup.clean(str(facts.get("place") or "")):
        return ""
    place, more = _value("place", facts["place"]), facts.get("more_places")
    return language.say("hat-place", {"place": place or "", "more_places": more if isinstance(more, int) else 0})


def _action(language: Language, facts: Mapping[str, Any]) -> Value | None:
    act = facts.get("act")
    return language.name(f"act-{act}", str(_value("act", act))) if isinstance(act, str) else None


def _moment(language: Language, facts: Mapping[str, Any]) -> Value | None:
    return moment(language, str(facts["when"]), str(facts.get("now") or "")) if facts.get("when") else None


def _status(what: str, language: Language, facts: Mapping[str, Any]) -> Value | None:
    return language.say(f"{what}-{facts['status']}") if "status" in facts else None


#: facts that sentences may use and that are made from those given
_DERIVED: Mapping[str, Callable[[Language, Mapping[str, Any]], Value | None]] = {
    "quote": _quote,
    "by": _by,
    "worded": lambda _, facts: "yes" if markup.clean(str(facts.get("text") or "")) else "no",
    "changed": lambda _, facts: "no" if facts.get("before") is None else "yes",
    "d": _of,
    "at": _at,
    "someone": lambda _, facts: "yes" if facts.get("whom") or facts.get("name") else "no",
    "action": _action,
    "moment": _moment,
    "skipped": lambda language, facts: language.name(f"level-{facts.get('skipped', 0)}", ""),
    "state": partial(_status, "status"),
    "sign": partial(_status, "sign"),
}


def _value(key: str, value: Any) -> Value | None:
    """A fact as Fluent takes it; None for what is neither text, number nor yes or no."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int) and key not in _NUMBERS:
        return value
    if isinstance(value, str | int):
        most = _LONG if key in _LONG_FACTS else markup.NAME
        if key in _NOT_INERT:
            return markup.escape(shorten(markup.one_line(str(value)), most))
        return markup.line(str(value), most)
    return None
