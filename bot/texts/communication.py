"""Communication: the table of who may write to whom, in words and as a picture, and answers about two groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot import cutting
from bot.terms import Button
from bot.terms.charts import Cell, Matrix, Row
from bot.texts import elision, labels, markup
from bot.texts.declaring import Draw, Label, Make
from bot.texts.languages import Language

_REACHES = ("all", "class", "own", "some", "no")  # in the order in which a line names them
_MOST = 15  #: rules of groups made by hand that are named below the table
Facts = Mapping[str, Any]


def table(language: Language, facts: Facts) -> str:
    """The table in words: for each profile, whom it may write to; what differs; the rules of other groups."""
    head = [_title(language, facts), ""]
    lines = [_line(language, line) for line in facts["table"]]
    foot = [language.say("communication-sum")]
    if facts["differs"]:
        foot = [language.say("communication-differs"), *_differences(language, facts["table"]), "", *foot]
    if facts["by_hand"]:
        named = [_rule(language, rule) for rule in facts["by_hand"][:_MOST]]
        foot = [f"<b>{language.say('communication-by-hand')}</b>", *named, "", *foot]
    return markup.stack([*head, "\n\n".join(lines), "", *foot], markup.room())


def picture(language: Language, facts: Facts) -> tuple[Matrix, ...]:
    """The same as a picture: a cell for each profile that writes, below each that is written to."""
    names = {line["profile"]: language.say(f"communication-{line['profile']}") for line in facts["table"]}
    rows = tuple(
        Row(
            names[line["profile"]],
            line["profile"],
            tuple(
                Cell(
                    cell["reach"], language.say(f"communication-cell-{cell['reach']}"), cell["reach"] != cell["usual"]
                )
                for cell in line["cells"]
            ),
        )
        for line in facts["table"]
    )
    place = markup.one_line(facts["place"]) or language.say("communication-usual")
    legend = [language.say("communication-legend")]
    legend += [language.say("communication-legend-marked")] if facts["differs"] else []
    title, corner = language.say("communication-picture"), language.say("communication-corner")
    heads = tuple((name, key) for key, name in names.items())
    return (Matrix(title, place, corner, heads, rows, tuple(legend)),)


def answer(language: Language, facts: Facts) -> str:
    """Whether the one may write to the other, and by which rules."""
    said = _two(language, facts)
    pieces = [language.say(f"communication-answer-{facts['reach']}", said)]
    if facts["rules"]:
        pieces += ["", language.say("communication-by"), *(_rule(language, rule) for rule in facts["rules"])]
    if facts["unnamed"]:
        pieces.append(language.say("communication-more", {"count": facts["unnamed"]}))
    usual = str(facts["usual"])
    if usual and usual != facts["reach"]:
        pieces += [
            "",
            language.say("communication-otherwise", {"usual": language.say(f"communication-state-{usual}")}),
        ]
    if facts.get("within"):
        pieces += ["", language.say(f"communication-within-{facts['within']}")]
    if facts["place"]:
        pieces += ["", language.say("communication-sum")]
    else:
        pieces += ["", language.say("communication-from-start")]
    return markup.stack(pieces, markup.room())


def asked(language: Language, facts: Facts) -> str:
    """What a rule would change: before and after, for how many, what went wrong elsewhere, and what else it does."""
    made = "yes" if facts["allowed"] else "no"
    pieces = [language.say("rule-title", _two(language, facts) | {"allowed": made}), ""]
    for key, name in (("rule-before", "until_now"), ("rule-after", "from_now")):
        pieces.append(language.say(key, {"state": language.say(f"communication-state-{facts[name]}")}))
    sizes = {"writing": int(facts["writers"]["size"]), "written": int(facts["written"]["size"])}
    same = "yes" if facts["until_now"] == facts["from_now"] else "no"
    pieces.append(language.say("rule-people", sizes | {"same": same}))
    if facts["widened"]:
        pieces += ["", language.say("rule-widened", {"names": _names(language, facts["widened"])})]
    pieces += ["", language.say("rule-warning"), language.say(f"rule-example-{facts['example']}")]
    return "\n".join(pieces)


def reserved(language: Language, facts: Facts) -> str:
    """Why that rule is not made here, and who can make it."""
    said = _two(language, facts) | {"allowed": "yes"}
    return f"{language.say('rule-title', said)}\n\n{language.say('rule-kept')}"


def choose(kind: str) -> Make:
    """The question which group is meant, of which the first may be chosen already."""

    def made(language: Language, facts: Facts) -> str:
        said = {"place": markup.name(facts["place"])}
        return language.say(kind, said | (_one(language, facts["writers"]) if "writers" in facts else {}))

    return made


def done(language: Language, facts: Facts) -> str:
    """What was done, and whose members may write to each other now."""
    pieces = [language.say("rule-done", _changed(language, facts))]
    if facts["still_together"]:
        pieces.append(language.say("rule-together", {"names": _names(language, facts["still_together"])}))
    return "\n".join(pieces)


def told(language: Language, facts: Facts) -> str:
    """What another administrator of the school changed."""
    return language.say("rule-told", _changed(language, facts) | {"actor": markup.name(facts["actor"], "…")})


def above(language: Language, facts: Facts) -> str:
    """The words of the request for a rule that only those above may make."""
    return language.say("rule-above", _changed(language, {**facts, "allowed": True}))


def _title(language: Language, facts: Facts) -> str:
    place = markup.name(facts["place"])
    if not place:
        return f"<b>{language.say('communication-picture')}</b>\n{language.say('communication-usual')}"
    return f"<b>{language.say('communication-picture')}</b> · {place}"


def _line(language: Language, line: Facts) -> str:
    """One profile, and below it, for each reach, the profiles that are reached so."""
    found = [f"<b>{language.say('communication-' + line['profile'])}</b>"]
    for reach in _REACHES:
        names = [language.say(f"communication-low-{c['profile']}") for c in line["cells"] if c["reach"] == reach]
        if names:
            found.append(language.say(f"communication-line-{reach}", {"names": ", ".join(names)}))
    return "\n".join(found)


def _differences(language: Language, lines: Sequence[Facts]) -> list[str]:
    made = []
    for line in lines:
        for cell in line["cells"]:
            if cell["reach"] != cell["usual"]:
                said = {"one": language.say(f"communication-{line['profile']}")}
                said |= {"other": language.say(f"communication-low-{cell['profile']}")}
                said |= {"now": language.say(f"communication-cell-{cell['reach']}")}
                said |= {"usual": language.say(f"communication-cell-{cell['usual']}")}
                made.append(language.say("communication-difference", said))
    return made


def _rule(language: Language, rule: Facts) -> str:
    if rule.get("within"):
        return language.say("communication-rule-within", {"the": _the(language, rule["writers"])})
    return language.say(
        "communication-rule", {"one": _the(language, rule["writers"]), "other": _the(language, rule["written"])}
    )


def _two(language: Language, facts: Facts) -> dict[str, str]:
    """Who writes, with a capital and without, and whom they write to."""
    return {
        **_one(language, facts["writers"]),
        "to": language.say("communication-to", _kind(language, facts["written"])),
    }


def _one(language: Language, one: Facts) -> dict[str, str]:
    the = _the(language, one)
    return {"the": the, "head": the[:1].upper() + the[1:], "single": "yes" if one.get("person") else "no"}


def _changed(language: Language, facts: Facts) -> dict[str, str]:
    made = "yes" if facts["allowed"] else "no"
    return _two(language, facts) | {"allowed": made, "place": markup.name(facts["place"])}


def _names(language: Language, some: Sequence[Facts]) -> str:
    return ", ".join(_the(language, one) for one in some)


def _the(language: Language, one: Facts) -> str:
    return language.say("communication-the", _kind(language, one))


def _kind(language: Language, one: Facts) -> dict[str, str]:
    kind = "person" if one.get("person") else str(one["profile"]) or "group"
    room = markup.name(one["room"])
    of_room = language.say("communication-of-room", {"d": elision.of(str(one["room"])), "name": room}) if room else ""
    return {"kind": kind, "name": markup.name(one["name"], "…"), "room": of_room}


def _label(language: Language, button: Button) -> str:
    """The group that the button's words code: its profile, and its class or its name."""
    profile, _, name = button.words.partition("\n")
    if not profile:
        return cutting.shorten(f"👥 {markup.one_line(name) or '…'}", labels.ROOM)
    word = language.name(f"communication-{profile}", profile)
    return cutting.shorten(" · ".join(filter(None, (word, markup.one_line(name)))), labels.ROOM)


NOTICES: Mapping[str, Make] = {
    "communication": table,
    "communication_answer": answer,
    "rule_sender": choose("rule-sender"),
    "rule_receiver": choose("rule-receiver"),
    "rule_asked": asked,
    "rule_reserved": reserved,
    "rule_done": done,
    "rule_told": told,
    "rule_above_words": above,
}
LABELS: Mapping[str, Label] = {"rule_from": _label, "rule_to": _label}
CHARTS: Mapping[str, Draw] = {"communication": picture}
