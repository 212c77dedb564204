"""People: the charter of their profile, and the languages they choose from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from bot.texts import hats, labels, markup
from bot.texts.declaring import Label, Make
from bot.texts.languages import Language
from bot.texts.wording import QUOTE, fill, named, sentence


def _charter(kind: str, language: Language, facts: Mapping[str, Any]) -> str:
    facts = {"links": False, "taken": False, **facts}  # a release before queued charters without them
    frame = language.say(f"notice-{kind}", named(language, facts) | {"charter": QUOTE}).strip()
    above = {"changed": facts.get("changed"), "more": facts.get("more")}
    more = [language.say(f"charter-{name}", named(language, facts)) for name, wanted in above.items() if wanted]
    frame = "\n\n".join([*_phone(language, facts), *more, frame])
    return fill(frame, lambda room: markup.article(language.typeset(str(facts["text"])), room))


def _family(kind: str, language: Language, facts: Mapping[str, Any]) -> str:
    """Where a pupil stands; below it, who else is linked there, and who answered what and when, a line for each."""
    lines = [language.say("family-answer", named(language, one)) for one in facts["answers"]]
    return "\n".join([sentence(language, f"notice-{kind}", facts), *_phone(language, facts), *lines])


def _paper(language: Language, facts: Mapping[str, Any]) -> str:
    """Whether the school holds the paper; below it, who else is linked where the pupil is."""
    return "\n".join([sentence(language, "notice-family_paper", facts), *_phone(language, facts)])


def _phone(language: Language, facts: Mapping[str, Any]) -> list[str]:
    """The sentence on the adults who are linked where the pupil is; none where there is none, or nothing is known."""
    seen = [one for one in facts.get("phone", ()) if one["name"]]
    said = [language.say("family-phone-one", named(language, one)) for one in seen]
    left = len(facts.get("phone", ())) - len(seen)
    said += [language.say("family-phone-unseen", {"count": left})] if left else []
    return [language.say("family-phone", named(language, facts) | {"names": ", ".join(said)})] if said else []


def _unlinked(kind: str, language: Language, facts: Mapping[str, Any]) -> str:
    """That an account is or will be unlinked, and how it is linked again; a release before queued less of it."""
    return sentence(language, f"notice-{kind}", {"agent": False, "signs": False, **facts})


def _taken_out(language: Language, facts: Mapping[str, Any]) -> str:
    """That a link was taken out of words; a release before queued it without whether its giver was told."""
    return sentence(language, "notice-link_taken_out", {"told": False, **facts})


NOTICES: Mapping[str, Make] = {
    "link_taken_out": _taken_out,
    **{kind: partial(_charter, kind) for kind in ("charter", "charter_to_accept", "family_asked")},
    **{kind: partial(_family, kind) for kind in ("family", "family_said", "family_since")},
    **{
        kind: partial(_unlinked, kind) for kind in ("unlink_asked", "unlinked", "unlinked_here", "unlinked_elsewhere")
    },
    "family_paper": _paper,
}
LABELS: Mapping[str, Label] = {
    "language": partial(labels.target, kind="language"),
    **dict.fromkeys(("hat", "speak_as", "file_as"), hats.label),
}
