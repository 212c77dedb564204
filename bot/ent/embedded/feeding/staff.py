"""Teachers and personnel: found by names with their mail, identifier or structure; attached, and to their classes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from bot.ent.embedded.feeding import keys
from bot.ent.embedded.feeding.classes import Classes
from bot.ent.embedded.feeding.known import Brought, Known, of_staff
from bot.ent.embedded.feeding.work import Work, about
from bot.terms import Profile
from bot.terms.feed import StaffRecord, Verdict


@dataclass(slots=True, eq=False)
class _Member:
    """One member of staff: the rows that say the same of them, but for the classes."""

    row: StaffRecord
    said: Brought
    classes: list[str] = field(default_factory=list)


def feed_staff(work: Work) -> None:
    """Finds or makes the account of each member of staff, and attaches it; says what is not sure."""
    members = _members(work)
    hits = [_hits(work, one) for one in members]
    times = Counter(one.id for several in hits for one in several)
    for member, found in zip(members, hits, strict=True):
        known = found[0] if len(found) == 1 and times[found[0].id] == 1 else None
        if known is None and found:
            work.say(member.row.spot, Verdict.HELD, "staff-several", about(member.row))
        else:
            _take(work, member, known)


def _members(work: Work) -> list[_Member]:
    """The people of the files, each once, in an order that does not depend on that of the rows."""
    found: dict[tuple[object, ...], _Member] = {}
    for row in sorted(work.feed.staff, key=lambda one: (about(one), one.classes, one.spot)):
        said = of_staff(row, work.now)
        same = (replace(said, last_name="", first_name=""), said.key, row.birth_date, row.teaches)
        member = found.setdefault(same, _Member(row, said))
        member.classes += [name for name in row.classes if name not in member.classes]
    return list(found.values())


def _profile(row: StaffRecord) -> Profile:
    return Profile.TEACHER if row.teaches else Profile.PERSONNEL


def _hits(work: Work, member: _Member) -> list[Known]:
    """The accounts that are theirs: those with their identifier or mail, else those of their names in this place."""
    said, born = member.said, member.row.birth_date
    alike = [one for one in _alike(work, member) if not one.by_hand]
    alike = [one for one in alike if None in (one.birth_date, born) or one.birth_date == born]
    numbered = [one for one in alike if said.external_id and said.external_id in _numbers(one)]
    mail = keys.mail_key(said.email)
    mailed = [one for one in alike if mail and mail in _mails(one)]
    here = [one for one in alike if _was_here(work, one) and not _differs(one.brought.get(work.place.id), said)]
    return [one for one in here if one.brought.get(work.place.id) == said] or numbered or mailed or here


def _was_here(work: Work, known: Known) -> bool:
    """Whether somebody is attached here, or was until they were detached by hand."""
    return work.place.is_here(known) or work.place.id in known.removed


def _alike(work: Work, member: _Member) -> list[Known]:
    return [one for one in work.place.of(_profile(member.row)) if member.said.key in one.keys]


def _differs(before: Brought | None, said: Brought) -> bool:
    """Whether two rows of one name are two people's: by identifier, else by mail and mobile, where both say them."""
    if before is None:
        return False
    if before.external_id and said.external_id:
        return before.external_id != said.external_id
    return bool(before.email and said.email and before.email != said.email) and not before.shares(said)


def _numbers(known: Known) -> set[str]:
    return {one.external_id for one in known.brought.values()} - {""}


def _mails(known: Known) -> set[str]:
    return {keys.mail_key(mail) for mail in (known.email, *(one.email for one in known.brought.values())) if mail}


def _take(work: Work, member: _Member, known: Known | None) -> None:
    row, alike = member.row, _alike(work, member)
    if any(one.by_hand for one in alike):
        work.say(row.spot, Verdict.NOTED, "staff-by-hand", about(row))
    if known is None and any(not one.by_hand for one in alike):
        work.say(row.spot, Verdict.NOTED, "staff-namesake", about(row))
    if known is None:
        known = work.make(row.first_name, row.last_name, _profile(row))
    if row.director:
        work.say(row.spot, Verdict.NOTED, "director", about(row))
    known.birth_date = row.birth_date or known.birth_date
    work.bring(known, member.said)
    if work.place.id in known.removed:
        work.say(row.spot, Verdict.NOTED, "staff-detached", about(row))
    else:
        _attach(work, known, member)
    work.see(known)


def _attach(work: Work, known: Known, member: _Member) -> None:
    """Attaches somebody to the place and to the classes of their row.

    Complete files end what earlier ones attached here.
    """
    known.attached.setdefault(work.place.id, True)
    classes, wanted = Classes(work.place), set[str]()
    for name in member.classes:
        class_ = classes.found(name)
        if class_ is None:
            work.say(member.row.spot, Verdict.NOTED, "class-unknown", about(member.row), **{"class": name})
        else:
            wanted.add(class_.id)
            known.attached.setdefault(class_.id, True)
    if work.options.complete:
        known.part(one for one in list(known.attached) if one in work.place.classes and one not in wanted)
