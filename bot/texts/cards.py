"""The card of a request: where it stands, and the newest words of its exchange, as many as a message holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.texts import markup
from bot.texts.durations import age, moment
from bot.texts.languages import Language, Value
from bot.texts.wording import named, sentence

_FAMILY = ("student", "relative", "guest")
_OLDER = 600  #: units of an earlier message, so that several fit
_LEAST = 60  #: below this there is no use in beginning one more message
_LEFT_OUT = 80  #: room kept for the line that says how many are not shown


def card(
    language: Language, facts: Mapping[str, Any], headline: str = "", told: Mapping[str, Any] | None = None
) -> str:
    """The card's text, under the headline that says why it is shown now."""
    lines = [sentence(language, f"headline-{headline}", told or {}), ""] if headline else []
    lines += _head(language, facts)
    exchange = facts.get("exchange") or []
    room = markup.LIMIT - markup.length("\n".join(lines)) - _LEFT_OUT
    shown = _newest(language, exchange, room)
    left_out = int(facts.get("left_out", 0)) + len(exchange) - len(shown)
    if shown or left_out:
        lines.append("")
    if left_out:
        lines.append(language.say("card-left-out", {"count": left_out}))
    return "\n".join(lines + shown)


def _head(language: Language, facts: Mapping[str, Any]) -> list[str]:
    made: dict[str, Value] = named(language, {**facts, "function": facts["profile"]})
    made |= {"age": age(language, facts["age"]), "rank": str(facts["level"])}
    by_the_school = not facts["level"] or facts["profile"] in _FAMILY  # families call no higher level themselves
    parts = {
        "title": True,
        "status": True,
        "contact": facts["contact"] and not by_the_school,
        "about": True,
        "filer": facts["filer"],
        "holder": facts["holder"],
        "age": True,
        "merged": facts["into"],
    }
    return [language.say_again(f"card-{name}", made) for name, wanted in parts.items() if wanted]


def _newest(language: Language, messages: Sequence[Mapping[str, Any]], room: int) -> list[str]:
    shown: list[str] = []
    for message in reversed(messages):
        title, files = _title(language, message), _files(language, message)
        free = room - markup.length(title) - markup.length(files) - 3
        if free < _LEAST:
            break
        said = "" if _deed(message) else markup.quote(message["text"], min(free, _OLDER) if shown else free)
        piece = "\n".join(part for part in (title, said, files) if part)
        room -= markup.length(piece) + 1
        shown.append(piece)
    return shown[::-1]


def _title(language: Language, message: Mapping[str, Any]) -> str:
    facts = {"who": message["who"], "function": message["function"]}
    author = language.say_again("card-you" if message["own"] else "card-someone", named(language, facts))
    made = {"author": author, "moment": moment(language, message["at"])}
    if _deed(message):
        deed, _, whom = str(message["text"]).partition(" ")
        done = language.name(f"deed-{deed}", markup.line(deed, 40))
        return language.say("card-act", made | {"deed": done, "whom": markup.line(whom, 80)})
    edited = language.say("card-edited") if message["edited"] else ""
    return language.say_again(f"card-{message['voice']}", made) + edited


def _deed(message: Mapping[str, Any]) -> bool:
    return bool(message["voice"] == "act")


def _files(language: Language, message: Mapping[str, Any]) -> str:
    return language.say_again("attached", {"files": message["files"]})
