"""Who is linked: one school, a page of schools, counts above them, who is missing; and the pictures of these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot import cutting
from bot.terms import Button
from bot.terms.charts import Bar, Chart
from bot.texts import labels, markup, pages
from bot.texts.declaring import Draw, Label, Make
from bot.texts.languages import Language

_HIDDEN, _FEW = -1, 5  # stands for a number of less people than that, which is not told


def school(language: Language, facts: Mapping[str, Any]) -> str:
    """One school: in all, by profile, by class, and how to have the others come in."""
    head = [f"<b>{markup.name(facts['place'])}</b>", _whole(language, facts), ""]
    lines = [f"{language.say('icon-' + part['key'])} {_counted(language, part)}" for part in facts["parts"]]
    rooms = [f"• {_counted(language, room)}" for room in facts["rooms"]]
    rooms = ["", f"<b>{language.say('adoption-rooms')}</b>", *rooms] if rooms else []
    foot = "\n\n" + _next(language, facts) if facts["mine"] and facts["linked"] < facts["all"] else ""
    return markup.stack([*head, *lines, *rooms], markup.room() - markup.length(foot)) + foot


def schools(language: Language, facts: Mapping[str, Any]) -> str:
    """A page of schools, each with whether its direction is linked, and with counts."""
    title = pages.titled(language, language.say("adoption-schools", _heads(facts)), facts["further"])
    entries = [_school(language, line) for line in facts["lines"]]
    nothing = pages.nothing(language, language.say("adoption-none"), facts["further"])
    foot = "\n\n" + language.say("adoption-open") if entries else ""
    return pages.page(title, entries or [nothing], foot, "\n\n")


def above(language: Language, facts: Mapping[str, Any]) -> str:
    """Counts of what lies above the schools."""
    title = pages.titled(language, language.say("adoption-schools", _heads(facts)), facts["further"])
    entries = [
        f"<b>{markup.name(line['name'])}</b>\n"
        + language.say("adoption-unit", _heads(line) | _people(language, line))
        for line in facts["lines"]
    ]
    nothing = pages.nothing(language, language.say("adoption-none"), facts["further"])
    return pages.page(title, entries or [nothing], "", "\n\n")


def missing(language: Language, facts: Mapping[str, Any]) -> str:
    """A page of the names of those who are not linked."""
    mine = "yes" if facts["mine"] else "no"
    said = {"place": markup.name(facts["place"]), "count": facts["count"], "mine": mine}
    title = pages.titled(language, language.say("adoption-missing", said), facts["further"])
    picked = language.name(f"filter-profile-{facts['picked']}", markup.name(facts["picked"]))
    head = title + (f"\n{picked}" if picked else "")
    entries = [_person(language, line) for line in facts["lines"]]
    return pages.page(head, entries or [pages.nothing(language, language.say("adoption-all-here"), facts["further"])])


def school_chart(language: Language, facts: Mapping[str, Any]) -> tuple[Chart, ...]:
    """The bars of one school, by profile and by class; none where nobody can come in."""
    if not facts["all"]:
        return ()
    profiles = tuple(_bar(language, part, _profile(language, part), part["key"]) for part in facts["parts"])
    rooms = tuple(_bar(language, room, markup.one_line(room["name"])) for room in facts["rooms"])
    groups = ((language.say("adoption-profiles"), profiles), (language.say("adoption-rooms"), rooms))
    return (_chart(language, markup.one_line(facts["place"]), markup.plain(_whole(language, facts)), groups),)


def schools_chart(language: Language, facts: Mapping[str, Any]) -> tuple[Chart, ...]:
    """The bars of a page of schools, those without a linked director apart; none where there is no school."""
    groups = []
    for head in (False, True):
        mine = [line for line in facts["lines"] if line["head"] is head]
        bars = tuple(_school_bar(language, line) for line in mine)
        if bars:
            groups.append((language.say(f"adoption-heads-{'yes' if head else 'no'}"), bars))
    title = language.say("adoption-chart-schools")
    heads = markup.plain(language.say("adoption-schools", _heads(facts)))
    return (_chart(language, title, heads, tuple(groups)),) if groups else ()


def above_chart(language: Language, facts: Mapping[str, Any]) -> tuple[Chart, ...]:
    """The bars of what lies above the schools: where how many directions are linked; none where there is none."""
    bars = tuple(
        Bar(
            markup.one_line(one["name"]),
            one["headed"] / max(1, one["many"]),
            language.say("adoption-of", _heads(one)),
        )
        for one in facts["lines"]
    )
    title = language.say("adoption-chart-above")
    heads = markup.plain(language.say("adoption-schools", _heads(facts)))
    return (_chart(language, title, heads, (("", bars),)),) if bars else ()


def _chart(language: Language, title: str, subtitle: str, groups: tuple[tuple[str, tuple[Bar, ...]], ...]) -> Chart:
    return Chart(title, subtitle, groups, language.say("adoption-chart-source"))


def _bar(language: Language, part: Mapping[str, Any], name: str, hue: str = "") -> Bar:
    share = 0.0 if part["linked"] == _HIDDEN else part["linked"] / max(1, part["all"])
    return Bar(name, share, markup.plain(language.say("adoption-count", _numbers(language, part))), hue)


def _school_bar(language: Language, line: Mapping[str, Any]) -> Bar:
    said = language.say("adoption-share", {"share": line["share"]})
    return Bar(f"{line['number']}. {markup.one_line(line['name'])}", line["share"] / 100, said)


def _profile(language: Language, part: Mapping[str, Any]) -> str:
    return language.say(f"adoption-{part['key']}")


def _counted(language: Language, part: Mapping[str, Any]) -> str:
    name = markup.name(part["name"], "…") if part["name"] else _profile(language, part)
    return language.say(
        "adoption-line", {"who": name, "count": language.say("adoption-count", _numbers(language, part))}
    )


def _numbers(language: Language, part: Mapping[str, Any]) -> dict[str, Any]:
    """The facts of a count; its share is -1 where it is not told, and -2 where there are only a few in all."""
    if part["linked"] == _HIDDEN:
        share = -2 if part["all"] < _FEW else -1
        return {"linked": language.say("adoption-few"), "all": str(part["all"]), "share": share}
    percent = 100 * part["linked"] // part["all"] if part["all"] else -1
    return {"linked": str(part["linked"]), "all": str(part["all"]), "share": percent}


def _told(language: Language, number: int) -> str:
    return language.say("adoption-few") if number == _HIDDEN else str(number)


def _whole(language: Language, facts: Mapping[str, Any]) -> str:
    said = {"linked": facts["linked"], "all": facts["all"], "share": facts["share"]}
    return language.say("adoption-whole", said | {"parts": "yes" if _veiled(facts["parts"]) else "no"})


def _veiled(parts: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a number of a few people is hidden: then the sum of all would tell it."""
    return any(part["linked"] == _HIDDEN for part in parts)


