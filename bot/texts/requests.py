"""Requests for help: the card of one, the queue of an agent, the requests of a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from bot.terms import Button
from bot.texts import labels, markup, pages, particulars
from bot.texts.declaring import Label, Make
from bot.texts.durations import age, clock, day, moment
from bot.texts.languages import Language, Value
from bot.texts.wording import named, quoted, sentence

_FAMILY = ("student", "relative", "guest")
_OLDER = 600  #: the most units of a message but the newest, so that several fit
_LEAST = 60  #: the least units of room for one more message
_LEFT_OUT = 80  #: units kept free for the line that says how many messages are not shown
_DEED = 40  #: the most units of an act without a `deed-NAME` sentence


def card(
    language: Language, facts: Mapping[str, Any], headline: str = "", told: Mapping[str, Any] | None = None
) -> str:
    """Where the request stands, the first message of its exchange, and the newest, as many as fit.

    Above it stands the sentence `headline-HEADLINE`, worded with the facts `told`; nothing if `headline` is empty.
    """
    lines = [sentence(language, f"headline-{headline}", told or {}), ""] if headline else []
    lines += _head(language, facts)
    lines += particulars.lines(language, facts.get("particulars") or {})
    exchange = facts.get("exchange") or []
    room = markup.room() - markup.length("\n".join(lines)) - _LEFT_OUT
    first = _piece(language, exchange[0], room, _OLDER if exchange[1:] else room) if exchange else ""
    newest = _newest(language, exchange[1:], room - markup.length(first) - 1)
    left_out = int(facts.get("left_out", 0)) + len(exchange[1:]) - len(newest)
    if first or left_out:
        lines += ["", first] if first else [""]
    if left_out:
        lines.append(language.say("card-left-out", {"count": left_out}))
    return "\n".join(lines + newest)


def leaf(language: Language, facts: Mapping[str, Any]) -> str:
    """A page of the exchange: whole texts, as many as the page was made for."""
    title = pages.titled(language, language.say("leaf-title", named(language, facts)), facts["further"])
    if not facts["exchange"]:
        return f"{title}\n{language.say('list-end')}"
    lines, room = [title, ""], markup.room() - markup.length(title) - 2
    for message in facts["exchange"]:
        lines.append(_piece(language, message, room, room))
        room -= markup.length(lines[-1]) + 1
    return "\n".join(lines)


def queue(language: Language, facts: Mapping[str, Any]) -> str:
    """A page of the queue: two lines a request, late ones marked."""
    entries = []
    for line in facts["lines"]:
        made = _line(language, line)
        first = language.say("queue-line", made) + (_due(language, line) if line["late"] else "")
        second = language.say("queue-where", made) if _sent(facts) else ""
        holder = language.say("queue-holder", made) if line["holder"] else ""
        entries.append(f"{first}\n{_at(language, line, made)}{second}{holder}")
    title = "queue-title-sent" if _sent(facts) else "queue-title"
    titled = language.say(title, {"filter": facts["filter"] or "all"})
    school = language.say("queue-school", named(language, facts)) if facts.get("school") else ""
    return _page(language, titled + school, entries, facts, "queue-empty-sent" if _sent(facts) else "queue-empty")


def _due(language: Language, line: Mapping[str, Any]) -> str:
    """What marks a line whose time is over; a child's call for help is due from its first moment, and never late."""
    return language.say("queue-now" if line["category"] == "danger" else "queue-late")


def _at(language: Language, line: Mapping[str, Any], made: Mapping[str, Value]) -> str:
    """Who asks, and about which school; at which desk it stands and in whose account, where a reader has several."""
    desk, account = line.get("desk"), line.get("account")
    said = language.say("queue-details-desk" if desk and desk == line["place"] else "queue-details", made)
    said += language.say("queue-desk", made) if desk and desk != line["place"] else ""
    return said + (language.say("queue-account", made) if account else "")


def _sent(facts: Mapping[str, Any]) -> bool:
    return bool(facts["filter"] == "envoyees")


