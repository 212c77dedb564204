"""The feed from ONDE as people wait for it: when what is corrected there arrives in the ENT. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.folding import words
from bot.terms import Account, Profile, Refusal

_SEPTEMBER = 9
_FED = frozenset({"AAF", "AAF1D", "BE1D"})  # sources whose data the feed brings again and again
FAMILY = frozenset({Profile.STUDENT, Profile.RELATIVE})
_LONGEST = 365  # days
#: what somebody wants done, or says is wrong; and what of it, in folded words
_ASKS = (
    re.compile(r"\b(?:chang|corrig|rectifi|modifi|mettre a jour|mise a jour|remplac|correct|fix|updat)"),
    re.compile(r"\b(?:faux|fausse|erron|erreur|mauvais|mal (?:ecrit|orthographie)|wrong|mistake|misspel)"),
)
_DATA = re.compile(
    r"\b(?:date de naissance|naissance|ne le|nee le|birth|(?:pre)?noms?(?! d utilisateur)|orthographe|name|surname"
    r"|adresse(?! (?:mail|e ?mail|electronique|de courriel))|address|classe|class|parents?|responsables?"
    r"|pere|mere|guardians?)\b"
)


@dataclass(frozen=True, slots=True)
class Feed:
    """When the feed brings what is changed in ONDE (guide, chapters 1 and 2)."""

    days: int = 7  #: in practice, from the change in ONDE to the ENT
    september_days: int = 21  #: in September, when everybody is admitted at once
    stops: tuple[int, int] = (7, 10)  #: month and day of each year from which on nothing arrives
    resumes: tuple[int, int] = (8, 25)  #: month and day of the same year from which on it does again


def origin(account: Account) -> str:
    """Where the data of an account come from: the profile for ONDE, `staff`, `hand`, or nothing that is known."""
    if account.by_hand:
        return "hand"
    if account.source not in _FED:
        return ""
    return account.profile.value if account.profile in FAMILY else "staff"


def check_by_hand(feed: Feed, today: date, account: Account) -> None:
    """Raises the `Refusal` that says where the account is changed instead, unless it was made by hand."""
    if not account.by_hand:
        days, resumes = arrival(feed, today)
        raise Refusal(
            "fed-account",
            name=account.name,
            origin=origin(account) or "staff",
            arrives=days,
            date=f"{resumes:%d/%m/%Y}" if resumes else "no",
        )


def arrival(feed: Feed, today: date) -> tuple[int, date | None]:
    """Within how many days a change in ONDE arrives; and while the feed stops, the day from which on it does."""
    stops, resumes = date(today.year, *feed.stops), date(today.year, *feed.resumes)
    days = feed.september_days if today.month == _SEPTEMBER else feed.days
    return days, resumes if stops <= today < resumes else None


def corrects(text: str) -> bool:
    """Whether words ask to change what ONDE says of somebody: names, birth, address, class, parents."""
    said = " ".join(words(text))
    return any(one.search(said) for one in _ASKS) and _DATA.search(said) is not None


def read_feed(table: Mapping[str, Any]) -> Feed:
    """What `feed.toml` says of the arrival; raises `ValueError` naming what is missing or wrong."""
    given = table.get("arrival", {})
    stops, resumes = _day(given, "stops"), _day(given, "resumes")
    if stops >= resumes:
        raise ValueError("feed.toml, [arrival]: `resumes` must be later in the year than `stops`")
    return Feed(_number(given, "days"), _number(given, "september_days"), stops, resumes)


def _number(given: Mapping[str, Any], name: str) -> int:
    number = given.get(name)
    if isinstance(number, bool) or not isinstance(number, int) or not 0 < number <= _LONGEST:
        raise ValueError(
            f"feed.toml, [arrival] {name}: {number!r} must be a whole number of days from 1 to {_LONGEST}"
        )
    return number


def _day(given: Mapping[str, Any], name: str) -> tuple[int, int]:
    try:
        day = date(
            2025, given[name]["month"], given[name]["day"]
        )  # a year without 29 February: the day is there each year
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"feed.toml, [arrival] {name}: {given.get(name)!r} must have a month and a day") from error
    return day.month, day.day
