"""Leads a frightened child, or an adult who fears for one, to people who help: whom to call, and whom to tell here.

One button tells the school, another one somebody outside it: then nobody of the school ever reads it. What was
written is kept as the draft of a conversation until one is pressed, and nothing else is asked.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

from bot.folding import words
from bot.terms import Act, Attachment, Button, Level, Notice, Origin, Person, Profile, Refusal, Request, Saying
from bot.terms.moments import lately
from bot.workflows.conversations import course, keeping
from bot.workflows.conversations.keeping import UnderWay, unpacked
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Turn
from bot.workflows.refusing import only_calls
from bot.workflows.requests import calls, events, scenes, serving
from bot.workflows.requests.draft import Filing
from bot.workflows.requests.filed import Filed, drafted, file
from bot.workflows.rules.requests import routing
from bot.workflows.rules.requests.distress import frightened
from bot.workflows.rules.requests.routing import DANGER
from bot.workflows.rules.requests.worried import names_adult, worried

MISTAKEN = "mistaken"
"""What the button `new` is for where the words were an ordinary problem: texts labels it so."""

_RECENT = timedelta(minutes=15)  # what was written longer ago in another conversation is about something else
_YES = frozenset({"oui", "ouais", "ok", "okay", "d accord", "je veux bien", "oui s il te plait", "yes"})
_UNSENT = frozenset({"filing", "offer", "afraid"})  #: conversations whose words may belong to these


@dataclass(slots=True)
class Alarm:
    """What a frightened child, or an adult who fears for one, wrote so far."""

    said: list[tuple[int, str]] = field(default_factory=list)  #: Telegram's number and the text of each message
    files: list[Attachment] = field(default_factory=list)
    told: bool = False  #: True once it is chosen whom to tell
    outside: bool = False  #: whether that is somebody outside the school
    number: int = 0  #: the request that it became
    calm: bool = False  #: True after further words that show no fear: whom to call is not said again
    before: int = 0  #: how many of the messages in `said`, the first ones, were written before, for something else
    before_files: int = 0  #: how many of the files, the first ones, were sent before


def lead(turn: Turn, saying: Saying) -> Notice | None:
    """Whom somebody can call who is frightened, and the buttons that tell somebody here; keeps what they wrote.

    None, and nothing done, for an agent, and for words that show no fear, neither alone nor after those of a request
    or an offer not sent yet. What was written just before, and not sent yet, is kept before them; but not the words
    of a request that only waits to be sent, unless it takes them to hear the fear. The question shows all that would
    be sent, and a button leaves out what was written before.
    """
    if turn.me.is_agent:
        return None
    alone = _alarming(turn.me, saying.text)
    if not alone and not _in_pieces(turn, saying.text):
        return None
    draft = Alarm() if alone and _is_ready(turn) else _unsent(turn, len(saying.text))
    _hear(turn, draft, saying)
    draft.calm = False
    heard = {str(saying.origin.message_id): "afraid"} if saying.origin else {}
    said = course.begin(turn, AFRAID, draft, heard)
    assert isinstance(said, Notice)
    return said


def follow_up(turn: Turn, saying: Saying, to: Request) -> Notice:
    """Adds words and files to that call for help of the person's, which is still treated; returns the receipt.

    Any words: fear is not always put in words that are known. The receipt says where they went, for whoever meant
    something else.
    """
    added = _join(turn, to.number, saying)
    if added.kind != "done_replied":
        return added
    facts = {**added.facts, "outside": bool(to.outside), "barred": bool(turn.me.barred)}
    return Notice("done_called", facts, request=added.request)


def _join(turn: Turn, number: int, saying: Saying) -> Notice:
    """Adds words and files to the person's own call for help; they answer a question that was asked there."""
    it = scenes.scene(turn, number)
    scenes.refuse_long(turn, saying.text)
    scenes.move(it, Act.REPLY)
    return scenes.record(it, Act.REPLY, events.REPLIED, saying)


