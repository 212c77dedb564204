"""Asks for a spreadsheet: of requests, of accounts, of statistics; and the message that follows its making."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from bot.folding import fold
from bot.storage import lists, outbox, printings, requests
from bot.storage.printings import Printing
from bot.storage.work import Work
from bot.terms import Button, Notice, Person, Refusal
from bot.workflows import narrowing
from bot.workflows.accounts import finding
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.documents import SHOWN
from bot.workflows.policy import Policy
from bot.workflows.rules import calendar
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.statistics import periods
from bot.workflows.rules.statistics.periods import MONTH, Period
from bot.workflows.statistics import making, showing
from bot.workflows.statistics.making import ACCOUNTS, REQUESTS, STATS

_WHAT = {
    **dict.fromkeys(("demande", "demandes", "requests"), REQUESTS),
    **dict.fromkeys(("compte", "comptes", "accounts"), ACCOUNTS),
    **dict.fromkeys(("stats", "stat", "statistiques", "statistics"), STATS),
}
_FORMS = {
    **dict.fromkeys(("xlsx", "excel", "tableur"), "xlsx"),
    "csv": "csv",
}
_MOST = 2  #: exports of one person at a time


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks for. Its fields are those by which the release before reads a printing, and makes none."""

    kind: str  #: `REQUESTS`, `ACCOUNTS` or `STATS`
    key: str  #: a packed period; of accounts, the number of a search, which holds the filters
    form: str = "xlsx"


async def ask(desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
    """`/exporter demandes|comptes|stats [xlsx|csv] [period or filters]`: queues the message that follows the making.

    Asks for what, where that is missing. Refused to whoever administers nothing, and where a period or a filter
    cannot be read.
    """
    me = await finding.administrator(desk, caller)
    words = typed.split()
    kind = next((found for word in words if (found := _WHAT.get(fold(word)))), "")
    form = next((found for word in words if (found := _FORMS.get(fold(word)))), "xlsx")
    rest, taken = list[str](), set[str]()
    for word in words:
        meant = "what" if fold(word) in _WHAT else "form" if fold(word) in _FORMS else ""
        if meant and meant not in taken:
            taken.add(meant)
        else:
            rest.append(word)
    if not kind:
        return _choose(me, form, typed if rest else "")
    return await _order(desk, cause, caller, me, Wanted(kind, await _key(desk, me, kind, " ".join(rest)), form))


async def pressed(desk: Desk, cause: str, caller: Caller, target: str) -> Notice | None:
    """A button that names what, its form and, behind them, perhaps a period; refused for what no button says."""
    kind, form, packed = [*target.split(".", 2), "", ""][:3]
    if kind not in (REQUESTS, ACCOUNTS, STATS) or form not in _FORMS.values():
        raise Refusal("old-button")
    me = await finding.administrator(desk, caller)
    if not packed:
        return await _order(desk, cause, caller, me, Wanted(kind, await _key(desk, me, kind, ""), form))
    today = calendar.today(desk.clock())
    period = periods.check(periods.unpacked(packed, today), today, showing.kept(desk))
    return await _order(desk, cause, caller, me, Wanted(kind, period.packed, form))


def screen(work: Work, _policy: Policy, person: Person, number: int) -> Notice:
    """How far the export is; refused where there is none, or it is somebody else's."""
    printing = printings.load(work, number)
    if printing is None or printing.person != person.id:
        raise Refusal("old-button")
    facts = {
        "exported": printing.wanted["kind"],
        "stage": printing.state.value,
        "total": printing.total,
        "why": printing.why,
        "hours": 0 if printing.wanted["kind"] == STATS else int(SHOWN.total_seconds() // 3600),
    }
    return Notice("spreadsheet", facts)


def _choose(me: Person, form: str, unknown: str) -> Notice:
    """Asks what is to be exported; says so above where the words name nothing of the kind."""
    rows = tuple((Button("spreadsheet", f"{kind}.{form}", me.id),) for kind in (REQUESTS, ACCOUNTS, STATS))
    return Notice("spreadsheet_which", {"words": unknown}, rows, me.tongue)


async def _key(desk: Desk, me: Person, kind: str, typed: str) -> str:
    """What exactly is asked for; refused where the words are no period, or no filters."""
    if kind == ACCOUNTS:
        wanted = await narrowing.typed(desk, me, typed)
        return str((await desk.put(lists.begin, me.id, wanted.packed())).id)
    period, rest = showing.read(desk, me, typed)
    if rest:
        refusal = Refusal("period-unread", words=rest)
        refusal.language = me.tongue
        raise refusal
    if period is None:
        today = calendar.today(desk.clock())
        first = today - showing.kept(desk)
        period = periods.span(MONTH, today) if kind == STATS else Period(first, today)
    return period.packed


async def _order(desk: Desk, cause: str, caller: Caller, me: Person, wanted: Wanted) -> Notice | None:
    try:
        await desk.act(cause, caller, _ordered, wanted)
    except Refusal as refusal:
        refusal.language = refusal.language or me.tongue
        raise
    desk.stir()
    return None


def _ordered(turn: Turn, wanted: Wanted) -> None:
    """Writes the printing and who asked for it down, and queues the message that follows it."""
    scopes = administration.scopes(turn.me)
    if printings.exports_under_way(turn.work, turn.me.id) >= _MOST:
        raise Refusal("export-under-way")
    packed: dict[str, Any] = asdict(wanted)
    asked = Printing(turn.me.id, turn.caller.chat_id, "", packed, turn.work.now, turn.caller.topic)
    printings.add(turn.work, asked)
    facts = {"part": wanted.kind, "format": wanted.form, "printing": asked.id}
    requests.write_event(turn.work, None, turn.me.id, "spreadsheet", facts, schools=scopes)
    outbox.screen(turn.work, turn.me, f"{making.EXPORTS.screen}:{asked.id}")
