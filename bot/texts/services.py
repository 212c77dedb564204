"""Services: the list of a school's, the card of one, and what becomes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from bot.terms import Button
from bot.texts import labels, markup, pages
from bot.texts.declaring import Label, Make
from bot.texts.languages import Language, Value
from bot.texts.wording import named

_ADDRESS = 300  #: the most units of an address that are shown
_WARNINGS = ("completed", "plain", "keyed")  #: facts that each have a sentence about an address


def listing(language: Language, facts: Mapping[str, Any]) -> str:
    """A page of the services of one kind: each with who has it."""
    made = named(language, facts) | {"kind": str(facts["service_kind"])}
    head = "\n".join((language.say("services-title", made), language.say(f"services-{facts['service_kind']}")))
    lines = [language.say("services-line", _made(language, one)) for one in facts["services"]]
    return pages.page(head, lines or [language.say("services-none", made)])


def card(language: Language, facts: Mapping[str, Any]) -> str:
    """One service: what it is, where it leads, who has it, and what would change."""
    made = _made(language, facts)
    lines = [language.say("service-title", made), language.say("service-who", made)]
    lines += [language.say(f"service-{facts['lock']}")] if facts["lock"] != "open" else []
    lines += [language.say(f"service-{name}", made) for name in ("given", "withdrawn") if facts.get(name)]
    return "\n".join(lines)


def described(key: str, language: Language, facts: Mapping[str, Any]) -> str:
    """A sentence about a link, and below it what is to be known of its address."""
    lines = [language.say(key, _made(language, facts))]
    lines += [language.say(f"address-{name}") for name in _WARNINGS if facts.get(name)]
    return "\n".join(lines)


def given(language: Language, facts: Mapping[str, Any]) -> str:
    """The receipt of what was given and withdrawn."""
    made = _made(language, facts)
    lines = [language.say("service-done", made)]
    lines += [language.say(f"service-done-{name}", made) for name in ("given", "withdrawn") if facts.get(name)]
    return "\n".join(lines)


def sentence(key: str, language: Language, facts: Mapping[str, Any]) -> str:
    """One sentence about a service."""
    return language.say(key, _made(language, facts)).strip()


def _made(language: Language, facts: Mapping[str, Any]) -> dict[str, Value]:
    """The facts of a service as sentences use them: profiles by their words, addresses not to be touched."""
    made: dict[str, Value] = named(language, facts) | {"kind": str(facts.get("service_kind", "link"))}
    for name in ("profiles", "given", "withdrawn"):
        if not isinstance(facts.get(name), bool):
            made[name] = _profiles(language, facts.get(name) or ())
    made["before"] = markup.name(str(facts.get("before") or "")) or "none"
    made["address"] = markup.escape(markup.one_line(str(facts.get("address") or ""))[:_ADDRESS]) or "none"
    return made


def _profiles(language: Language, profiles: Sequence[str]) -> str:
    words = (language.name(f"profile-{one}", one) for one in profiles)
    return ", ".join(word.lower() for word in words) or "none"


def _switch(language: Language, button: Button, kind: str) -> str:
    """A choice that is switched on or off."""
    sign = "✅" if button.style == "success" else "▫️"
    return f"{sign} {labels.target(language, button, kind)}"


def _tab(language: Language, button: Button) -> str:
    """A kind of services; the one that is listed is marked."""
    sign = "• " if button.style == "success" else ""
    return f"{sign}{labels.target(language, button, 'services-tab')}"


NOTICES: Mapping[str, Make] = {
    "services": listing,
    "service": card,
    "service_address": partial(sentence, "service-address"),
    "service_name": partial(described, "service-name"),
    "link_asked": partial(described, "link-asked"),
    "link_change_asked": partial(described, "link-change-asked"),
    "link_withdraw_asked": partial(sentence, "link-withdraw-asked"),
    "service_given": given,
    "link_made": partial(sentence, "link-made"),
    "link_changed": partial(sentence, "link-changed"),
    "link_withdrawn": partial(sentence, "link-withdrawn"),
}
LABELS: Mapping[str, Label] = {
    "service_profile": partial(_switch, kind="profile"),
    "service_kind": _tab,
}
