"""A connection sheet worded in the family's language, and in French beside it: what the page shows, as values."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import Any

from babel.dates import format_date

from bot.terms import Profile, Sheet
from bot.texts import paper
from bot.texts.languages import Language, Value

_STEPS = 5
_BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")  # where a phone number must not be broken
_EUROPEAN = {"en": "en_GB"}  #: languages whose dates Europe writes otherwise than Unicode thinks at first
_JOINERS = "\u200c\u200d"  #: characters of no width that some scripts are written with
_UNSEEN = ("Cc", "Cf", "Co", "Cs", "Cn")  #: categories of characters that show nothing, or turn what follows around
_FROM_THE_RIGHT = ("R", "AL")  #: directions of letters, as Unicode names them


def title() -> str:
    """The title of a document of sheets; it names nobody."""
    return paper.language("fr").say("sheets-title")


def about_profile(profile: Profile) -> str:
    """The word for somebody of that profile, in French."""
    return paper.language("fr").say(f"sheet-{profile}")


def shown(sheet: Sheet) -> dict[str, Any]:
    """All that the page shows of that sheet but its QR code."""
    code = sheet.language if sheet.language in paper.LANGUAGES else "fr"
    language = _spoken(sheet, code)
    facts = _facts(sheet, code)
    return {
        **_advice(sheet, language, facts),
        "lang": code,
        "rtl": code in paper.FROM_THE_RIGHT,
        "profile": sheet.profile.value,
        "school": clean(sheet.school),
        "made": _dated(sheet.made, code),
        "title": language.say("sheet-title"),
        "name": _directed(clean(sheet.name).strip() or sheet.login),
        "about": _about(sheet, language),
        "credentials": _credentials(sheet, code),
        "link": sheet.link,
        "french": _advice(sheet, _spoken(sheet, "fr"), _facts(sheet, "fr")) if code != "fr" else None,
    }


def clean(text: str) -> str:
    """The text on one line, composed, without characters that show nothing or turn the direction of others."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    return "".join(c for c in composed if c in _JOINERS or unicodedata.category(c) not in _UNSEEN)


def _spoken(sheet: Sheet, code: str) -> Language:
    return paper.language(code, pupil=sheet.profile is Profile.STUDENT)


def _facts(sheet: Sheet, code: str) -> dict[str, Value]:
    contact, until = (
        _BETWEEN_DIGITS.sub("\u00a0", clean(sheet.contact)),
        _dated(sheet.until, code) if sheet.until else "",
    )
    said = {"known": contact, "dated": until}
    told: dict[str, Value] = {"contact": contact, "until": until, "from": sheet.consent, "age": sheet.age}
    return {**told, **{name: "yes" if value else "no" for name, value in said.items()}}


def _dated(day: date, code: str) -> str:
    """The day as that language writes it, on one line."""
    return format_date(day, "long", _EUROPEAN.get(code, code)).replace(" ", "\u00a0")


def _advice(sheet: Sheet, language: Language, facts: dict[str, Value]) -> dict[str, Any]:
    """What to do, in that language."""
    notes = [*(["consent"] if sheet.consent else []), "once", "keep", "whom"]
    return {
        "activate": language.say("sheet-activate") if sheet.code else "",
        "how": language.say("sheet-how"),
        "steps": [language.say(f"sheet-step-{number}") for number in range(1, _STEPS + 1)],
        "notes": [language.say(f"sheet-{note}", facts) for note in notes],
    }


def _about(sheet: Sheet, language: Language) -> list[str]:
    """Who the person is: profile, classes and children."""
    lines = [language.say(f"sheet-{sheet.profile}")]
    if sheet.classes:
        lines[0] += f" · {_listed(language, 'sheet-classes', sheet.classes)}"
    return [*lines, _listed(language, "sheet-children", sheet.children)] if sheet.children else lines


def _listed(language: Language, key: str, names: Sequence[str]) -> str:
    return language.say(key, {"count": len(names), "names": ", ".join(clean(name) for name in names)})


def _credentials(sheet: Sheet, code: str) -> list[tuple[str, str]]:
    """What to log in with: each label, with the French one beside it, and the value."""
    values = {"login": sheet.login, "code": sheet.code}
    labels = {key: dict.fromkeys(paper.language(each).say(f"sheet-{key}") for each in (code, "fr")) for key in values}
    return [(" · ".join(labels[key]), clean(value)) for key, value in values.items() if value]


def _directed(text: str) -> dict[str, str | bool]:
    """The text, and whether its first letter is of a script that is written from the right."""
    directions = (unicodedata.bidirectional(c) for c in text)
    first = next((d for d in directions if d in ("L", *_FROM_THE_RIGHT)), "L")
    return {"text": text, "rtl": first in _FROM_THE_RIGHT}
