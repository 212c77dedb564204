"""Whether a pupil below an age may write here: who must say yes, who may, and how long a yes holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.terms import Account, Answer, Kind, Level, Person, Profile, Role, Says
from bot.workflows.rules.calendar import today

PARENT, SCHOOL = "parent", "school"
WHO = frozenset({PARENT, SCHOOL})
_EPOCH, _MICROSECOND, _DIGITS = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1), 16  # of a mark
_UNKNOWN = {"below": True, "above": False}


@dataclass(frozen=True, slots=True)
class Consent:
    """Who needs a yes, and how long it holds, as `config/consent.toml` says."""

    age: int = 15
    profiles: frozenset[Profile] = frozenset({Profile.STUDENT})
    unknown: bool = True  #: whether somebody whose birth date is not known counts as below the age
    who: frozenset[str] = WHO  #: who may say yes: `PARENT`, `SCHOOL`
    yes: timedelta = timedelta(days=365)  #: how long a yes holds
    again: timedelta = timedelta(days=30)  #: how long a yes still holds once its author was asked again
    one_phone: str = SCHOOL  #: whose yes counts where a parent answers in the pupil's own chat: `SCHOOL` or `PARENT`


def read_consent(table: Mapping[str, Any]) -> Consent:
    """What the operator's table says; raises `ValueError` or `KeyError` where something is missing or wrong."""
    profiles = frozenset(Profile(name) for name in table["profiles"])
    who, yes, again = frozenset(table["who"]), table["yes_days"], table["again_days"]
    if not who or not who <= WHO:
        raise ValueError(f"consent: who = {table['who']!r}")
    if not 0 < again < yes or table["age"] < 1:
        raise ValueError("consent: the age and the days must be above 0, and again_days below yes_days")
    one_phone = table.get("one_phone", SCHOOL if SCHOOL in who else PARENT)
    if one_phone not in who:
        raise ValueError(f"consent: one_phone = {one_phone!r}, who = {table['who']!r}")
    unknown = _UNKNOWN[table["unknown"]]
    return Consent(table["age"], profiles, unknown, who, timedelta(days=yes), timedelta(days=again), one_phone)


def below(account: Account, now: datetime, bounds: Consent) -> bool:
    """Whether somebody must say yes before the owner of that account may write here."""
    if account.profile not in bounds.profiles:
        return False
    if account.birth_date is None:
        return bounds.unknown
    return today(now) < _birthday(account.birth_date, bounds.age)


def says_yes(bounds: Consent) -> str:
    """Who may say yes: `PARENT`, `SCHOOL`, or `both`."""
    return next(iter(bounds.who)) if len(bounds.who) == 1 else "both"


def part_of(me: Person, child: Account, bounds: Consent) -> tuple[str, str] | None:
    """In which part the person may answer for that account, and for which school; None where they may not.

    A parent is who the ENT names as a relative of the child, even one who cannot log in: they can still say no. The
    school speaks through those who answer there. Empty school for a parent.
    """
    if PARENT in bounds.who and me.profile is Profile.RELATIVE and me.account in child.relatives:
        return PARENT, ""
    if me.barred:
        return None
    schools = [place.id for place in child.places if place.kind is Kind.SCHOOL]
    mine = [one for one in schools if Role(Level.SCHOOL, one) in me.roles]
    return (SCHOOL, mine[0]) if SCHOOL in bounds.who and mine else None


def speaks(giver: Person, answer: Answer, child: Person) -> bool:
    """Whether who answered for a school still speaks for it, and the pupil is there; True for a parent's answer.

    Where not, they are told nothing more of the pupil: not even where the pupil went.
    """
    here = any(place.id == answer.school for place in child.places)
    return not answer.school or (here and Role(Level.SCHOOL, answer.school) in giver.roles)


