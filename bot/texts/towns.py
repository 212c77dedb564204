"""Towns: the schools to choose from, and the summary of what is asked for, with what exists already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.texts import labels, markup, particulars
from bot.texts.declaring import Label, Make
from bot.texts.languages import Language
from bot.texts.wording import named

_MOST = 5  #: schools named that are of a space already


def summary(language: Language, facts: Mapping[str, Any]) -> str:
    """What the request will say; that its town or its schools have a space, or that it is open already."""
    known = [("there", name) for name in facts["same_name"]] + [("theirs", name) for name in facts["same_schools"]]
    said = [language.say(f"town-{key}", {"name": markup.name(name, "…")}) for key, name in known[:_MOST]]
    said += [language.say("town-open", named(language, facts))] if facts["number"] else []
    return particulars.summary(language, "town-summary", facts, *said, language.say("town-after"))


NOTICES: Mapping[str, Make] = {"town_summary": summary}
LABELS: Mapping[str, Label] = {"town_school": labels.toggle}