def again(turn: Turn, said: list[tuple[int, str]], files: list[Attachment], outside: bool) -> Notice:
    """Asks whom to tell of words written about a call for help that is over; returns the question.

    With `outside`, the button that tells somebody outside the school stands first.
    """
    question = course.begin(turn, AFRAID, Alarm(said, files, outside=outside))
    assert isinstance(question, Notice)
    return question


def accepted(turn: Turn, it: UnderWay[Alarm]) -> Filing:
    """The draft of an ordinary request with what the pupil wrote here; ends this conversation.

    What a request under preparation, which comes back now, has already is left out.
    """
    course.leave(turn)
    before = _before(turn)
    known = before.draft if before is not None else Alarm()
    said = [one for one in it.draft.said if one not in known.said]
    return Filing(said=said, files=[file for file in it.draft.files if file not in known.files])


def _before(turn: Turn) -> UnderWay[Alarm] | None:
    """What the pupil wrote lately in another conversation, or here, and did not send; None where there is nothing."""
    rows = keeping.pile(turn.work, turn.caller)
    it = unpacked(AFRAID, rows[0]) if rows and rows[0]["step"] in _UNSENT else None
    if it is None or it.person != turn.me.id or it.at is None:
        return None
    recent = rows[0]["step"] == AFRAID.name or lately(it.at, turn.work.now, _RECENT)
    return it if recent else None


def _in_pieces(turn: Turn, text: str) -> bool:
    """Whether words show fear only together with those of an offer or a request under preparation.

    False after words that showed it by themselves: their author was led to help before.
    """
    rows = keeping.pile(turn.work, turn.caller)
    it = _before(turn) if text and rows and rows[0]["step"] != AFRAID.name else None
    if it is None:
        return False
    earlier = " ".join(words for _, words in it.draft.said)
    return _alarming(turn.me, f"{earlier} {text}") and not _alarming(turn.me, earlier)


def _alarming(me: Person, text: str) -> bool:
    """Whether words of that person are a call for help: a child's own, or an adult's for one."""
    return frightened(text) if me.profile is Profile.STUDENT else worried(text)


def _is_ready(turn: Turn) -> bool:
    """Whether the pupil's request under preparation has its words and its category: it is about something else."""
    rows = keeping.pile(turn.work, turn.caller)
    draft = rows[0]["data"]["draft"] if rows and rows[0]["step"] == "filing" else {}
    return bool(draft.get("category") and draft.get("said"))


def _unsent(turn: Turn, more: int) -> Alarm:
    """What a pupil wrote in a request not sent; no words of it where they leave no room for `more` letters."""
    it = _before(turn)
    if it is None:
        return Alarm()
    room = turn.policy.text_limit - more - 1
    length = sum(len(text) + 1 for _, text in it.draft.said)
    said = it.draft.said if length <= room else []
    return Alarm(said, it.draft.files, before=len(said), before_files=len(it.draft.files))


def _hear(turn: Turn, draft: Alarm, saying: Saying) -> bool:
    """Adds words and files; a plain "oui" presses the first button. Refused where there are too many."""
    if " ".join(words(saying.text)) in _YES and not (saying.files or saying.forwarded):
        first, *_ = (*_offered(turn, draft), "")
        if first and (first == "school" or _outside(turn) is not None):
            _tell(turn, draft, first)
        return True
    if len(draft.files) + len(saying.files) > turn.policy.files_limit:
        raise Refusal("too-many-files", limit=turn.policy.files_limit)
    draft.calm = not _alarming(turn.me, saying.text)
    draft.files = [*draft.files, *saying.files]
    if saying.text:
        mark = saying.origin.message_id if saying.origin else 0
        edited = bool(mark) and any(mark == known for known, _ in draft.said)
        draft.said = [(known, saying.text if edited and known == mark else text) for known, text in draft.said]
        draft.said += [] if edited else [(mark, saying.text)]
        scenes.refuse_long(turn, "\n".join(text for _, text in draft.said))
    return True


