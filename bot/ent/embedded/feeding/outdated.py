"""Files that came before, and another one since: what was corrected meanwhile comes back, as somebody else."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, select

from bot.ent.embedded.feeding.work import Work
from bot.ent.embedded.tables import ENT
from bot.terms.feed import Finding, Spot, Verdict

_FILES = ENT.tables["ent_feed_files"]
_CAME = select(_FILES).where(_FILES.c.place == bindparam("place"))


def outdated(connection: Connection, work: Work) -> Iterator[Finding]:
    """A finding for each file that would make accounts, came before, and of whose kind another one came since."""
    came = {row.digest: row for row in connection.execute(_CAME, {"place": work.place.id})}
    now = {digest for _, digest in work.feed.digests.values()}
    made = {work.spots[one.id].file for one in work.seen.values() if one.was is None}
    for file, (kind, digest) in sorted(work.feed.digests.items()):
        before = came.get(digest)
        if before is None or file not in made:
            continue
        if any(row.kind == kind.value and row.at > before.at and row.digest not in now for row in came.values()):
            yield Finding(Spot(file), Verdict.NOTED, "older-file", "", {"day": before.at.date().isoformat()})
