"""Linking: whom an invitation would reach, how far invitations are, and the letter that each person reads."""

from __future__ import annotations

import html
from collections.abc import Mapping
from functools import partial
from typing import Any

from bot.terms import Letter
from bot.texts import labels, markup
from bot.texts.declaring import Label, Make
from bot.texts.languages import Language, Value, language
from bot.texts.wording import named, sentence

_PREVIEW = ("hello", "why", "open", "care")  #: the sentences of the letter that are shown before it is sent
_PROFILES = ("student", "relative", "teacher", "personnel", "guest")
_LEFT = ("linked", "lately", "dormant", "waiting")  #: counts that the question names where they are not 0
_OUTCOMES = ("skipped", "failed", "doubtful")


def worded(letter: Letter) -> tuple[str, str]:
    """The subject and the markup of the message that a letter becomes in the ENT's internal messaging."""
    spoken = language(letter.language)
    made = named(spoken, {"name": letter.name, "place": letter.place, "days": letter.days})
    said = [html.escape(markup.plain(spoken.say(f"letter-{name}", made))) for name in (*_PREVIEW, "automatic")]
    hello, why, opens, care, automatic = said
    link = html.escape(letter.link)
    pieces = (hello, why, f'<a href="{link}">{opens}</a>', link, care, automatic)
    return markup.plain(spoken.say("letter-subject")), "".join(f"<p>{piece}</p>" for piece in pieces)


def anew(spoken: Language, facts: Mapping[str, Any]) -> str:
    """The question before a link for somebody who is linked, or has links that a new one makes void."""
    links = ", ".join(spoken.say(f"link-way-{way}") for way in facts["ways"])
    made = named(spoken, facts) | {"links": links, "several": "yes" if len(facts["ways"]) > 1 else "no"}
    lines = [spoken.say(f"link-anew-{name}", made) for name in ("linked", "ways", "coded") if facts[name]]
    return "\n".join(lines)


def asked(spoken: Language, facts: Mapping[str, Any]) -> str:
    """The question before a mailing: how many, whom it leaves out, and what each would read."""
    made = _made(spoken, facts)
    counts = [
        spoken.say(f"invited-{one}", {"count": facts["invited"][one]}) for one in _PROFILES if one in facts["invited"]
    ]
    made["invited"] = ", ".join(counts)
    lines = [spoken.say("invite-title", made), spoken.say("invite-count", made)]
    lines += [spoken.say(f"invite-{name}", made) for name in _LEFT if facts[name]]
    lines += ["", spoken.say("invite-letter", made), _preview(spoken, facts), spoken.say("invite-time", made)]
    return "\n".join(lines)


def shown(spoken: Language, facts: Mapping[str, Any]) -> str:
    """How far a mailing is: its counts, what nobody knows, why it waits or was stopped."""
    made = _made(spoken, facts)
    lines = [spoken.say(f"mailing-{facts['stage']}", made), ""]
    if facts["stage"] == "running" and not facts["gathered"]:
        lines.append(spoken.say("mailing-gathering"))
    elif facts["stage"] == "done" and not facts["total"]:
        lines.append(spoken.say("mailing-nobody"))
    else:
        lines.append(spoken.say("mailing-sums", made))
    lines += [spoken.say(f"mailing-{name}", made) for name in _OUTCOMES if facts[name]]
    lines += [spoken.say(f"mailing-why-{facts['ending']}")] if facts["ending"] else []
    lines += [spoken.say("mailing-waiting")] if facts["waiting"] else []
    lines.append(spoken.say("mailing-by", made))
    return "\n".join(lines)


def _made(spoken: Language, facts: Mapping[str, Any]) -> dict[str, Value]:
    """The facts, with `whom`: the class, the profile, both, or the whole school."""
    made = named(spoken, facts)
    profile = spoken.name(f"profile-{facts['profile']}", "") if facts["profile"] else ""
    if profile and facts["class_name"]:
        made["whom"] = spoken.say("mailing-whom-both", made | {"profile": profile})
    else:
        made["whom"] = profile or made["class_name"] or spoken.say("mailing-whom-school")
    return made


def _preview(spoken: Language, facts: Mapping[str, Any]) -> str:
    """The letter as a quotation, for somebody whose name stands for all."""
    made = named(spoken, {**facts, "name": "…", "days": facts["life"]})
    said = [spoken.say(f"letter-{name}", made) for name in _PREVIEW]
    return f"<blockquote><b>{spoken.say('letter-subject')}</b>\n" + "\n".join(said) + "</blockquote>"


def _whom(kind: str, spoken: Language, facts: Mapping[str, Any]) -> str:
    """The question whom to invite; above it, that the words which were typed name nobody, where they do not."""
    above = [spoken.say("invite-unknown", named(spoken, facts)), ""] if facts.get("words") else []
    return "\n".join([*above, sentence(spoken, f"notice-{kind}", facts)])


NOTICES: Mapping[str, Make] = {
    "link_anew": anew,
    "invite_school": partial(_whom, "invite_school"),
    "invite_whom": partial(_whom, "invite_whom"),
    "invite_asked": asked,
    "mailing": shown,
}
LABELS: Mapping[str, Label] = {
    "invite_class": labels.narrowed,
    "invite_profile": partial(labels.target, kind="profile"),
}