def _offered(turn: Turn, draft: Alarm) -> list[str]:
    """Whom the buttons tell, in their order: outside first where the words name an adult of the school.

    Only those that the tree has; empty for somebody of no school.
    """
    if not turn.me.places:
        return []
    text = " ".join(text for _, text in draft.said)
    away = ["outside"] if routing.outside(turn.policy.levels, turn.me.places[0]) is not None else []
    return [*away, "school"] if draft.outside or names_adult(text, turn.policy.adults) else ["school", *away]


def _outside(turn: Turn) -> Level | None:
    """The level outside the school whose agents would read a call of this person's now; None where nobody would."""
    place = turn.me.places[0]
    request = drafted(turn, Filed(DANGER, (), (), place, outside=True), turn.me)
    to = serving.nearest(turn.work, turn.policy.levels, request, turn.me, request.at)
    return to.level if to is not None else None


def _ask(turn: Turn, draft: Alarm) -> Notice:
    offered = _offered(turn, draft)
    tells = {
        "school": Button("tell_school", "", turn.me.id, once=True),
        "outside": Button("tell_outside", "", turn.me.id, once=True),
    }
    rows = [(replace(tells[whom], style="" if rank else "primary"),) for rank, whom in enumerate(offered)]
    if draft.before or draft.before_files:
        rows.append((Button("leave_earlier", "", turn.me.id),))
    if not only_calls(turn.me):  # an ordinary request would be refused
        rows.append((Button("new", MISTAKEN, turn.me.id, once=True),))
    read = _outside(turn) if "outside" in offered else None
    facts = {
        "child": turn.me.profile is Profile.STUDENT,
        "school": "school" in offered,
        "outside": "read" if read is not None else "unread" if "outside" in offered else "none",
        "level": int(read) if read is not None else int(Level.CIRCONSCRIPTION),
        "text": "\n".join(text for _, text in draft.said) if len(draft.said) + len(draft.files) > 1 else "",
        "files": len(draft.files),
    }
    return Notice("afraid_more" if draft.calm else "afraid", facts, tuple(rows))


def _tell_school(turn: Turn, draft: Alarm, _value: str) -> None:
    _tell(turn, draft, "school")


def _tell_outside(turn: Turn, draft: Alarm, _value: str) -> None:
    _tell(turn, draft, "outside")


def _leave_earlier(_turn: Turn, draft: Alarm, _value: str) -> None:
    """Leaves out what was written and sent before the words of fear, for something else."""
    draft.said, draft.files = draft.said[draft.before :], draft.files[draft.before_files :]
    draft.before = draft.before_files = 0


def _tell(turn: Turn, draft: Alarm, whom: str) -> None:
    """Chooses whom to tell; refused where that is nobody that the person's schools have."""
    if whom not in _offered(turn, draft):
        raise Refusal("no-place", name=turn.me.name)
    draft.told, draft.outside = True, whom == "outside"


def _file(turn: Turn, draft: Alarm) -> Notice | None:
    """Files the call for help; joins the one that is still treated, told to the same people, where there is one."""
    if joined := calls.open_call(turn, draft.outside):
        draft.number = joined.number
        mark = draft.said[-1][0] if draft.said else 0
        origin = Origin(turn.caller.chat_id, mark) if mark else None
        more = Saying("\n".join(text for _, text in draft.said), tuple(draft.files), origin)
        return _join(turn, joined.number, more)
    filed = Filed(DANGER, draft.said, draft.files, turn.me.places[0], outside=draft.outside)
    draft.number = file(turn, filed, turn.me)
    return None


AFRAID = Conversation(
    "afraid",
    Alarm,
    (
        Question(
            *("afraid", lambda _turn, draft: not draft.told, _ask, _hear),
            {"tell_school": _tell_school, "tell_outside": _tell_outside, "leave_earlier": _leave_earlier},
            files=True,
        ),
    ),
    waits=Waits.WORDS,
    closed="closed_afraid",
    finish=_file,
    about=lambda draft: draft.number,
    carries=True,
    lasting=lambda _draft: True,
    stays=True,
    ended="told_afraid",
    leads_on=frozenset({"new"}),
)