def valid(answers: Iterable[Answer], child: Account, ids: Mapping[str, int]) -> list[Answer]:
    """Those of the answers that still count: those of its parents, and those of its schools.

    The yes of a school that the child has left counts, too: it says that a paper was signed, and a pupil who moves is
    not to fall silent. `ids` are the `id` of people by their account.
    """
    parents = {ids[one] for one in child.relatives if one in ids}
    schools = {place.id for place in child.places}
    signed = [one for one in answers if one.school and (one.school in schools or one.says is Says.YES)]
    return [*(one for one in answers if not one.school and one.giver in parents), *signed]


def given(answers: Collection[Answer], charter: int, now: datetime, bounds: Consent) -> bool:
    """Whether these answers allow the pupil to write here now.

    One parent's yes suffices, and so does the school's. But while a parent says no, only a yes that the school gave
    after that no counts. For the school, the last word of those who speak for it. What a parent said on the pupil's
    phone counts only where `one_phone` says so.
    """
    noes = [one.at for one in answers if not one.school and one.says is Says.NO]
    said = sorted((one for one in answers if one.school and one.says is not Says.NOTHING), key=lambda one: one.at)
    school = next((one for one in said[-1:] if _holds(one, charter, now, bounds)), None)
    if noes:
        return school is not None and school.at > max(noes)
    parents = [one for one in answers if not one.school and not unsure(one, bounds)]
    return school is not None or any(_holds(one, charter, now, bounds) for one in parents)


def outweighed(answers: Iterable[Answer], gone: Collection[Answer]) -> list[Answer]:
    """Each yes among the answers that is older than a no among those that are gone.

    A no of a parent outweighs any older yes, one of a school only the older ones that schools gave.
    """
    noes = [one for one in gone if one.says is Says.NO]
    yeses = [one for one in answers if one.says is Says.YES]
    return [one for one in yeses if any(no.at >= one.at and (one.school or not no.school) for no in noes)]


def unsure(answer: Answer, bounds: Consent) -> bool:
    """Whether that is the yes of a parent that may be the pupil's own, and counts only with one of the school."""
    return answer.shared and answer.says is Says.YES and bounds.one_phone == SCHOOL


def newer(answers: Iterable[Answer], giver: int, shown: datetime) -> bool:
    """Whether somebody else than that giver has answered since that moment, when a button was shown to them."""
    return any(one.giver != giver and one.says is not Says.NOTHING and one.at > shown for one in answers)


def marked(moment: datetime) -> str:
    """The moment at which a button is shown, as the button keeps it."""
    return str((moment - _EPOCH) // _MICROSECOND)


def shown_at(mark: str) -> datetime:
    """The moment that `marked` made this of; for anything else, such as no mark at all, one before any answer."""
    known = mark.isascii() and mark.isdecimal() and len(mark) <= _DIGITS
    return _EPOCH + int(mark if known else 0) * _MICROSECOND


def split(answers: Iterable[Answer]) -> bool:
    """Whether one parent says yes and another one no."""
    return {one.says for one in answers if not one.school} >= {Says.YES, Says.NO}


def whom(answers: Collection[Answer]) -> str:
    """Whom a pupil who waits is sent to: `parent` who was asked here, or `school`; `no` where a parent said no.

    Who said yes on the pupil's phone has said all they can there: the school is next.
    """
    parents = [one for one in answers if not one.school]
    if any(one.says is Says.NO for one in parents):
        return "no"
    return PARENT if any(not (one.shared and one.says is Says.YES) for one in parents) else SCHOOL


def ends_soon(answer: Answer, charter: int, now: datetime, bounds: Consent) -> bool:
    """Whether whoever said yes is to be asked again, and was not yet."""
    if answer.says is not Says.YES or answer.again_at is not None:
        return False
    return answer.charter < charter or now - answer.at >= bounds.yes - bounds.again


def _holds(answer: Answer, charter: int, now: datetime, bounds: Consent) -> bool:
    if answer.says is not Says.YES or now - answer.at >= bounds.yes:
        return False
    return answer.charter >= charter or answer.again_at is None or now - answer.again_at < bounds.again


def _birthday(born: date, age: int) -> date:
    """The day on which somebody becomes that old; of the 29th of February, the 1st of March."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)
