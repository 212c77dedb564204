"""Teachers and personnel: found by names with their mail, identifier or structure; attached, and to their classes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from bot.ent.embedded.feeding import keys
from bot.ent.embedded.feeding.classes import Classes
from bot.ent.embedded.feeding.doubles import note_staff
from bot.ent.embedded.feeding.known import Brought, Known, of_staff
from bot.ent.embedded.feeding.renaming import Renaming
from bot.ent.embedded.feeding.work import Work, about
from bot.terms import Profile
from bot.terms.feed import StaffRecord, Verdict


@dataclass(slots=True, eq=False)
class _Member:
    """One member of staff: the rows that say the same of them, but for the classes."""

    row: StaffRecord
    said: Brought
    classes: list[str] = field(default_factory=list)
    namesake: Known | None = None  #: their new account, where somebody else has their names


def feed_staff(work: Work) -> None:
    """Finds or makes the account of each member of staff, and attaches it; says what is not sure."""
    members = _members(work)
    sure = [_hits(work, one) for one in members]
    taken = {one.id for several in sure for one in several}
    renaming = Renaming(work, [one.said for one in members], Profile.TEACHER, Profile.PERSONNEL)
    hits = [found or _changed(work, renaming, one, taken) for one, found in zip(members, sure, strict=True)]
    times = Counter(one.id for several in hits for one in several)
    for member, found, near in zip(members, sure, hits, strict=True):
        known = near[0] if len(near) == 1 and times[near[0].id] == 1 else None
        if known is None and found:
            work.say(member.row.spot, Verdict.HELD, "staff-several", about(member.row))
            for one in found:
                work.see(one, member.row.spot)
            continue
        if known is not None and not found:
            same = member.said.key in known.keys
            reason = "staff-renewed" if same else renaming.reason(known, member.said)
            work.say(member.row.spot, Verdict.NOTED, reason, about(member.row), before=known.name)
        _take(work, member, known)
    note_staff(work)
    renaming.note()
    for member in members:
        if member.namesake is not None and not work.is_doubled(member.namesake):
            work.say(member.row.spot, Verdict.NOTED, "staff-namesake", about(member.row))


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
    said, place = member.said, work.place
    alike = _of_their_age(work, member)
    numbered = [one for one in alike if said.external_id and said.external_id in _numbers(one)]
    mail = keys.mail_key(said.email)
    mailed = [one for one in alike if mail and mail in _mails(one)]
    here = [one for one in alike if _was_here(work, one) and not _differs(one.brought.get(place.id), said)]
    return [one for one in here if one.brought.get(place.id) == said] or numbered or mailed or here


def _changed(work: Work, renaming: Renaming, member: _Member, taken: set[str]) -> list[Known]:
    """The accounts of somebody who comes with another mail, or else with another part of a double name."""
    found = _renewed(work, member, taken)
    if found or _alike(work, member):
        return found
    known, born = renaming.known(member.said, _profile(member.row)), member.row.birth_date
    apart = known is not None and None not in (known.birth_date, born) and known.birth_date != born
    return [] if known is None or apart else [known]


def _renewed(work: Work, member: _Member, taken: set[str]) -> list[Known]:
    """The accounts of their names here that no other row is about, and where little but the mail differs."""
    said, place = member.said, work.place
    alike = [one for one in _of_their_age(work, member) if one.id not in taken and _was_here(work, one)]
    return [one for one in alike if (own := one.brought.get(place.id)) is None or not own.is_another(said)]


def _of_their_age(work: Work, member: _Member) -> list[Known]:
    """The accounts of their names that the feed may change, unless they were born on another day."""
    born = member.row.birth_date
    alike = [one for one in _alike(work, member) if not one.by_hand]
    return [one for one in alike if None in (one.birth_date, born) or one.birth_date == born]


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
    if known is None:
        known = work.make(row.first_name, row.last_name, _profile(row))
        member.namesake = known if any(not one.by_hand for one in alike) else None
    if row.director and known.id not in work.place.heads:
        work.say(row.spot, Verdict.NOTED, "director", about(row))
    if known.leaving:  # wherever the feed had attached them, complete files said that they are there no more
        known.part(one for one in list(known.attached) if one != work.place.id and one not in work.place.classes)
        for other in known.brought.keys() - {work.place.id}:
            del known.brought[other]
    known.birth_date = row.birth_date or known.birth_date
    work.bring(known, member.said)
    if work.place.id in known.removed:
        work.say(row.spot, Verdict.NOTED, "staff-detached", about(row))
    else:
        _attach(work, known, member)
    work.see(known, row.spot)


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
