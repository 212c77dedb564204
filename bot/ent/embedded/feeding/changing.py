"""What a feed did to each person and class, for the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.ent.embedded.feeding.known import HOME, Brought, Known
from bot.ent.embedded.feeding.work import Work
from bot.terms import Profile
from bot.terms.feed import Change, Changed, Datum, FeedReport, Finding, Verdict

KINDS = {Profile.STUDENT: "pupil", Profile.RELATIVE: "relative", Profile.TEACHER: "teacher"}
_SAID = {"used-name": "used_name", "gender": "gender", "title": "title"}  # with both values
_UNSAID = {  # that it changed, and no more
    "mobile": ("mobile",),
    "phone": ("home_phone", "work_phone"),
    "address": HOME,
    "identifier": ("external_id",),
}
#: reasons that say of a row that another account may be the same person's, or has the same names
_NAMESAKES = {
    *("adult-alike", "adult-by-hand", "adult-namesake", "adult-same-child", "adult-several", "double-namesake"),
    *("double-renamed", "other-ine", "pupil-by-hand", "pupil-several", "staff-by-hand", "staff-namesake"),
}
_NOTHING = Brought("", "")


def report(work: Work, stopped: str = "", facts: dict[str, str] | None = None) -> FeedReport:
    """The report of one place; of one that was stopped, only the findings."""
    said = () if stopped else tuple(_doubles(work))
    findings = (*work.feed.findings, *_told_apart(work, (*work.findings, *said)))
    findings = tuple(sorted({_identity(one): one for one in findings}.values(), key=_spot))
    if stopped:
        return FeedReport(work.feed.place, work.place.name, findings=findings, stopped=stopped, facts=facts or {})
    changes = {
        one.id: replace(change, spot=work.spots.get(one.id, change.spot))
        for one in work.place.people.values()
        if (change := changed(work, one)) is not None
    }
    kept = Counter(_kind(one) for one in work.seen.values() if one.id not in changes)
    told = (*_classes(work), *sorted(changes.values(), key=_place))
    return FeedReport(
        work.feed.place, work.place.name, told, dict(kept), tuple(sorted(one.about for one in said)), findings
    )


def _told_apart(work: Work, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings; one that says that somebody else may be who a row names, with the login of its new account."""
    made = {spot: work.logins[account] for account, spot in work.spots.items() if account in work.logins}
    for one in findings:
        login = made.get(one.spot, "") if one.reason in _NAMESAKES else ""
        yield replace(one, details={**one.details, "login": login}) if login else one


def changed(work: Work, known: Known) -> Changed | None:
    """What became of an account; None where nothing did."""
    was, kind = known.was, _kind(known)
    if was is None:
        return Changed(Change.CREATED, kind, known.name)
    data = tuple(_data(work, was, known))
    if was.leaving and not known.leaving:
        return Changed(Change.RESTORED, kind, known.name, data)
    if known.leaving and not was.leaving:
        return Changed(Change.LEAVING, kind, known.name, (*data, *_other(work, known)))
    moved = any(one.what in ("class", "school") for one in data)
    return Changed(Change.MOVED if moved else Change.CHANGED, kind, known.name, data) if data else None


def _data(work: Work, was: Known, known: Known) -> Iterator[Datum]:
    """What changed of an account. A mail, a number or an address is not said, nor what it was."""
    if was.name != known.name:
        yield Datum("name", was.name, known.name)
    if was.birth_date != known.birth_date:
        yield Datum("birth-date", str(was.birth_date or ""), str(known.birth_date or ""))
    if was.ine != known.ine:
        yield Datum("ine")
    before, now = _brought(work, was, known)
    if was.email != known.email or before.email != now.email:
        yield Datum("mail")
    for what, column in _SAID.items():
        if (one := getattr(before, column)) != (other := getattr(now, column)):
            yield Datum(what, one, other)
    for what, columns in _UNSAID.items():
        if any(getattr(before, column) != getattr(now, column) for column in columns):
            yield Datum(what)
    yield from _ties(work, was, known)


