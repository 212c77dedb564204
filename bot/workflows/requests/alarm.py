"""Leads a frightened child to people who help: whom to call, and a button that tells the school at once.

What the child wrote is kept as the draft of a conversation until they press it, and nothing else is asked of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from bot.folding import words
from bot.storage import requests
from bot.storage.quotas import HOUR
from bot.storage.work import Work
from bot.terms import ACTIVE, Attachment, Button, Notice, Origin, Person, Profile, Refusal, Request, Saying, Voice
from bot.terms.moments import lately
from bot.workflows.conversations import course, keeping
from bot.workflows.conversations.keeping import UnderWay, unpacked
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Turn
from bot.workflows.policy import Policy
from bot.workflows.requests import continuing, scenes
from bot.workflows.requests.draft import Filing
from bot.workflows.requests.filed import Filed, file
from bot.workflows.rules.requests.distress import frightened
from bot.workflows.rules.requests.routing import DANGER

MISTAKEN = "mistaken"
"""What the button `new` is for where the words were an ordinary problem: texts labels it so."""

_RECENT = timedelta(minutes=15)  # what was written longer ago in another conversation is about something else
_LOOKED_AT = 20  # newest requests of a pupil, among which their call for help is
_YES = frozenset({"oui", "ouais", "ok", "okay", "d accord", "je veux bien", "oui s il te plait", "yes"})
_UNSENT = frozenset({"filing", "offer", "afraid"})  #: conversations whose words may belong to these


@dataclass(slots=True)
class Alarm:
    """What a frightened child wrote so far."""

    said: list[tuple[int, str]] = field(default_factory=list)  #: Telegram's number and the text of each message
    files: list[Attachment] = field(default_factory=list)
    told: bool = False  #: True once the child wants the school to know
    calm: bool = False  #: True after further words that show no fear: whom to call is not said again


def lead(turn: Turn, saying: Saying) -> Notice | None:
    """Whom a frightened pupil can call, and the button that tells the school; keeps what they wrote.

    None, and nothing done, for anybody but a pupil, and for words that show no fear, neither alone nor after those of
    a request or an offer not sent yet. What the pupil wrote just before, and had not sent yet, is kept before them;
    but not the words of a request that only waits to be sent, unless it takes them to hear the fear.
    """
    if turn.me.profile is not Profile.STUDENT:
        return None
    alone = frightened(saying.text)
    if not alone and not _in_pieces(turn, saying.text):
        return None
    draft = Alarm() if alone and _is_ready(turn) else _unsent(turn, len(saying.text))
    _hear(turn, draft, saying)
    draft.calm = False
    heard = {str(saying.origin.message_id): "afraid"} if saying.origin else {}
    said = course.begin(turn, AFRAID, draft, heard)
    assert isinstance(said, Notice)
    return said


def follow_up(turn: Turn, saying: Saying) -> Notice | None:
    """Adds words and files to the pupil's newest call for help that is still treated; returns the receipt.

    Any words: fear is not always put in words that are known. The receipt says where they went, for whoever meant
    something else. None, and nothing done, where there is no such call.
    """
    open_now = [one.number for one in calls(turn) if one.status in ACTIVE]
    if not open_now:
        return None
    added = continuing.add(scenes.scene(turn, open_now[0]), saying, Voice.ANSWER)
    return Notice("done_called", added.facts, request=added.request) if added.kind == "done_replied" else added


def calls(turn: Turn) -> list[Request]:
    """The calls for help among the pupil's newest requests, the newest first."""
    mine = requests.of_person(turn.work, turn.me, None, _LOOKED_AT)
    return [one for one in mine if one.category == DANGER]


def closed(_work: Work, _policy: Policy, person: Person, _number: int) -> Notice:
    """What takes the place of the question once it is over: whom to call stays there."""
    return Notice("closed_afraid", {}, () if person.waits else ((Button("new", "", person.id),),))


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
    return frightened(f"{earlier} {text}") and not frightened(earlier)


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
    return Alarm(it.draft.said if length <= room else [], it.draft.files)


def _hear(turn: Turn, draft: Alarm, saying: Saying) -> bool:
    """Adds words and files to the draft; a plain "oui" tells the school. Refused where there are too many."""
    if " ".join(words(saying.text)) in _YES and not (saying.files or saying.forwarded):
        draft.told = bool(turn.me.places)
        return True
    if len(draft.files) + len(saying.files) > turn.policy.files_limit:
        raise Refusal("too-many-files", limit=turn.policy.files_limit)
    draft.calm = not frightened(saying.text)
    draft.files = [*draft.files, *saying.files]
    if saying.text:
        mark = saying.origin.message_id if saying.origin else 0
        edited = bool(mark) and any(mark == known for known, _ in draft.said)
        draft.said = [(known, saying.text if edited and known == mark else text) for known, text in draft.said]
        draft.said += [] if edited else [(mark, saying.text)]
        scenes.refuse_long(turn, "\n".join(text for _, text in draft.said))
    return True


def _ask(turn: Turn, draft: Alarm) -> Notice:
    tell = Button("tell_school", "", turn.me.id, style="primary", once=True)
    mistaken = Button("new", MISTAKEN, turn.me.id, once=True)
    rows = ((tell,),) * bool(turn.me.places) + ((mistaken,),) * (not turn.me.waits)  # refused while they wait
    return Notice("afraid_more" if draft.calm else "afraid", {"school": bool(turn.me.places)}, rows)


def _tell(turn: Turn, draft: Alarm, _value: str) -> None:
    if not turn.me.places:
        raise Refusal("no-place", name=turn.me.name)
    draft.told = True


def _file(turn: Turn, draft: Alarm) -> Notice | None:
    """Tells the school; after several calls in an hour, with the last one, so that no call is hidden by others."""
    if (last := _last_of_many(turn)) is not None:
        mark = draft.said[-1][0] if draft.said else 0
        origin = Origin(turn.caller.chat_id, mark) if mark else None
        words = "\n".join(text for _, text in draft.said)
        return continuing.add(scenes.scene(turn, last), Saying(words, tuple(draft.files), origin), Voice.ANSWER)
    file(turn, Filed(DANGER, draft.said, draft.files, turn.me.places[0]), turn.me)
    return None


def _last_of_many(turn: Turn) -> int | None:
    """The number of the pupil's last call for help, where they made as many in an hour as the quota is; else None."""
    since, most = turn.work.now - HOUR, turn.policy.quotas.of(turn.me).alarms
    mine = requests.of_person(turn.work, turn.me, None, most) if turn.policy.limits else []
    calls = [one for one in mine if one.category == DANGER and one.created_at > since and one.status in ACTIVE]
    return calls[0].number if len(calls) >= most else None


AFRAID = Conversation(
    "afraid",
    Alarm,
    (Question("afraid", lambda _turn, draft: not draft.told, _ask, _hear, {"tell_school": _tell}, files=True),),
    waits=Waits.WORDS,
    closed="closed_afraid",
    finish=_file,
    carries=True,
    lasting=lambda _draft: True,
    stays=True,
    leads_on=frozenset({"new"}),
)