def mine(language: Language, facts: Mapping[str, Any]) -> str:
    """A page of the person's own requests, a line each."""
    entries = []
    for line in facts["lines"]:
        made = _line(language, line)
        account = language.say("mine-account", made) if line["account"] else ""
        account += language.say("mine-hat", named(language, line["hat"])) if line.get("hat") else ""
        entries.append(language.say("mine-line", made) + account)
    return _page(language, language.say("mine-title"), entries, facts, "mine-empty")


def waits(language: Language, facts: Mapping[str, Any]) -> str:
    """What waits for somebody who comes, or comes back: a line for each list of requests."""
    lines = [language.say("waits-title", named(language, facts))]
    for name, count, numbers in facts["lists"]:
        lines.append(language.say(f"waits-{name}", {"count": count, "numbers": markup.name(numbers)}))
    return "\n".join(lines)


def _line(language: Language, line: Mapping[str, Any]) -> dict[str, Any]:
    return named(language, line) | {"age": age(language, line["age"], str(line.get("now") or ""))}


def _page(language: Language, title: str, entries: list[str], facts: Mapping[str, Any], empty: str) -> str:
    title = pages.titled(language, title, facts["further"])
    if not entries:
        return f"{title}\n{pages.nothing(language, language.say(empty), facts['further'])}"
    return pages.page(title, entries)


def _head(language: Language, facts: Mapping[str, Any]) -> list[str]:
    made: dict[str, Value] = named(language, {**facts, "function": facts["profile"]})
    made |= {"age": age(language, facts["age"], str(facts.get("now") or "")), "rank": str(facts["level"])}
    made["time"] = clock(language, facts["put_off"], facts["now"]) if facts.get("put_off") else ""
    made |= {"arrives": facts.get("arrives", 0), "resumes": day(language, facts.get("resumes")) or "no"}
    if facts.get("late") and facts["category"] == "danger":
        made["late"] = "now"
    by_the_school = not facts["level"] or facts["profile"] in _FAMILY  # families phone nobody above the school
    parts = {
        "title": True,
        "status": True,
        "contact": facts["contact"] and not by_the_school,
        "about": not facts.get("erased"),
        "erased-name": facts.get("erased_name"),
        "erased": facts.get("erased") and not facts.get("erased_name"),
        "filer": facts["filer"],
        "holder": facts["holder"] and not facts.get("away"),
        "holder-away": facts["holder"] and facts.get("away"),
        "proper": facts.get("proper"),
        "outside": facts.get("outside"),
        "unheard": facts.get("erased") and facts["status"] in ("new", "open", "waiting"),
        "stranded": facts.get("stranded"),
        "put-off": facts.get("put_off"),
        "unread": facts.get("unread"),
        "age": True,
        "merged": facts["into"],
        "onde": facts.get("onde"),
    }
    return [language.say_again(f"card-{name}", made) for name, wanted in parts.items() if wanted]


def _newest(language: Language, messages: Sequence[Mapping[str, Any]], room: int) -> list[str]:
    shown: list[str] = []
    for message in reversed(messages):
        piece = _piece(language, message, room, _OLDER if shown else room)
        if not piece:
            break
        room -= markup.length(piece) + 1
        shown.append(piece)
    return shown[::-1]


def _piece(language: Language, message: Mapping[str, Any], room: int, most: int) -> str:
    """One message of the exchange, at most `most` units of its text; empty where too little room is left for it."""
    title, files = _title(language, message), _files(language, message)
    free = room - markup.length(title) - markup.length(files) - 3
    if free < _LEAST:
        return ""
    said = "" if _deed(message) else quoted(language, message["text"], min(free, most))
    return "\n".join(part for part in (title, said, files) if part)


def _title(language: Language, message: Mapping[str, Any]) -> str:
    facts = {"who": message["who"], "function": message["function"]}
    author = language.say_again("card-you" if message["own"] else "card-someone", named(language, facts))
    made = {"author": author, "moment": moment(language, message["at"], str(message.get("now") or ""))}
    if _deed(message):
        deed, _, whom = str(message["text"]).partition(" ")
        done = language.name(f"deed-{deed}", markup.line(deed, _DEED))
        return language.say("card-act", made | {"deed": done, "whom": markup.name(whom)}) + _marks(language, message)
    return language.say_again(f"card-{message['voice']}", made) + _marks(language, message)