def _brought(work: Work, was: Known, known: Known) -> tuple[Brought, Brought]:
    """What this place's files said before and say now.

    Where they name somebody for the first time: what others said, and what they say instead.
    """
    place = work.place.id
    now = known.brought.get(place)
    if place in was.brought or now is None:
        return was.brought.get(place, _NOTHING), now or was.brought.get(place, _NOTHING)
    before = was.shown or _NOTHING
    return before, now.filled(before)


def _ties(work: Work, was: Known, known: Known) -> Iterator[Datum]:
    """Class and school of a pupil; children, and what an adult is attached to."""
    before, now = _where(work, was), _where(work, known)
    if known.profile is Profile.STUDENT and before != now:
        pairs = zip(("class", "school"), before, now, strict=True)
        yield from (Datum(what, was_there, is_there) for what, was_there, is_there in pairs if was_there != is_there)
        return
    people = work.place.people
    names = {one: people[one].name for one in (*was.children, *known.children) if one in people}
    called, gone, come = work.place.called, was.children.keys() - known.children, known.children.keys() - was.children
    yield from sorted(Datum("child-removed", names.get(one, "")) for one in gone)
    yield from sorted(Datum("child-added", "", names.get(one, "")) for one in come)
    yield from sorted(Datum("detached", called(one)) for one in was.attached.keys() - known.attached)
    yield from sorted(Datum("attached", "", called(one)) for one in known.attached.keys() - was.attached)


def _where(work: Work, known: Known) -> tuple[str, str]:
    """The class that the feed attached a pupil to, and its school."""
    for one, fed in sorted(known.attached.items()):
        if fed and one in work.place.classes:
            return work.place.classes[one].name, work.place.name
        if fed and one in work.place.elsewhere:
            name, school = work.place.elsewhere[one]
            return name, work.place.schools.get(school, school)
    return "", ""


def _other(work: Work, known: Known) -> Iterator[Datum]:
    """Each account that the files name, and that may be the same person's as one who leaves."""
    people = work.place.people
    for pair in work.doubles:
        if known.id in pair:
            yield from (Datum("double", "", people[one].name) for one in pair if one != known.id and one in people)


def _classes(work: Work) -> Iterator[Changed]:
    for one in sorted(work.place.classes.values(), key=lambda one: one.name):
        if one.was is None:
            yield Changed(Change.CREATED, "class", one.name)
        elif one.was[0] != one.name:
            yield Changed(Change.RENAMED, "class", one.name, (Datum("name", one.was[0], one.name),))


def _doubles(work: Work) -> Iterator[Finding]:
    """What is to be said of each pair of accounts that may be one person's, and were not noted as such before."""
    for pair in work.doubles.keys() - work.place.doubles:
        one, other = sorted(pair, key=lambda key: _newer(work, key), reverse=True)
        how, names = work.doubles[pair], work.place.people
        details = {"other": names[other].name, "by": how} if how else {}
        reason = "double-renamed" if how else "double-namesake"
        yield Finding(work.spots[one], Verdict.NOTED, reason, names[one].name, details)


def _newer(work: Work, account: str) -> tuple[object, ...]:
    """Whoever of a pair the files name, and for the first time, comes last; then by line and account."""
    known, spot = work.place.people.get(account), work.spots.get(account)
    return spot is not None, known is not None and known.was is None, (spot.file, spot.line) if spot else (), account


def _kind(known: Known) -> str:
    return KINDS.get(known.profile, "personnel")


def _identity(finding: Finding) -> tuple[object, ...]:
    return finding.spot, finding.verdict, finding.reason, finding.about, tuple(sorted(finding.details.items()))


def _spot(finding: Finding) -> tuple[object, ...]:
    return finding.spot, finding.reason, finding.about


def _place(change: Changed) -> tuple[object, ...]:
    """The place of a change in the report, the same however the accounts are numbered."""
    return change.kind, change.name, change.change, change.data
