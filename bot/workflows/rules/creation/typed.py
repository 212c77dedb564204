"""Reads what is typed after `/creer`: the profile, a birth date, a class and names, in one line. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.folding import words
from bot.terms import Profile, Refusal, Structure
from bot.workflows.rules import meaning, spelling, written

YOUNGEST, OLDEST = 2, 13  #: years of a pupil of a primary school, at the date
MADE = (Profile.STUDENT, Profile.RELATIVE, Profile.PERSONNEL, Profile.GUEST)  #: the profiles that are made by hand
_LONGEST_DATE = 4  #: words
_LEAST_NAMES = 2
#: members of the national education, whose accounts exist already (guide, chapter 2.A)
_NATIONAL = {
    *("enseignant", "enseignante", "professeur", "professeure", "prof", "maitre", "maitresse", "instituteur"),
    *(
        "institutrice",
        "teacher",
        "directeur",
        "directrice",
        "adjoint",
        "adjointe",
        "pes",
        "pe",
        "pfse",
        "trs",
        "aesh",
    ),
    *("avs", "rased", "zil", "brigade", "titulaire", "remplacant", "remplacante", "psychologue", "psy", "stagiaire"),
    *("erun", "cpc", "ien", "upe2a"),
}
#: members of staff whom the national education does not bring: the town's, and others
_STAFF = {"atsem", "asem", "elco", "intervenant", "intervenante", "animateur", "animatrice", "cantine", "mairie"}
#: words that tell one of the cases in which nobody is brought by ONDE from the others, without their plural
_CASES = {
    "attached": {"rattache", "rattachee", "attached"},
    "foster": {"accueil", "foyer", "foster"},
    "dispute": {"litige", "conflit", "separation", "divorce", "dispute", "custody"},
    "other": {"autre", "other"},
}
#: what may be mistyped, but « mairie », which is near a first name
_WORDS = sorted((_NATIONAL | _STAFF | written.WORDS) - {"mairie"})
_BORN = {"ne", "nee", "le", "born", "on"}  #: words before a birth date
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Rest:
    """What a line says beside the profile."""

    names: str = ""
    born: date | None = None
    class_id: str = ""
    unread: str = ""  #: words with figures in them that are no date and no class


def national(typed: str) -> bool:
    """Whether the first word names a member of the national education."""
    said = words(typed)
    return bool(said) and (said[0] in _NATIONAL or said[0].removesuffix("s") in _NATIONAL)


def profile(typed: str) -> tuple[Profile | None, str, str]:
    """The profile that the first word names, what somebody does whose work it names, and the other words.

    Refused for members of the national education: they have an account, which is attached.
    """
    if national(typed):
        raise Refusal("creation-national")
    first, _, rest = typed.strip().partition(" ")
    plain = "".join(words(first)).removesuffix("s")
    if plain in _STAFF:
        return Profile.PERSONNEL, first, rest.strip()
    named = written.profile(first)
    return named, "", rest.strip() if named is not None else typed.strip()


def meant(typed: str) -> tuple[str, str]:
    """The first word where it is near a word for a profile and is none, and that word; else both empty."""
    first = typed.strip().partition(" ")[0]
    plain = "".join(words(first)).removesuffix("s")
    if national(typed) or plain in _STAFF or written.profile(first) is not None:
        return "", ""
    return (first, found) if (found := spelling.meant(plain, _WORDS)) else ("", "")


def case(typed: str, known: Iterable[str]) -> str:
    """The only one of these cases that the words name; refused where they name none, or several."""
    said = {word.removesuffix("s") for word in words(typed)}
    found = [one for one in known if said & _CASES[one]]
    if len(found) != 1:
        raise Refusal("unknown-case")
    return found[0]


def rest(typed: str, today: date, classes: Iterable[Structure]) -> Rest:
    """The names, the birth date and the class among the words; a class only where two words are left for names."""
    said, born = _without_date(typed.split(), today)
    said, class_id = _without_class(said, list(classes))
    unread = [word for word in said if _FIGURE.search(word)]
    return Rest(" ".join(word for word in said if word not in unread), born, class_id, " ".join(unread))


def birth_date(typed: str, today: date) -> date:
    """The birth date of a pupil; refused where it cannot be read, or is not that of a child of a primary school."""
    found = written.day_before(typed, today)
    if found is None:
        raise Refusal("birth-unread")
    if not plausible(found, today):
        raise Refusal("birth-age", date=f"{found:%d/%m/%Y}", youngest=YOUNGEST, oldest=OLDEST)
    return found


def plausible(born: date, today: date) -> bool:
    """Whether a child born then is of an age to be at a primary school."""
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return YOUNGEST <= age <= OLDEST


def class_named(typed: str, classes: Sequence[Structure]) -> list[Structure]:
    """The classes that the words may mean."""
    return [place for one in meaning.read(typed, classes) if one.of_class for place in one.places]


def _without_date(said: list[str], today: date) -> tuple[list[str], date | None]:
    for length in range(_LONGEST_DATE, 0, -1):
        for start in range(len(said) - length + 1):
            window = said[start : start + length]
            found = written.day_before(" ".join(window), today) if _FIGURE.search("".join(window)) else None
            if found is not None:
                before = said[:start]
                while before and set(words(before[-1])) <= _BORN:
                    del before[-1]
                return before + said[start + length :], found
    return said, None


def _without_class(said: list[str], classes: list[Structure]) -> tuple[list[str], str]:
    """The words before those that are the whole name of one class, or begin that of one alone, at the end."""
    for start in range(_LEAST_NAMES, len(said)):
        window = "".join(word for typed in said[start:] for word in words(typed))
        exact = [one for one in classes if "".join(words(one.name)) == window]
        begun = [one for one in classes if _begins(said[start:], one)]
        for found in (exact, begun):
            if len(found) == 1:
                return said[:start], found[0].id
    return said, ""


def _begins(said: Sequence[str], place: Structure) -> bool:
    """Whether the words are the first ones of the name: « CM2 » of « CM2 Mme Petit »."""
    typed = [word for one in said for word in words(one)]
    return words(place.name)[: len(typed)] == typed
