"""Facts for sentences: ordinary ones, and ones with hostile text in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from tests.texts.belongings import MOMENT as MOMENT
from tests.texts.belongings import of_a_school

#: facts whose values are text from people, the ENT or the operator
_WORDS = (
    *("name", "names", "actor", "to", "place", "requester", "filer", "holder", "desk", "gone"),
    *("other", "contact", "whom", "words", "typed", "code", "text", "before", "command", "address", "heir", "proper"),
    *("was", "link"),
)

HOSTILE = (
    "<b>gras</b> & <script>alert(1)</script>",
    "</blockquote></b>&lt;&#x41;&amp;nbsp;",
    "<b><i></b></i>",
    "\u202eמלא مرحبا\u2067 tourné",
    "nul\x00 cloche\x07 moitié\ud83d fin",
    "👩‍👩‍👧‍👦" * 370,
    "<" * 4096,
    "&" * 4096,
    "e\u0301" * 2048,
    "\ue000 { $text } {\n\n\n\n}",
    "   ",
    "",
)


class Facts(dict[str, Any]):
    """Facts whose `repr` is short enough for the report of a failing test."""

    def __repr__(self) -> str:
        return repr({key: value for key, value in self.items() if isinstance(value, str | int)})[:2000]


def plain(**more: Any) -> dict[str, Any]:
    """Ordinary facts, enough for any sentence; `more` adds to them or replaces them."""
    return _with(dict.fromkeys(_WORDS, "Camille Exemple"), "Ma page est <vide>.", {}) | more


def trapped(words: str) -> dict[str, Any]:
    """Facts enough for any sentence, in which all that people wrote is `words`.

    Whom to contact is written by the operator, a login code by the ENT, and a link by the bot.
    """
    return _with(dict.fromkeys(_WORDS, words), words, {}) | {
        "contact": "l’ERUN",
        "contacts": [],
        "code": "Ab3-9xK",
        "link": "https://t.me/b",
    }


@st.composite
def hostile(draw: st.DrawFn) -> dict[str, Any]:
    """Facts enough for any sentence, with text that a person with bad intentions could type."""
    words = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=300))
    said = {key: draw(words) for key in _WORDS}
    numbers = {"left_out": draw(st.integers(0, 500)), "files": draw(st.integers(0, 10))}
    return _with(said, draw(words), numbers)


def message(who: str = "Camille Exemple", text: str = "Bonjour.", **more: Any) -> dict[str, Any]:
    """One message of a request's exchange; `more` adds to its facts or replaces them."""
    made = {"who": who, "function": "relative", "own": False, "voice": "answer", "text": text, "files": 0}
    return made | {"at": MOMENT, "edited": False} | more


def _somebody(words: Mapping[str, str]) -> dict[str, str]:
    return {"name": words["name"], "where": words["place"], "born": "2018-05-04", "function": "student"}


