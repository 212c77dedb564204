"""A row of each kind of file as its record; raises `Wrong` where the row is worthless."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.feed import cells
from bot.feed.lines import Line
from bot.feed.reasons import Wrong
from bot.folding import fold
from bot.terms.feed import AdultRecord, NamedChild, PupilRecord, StaffRecord, Verdict


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_NOT_YET = ("attente", "inscrit", "admissib", "demande", "radi", "refus", "sorti", "parti")
_TEACHERS = _words("enseign prof maitre instit remplac titulaire rased ulis decharg")
_PERSONNEL = _words(
    "aesh avs atsem asem agent secretair accompagn animat cantin gardien infirm psychol medecin assistant periscol"
    " service intervenant educateur gestionnaire concierge mairie"
)


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for every row of a run."""

    today: date
    place: str = ""  #: the school that the file is given for
    class_name: str = ""  #: the class of pupils whose row names none, where their folder does


def pupil(line: Line, terms: Terms) -> PupilRecord | None:
    """A pupil; None for one who is not admitted for good.

    One without INE, class or birth date is a record too: whether it waits, the comparison with accounts tells.
    """
    last, first, used = line.names()
    if _not_admitted(line):
        return None
    birth = line.must("birth", cells.day)
    if birth is not None:
        _check_age(line, birth, terms.today)
    return PupilRecord(
        line.spot,
        last,
        first,
        birth,
        used,
        line.may("gender", cells.gender, ""),
        _ine(line),
        line.may("id", cells.identifier, ""),
        line.must("class", cells.label) or terms.class_name,
        line.may("class-id", cells.identifier, ""),
        line.may("year", cells.words, ""),
        line.every("group"),
        line.address(),
    )


def _not_admitted(line: Line) -> bool:
    """Whether the row says that the pupil is not admitted for good; that is said."""
    state = line.may("state", cells.words, "")
    known = fold(state)
    if "definiti" in known or not any(word in known for word in _NOT_YET):
        return False
    line.say(Verdict.HELD, "not-admitted", state=state)
    return True


def _check_age(line: Line, birth: date, today: date) -> None:
    try:
        cells.check_age(birth, today)
    except Wrong as wrong:
        raise Wrong(wrong.reason, {"column": line.column("birth")}) from wrong


def _ine(line: Line) -> str:
    """The INE; empty where there is none, or none that can be one, which is noted.

    Raises `Wrong` for one that a spreadsheet spoilt.
    """
    try:
        return line.must("ine", cells.ine)
    except Wrong as wrong:
        if wrong.reason in ("ine-excel", "ine-short", "ine-digits"):
            raise
        line.say(Verdict.NOTED, wrong.reason, **wrong.details)
        return ""


def adult(line: Line, _terms: Terms) -> AdultRecord:
    """A responsible adult with the children that the row names."""
    last, first, used = line.names(used_serves=True)
    return AdultRecord(
        line.spot,
        last,
        first,
        line.may("title", cells.title, ""),
        used,
        line.address(),
        line.may("email", cells.email, ""),
        line.may("home", cells.phone, ""),
        line.may("work", cells.phone, ""),
        line.may("mobile", cells.phone, ""),
        line.may("id", cells.identifier, ""),
        _children(line),
    )


def _children(line: Line) -> tuple[NamedChild, ...]:
    """The children of the row's blocks, each once; one with half a name is noted, and left out."""
    found: dict[NamedChild, None] = {}
    for block in line.header.blocks:
        texts = {meaning: line.at(column) for meaning, column in block.items()}
        if not any(text.strip() for text in texts.values()):
            continue
        last, first, used = (
            line.taken(block[key], cells.name, "") if key in block else ""
            for key in ("child-last", "child-first", "child-used")
        )
        class_name = line.taken(block["child-class"], cells.words, "") if "child-class" in block else ""
        id_ = line.taken(block["child-id"], cells.identifier, "") if "child-id" in block else ""
        if id_ or (first and (last or used)):
            found[NamedChild(last or used, first, used, class_name, id_)] = None
        else:
            line.say(Verdict.NOTED, "child-half")
    return tuple(found)


def staff(line: Line, _terms: Terms) -> StaffRecord:
    """A member of staff with all their classes."""
    last, first, used = line.names(used_serves=True)
    function = line.may("function", cells.words, "")
    known = fold(function)
    personnel = any(word in known for word in _PERSONNEL)
    director = line.may("director", cells.yes, False) or (known.startswith("direct") and not personnel)
    classes = line.every("class")
    teaches = not function or any(word in known for word in _TEACHERS) or (bool(classes) and not personnel)
    return StaffRecord(
        line.spot,
        last,
        first,
        line.may("title", cells.title, ""),
        used,
        line.may("birth", cells.day, None),
        function,
        director,
        director or teaches,
        line.may("email", cells.email, ""),
        line.may("home", cells.phone, ""),
        line.may("mobile", cells.phone, ""),
        line.may("id", cells.identifier, ""),
        classes,
    )
