"""Announcements: the questions with a calendar, the summary with its picture, lists, and what people read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from bot.terms import Button
from bot.terms.charts import Banner
from bot.texts import labels, markup, pages
from bot.texts.declaring import Draw, Label, Make
from bot.texts.durations import day
from bot.texts.languages import Language
from bot.texts.wording import Facts, named, quoted

_MAIN = "fr"
_NAMES = 300  #: the most units of the titles in a warning


def calendar(kind: str, language: Language, facts: Mapping[str, Any]) -> str:
    """A question for a day, above the month that its buttons show."""
    shown = date.fromisoformat(facts["calendar"])
    above = language.say("flash-calendar", {"month": shown.month, "year": str(shown.year)})
    return f"{language.say(f'notice-{kind}', named(language, facts))}\n\n{above}"


def text(language: Language, facts: Mapping[str, Any]) -> str:
    """The question for the text, in one of its languages; below it, what was written so far."""
    code = facts["language"]
    tongue = "main" if code == _MAIN else language.name(f"tongue-{code}", code)
    asked = language.say("notice-flash_text", {"tongue": tongue, "limit": str(facts["limit"])})
    return "\n".join([asked, *_texts(language, facts["texts"], markup.room() - markup.length(asked) - 1)])


def sure(language: Language, facts: Mapping[str, Any]) -> str:
    """The summary: all that was said, whom it reaches, and a warning where too much is shown at the same time."""
    made = _made(language, facts)
    wanted = {
        "title": True,
        "place": True,
        "days": True,
        "profiles": True,
        "color": True,
        "alerts": facts["alerts"],
        "people": facts["people"] >= 0,
        "linked": facts["brings"],
        "beside": facts["crowded"],
    }
    counts = {"people": facts["people"], "linked": facts["linked"]}
    lines = [language.say("flash-sure", made), ""]
    lines += [
        language.say(f"flash-fact-{name}", made | {"count": counts.get(name, 0)})
        for name, there in wanted.items()
        if there
    ]
    below = f"\n{language.say('flash-sure-now', made)}"
    head = "\n".join(lines)
    room = markup.room() - markup.length(head + below) - 1
    return "\n".join([head, *_texts(language, facts["texts"], room), below])


def listed(language: Language, facts: Mapping[str, Any]) -> str:
    """A page of announcements, a line each."""
    title = language.say("flash-list", {"stage": facts["stage"]})
    entries = []
    for line in facts["lines"]:
        made = _made(language, line)
        place = language.say("flash-list-place", made) if line["place"] else ""
        entries.append(language.say("flash-list-line", made) + place)
    nothing = pages.nothing(language, language.say("flash-list-empty"), facts["first"] > 0)
    return pages.page(pages.titled(language, title, facts["first"] > 0), entries or [nothing])


def card(language: Language, facts: Mapping[str, Any]) -> str:
    """All of one announcement."""
    made = _made(language, facts)
    lines = [language.say("flash-card", made)]
    lines += [language.say(f"flash-fact-{name}", made) for name in ("place", "days", "profiles", "color")]
    lines.append(language.say("flash-card-views", made))
    lines += [language.say("flash-card-further")] if facts["further"] else []
    lines += [] if facts["own"] else [language.say("flash-card-above")]
    head = "\n".join(lines)
    return "\n".join([head, *_texts(language, facts["texts"], markup.room() - markup.length(head) - 1)])


def online(language: Language, facts: Mapping[str, Any]) -> str:
    """The receipt."""
    made = _made(language, facts) | {"told": facts.get("told") or "none"}
    return language.say("notice-flash_online", made).strip()


def announcement(language: Language, facts: Mapping[str, Any]) -> str:
    """What a school announces, first in the reader's language, then in each other one that it was written in."""
    head = language.say("announcement-title", named(language, facts))
    own = language.code.partition("-")[0]
    texts = sorted(facts["texts"].items(), key=lambda one: (one[0] != own, one[0] != _MAIN, one[0]))
    return "\n".join([head, *(quoted(language, words, room) for words, room in _rooms(head, texts))])


def banner(language: Language, facts: Mapping[str, Any]) -> tuple[Banner, ...]:
    """The picture of the banner, in the language in which it was written first; none before it has words."""
    texts = facts["texts"]
    words = texts.get(_MAIN) or next(iter(texts.values()), "")
    caption = markup.plain(language.say("flash-fact-color", _made(language, facts)))
    if not words:
        return ()
    return (Banner(caption, markup.clean(words), facts["color"], markup.one_line(facts["place"])),)


def _rooms(head: str, texts: list[tuple[str, str]]) -> Iterator[tuple[str, int]]:
    each = (markup.room() - markup.length(head)) // max(1, len(texts)) - 1
    yield from ((words, each) for _, words in texts)


def _texts(language: Language, texts: Mapping[str, str], room: int) -> list[str]:
    """Each text as a quotation, below its language where there are several."""
    lines: list[str] = []
    for code, words in texts.items():
        above = language.say("flash-tongue", {"tongue": language.name(f"tongue-{code}", markup.name(code))})
        several = len(texts) > 1
        lines += [above] if several else []
        each = room // len(texts) - (markup.length(above) + 1 if several else 0) - 1
        lines.append(quoted(language, words, each))
    return [line for line in lines if line]


def _made(language: Language, facts: Mapping[str, Any]) -> Facts:
    made = named(language, facts)
    made |= {name: day(language, facts[name]) for name in ("starts", "ends")}
    made["single"] = "yes" if made["starts"] == made["ends"] else "no"
    who = [language.name(f"profile-{one}", one).lower() for one in facts["profiles"]]
    made |= {"who": ", ".join(who) or "…", "hue": _hue(language, facts["color"])}
    made["ways"] = ", ".join(language.say(f"flash-alert-{one}") for one in facts.get("alerts") or ())
    made["names"] = markup.line(", ".join(facts.get("beside") or ()), _NAMES)
    made["sign"] = language.name(f"flash-sign-{facts.get('stage')}", "📣")
    return made


def _hue(language: Language, color: str) -> str:
    return language.name(f"color-{color}", language.say("color-own"))


def _profile(language: Language, button: Button) -> str:
    """A profile to choose; marked once it is chosen."""
    words = labels.target(language, button, "profile")
    return f"✅ {words}" if button.style == "success" else words


def _alert(language: Language, button: Button) -> str:
    choice = button.target.rpartition(":")[2]
    return language.say("flash-alert-both") if "," in choice else labels.target(language, button, "flash-alert")


def _also(language: Language, button: Button) -> str:
    return f"🌍 {labels.target(language, button, 'tongue')}"


NOTICES: Mapping[str, Make] = {
    "flash_starts": partial(calendar, "flash_starts"),
    "flash_ends": partial(calendar, "flash_ends"),
    "flash_text": text,
    "flash_sure": sure,
    "flash_list": listed,
    "flash_card": card,
    "flash_online": online,
    "announcement": announcement,
}
LABELS: Mapping[str, Label] = {
    "flash_for": _profile,
    "flash_in": partial(labels.target, kind="color"),
    "flash_part": partial(labels.target, kind="flash-part"),
    "flash_alert": _alert,
    "flash_also": _also,
    "flash_list": partial(labels.target, kind="flash-stage"),
}
CHARTS: Mapping[str, Draw] = {"flash_sure": banner}
