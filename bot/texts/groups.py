"""Groups: those of a school, the card of one, who is put in or taken out, and how far that is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot import cutting
from bot.terms import Button
from bot.texts import labels, markup, pages
from bot.texts.declaring import Label, Make
from bot.texts.durations import day
from bot.texts.languages import Language
from bot.texts.wording import named

_BAR = 10  #: squares of a progress bar


def listed(language: Language, facts: Mapping[str, Any]) -> str:
    """The groups of a school, which stand on the buttons: how many there are of each kind, and what is to be done."""
    title = pages.titled(language, language.say("groups-title", named(language, facts)), facts["further"])
    return "\n".join([title, "", language.say("groups-counts", named(language, facts)), language.say("groups-touch")])


def card(language: Language, facts: Mapping[str, Any]) -> str:
    """What a group is, how many of each profile are in it, whether they may write to each other, and who they are."""
    made = named(language, facts)
    title = f"👥 <b>{title_of(language, facts['profile'], facts['class'], facts['name'])}</b>"
    head = [pages.titled(language, title, facts["further"]), language.say(f"group-kind-{facts['kind']}", made)]
    head.append(language.say("group-together" if facts["together"] else "group-apart"))
    head += [language.say("group-composed")] if facts["by_platform"] else []
    head += [language.say("group-fixed")] if facts["fixed"] else []
    head += _history(language, facts)
    head += ["", language.say("group-count", made) + _profiles(language, facts["members_by"])]
    return pages.page("\n".join(head), [_member(language, one) for one in facts["members"]])


def choice(language: Language, facts: Mapping[str, Any]) -> str:
    """Who is offered to be put in or taken out, by which filter, and how many are ticked."""
    made = named(language, facts)
    lines = [language.say("group-choice-title", made)]
    if facts["set"]:
        lines.append(language.say("group-choice-filter", made | {"filter": _filter(language, facts)}))
    if facts["count"]:
        lines.append(language.say("group-choice-found", made))
    elif facts["set"] or not facts["putting"]:
        lines.append(language.say("group-choice-none", made))
    lines += [language.say("group-choice-already", made)] if facts["already"] else []
    lines += [language.say("group-choice-more")] if facts["more"] else []
    return "\n".join([*lines, "", language.say("group-choice-ticked", made), language.say("group-choice-how", made)])


def filling(language: Language, facts: Mapping[str, Any]) -> str:
    """How far a group is that is being filled or emptied, and what became of it."""
    made = named(language, facts) | {"done": facts["done"], "total": facts["total"]}
    progress = facts["progress"]
    lines = [language.say(f"group-filling-{progress}", made)]
    if progress == "intended" and facts["total"] > 1:
        full = _BAR * facts["done"] // max(1, facts["total"])
        lines.append("▓" * full + "░" * (_BAR - full))
    if facts["waiting"]:
        lines.append(language.say("group-filling-waiting"))
    if progress == "declined":
        lines.append(language.name(f"group-filling-{facts['hitch']}", language.say("group-filling-refused")))
    return "\n".join(lines)


def title_of(language: Language, profile: str, class_name: str, name: str) -> str:
    """What a group is called: by its name, or by its profile and class."""
    if not profile:
        return markup.name(name, "…")
    words = language.name(f"profile-{profile}", markup.name(profile))
    return f"{words} · {markup.name(class_name)}" if class_name else words


def _history(language: Language, facts: Mapping[str, Any]) -> list[str]:
    """Who made it, as far as the ENT knows, and who was the last to change it here."""
    last = facts["last_change"]
    if last:
        told = {"name": markup.name(last["name"], "…"), "day": day(language, last["at"])}
        return [language.say("group-changed", told)]
    if facts["maker"] and facts["made"]:
        return [
            language.say("group-made", {"name": markup.name(facts["maker"]), "day": day(language, facts["made"])})
        ]
    return []


def _profiles(language: Language, counts: list[Any]) -> str:
    if not counts:
        return ""
    said = (f"{language.name(f'profile-{profile}', profile)} {count}" for profile, count in counts)
    return f" ({', '.join(said)})"


def _member(language: Language, one: Mapping[str, Any]) -> str:
    sign = language.name(f"icon-{one['profile']}", "•")
    where = markup.name(one["where"])
    return f"{sign} {markup.name(one['name'], '…')}" + (f" · {where}" if where else "")


def _filter(language: Language, facts: Mapping[str, Any]) -> str:
    said = [language.name(f"profile-{facts['profile']}", "") if facts["profile"] else ""]
    said += [
        markup.name(facts["class"]),
        language.say("group-choice-words", named(language, facts)) if facts["words"] else "",
    ]
    return ", ".join(one for one in said if one)


def _open(language: Language, button: Button) -> str:
    """A group on a button: what it is called and how many are in it, which its words hold."""
    profile, bar, rest = button.words.partition("|")
    size, _, rest = rest.partition("|")
    class_name, _, name = rest.partition("|")
    if not bar:
        return labels.default(language, button)
    sign = "🔒" if profile else "👥"
    words = language.name(f"profile-{profile}", profile) if profile else name
    words = f"{words} · {class_name}" if profile and class_name else words
    return f"{sign} {cutting.shorten(markup.one_line(words), labels.ROOM - len(size) - 6)} ({size})"


def _counted(language: Language, button: Button) -> str:
    """What is done with those that are ticked, and how many they are."""
    if not button.words:
        return labels.default(language, button)
    return f"{language.say(f'button-{button.action}')} ({button.words})"


def _class(language: Language, button: Button) -> str:
    """The class that is set, or that a class can be."""
    return f"✅ {labels.default(language, button)}" if button.words else labels.default(language, button)


def _profile(language: Language, button: Button) -> str:
    words = labels.target(language, button, "profile")
    return f"✅ {words}" if button.style == "success" else words


NOTICES: Mapping[str, Make] = {"groups": listed, "group": card, "group_members": choice, "group_filling": filling}
LABELS: Mapping[str, Label] = {
    "group": _open,
    "group_tick": labels.toggle,
    "group_put": _counted,
    "group_take": _counted,
    "group_class": _class,
    "group_profile": _profile,
}
