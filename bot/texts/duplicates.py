"""Duplicates: a page of pairs, a pair's two accounts side by side, what is left after a merge."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.texts import accounts, markup, pages
from bot.texts.declaring import Label, Make
from bot.texts.durations import day
from bot.texts.languages import Language
from bot.texts.wording import named

_LONG = 120  #: the most units of one value


def listed(language: Language, facts: Mapping[str, Any]) -> str:
    """A page of pairs: school by school for who administers several, the likeliest first."""
    count, further = facts["count"], facts["further"]
    if not count:
        return language.say("pairs-empty")
    entries, school = [], None
    for line in facts["doubles"]:
        if (line["place"] or None) != school:
            school = line["place"]
            entries.append(f"\n🏫 <b>{markup.name(school, '…')}</b>")
        entries.append(_line(language, line))
    head = pages.titled(language, language.say("pairs-title", {"count": count}), further)
    return pages.page(head, entries, "\n\n" + language.say("pairs-open"))


def shown(language: Language, facts: Mapping[str, Any]) -> str:
    """A pair: what differs, what is equal, what a merge would do or why there is none."""
    apart = [_compared(language, line) for line in facts["compared"] if not line["equal"]]
    alike = [_compared(language, line) for line in facts["compared"] if line["equal"]]
    said = [language.say("pair-title"), "", f"1️⃣ {_name(facts, 'name')}", f"2️⃣ {_name(facts, 'other')}"]
    said += ["", language.say("pair-apart"), *apart] if apart else []
    said += ["", language.say("pair-alike"), *alike] if alike else []
    return markup.stack([*said, "", *_foot(language, facts)], markup.room())


def hidden(language: Language, facts: Mapping[str, Any]) -> str:
    """A pair whose other account is of a school that the reader does not administer."""
    made = named(language, facts)
    return "\n".join([language.say("pair-title"), "", f"1️⃣ {_name(facts, 'name')}", language.say("pair-hidden", made)])


def merged(language: Language, facts: Mapping[str, Any]) -> str:
    """The receipt of a merge, above the card of the account that is left."""
    receipt = language.say("pair-merged", named(language, facts))
    card = facts.get("card")
    return receipt if card is None else f"{receipt}\n\n{_below(receipt, accounts.card, language, card)}"


def _below(head: str, make: Make, language: Language, facts: Mapping[str, Any]) -> str:
    with markup.below(f"{head}\n\n"):
        return make(language, facts)


def _foot(language: Language, facts: Mapping[str, Any]) -> list[str]:
    """What may become of the pair."""
    made = named(language, facts)
    if facts["refused"]:
        return [language.name(f"pair-refused-{facts['refused']}", language.say("pair-refused"))]
    if facts["hindrance"]:
        return [language.say(f"pair-hindrance-{facts['hindrance']}", made)]
    return [language.say("pair-ready", made)]


def _line(language: Language, line: Mapping[str, Any]) -> str:
    other = _name(line, "other") if line["other"] else language.say("pair-elsewhere")
    two = " / ".join(language.name(f"function-{one}", markup.name(one)) for one in line["profiles"])
    score = language.say(f"pair-{line['likelihood']}")
    return f"{line['number']}. {_name(line, 'name')} · {other}\n     {two} · {score}"


def _name(facts: Mapping[str, Any], which: str) -> str:
    return f"<b>{markup.name(facts[which], '…')}</b>"


def _compared(language: Language, line: Mapping[str, Any]) -> str:
    """One thing said of both accounts: once where it is equal, else of each."""
    label = language.say(f"pair-{line['what']}")
    one, other = (_value(language, line, line[which]) for which in ("one", "other"))
    if line["equal"]:
        return language.say("pair-line", {"label": label, "value": one})
    if one == other:  # two mails, of which only whether there is one is told
        return language.say("pair-line", {"label": label, "value": language.say("pair-two-mails")})
    return language.say("pair-lines", {"label": label, "one": one, "other": other})


def _value(language: Language, line: Mapping[str, Any], value: str) -> str:
    made = _VALUES.get(line["what"])
    said = made(language, value) if made is not None and value else markup.line(value, _LONG)
    return said or language.say("pair-nothing")


_VALUES: Mapping[str, Callable[[Language, str], str]] = {
    "born": day,
    "last_login": day,
    "profile": lambda language, value: language.say(f"function-{value}"),
    "state": lambda language, value: language.say(f"pair-state-{value}"),
    "mail": lambda language, _value: language.say("pair-mail-there"),
    "source": lambda language, value: language.name(f"filter-source-{value}", markup.name(value)),
}

NOTICES: Mapping[str, Make] = {"pair_list": listed, "pair": shown, "pair_hidden": hidden, "accounts_merged": merged}
LABELS: Mapping[str, Label] = {}
