"""Leads a frightened child to people who help: whom to call, and a button that tells the school at once.

What the child wrote is kept as the draft of a conversation until they press it, and nothing else is asked of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from bot.folding import words
from bot.storage import drafts
from bot.terms import Attachment, Button, Notice, Profile, Refusal, Saying
from bot.workflows.conversations import course
from bot.workflows.conversations.keeping import unpacked
from bot.workflows.conversations.shape import Conversation, Question
from bot.workflows.desk import Turn
from bot.workflows.requests import scenes
from bot.workflows.requests.filed import Filed, file
from bot.workflows.rules.requests.distress import frightened

DANGER = "danger"
"""The category of what is filed here. Nobody chooses it, so it is not in the operator's table."""

_LIFE = timedelta(days=7)
_RECENT = timedelta(minutes=15)  # what was written longer ago in another conversation is about something else
_YES = frozenset({"oui", "ouais", "ok", "okay", "d accord", "je veux bien", "oui s il te plait", "yes"})
_UNSENT = frozenset({"filing", "offer", "afraid"})  #: conversations whose words may belong to these


@dataclass(slots=True)
class Alarm:
    """What a frightened child wrote so far."""

    said: list[tuple[int, str]] = field(default_factory=list)  #: Telegram's number and the text of each message
    files: list[Attachment] = field(default_factory=list)
    told: bool = False  #: True once the child wants the school to know


def lead(turn: Turn, saying: Saying) -> Notice | None:
    """Whom a frightened pupil can call, and the button that tells the school; keeps what they wrote.

    None, and nothing done, for anybody but a pupil, and for words that show no fear. What the
    pupil wrote just before, and had not sent yet, is kept before these words.
    """
    if turn.me.profile is not Profile.STUDENT or not frightened(saying.text):
        return None
    draft = _unsent(turn, len(saying.text))
    _hear(turn, draft, saying)
    heard = {str(saying.origin.message_id): "afraid"} if saying.origin else {}
    said = course.begin(turn, AFRAID, draft, heard)
    assert isinstance(said, Notice)
    return said


def _unsent(turn: Turn, more: int) -> Alarm:
    """What a pupil wrote in a request not sent; no words of it where they leave no room for `more` letters."""
    row = drafts.load(turn.work, turn.caller.chat_id, turn.caller.telegram_id)
    life = _LIFE if row is not None and row.step == AFRAID.name else _RECENT
    if row is None or row.step not in _UNSENT or row.at is None or row.at < turn.work.now - life:
        return Alarm()
    it = unpacked(AFRAID, row)
    if it is None or it.person != turn.me.id:
        return Alarm()
    room = turn.policy.text_limit - more - 1
    length = sum(len(text) + 1 for _, text in it.draft.said)
    return Alarm(it.draft.said if length <= room else [], it.draft.files)


def _hear(turn: Turn, draft: Alarm, saying: Saying) -> bool:
    """Adds words and files to the draft; a plain "oui" tells the school. Refused where there are too many."""
    if " ".join(words(saying.text)) in _YES and not saying.files:
        draft.told = bool(turn.me.places)
        return True
    if len(draft.files) + len(saying.files) > turn.policy.files_limit:
        raise Refusal("too-many-files", limit=turn.policy.files_limit)
    draft.files = [*draft.files, *saying.files]
    if saying.text:
        mark = saying.origin.message_id if saying.origin else 0
        edited = bool(mark) and any(mark == known for known, _ in draft.said)
        draft.said = [(known, saying.text if edited and known == mark else text) for known, text in draft.said]
        draft.said += [] if edited else [(mark, saying.text)]
        scenes.refuse_long(turn, "\n".join(text for _, text in draft.said))
    return True


def _ask(turn: Turn, _draft: Alarm) -> Notice:
    button = Button("tell_school", "", turn.me.id, style="primary", once=True)
    return Notice("afraid", {"school": bool(turn.me.places)}, ((button,),) if turn.me.places else ())


def _tell(_turn: Turn, draft: Alarm, _value: str) -> None:
    draft.told = True


def _file(turn: Turn, draft: Alarm) -> None:
    file(turn, Filed(DANGER, draft.said, draft.files, turn.me.places[0]), turn.me)


AFRAID = Conversation(
    "afraid",
    Alarm,
    (Question("afraid", lambda _turn, draft: not draft.told, _ask, _hear, {"tell_school": _tell}, files=True),),
    life=_LIFE,
    finish=_file,
    carries=True,
    lasting=lambda _draft: True,
)
