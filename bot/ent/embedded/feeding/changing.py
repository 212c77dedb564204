"""What a feed did to each person and class, for the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.ent.embedded.feeding.known import Known
from bot.ent.embedded.feeding.work import Work
from bot.terms import Profile
from bot.terms.feed import Change, Changed, FeedReport, Finding

KINDS = {Profile.STUDENT: "pupil", Profile.RELATIVE: "relative", Profile.TEACHER: "teacher"}
_SHOWN = ("first_name", "last_name", "birth_date", "ine", "email")
_BROUGHT = ("used_name", "gender", "title", "home_phone", "work_phone", "mobile", "external_id")
_HOME = ("street", "postcode", "town", "country")


def report(work: Work, stopped: str = "", facts: dict[str, str] | None = None) -> FeedReport:
    """The report of one place; of one that was stopped, only the findings."""
    findings = tuple(
        sorted({_identity(one): one for one in (*work.feed.findings, *work.findings)}.values(), key=_spot)
    )
    if stopped:
        return FeedReport(work.feed.place, work.place.name, findings=findings, stopped=stopped, facts=facts or {})
    people = list(work.place.people.values())
    changes = sorted(filter(None, (changed(work, one) for one in people)), key=_place)
    told = {id(one) for one in people if changed(work, one) is not None}
    kept = Counter(_kind(one) for one in work.seen.values() if id(one) not in told)
    return FeedReport(work.feed.place, work.place.name, (*_classes(work), *changes), dict(kept), findings)


def changed(work: Work, known: Known) -> Changed | None:
    """What became of an account; None where nothing did."""
    was, kind = known.was, _kind(known)
    if was is None:
        return Changed(Change.CREATED, kind, known.name)
    if was.leaving and not known.leaving:
        return Changed(Change.RESTORED, kind, known.name)
    if known.leaving and not was.leaving:
        return Changed(Change.LEAVING, kind, known.name)
    before, now = _where(work, was), _where(work, known)
    if known.profile is Profile.STUDENT and before != now:
        return Changed(Change.MOVED, kind, known.name, {"from": before, "to": now})
    columns = ", ".join(_columns(work, was, known))
    return Changed(Change.CHANGED, kind, known.name, {"columns": columns}) if columns else None


def _columns(work: Work, was: Known, known: Known) -> Iterator[str]:
    """The names of what changed, never what it was or is."""
    place = work.place.id
    yield from (name for name in _SHOWN if getattr(was, name) != getattr(known, name))
    before, now = was.brought.get(place), known.brought.get(place)
    yield from (name for name in _BROUGHT if getattr(before, name, "") != getattr(now, name, ""))
    if any(getattr(before, name, "") != getattr(now, name, "") for name in _HOME):
        yield "address"
    if was.children != known.children:
        yield "children"
    if was.attached != known.attached:
        yield "attachments"


def _where(work: Work, known: Known) -> str:
    """The class that the feed attached a pupil to, with its school if that is another one."""
    for one, fed in sorted(known.attached.items()):
        if fed and one in work.place.classes:
            return work.place.classes[one].name
        if fed and one in work.place.elsewhere:
            name, school = work.place.elsewhere[one]
            return f"{name} ({work.place.schools.get(school, school)})"
    return ""


def _classes(work: Work) -> Iterator[Changed]:
    for one in sorted(work.place.classes.values(), key=lambda one: one.name):
        if one.was is None:
            yield Changed(Change.CREATED, "class", one.name)
        elif one.was[0] != one.name:
            yield Changed(Change.RENAMED, "class", one.name, {"from": one.was[0], "to": one.name})


def _kind(known: Known) -> str:
    return KINDS.get(known.profile, "personnel")


def _identity(finding: Finding) -> tuple[object, ...]:
    return finding.spot, finding.verdict, finding.reason, finding.about, tuple(sorted(finding.details.items()))


def _spot(finding: Finding) -> tuple[object, ...]:
    return finding.spot, finding.reason, finding.about


def _place(change: Changed) -> tuple[object, ...]:
    """The place of a change in the report, the same however the accounts are numbered."""
    return change.kind, change.name, change.change, tuple(sorted(change.details.items()))
