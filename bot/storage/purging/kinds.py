"""The kinds of rows that are deleted after their time: from which moment it counts, and which rows are never deleted.

`config/retention.toml` gives the time of each kind, by its name here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, func, select

from bot.storage.rate_windows import WHOLE_BOT
from bot.storage.tables import DESK
from bot.terms import CampaignState, DeliveryState, InterventionState, InvitationState, MailingState, Status

_T = DESK.tables
_OUTBOX, _REQUESTS, _PEOPLE = _T["outbox"].c, _T["requests"].c, _T["people"].c
_CAMPAIGNS, _REPORTS, _ACTS, _TOKENS = _T["campaigns"].c, _T["reports"].c, _T["interventions"].c, _T["tokens"].c
_SENT = (DeliveryState.SENT.value, DeliveryState.DROPPED.value)
_MAILINGS, _INVITED = _T["mailings"].c, (InvitationState.SENT.value, InvitationState.DOUBT.value)
_OVER = (CampaignState.DONE.value, CampaignState.CANCELLED.value)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of rows with a time of its own."""

    name: str
    table: Table
    since: ColumnElement[Any]  #: the moment from which the time of a row counts
    where: tuple[ColumnElement[bool], ...] = ()  #: the rows of the table that are of this kind and may be deleted
    screens: tuple[str, ...] = ()  #: what messages in chats that show such a row are said to show: `report`

    @property
    def key(self) -> tuple[ColumnElement[Any], ...]:
        """The columns of the primary key."""
        return tuple(self.table.primary_key.columns)

    @property
    def numbered(self) -> bool:
        """Whether people read the numbers of these rows, or buttons hold them: none is given twice."""
        own = ("requests", "reports", "campaigns", "mailings", "interventions", "people", "printings", "handouts")
        return self.name in (*own, "announcements")


def _none(column: ColumnElement[Any], *others: str) -> list[ColumnElement[bool]]:
    """The conditions that no row names the column's value, in any of these columns, such as `parties.person`."""
    return [column.not_in(_named(*other.split("."))) for other in others]


def _named(table: str, name: str) -> Select[Any]:
    column = _T[table].c[name]
    return select(column).where(column.is_not(None))


_PARTY = (
    *("requests.requester", "requests.filer", "requests.holder", "parties.person", "messages.author"),
    *("interventions.person", "campaigns.person", "mailings.person", "printings.person"),
    *("announcements.person", "announcement_copies.person"),
    *("searches.person", "pointers.person"),
    *("roles.person", "events.person", "consents.giver"),
    *("cards.person", "screens.person", "outbox.person"),
)

KINDS = (
    Kind("parked", _T["parked"], _T["parked"].c.at),
    Kind("causes", _T["causes"], _T["causes"].c.at),
    Kind("drafts", _T["drafts"], _T["drafts"].c.at),
    Kind("endings", _T["endings"], _T["endings"].c.at),
    Kind("searches", _T["searches"], _T["searches"].c.at),
    Kind("pointers", _T["pointers"], _T["pointers"].c.at),
    Kind("handouts", _T["handouts"], _T["handouts"].c.at),
    Kind("printings", _T["printings"], _T["printings"].c.at, screens=("printing", "spreadsheet")),
    Kind("tokens", _T["tokens"], func.coalesce(_TOKENS.used_at, _TOKENS.expires_at)),
    Kind("sign_ins", _T["sign_ins"], _T["sign_ins"].c.expires_at),
    Kind("expiries", _T["expiries"], _T["expiries"].c.at),
    Kind(
        "rate_windows",
        _T["rate_windows"],
        _T["rate_windows"].c.empty_at,
        (_T["rate_windows"].c.chat_id != WHOLE_BOT,),  # that of the whole bot stays: it is locked on
    ),
    Kind("outbox-sent", _T["outbox"], _OUTBOX.at, (_OUTBOX.state.in_(_SENT),)),
    Kind("outbox-dead", _T["outbox"], _OUTBOX.at, (_OUTBOX.state == DeliveryState.DEAD.value,)),
    Kind("outbox-uncertain", _T["outbox"], _OUTBOX.at, (_OUTBOX.state == DeliveryState.UNCERTAIN.value,)),
    Kind(
        "requests",
        _T["requests"],
        _REQUESTS.closed_at,
        (_REQUESTS.status == Status.CLOSED.value, _REQUESTS.merged_into.is_(None)),
    ),
    Kind("reminders", _T["reminders"], _T["reminders"].c.at),
    Kind("touches", _T["touches"], _T["touches"].c.at),
    Kind(
        "campaigns",
        _T["campaigns"],
        func.coalesce(_CAMPAIGNS.ended_at, _CAMPAIGNS.at),
        (_CAMPAIGNS.state.in_(_OVER),),
        screens=("campaign",),
    ),
    Kind("invitations", _T["invitations"], _T["invitations"].c.at, (_T["invitations"].c.state.in_(_INVITED),)),
    Kind(
        "mailings",
        _T["mailings"],
        func.coalesce(_MAILINGS.ended_at, _MAILINGS.at),
        (_MAILINGS.state != MailingState.RUNNING.value,),
        screens=("mailing",),
    ),
    Kind("announcement_copies", _T["announcement_copies"], _T["announcement_copies"].c.at),
    Kind(
        "announcements",
        _T["announcements"],
        _T["announcements"].c.ended_at,
        (_T["announcements"].c.ended_at.is_not(None),),
        screens=("announcement",),
    ),
    Kind("reports", _T["reports"], _REPORTS.treated_at, (_REPORTS.verdict != "",), screens=("report",)),
    Kind(
        "interventions",
        _T["interventions"],
        _ACTS.at,
        (_ACTS.state != InterventionState.INTENDED.value, *_none(_ACTS.id, "holds.deed", "touches.deed")),
    ),
    Kind("events", _T["events"], _T["events"].c.at, (_T["events"].c.request.is_(None),)),
    Kind("audit", _T["audit"], _T["audit"].c.at),
    Kind("people", _T["people"], _PEOPLE.seen_at, (_PEOPLE.telegram_id.is_(None), *_none(_PEOPLE.id, *_PARTY))),
)  # in the order in which they are purged: what names another row goes before it
