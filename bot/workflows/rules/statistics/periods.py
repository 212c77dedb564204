"""The period that statistics are about: read from what people type, and bounded by what is kept. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.terms import Refusal
from bot.workflows.rules import dates
from bot.workflows.rules.calendar import ZONE

WEEK, MONTH, TERM, YEAR = "semaine", "mois", "trimestre", "annee"
SPANS = (WEEK, MONTH, TERM, YEAR)  #: the periods that have a name, all of which end today
_LIKE = {
    **dict.fromkeys(("semaines", "week", "hebdo"), WEEK),
    **dict.fromkeys(("month", "mensuel"), MONTH),
    **dict.fromkeys(("trimestres", "quarter", "term"), TERM),
    **dict.fromkeys(("annees", "an", "year", "scolaire"), YEAR),
}
_AROUND = {"cette", "ce", "la", "le", "l", "du", "de", "des", "au", "pour", "this", "the", "for", "of", "from", "to"}
_DAYS = {WEEK: 7, MONTH: 30, TERM: 91}
_FIRST_MONTH = 9  # a school year begins with September


@dataclass(frozen=True, slots=True)
class Period:
    """Some days, the first and the last included; `name` is one of `SPANS`, or empty."""

    since: date
    until: date
    name: str = ""

    @property
    def start(self) -> datetime:
        """The moment when its first day begins at the schools."""
        return datetime.combine(self.since, time(), ZONE).astimezone(UTC)

    @property
    def end(self) -> datetime:
        """The moment when the day after its last one begins there."""
        return datetime.combine(self.until + timedelta(days=1), time(), ZONE).astimezone(UTC)

    @property
    def packed(self) -> str:
        """As `unpacked` reads it: its name, or its days."""
        return self.name or f"{self.since:%Y%m%d}-{self.until:%Y%m%d}"


def span(name: str, today: date) -> Period:
    """The period of that name: the last 7, 30 or 91 days, or the school year so far."""
    if name == YEAR:
        year = today.year - (today.month < _FIRST_MONTH)
        return Period(date(year, _FIRST_MONTH, 1), today, name)
    return Period(today - timedelta(days=_DAYS[name] - 1), today, name)


def read(typed: str, today: date, kept: timedelta) -> tuple[Period | None, str]:
    """The period that was typed, None where none was; and the other words, folded.

    One day begins a period that ends today. Refused where the days cannot be read, the second is before the first,
    one is still to come, or the first lies further back than anything is `kept`.
    """
    found, rest = dates.days_until(typed, today)
    words = [_LIKE.get(word, word) for word in rest.split()]
    named = [word for word in words if word in SPANS]
    others = [word for word in words if word not in SPANS]
    if found or named:
        others = [word for word in others if word not in _AROUND]
    if (found and named) or len(set(named)) > 1:
        raise Refusal("dates-unread")
    if not found:
        return (span(named[0], today) if named else None), " ".join(others)
    return check(Period(found[0], found[-1] if len(found) == 2 else today), today, kept), " ".join(others)


def check(period: Period, today: date, kept: timedelta) -> Period:
    """The period itself; refused where it has not come yet, or begins before what is kept."""
    if period.until > today or period.since > today:
        raise Refusal("period-future")
    first = today - kept
    if period.since < first:
        raise Refusal("period-gone", days=kept.days)
    return period


def unpacked(packed: str, today: date) -> Period:
    """The period that a button names; refused for what no button says."""
    if packed in SPANS:
        return span(packed, today)
    try:
        since, until = (datetime.strptime(part, "%Y%m%d").date() for part in packed.split("-"))
    except ValueError:
        raise Refusal("old-button") from None
    return Period(since, until)
