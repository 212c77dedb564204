"""The journal: finds lines of the audit again, for those who may read them, and for whom they are about."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select

from bot.storage.audit.lines import Line
from bot.storage.prepared import Prepared
from bot.storage.tables import DESK
from bot.storage.work import Work

_LINES = DESK.tables["audit"]
_LATELY = Prepared(
    select(_LINES.c.facts).where(
        _LINES.c.person == bindparam("who"),
        _LINES.c.at > bindparam("since"),
        _LINES.c.act == bindparam("what"),
        _LINES.c.account == bindparam("whose"),
        _LINES.c.school == bindparam("where"),
        _LINES.c.request.is_not_distinct_from(bindparam("which", type_=_LINES.c.request.type)),
    )
)


def written_since(work: Work, line: Line, since: datetime) -> bool:
    """Whether the same line, of the same person, was written after that moment, or is about to be in this work."""
    values = {"who": line.person, "since": since, "what": line.act, "whose": line.account, "where": line.school}
    found = work.run(_LATELY, values | {"which": line.request})
    return line in work.lines or any(row.facts == line.facts for row in found)