def _next(language: Language, facts: Mapping[str, Any]) -> str:
    """How to have the class come in where most people are missing; the parents, in a school without classes."""
    most = max(facts["rooms"], key=lambda room: room["all"] - room["linked"], default=None)
    room = markup.name(most["name"]) if most is not None and most["all"] > most["linked"] else ""
    return language.say("adoption-next", {"room": room or "parent"})


def _school(language: Language, line: Mapping[str, Any]) -> str:
    head = language.say("adoption-head", {"head": "yes" if line["head"] else "no"})
    counts = " · ".join(f"{language.say('icon-' + part['key'])} {_short(language, part)}" for part in line["parts"])
    return f"{line['number']}. <b>{markup.name(line['name'])}</b> · {head}\n{counts}"


def _short(language: Language, part: Mapping[str, Any]) -> str:
    return language.say("adoption-count", _numbers(language, part))


def _heads(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {"headed": facts["headed"], "many": facts["many"]}


def _people(language: Language, line: Mapping[str, Any]) -> dict[str, Any]:
    return {"staff": _told(language, line["staff"]), "families": _told(language, line["families"])}


def _person(language: Language, line: Mapping[str, Any]) -> str:
    where = markup.name(line["where"])
    return f"{language.say('icon-' + line['profile'])} {markup.name(line['name'], '…')}" + (
        f" · {where}" if where else ""
    )


def _label(language: Language, button: Button) -> str:
    """A profile or a class to choose; marked once it is chosen."""
    key = button.target.partition(":")[2].partition(":")[0]
    words = markup.one_line(button.words) or language.name(f"filter-profile-{key}", language.say("button-missing_of"))
    return cutting.shorten(f"✅ {words}" if button.style == "success" else words, labels.ROOM)


NOTICES: Mapping[str, Make] = {
    "adoption": school,
    "adoption_schools": schools,
    "adoption_above": above,
    "adoption_missing": missing,
}
LABELS: Mapping[str, Label] = {"missing_of": _label}
CHARTS: Mapping[str, Draw] = {
    "adoption": school_chart,
    "adoption_schools": schools_chart,
    "adoption_above": above_chart,
}
