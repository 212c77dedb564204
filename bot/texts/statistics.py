"""Statistics: one school in words and charts, a page of schools, and the tables that leave as spreadsheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Any

from bot.terms import Button
from bot.terms.charts import Bar, Chart
from bot.terms.tables import Cell, Column, Table
from bot.texts import markup, pages
from bot.texts.declaring import Draw, Label, Make
from bot.texts.durations import day
from bot.texts.languages import Language
from bot.texts.wording import named

_HIDDEN = -1  #: stands for a number of a few people or requests, which is not told
_FEW = 5  #: how many people are not a few any more
_DAYS = 48  #: hours from which on days are said
_TOP = 6  #: applications that are named
Facts = Mapping[str, Any]


def one(language: Language, facts: Facts) -> str:
    """The statistics of one school, or of what lies above several."""
    head = [f"<b>{markup.name(facts['place'])}</b>", _period(language, facts)]
    parts = [_activations(language, facts["ent"]), _visits(language, facts["ent"]), _desk(language, facts["work"])]
    lines = [line for part in parts if part for line in ("", *part)]
    return markup.stack([*head, *lines], markup.room())


def units(language: Language, facts: Facts) -> str:
    """A page of schools, or of what lies above them, each with its main figures; below, those of all together."""
    title = pages.titled(language, language.say("stats-units", {"many": facts["many"]}), facts["further"])
    head = f"{title}\n{_period(language, facts)}"
    entries = [_unit(language, line) for line in facts["lines"]]
    foot = "\n\n" + "\n".join(_desk(language, facts["work"]))
    foot += "\n\n" + language.say("stats-open") if entries else ""
    return pages.page(
        head, entries or [pages.nothing(language, language.say("adoption-none"), facts["further"])], foot
    )


def one_charts(language: Language, facts: Facts) -> tuple[Chart, ...]:
    """Two pictures: the accounts and visits of the ENT, and the assistance; none of what there is nothing of."""
    place, period = markup.one_line(facts["place"]), markup.plain(_period(language, facts))
    ent, desk = facts["ent"], facts["work"]
    groups = [
        (language.say("stats-activations"), _active_bars(language, ent["activations"])),
        (language.say("stats-visitors"), _visitor_bars(language, ent)),
        (language.say("stats-applications"), _bars(language, "stats-app", ent["accesses"][:_TOP])),
        (language.say("stats-connectors"), _bars(language, "stats-app", ent["connectors"][:_TOP])),
    ]
    own = [
        (language.say(f"stats-by-{what}"), _bars(language, what, desk[many]))
        for what, many in (("category", "categories"), ("status", "statuses"), ("level", "levels"))
    ]
    source = language.say("stats-source")
    title = language.say("stats-assistance-of", {"place": place})
    said = f"{markup.plain(_count(language, desk))} · {period}"
    made = [Chart(place, period, _filled(groups), source), Chart(title, said, _filled(own), source)]
    return tuple(chart for chart in made if chart.groups)


def unit_charts(language: Language, facts: Facts) -> tuple[Chart, ...]:
    """One picture: of each school of the page its requests, and how many of its accounts are activated."""
    lines = facts["lines"]
    counted = [{"key": "", "count": line["count"], "name": _numbered(line)} for line in lines]
    shares = tuple(
        Bar(_numbered(line), line["activated"] / 100, _share(language, line, "activated"))
        for line in lines
        if line["activated"] >= 0
    )
    groups = (
        (language.say("stats-activations"), shares),
        (language.say("stats-requests"), _bars(language, "", counted)),
    )
    title = markup.plain(language.say("stats-units", {"many": facts["many"]}))
    filled = _filled(groups)
    if not filled:
        return ()
    return (Chart(title, markup.plain(_period(language, facts)), filled, language.say("stats-source")),)


def table(language: Language, made: Table) -> Table:
    """The table with its names and codes in the words of that language."""

    @cache
    def said(codes: str, cell: str) -> str:
        """The words of a code; of one with a kind before it, those of that kind; else the code itself."""
        if codes == "export-detail":
            kind, _, code = cell.partition("-") if not cell.startswith("stats-app-") else ("stats-app", "", cell[10:])
            return language.name(f"{kind}-{code}", code) if kind else ""
        return markup.plain(language.name(f"{codes}-{cell}", cell))

    columns = tuple(
        Column(language.say(f"export-column-{column.name}"), column.content, column.width) for column in made.columns
    )
    few = language.say("adoption-few")

    def cell_of(cell: Cell, column: Column) -> Cell:
        if not isinstance(cell, str):
            return cell
        return said(column.codes, cell) if column.codes else few if column.name == "value" else cell

    rows = [tuple(cell_of(*pair) for pair in zip(row, made.columns, strict=True)) for row in made.rows]
    title = language.say(f"export-title-{made.title}")
    return replace(made, title=title, page=language.say(f"export-what-{made.page}"), columns=columns, rows=rows)


def _period(language: Language, facts: Facts) -> str:
    days = {"since": day(language, facts["begins"]), "until": day(language, facts["ends"])}
    return language.say("stats-period", days)


def _activations(language: Language, ent: Facts) -> list[str]:
    """How many accounts are activated; or why that is not known."""
    if not ent["activations"]:
        return [language.say(f"stats-accounts-{ent['state']}")] if ent["state"] != "known" else []
    lines = [_line(language, part, _of(language, part)) for part in ent["activations"]]
    return [f"<b>{language.say('stats-activations')}</b>", *lines]


def _visits(language: Language, ent: Facts) -> list[str]:
    """Who came and what was opened; or why that is not known."""
    if ent["visited"] != "known":
        return [language.say(f"stats-visited-{ent['visited']}")]
    lines = [_line(language, part, _came(language, part, ent["mobile"])) for part in ent["visits"]]
    lines = [f"<b>{language.say('stats-visits')}</b>", *lines] if lines else []
    for name, key in (("accesses", "stats-applications"), ("connectors", "stats-connectors")):
        opened = [
            f"{_named(language, 'stats-app', one)} {_number(language, one['count'])}" for one in ent[name][:_TOP]
        ]
        lines += [f"<b>{language.say(key)}</b>", " · ".join(opened)] if opened else []
    return lines


def _desk(language: Language, desk: Facts) -> list[str]:
    """What became of the requests."""
    lines = [f"<b>{language.say('stats-assistance')}</b>", _count(language, desk)]
    if not desk["count"]:
        return lines
    solved = _number(language, desk["solved"])
    lines.append(language.say("stats-solved", {"solved": solved, "promise": _share(language, desk, "promise")}))
    times = [(name, desk[name]) for name in ("answer", "solve") if desk[name]]
    lines += [language.say(f"stats-{name}", {"time": _hours(language, hours)}) for name, hours in times]
    numbers = {name: _number(language, desk[name]) for name in ("late", "reopened")}
    lines.append(language.say("stats-late", numbers))
    for what, many in (("category", "categories"), ("status", "statuses"), ("level", "levels")):
        parts = [f"{_named(language, what, part)} {_number(language, part['count'])}" for part in desk[many]]
        said = {"name": language.say(f"stats-by-{what}"), "parts": " · ".join(parts)}
        lines += [language.say("stats-parts", said)] if parts else []
    return lines


def _unit(language: Language, line: Facts) -> str:
    told = {"count": _number(language, line["count"])}
    told |= {name: _share(language, line, name) for name in ("promise", "activated")}
    return f"{line['number']}. <b>{markup.name(line['name'])}</b>\n{language.say('stats-unit', told)}"


def _count(language: Language, desk: Facts) -> str:
    about = "yes" if desk["about"] else "no"
    return language.say("stats-count", {"count": desk["count"], "about": about})


def _line(language: Language, part: Facts, said: str) -> str:
    return f"{language.say('icon-' + part['key'])} {language.say('profile-' + part['key'])} · {said}"


def _of(language: Language, part: Facts) -> str:
    few = -2 if part["all"] < _FEW else -1
    share = few if part["linked"] == _HIDDEN else 100 * part["linked"] // part["all"]
    return language.say(
        "adoption-count", {"linked": _number(language, part["linked"]), "all": str(part["all"]), "share": share}
    )


def _came(language: Language, part: Facts, mobile: bool) -> str:
    numbers = {name: _number(language, part[name]) for name in ("visitors", "connections", "mobile")}
    return language.say("stats-came", numbers | {"split": "yes" if mobile else "no"})


def _share(language: Language, facts: Facts, name: str) -> str:
    """A share in percent, as far as it is told; `none` where it is not."""
    about = "yes" if facts[f"about_{name}"] else "no"
    return language.say("stats-share", {"share": facts[name], "about": about}) if facts[name] != _HIDDEN else "none"


def _number(language: Language, number: int) -> str:
    return language.say("adoption-few") if number == _HIDDEN else language.say("stats-number", {"count": number})


def _hours(language: Language, hours: int) -> str:
    if hours < _DAYS:
        return language.say("stats-hours", {"count": hours})
    return language.say("stats-days", {"count": round(hours / 24)})


def _named(language: Language, what: str, part: Facts) -> str:
    key = str(part["key"])
    return language.name(f"{what}-{key}", markup.name(key)) if what else ""


def _numbered(line: Facts) -> str:
    return f"{line['number']}. {markup.one_line(line['name'])}"


def _active_bars(language: Language, parts: Sequence[Facts]) -> tuple[Bar, ...]:
    return tuple(
        Bar(
            language.say(f"profile-{part['key']}"),
            max(0, part["linked"]) / part["all"],
            markup.plain(_of(language, part)),
            part["key"],
        )
        for part in parts
    )


def _visitor_bars(language: Language, ent: Facts) -> tuple[Bar, ...]:
    """The visitors of a week, beside how many accounts of their profile there are, where that is known."""
    known = {part["key"]: part["all"] for part in ent["activations"]}
    most = max((part["visitors"] for part in ent["visits"]), default=0)
    return tuple(
        Bar(
            language.say(f"profile-{part['key']}"),
            max(0, part["visitors"]) / max(1, known.get(part["key"]) or most),
            markup.plain(_number(language, part["visitors"])),
            part["key"],
        )
        for part in ent["visits"]
    )


def _bars(language: Language, what: str, parts: Sequence[Facts]) -> tuple[Bar, ...]:
    """A bar for each, as long as its part of the greatest."""
    most = max((part["count"] for part in parts), default=0)
    return tuple(
        Bar(
            part.get("name") or markup.plain(_named(language, what, part)),
            max(0, part["count"]) / max(1, most),
            markup.plain(_number(language, part["count"])),
        )
        for part in parts
    )


def _filled(groups: Sequence[tuple[str, tuple[Bar, ...]]]) -> tuple[tuple[str, tuple[Bar, ...]], ...]:
    return tuple((heading, bars) for heading, bars in groups if bars)


def _label(kind: str, language: Language, button: Button) -> str:
    """What the button leads to: a period, or what is exported and in which form."""
    parts = button.target.replace(":", ".").split(".")
    if kind == "export-button" and len(parts) > 2:
        return language.say("export-button-these")
    return language.name(f"{kind}-{parts[0]}", language.say(f"button-{button.action}"))


def _which(language: Language, facts: Facts) -> str:
    """The question what is to be exported; above it, that the words name nothing of the kind."""
    above = [language.say("export-unknown", named(language, facts)), ""] if facts["words"] else []
    return "\n".join([*above, language.say("export-which")])


NOTICES: Mapping[str, Make] = {"stats": one, "stats_units": units, "spreadsheet_which": _which}
LABELS: Mapping[str, Label] = {
    "stats": partial(_label, "stats-span"),
    "spreadsheet": partial(_label, "export-button"),
}
CHARTS: Mapping[str, Draw] = {"stats": one_charts, "stats_units": unit_charts}
