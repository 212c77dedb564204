"""Blanking: what becomes of each row of the records that tells who an erased person was."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from bot.storage.erasing import SWEPT, Kept
from bot.terms import ERASED, DeliveryState
from bot.workflows.rules.redacting import Traces

#: kinds of notices with an agent's words to a family, which stay
_ANSWERS = ("answered", "asked", "resolved", "edited", "replied", "heard", "reopened", "followed_resolved")
_QUEUED = DeliveryState.QUEUED.value
WITHDRAWN = "words_erased"  #: the notice that stands in place of one with an erased person's words


@dataclass
class Known:
    """What is known of the person while their erasure is not through."""

    person: int
    name: str
    login: str
    account: str
    chat: str
    others: list[str]
    signature: str
    mark: str
    near: list[int]  #: the requests that concern them
    agent: bool
    filers: list[str]  #: names of those who filed requests for them: they wrote in their place
    filing: list[int]  #: the `id` of each of these
    sending: list[int] = field(default_factory=list)  #: numbers of deliveries with their words, under way meanwhile
    files: list[str] = field(default_factory=list)  #: what identified their files at Telegram
    said: list[str] = field(default_factory=list)  #: their words

    @cached_property
    def traces(self) -> Traces:
        """How they are found in words and facts."""
        return Traces(
            *(self.name, self.login, self.account, self.chat),
            tuple(self.others),
            self.signature,
            self.mark,
            tuple(self.said),
        )


def redacted(known: Known, now: datetime, table: str, row: Kept) -> dict[str, Any] | None:
    """The columns of the row that change, none where it tells nothing of the person; None to delete the row."""
    if table == "outbox":
        return _delivery(known, row)
    if table == "reports" and row["creator"] == known.account:
        return {"creator": known.mark, "creator_name": ERASED, "text": ERASED}
    near, values = _near(known, table, row), dict(row)
    if table == "interventions" and row["account"] == known.account:
        values |= {"account": known.mark, "whom": ERASED, "why": ERASED if row["why"] else ""}
    if table == "events" and near and row["person"] in known.filing:
        values["facts"] = {name: fact for name, fact in row["facts"].items() if name not in ("text", "before")}
    changed = {name: _new(known, values[name], near) for name in SWEPT[table]} | _moved(table, values)
    changed = {name: value for name, value in changed.items() if value != row[name]}
    if changed and (table == "searches" or (table == "parked" and known.chat and known.chat in row["body"])):
        return None
    if "after" in changed:  # where a campaign under way goes on: kept until it ends
        changed = {} if row["ended_at"] is None else changed | {"after": ""}
    return changed


def _moved(table: str, values: dict[str, Any]) -> dict[str, Any]:
    return {"account": values["account"]} if table == "interventions" else {}


def _near(known: Known, table: str, row: Kept) -> bool:
    """Whether the row concerns the person: it is about a request or an act of theirs."""
    if table == "interventions" and row["account"] == known.account:
        return True
    return row.get("request") in known.near


def _new(known: Known, value: Any, near: bool) -> Any:
    if isinstance(value, str):
        return known.mark if value == known.account else known.traces.text(value, near)
    return known.traces.facts(value, near, keep=known.agent)


def _delivery(known: Known, row: Kept) -> dict[str, Any] | None:
    """As `redacted`, for a delivery: words of the person are taken back, what names them is worded again."""
    near, payload = row["request"] in known.near, row["payload"]
    if row["kind"] == "files" and any(file.get("file_id") in known.files for file in payload["files"]):
        return None
    facts = payload.get("facts") or {}
    of = str(facts.get("of") or payload.get("kind") or "")
    speaks = facts.get("actor") == known.name or (near and facts.get("actor") in known.filers)
    theirs = speaks and any(facts.get(one) for one in ("text", "before"))
    keep = known.agent and bool(row["request"]) and of in _ANSWERS
    if theirs and not keep and row["kind"] == "notice":
        if row["state"] == _QUEUED and row["claimed_until"] is None:
            return None
        number = {"number": row["request"] or 0}
        return {
            "payload": {"kind": WITHDRAWN, "facts": number, "buttons": [], "language": payload.get("language", "")}
        }
    if theirs and not keep:
        payload = payload | {"facts": facts | {one: ERASED for one in ("text", "before") if facts.get(one)}}
    changed: dict[str, Any] = {"payload": known.traces.facts(payload, near, keep)}
    changed["error"] = known.traces.text(row["error"], near)
    changed["dedupe"] = row["dedupe"]
    if known.traces.text(row["dedupe"], near=False) != row["dedupe"]:
        changed["dedupe"] = f"{ERASED}#{row['id']}"
    return {name: value for name, value in changed.items() if value != row[name]}