def _marks(language: Language, message: Mapping[str, Any]) -> str:
    """What stands behind the title of a message: of which merged request it is, whether it was edited or goes on."""
    number = int(message.get("number", 0))
    marks = [language.say("card-number", {"number": str(number)})] if number else []
    marks += [language.say("card-edited")] if message["edited"] else []
    marks += [language.say("card-continued")] if message.get("continued") else []
    return "".join(marks)


def _deed(message: Mapping[str, Any]) -> bool:
    return bool(message["voice"] == "act")


def _files(language: Language, message: Mapping[str, Any]) -> str:
    return language.say_again("attached", {"files": message["files"]})


def _asked(kind: str, language: Language, facts: Mapping[str, Any]) -> str:
    """The question for words; below it, that a colleague holds the request, where one does."""
    asked = sentence(language, f"notice-{kind}", facts)
    return f"{asked}\n{language.say('holding', named(language, facts))}" if facts["holder"] else asked


def _asked_on(kind: str, language: Language, facts: Mapping[str, Any]) -> str:
    """The question why a request is sent on; below it, that whoever is asked reads it there, too."""
    asked = sentence(language, f"notice-{kind}", facts)
    also = facts.get("also")
    return f"{asked}\n{language.say(f'also-{also}', named(language, facts))}" if also else asked


def _reply_to(language: Language, button: Button) -> str:
    """What a way of an offer does: the target is the serial, then `add`, or an action, a colon and a request."""
    action, _, number = button.target.partition(":")[2].partition(":")
    return language.say(f"way-{action or 'add'}", {"number": number})


def _new(language: Language, button: Button) -> str:
    """What begins a request; after a call for help, the target ends with the reason: it was an ordinary problem."""
    return language.say("way-mistaken" if button.target.endswith("mistaken") else "button-new")


def _to_child(kind: str, language: Language, facts: Mapping[str, Any]) -> str:
    """The sentence of that kind; `child-KIND` for the child who called for help."""
    child = facts.get("category") == "danger" and facts.get("own", True)
    return sentence(language, f"{'child' if child else 'notice'}-{kind}", facts)


def _afraid(kind: str, language: Language, facts: Mapping[str, Any]) -> str:
    """Whom to call and to tell; below it all that would be sent, where that is more than one message."""
    said = sentence(language, f"notice-{kind}", facts)
    if not (facts.get("text") or facts.get("files", 0) > 1):
        return said
    said = f"{said}\n\n{language.say('afraid-sends', {'files': facts['files']})}"
    return f"{said}\n{markup.quote(facts['text'], markup.room() - markup.length(said) - 1)}".rstrip()


NOTICES: Mapping[str, Make] = {
    "afraid": partial(_afraid, "afraid"),
    "afraid_more": partial(_afraid, "afraid_more"),
    "resolved": partial(_to_child, "resolved"),
    "stranded": partial(_to_child, "stranded"),
    "filed_unread": partial(_to_child, "filed_unread"),
    "card": card,
    "queue": queue,
    "mine": mine,
    "exchange": leaf,
    "waits": waits,
    "ask_answer": partial(_asked, "ask_answer"),
    "ask_ask": partial(_asked, "ask_ask"),
    "ask_escalate": partial(_asked_on, "ask_escalate"),
    "ask_send_back": partial(_asked_on, "ask_send_back"),
    "ask_conclude": partial(_asked, "ask_conclude"),
}
LABELS: Mapping[str, Label] = {
    "category": partial(labels.target, kind="category"),
    "new": _new,
    "correct_what": partial(labels.target, kind="correct"),
    "queue_filter": partial(labels.target, kind="queue-filter"),
    "share": partial(labels.target, kind="share"),
    "towards": partial(labels.target, kind="towards"),
    "reply_to": _reply_to,
}
