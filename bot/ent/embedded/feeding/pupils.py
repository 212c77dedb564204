"""Pupils: found by INE, else by names and birth date in their school; placed in their class, or held."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.ent.embedded.feeding import keys
from bot.ent.embedded.feeding.classes import Classes
from bot.ent.embedded.feeding.doubles import note_pupils
from bot.ent.embedded.feeding.known import Known, of_pupil
from bot.ent.embedded.feeding.loading import Class
from bot.ent.embedded.feeding.waiting import Waiting
from bot.ent.embedded.feeding.work import Work, about
from bot.terms import Profile
from bot.terms.feed import FeedKind, PupilRecord, Verdict


@dataclass(slots=True, eq=False)
class _Pupil:
    """One pupil of the files: the rows that name them; extractions by group may name them in several."""

    rows: list[PupilRecord]
    known: Known | None = None
    unsure: bool = False  #: several accounts may be theirs
    swapped: bool = False  #: somebody else, who has an INE of their own, has these names and this birth date

    @property
    def row(self) -> PupilRecord:
        return self.rows[0]

    @property
    def key(self) -> str:
        return keys.pupil_key(self.row.last_name, self.row.first_name, self.row.birth_date)


def feed_pupils(work: Work) -> None:
    """Finds or makes the account of each pupil of the files, and places it; says who is held or not joined."""
    if work.options.complete and FeedKind.PUPILS in work.feed.kinds:
        work.held.clear()
    pupils = list(_pupils(work))
    _identify(work, pupils)
    classes = Classes(work.place)
    classes.learn([pupil.row for pupil in pupils if _lacks(work, pupil) == ""])
    for pupil in pupils:
        reason, class_ = _lacks(work, pupil), None
        if not reason:
            class_ = classes.found(pupil.row.class_name, pupil.row.class_id)
            reason = "" if class_ else "class-ambiguous"
        if reason:
            _hold(work, pupil, reason)
        elif class_ is not None:
            _place(work, pupil, class_)
    note_pupils(work)


def _pupils(work: Work) -> Iterator[_Pupil]:
    """The pupils of the files, each once, in an order that does not depend on that of the rows."""
    by_ine: dict[str, list[PupilRecord]] = defaultdict(list)
    without: dict[str, list[PupilRecord]] = defaultdict(list)
    for row in sorted(work.feed.pupils, key=lambda one: (_key(one), one.ine, one.class_id, one.class_name, one.spot)):
        (by_ine[row.ine] if row.ine else without[_key(row)]).append(row)
    with_ine = Counter(_key(rows[0]) for rows in by_ine.values())
    for rows in by_ine.values():
        if len({_key(row) for row in rows}) > 1:
            for row in rows:
                work.say(row.spot, Verdict.REFUSED, "ine-twice", about(row))
        else:
            yield _Pupil(rows)
    for key, rows in without.items():
        if not with_ine[key]:
            yield _Pupil(rows)
        else:
            _hold_namesake(work, f"{key}|2", rows)
    for key in with_ine.keys() - without.keys():
        work.held.pop(f"{key}|2", None)


def _hold_namesake(work: Work, key: str, rows: list[PupilRecord]) -> None:
    """Holds a pupil without INE whose names and birth date another one has: a parent who names one may mean both."""
    row = rows[0]
    work.held[key] = Waiting(key, row.last_name, row.first_name, row.used_name, row.class_name, "no-ine")
    for one in rows:
        work.say(one.spot, Verdict.HELD, "no-ine", about(one))


def _key(row: PupilRecord) -> str:
    return keys.pupil_key(row.last_name, row.first_name, row.birth_date)


def _identify(work: Work, pupils: list[_Pupil]) -> None:
    """Finds each pupil's account. One that several rows may mean is nobody's."""
    numbered = {one.ine: one for one in work.place.of(Profile.STUDENT) if one.ine and not one.by_hand}
    named: dict[str, list[Known]] = defaultdict(list)
    for one in work.place.of(Profile.STUDENT):
        if work.place.is_here(one):
            for key in one.keys:
                named[f"{key}|{one.birth_date or ''}"].append(one)
    for pupil in pupils:
        pupil.known = numbered.get(pupil.row.ine) if pupil.row.ine else None
        pupil.swapped = any(one is not pupil.known and one.ine for one in named[pupil.key])
    taken = {pupil.known.id for pupil in pupils if pupil.known is not None}
    for pupil in pupils:
        if pupil.known is None:
            _by_name(work, pupil, [one for one in named[pupil.key] if one.id not in taken])
    claimed = Counter(pupil.known.id for pupil in pupils if pupil.known is not None)
    for pupil in pupils:
        if pupil.known is not None and claimed[pupil.known.id] > 1:
            pupil.known, pupil.unsure = None, True


def _by_name(work: Work, pupil: _Pupil, alike: list[Known]) -> None:
    """Joins the one account of those names and that birth date, unless it has another INE."""
    row = pupil.row
    if row.birth_date is None:
        return
    if any(one.by_hand for one in alike):
        work.say(row.spot, Verdict.NOTED, "pupil-by-hand", about(row))
    elsewhere = work.claims.elsewhere
    fed = [one for one in alike if not one.by_hand and (row.ine or not elsewhere(one.ine or "", work.feed.place))]
    if row.ine and any(one.ine for one in fed):
        work.say(row.spot, Verdict.NOTED, "other-ine", about(row))
    hits = [one for one in fed if not (row.ine and one.ine)]
    pupil.unsure = len(hits) > 1
    pupil.known = hits[0] if len(hits) == 1 else None


def _lacks(work: Work, pupil: _Pupil) -> str:
    """Why the pupil cannot be placed; empty if they can. An account that is there needs no INE in the row."""
    row, known = pupil.row, pupil.known
    if known is not None and row.ine and known.ine == row.ine and _somebody_else(known, pupil):
        return "ine-of-another"
    if row.birth_date is None:
        return "no-birth-date"
    if known is None and not row.ine and not work.options.without_ine:
        return "no-ine"
    if known is None and not row.ine and pupil.unsure:
        return "pupil-several"
    return "" if row.class_name.strip() or row.class_id else "no-class"


def _somebody_else(known: Known, pupil: _Pupil) -> bool:
    """Whether the INE names somebody else: of two other names, or of another one and another birth date.

    Or of another name that, with the birth date, is that of a pupil who has another INE: twins' lines were mixed up.
    """
    row = pupil.row
    name = keys.person_key(row.last_name, row.first_name)
    if name in known.keys:
        return False
    last, first = name.split("|")
    strange = all(last != one.partition("|")[0] and first != one.partition("|")[2] for one in known.keys)
    born_apart = known.birth_date is not None and known.birth_date != row.birth_date
    return strange or born_apart or pupil.swapped


def _hold(work: Work, pupil: _Pupil, reason: str) -> None:
    """Says why the pupil waits. Somebody who has an account here already keeps it as it is, and does not leave."""
    row, known = pupil.row, pupil.known
    if reason == "ine-of-another" and known is not None:
        work.spared.add(known.id)
        for one in pupil.rows:
            work.say(one.spot, Verdict.REFUSED, reason, about(one))
        return
    if known is not None and work.place.home(known) == work.place.id:
        work.see(known, row.spot)
    else:
        work.held[pupil.key] = Waiting(
            pupil.key, row.last_name, row.first_name, row.used_name, row.class_name, reason
        )
    for one in pupil.rows:
        work.say(one.spot, Verdict.HELD, reason, about(one))


def _place(work: Work, pupil: _Pupil, class_: Class) -> None:
    """Finds the pupil their school, where two claim them, and their class in it."""
    row, place = pupil.row, work.place
    if pupil.unsure:
        work.say(row.spot, Verdict.NOTED, "pupil-several", about(row))
    work.held.pop(pupil.key, None)
    known = pupil.known or work.make(row.first_name, row.last_name, Profile.STUDENT)
    work.listed.append(known)
    home = place.home(known)
    stays = home != place.id and work.claims.keeps(known.id, known.ine or "", home, place.codes.get(home, ""))
    if stays or work.claims.rival(known.id, place.id):
        work.say(row.spot, Verdict.NOTED, "in-two-schools", about(row))
    if not stays and work.claims.wins(known.id, home, place.id):
        _settle(work, known, row, class_)


def _born(work: Work, known: Known, row: PupilRecord) -> date | None:
    """The birth date of the row; where it is years from the one that files said before, that one, which is said.

    What was edited meanwhile does not count: what ONDE says is above it.
    """
    said = next((one.birth_date for one in known.brought.values() if one.birth_date is not None), known.birth_date)
    far = said is not None and row.birth_date is not None and abs(said.year - row.birth_date.year) > 1
    if far and not work.options.birth_dates:
        work.say(row.spot, Verdict.NOTED, "birth-date-far", about(row))
        return said
    return row.birth_date


def _settle(work: Work, known: Known, row: PupilRecord, class_: Class) -> None:
    """Gives the account what the row says, and its class; what was attached by hand stays."""
    place = work.place
    known.birth_date = _born(work, known, row)
    known.ine = row.ine or known.ine
    known.part(one for one in list(known.attached) if one != class_.id)
    known.attached.setdefault(class_.id, True)
    before = known.brought.get(place.id) or known.shown
    for other in [one for one in known.brought if one != place.id]:
        del known.brought[other]
    said = replace(of_pupil(row, work.now), birth_date=known.birth_date)
    known.bring(place.id, said if before is None or work.options.complete else said.filled(before))
    work.see(known, row.spot)