def _with(words: Mapping[str, str], text: str, numbers: Mapping[str, int]) -> dict[str, Any]:
    request = {
        "number": 12345,
        "into": 12346,
        "follows": 12347,
        "category": "connexion",
        "level": 1,
        "status": "open",
    }
    person = {"function": "director", "profile": "relative", "own": True}
    counts = {
        "files": 2,
        "lost": 1,
        "which": "2",
        "limit": 20,
        "others": 1,
        "open": 1,
        "requests": 2,
        "messages": 3,
        "left_out": 0,
        "version": 1,
        "minutes": 10,
    }
    stand = {
        "age": 7300.5,
        "late": True,
        "act": "take",
        "filter": "",
        "further": False,
        "commands": ["file", "aide"],
        "tools": False,
        "topic": "Se connecter",
        "activation": True,
        "highest": False,
        "alone": True,
        "writing": True,
        "wordless": False,
        "deed": "code",
        "ways": 2,
        "rank": 1,
        "also": "alone",
        "why": "gone",
        "known": True,
        "listed": True,
        "asks": True,
        "way": "given",
        "school": True,
        "outside": "read",
        "child": True,
        "called": True,
        "from_whom": "parent",
        "says": "yes",
        "waits": True,
        "stands": "refused",
        "years": 15,
        "voice": "answer",
        "part": "school",
    }
    facts = Facts({**request, **person, **counts, **stand, **words, **numbers})
    facts |= {"login": words["name"], "where": words["place"], "source": words["name"], "email": True, "days": 12}
    facts |= dict.fromkeys(("classes", "groups", "places", "elsewhere", "family"), [words["place"]] * 12)
    facts |= {"marks": ["blocked", "predeleted", "awaiting", "duplicate", "inactive"], "count": 1200, "more": True}
    facts |= {"class_name": words["place"], "gathered": True, "sent": 7, "skipped": 1, "doubtful": 1, "life": 30}
    facts |= {"invited": {"relative": 48}, "linked": 5, "lately": 2, "dormant": 3, "hours": 24, "ending": "refused"}
    facts |= {"facet": "class", "empty": False, "last_login": MOMENT, "created": MOMENT}
    facts["chosen"] = [
        ["profile", "guest", ""],
        ["created", "from", "2026-09-01"],
        ["class", "c1", words["place"]],
    ] * 9
    facts["exchange"] = [message(words["name"], text, voice=v, edited=v == "note") for v in ("answer", "note")] * 6
    facts |= {
        "stage": "running",
        "total": 20,
        "done": 7,
        "spared": 2,
        "failed": 1,
        "already": 3,
        "left": 8,
        "heard": True,
    }
    facts |= {"blocked": True, "lapsed": False, "waiting": True, "failures": [["gone", 1]], "dates": ["2027-07-10"]}
    facts |= {"starts": "2027-07-10T05:00:00+00:00", "until": "2027-08-31T05:00:00+00:00"}
    facts["entries"] = [dict(facts) | {"at": "2026-01-12T13:05:00+00:00"}] * 8
    facts |= {"publication": words["name"], "verdict": "kept", "judge": words["actor"], "judged": True}
    facts |= {"published": MOMENT, "reported": MOMENT, "when": "2026-05-12T13:05:00+00:00", "talker": words["actor"]}
    facts |= {"reporters": [[words["name"], MOMENT]] * 7, "treated": True, "account": "done", "pupil": True}
    facts |= {
        "shared": 3,
        "portal": 1,
        "kept": 2,
        "schools": [words["place"]] * 5,
        "silent": [words["place"]],
        "expired": True,
    }
    facts |= {"portal": 1, "told": False, "unread": words["place"], "asked": True}
    part = {"key": "student", "name": words["name"], "linked": -1, "all": 3}
    facts |= {
        "linked": 12,
        "all": 40,
        "share": 30,
        "headed": 3,
        "head": False,
        "many": 8,
        "staff": 7,
        "families": -1,
        "mine": True,
    }
    facts |= {"parts": [part] * 5, "rooms": [part | {"all": 40}] * 40, "picked": words["place"]}
    facts["held"] = [dict(facts) | {"at": MOMENT}] * 2
    facts["contacts"] = [{"level": 1, "contact": words["contact"]}] * 3
    facts |= {"links": True, "taken": True, "here": words["name"], "agrees": True, "filed": "n°12345, n°12346"}
    facts |= {"numbers": "n°12345, n°12346", "goes": "above", "away": False, "stranded": False}
    facts["lists"] = [[name, 2, "n°3, n°7"] for name in ("asked", "solved", "held", "free", "above", "missed")]
    facts |= {"about": "account", "now": MOMENT}
    facts["traced"] = [dict(facts) | {"at": MOMENT, "state": "declined", "report": 0, "nobody": False}] * 8
    facts |= {"title": words["name"], "body": text}
    answered = {"says": "yes", "who": "named", "part": "parent", "name": words["name"], "shared": True}
    facts["phone"] = [dict(facts), {"name": ""}]
    facts["answers"] = [answered | {"when": MOMENT, "now": MOMENT}] * 4
    sheets = {
        "people": 24,
        "inactive": 3,
        "linked": 2,
        "barred": 1,
        "protected": 30,
        "used": 5,
        "documents": 2,
        "hours": 24,
    }
    facts |= sheets | {
        "scope": "class",
        "form": "pdf",
        "everybody": False,
        "sent": 12,
        "filed": False,
        "revoked": False,
        "good": 3,
        "signs": True,
        "meanings": 2,
        "ways": ["sheet", "message"],
        "coded": True,
        "codes": 3,
        "at": MOMENT,
    }
    facts |= dict.fromkeys(("has", "unread", "added", "removed", "declined", "pending"), words["names"])
    facts |= {"placed": 12, "round": {"place": words["place"], "placed": 12, "total": 14, "saved": dict(facts)}}
    facts |= {"gives": True, "me": True, "right": "give", "holders": [dict(facts) | {"me": True}] * 3}
    facts["posts"] = [{"place": words["place"], "right": right, "names": words["names"]} for right in ("give", "own")]
    asked = {"kind": "PES", "base": words["place"], "origin": text, "why": words["words"], "since": "2026-08-31"}
    facts["particulars"] = {"ask": "attach", "name": words["name"], **asked}
    facts |= {"entity": words["place"], "at_place": words["place"], "other_places": words["place"], "right": "adml"}
    facts |= {"classes_there": [words["place"]] * 12, "there": True, "attached_to": words["place"]}
    facts |= {
        "same_name": [words["place"]] * 3,
        "same_schools": [words["place"]] * 6,
        "uai": "0601234B",
        "letter": "A",
    }
    facts["bearers"] = [facts | {"id": "a"}] * 6
    facts |= {"several": True, "without": [[words["place"], words["name"]]] * 20}
    facts |= {"shown": True, "change": "names", "born": "2018-05-04", "class": words["place"]}
    facts |= {"youngest": 2, "oldest": 13, "date": "12/03/2018", "origin": "student", "arrives": 7}
    texts = {
        "texts": {"fr": text, "en": words["words"]},
        "language": "en",
        "calendar": "2026-07-01",
        "title": words["name"],
    }
    flash = {
        "starts": "2026-07-10",
        "waits": True,
        "earliest": "29/11/2026",
        "ends": "2026-07-12",
        "profiles": ["student", "relative"],
        "color": "green",
        "views": 3,
    }
    facts |= (
        texts
        | flash
        | {
            "alerts": ["mail"],
            "beside": [words["name"]] * 3,
            "brings": True,
            "crowded": True,
            "author": words["actor"],
        }
    )
    facts |= {"changes": False, "told": "12", "first": 0}
    facts |= {"month": 5, "muted": True, "whose": "staff", "check": "teachers"}
    facts["alike"] = [{"id": "i", "how": "near", "label": words["name"], **_somebody(words)}] * 5
    count = {"key": words["name"], "count": -1}
    facts["work"] = {"count": 12, "about": True, "solved": -1, "promise": 80, "late": 1, "reopened": 0}
    facts |= {"about_promise": True, "about_activated": False}
    facts["work"] |= {"about_promise": True, "answer": 3, "solve": 60}
    facts["work"] |= {"categories": [count], "levels": [count], "statuses": [count] * 2}
    visit = {"key": "student", "linked": -1, "all": 4, "visitors": 12, "connections": 1200, "mobile": -1}
    facts["ent"] = {"activations": [visit], "state": "known", "visits": [visit], "accesses": [count] * 9}
    facts["ent"] |= {"connectors": [count], "mobile": True, "visited": "known"}
    facts |= {"begins": "2026-09-01", "ends": "2026-09-30", "promise": 80, "activated": 60, "exported": "requests"}
    facts["last"] = facts["lines"] = [dict(facts)] * 3
    facts |= {"former": words["name"], "active": True, "fed": True, "chat": "moves", "seen": True}
    facts |= {"hindrance": "blocked", "refused": "", "pairs": 2, "card": dict(facts)}
    both = {"one": words["name"], "other": words["place"], "equal": False}
    facts["compared"] = [both | {"what": what} for what in ("last_name", "login", "classes", "family")]
    double = {"number": 1, "name": words["name"], "other": words["other"], "place": words["place"]}
    facts["doubles"] = [double | {"profiles": ["student", "relative"], "likelihood": "likely"}] * 8
    return facts | of_a_school(words, facts)
