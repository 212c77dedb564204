"""Words about a request: asked for after a button, taken from a command or a reply, and sent once it is sure to whom.

Each conversation ends in one verb. Before the words go out, their author is asked whom they are for where that is not
plain, and reads that a colleague holds the request, if one does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from typing import Any

from bot.storage import drafts
from bot.storage.work import Work
from bot.terms import Attachment, Button, Notice, Person, Refusal, Saying, Voice
from bot.workflows.conversations import course
from bot.workflows.conversations.shape import Conversation, Question
from bot.workflows.desk import Turn
from bot.workflows.policy import Policy
from bot.workflows.requests import continuing, scenes, telling, verbs
from bot.workflows.requests.scenes import Scene
from bot.workflows.rules.requests import routing

_LIFE = timedelta(days=7)
_WRITING = timedelta(minutes=10)  # a colleague whose conversation is younger than this is writing now
_SHARED = ("answer", "ask", "conclude")  # acts on what a colleague may hold that they should know of first
_FAMILY, _REQUESTER = "family", "requester"  # whom words may be for: who asks
_ABOVE, _COLLEAGUES = "above", "colleagues"  # or agents alone
_AGENTS = (_ABOVE, _COLLEAGUES)
Said = Notice | course.Pending | None
Verb = Callable[[Turn, int, Saying], Notice]


@dataclass(slots=True)
class Prompt:
    """The number of a request, and the words for it once they are written."""

    number: int
    said: Saying | None = None
    doubtful: bool = False  #: whether it is not known whom the words are for
    towards: str = ""  #: whom they are for, once that was chosen: the requester, or the agents alone
    warned: int = 0  #: `id` of the colleague of whom the author knows that they hold the request
    more: list[str] = field(default_factory=list)  #: further messages that go with the words

    @property
    def files(self) -> tuple[Attachment, ...]:
        """The files written so far."""
        return self.said.files if self.said is not None else ()


def prompt(turn: Turn, action: str, number: int) -> Said:
    """Asks for the words that the verb of that button needs; refused at once where the verb would be refused."""
    it = scenes.scene(turn, number)
    scenes.would(it, ACTS[action])
    other = scenes.colleague(it)
    return course.begin(turn, PROMPTS[action], Prompt(number, warned=other.id if other else 0))


def say(
    turn: Turn, action: str, number: int, saying: Saying, doubtful: bool = False, more: Sequence[str] = ()
) -> Said:
    """Does what the button of that action does with the words; returns a question first where there is doubt.

    `more` are further messages, added to the exchange after the words.
    """
    it = scenes.scene(turn, number)
    draft = Prompt(number, saying, doubtful, more=[*more])
    if _undirected(it, action, draft) or _unwarned(it, action, draft):
        scenes.would(it, ACTS[action])
        scenes.refuse_empty(turn, saying)
        return course.begin(turn, PROMPTS[action], draft)
    return _sent(VERBS[action], turn, draft)


def closed(action: str, work: Work, _policy: Policy, person: Person, number: int) -> Notice:
    """What takes the place of a question that was given up, with its button to begin again."""
    row = (Button(action, str(number), person.id),)
    return Notice("closed_prompt", {"number": number}, (row,), request=number)


def _undirected(it: Scene, action: str, draft: Prompt) -> bool:
    """Whether it must be asked whom the words are for: somebody who sent the request on may write both ways."""
    if action != "answer" or draft.towards or it.mine.requester:
        return False
    return (it.mine.sender and not it.mine.agent) or (draft.doubtful and it.mine.reads_notes)


def _unwarned(it: Scene, action: str, draft: Prompt) -> bool:
    """Whether the author must first read that a colleague holds the request."""
    if (
        action not in _SHARED
        or draft.towards in _AGENTS
        or not it.mine.agent
        or it.turn.me.id == it.request.requester
    ):
        return False
    other = scenes.colleague(it)
    return other is not None and other.id != draft.warned


def _held(it: Scene) -> dict[str, Any]:
    """The facts about the colleague who holds the request; empty where none does."""
    other = scenes.colleague(it)
    if other is None:
        return {"holder": "", "writing": False}
    return {"holder": other.name, "writing": _writes(it.turn, other, it.request.number)}


def _writes(turn: Turn, other: Person, number: int) -> bool:
    """Whether that colleague is writing about the request now."""
    row = drafts.load(turn.work, other.telegram_id or 0, other.telegram_id or 0)
    if row is None or row.at is None or row.at < turn.work.now - _WRITING or not row.step.startswith("say:"):
        return False
    return bool(row.data["draft"].get("number") == number)


def _look(turn: Turn, draft: Prompt) -> Scene:
    return scenes.scene(turn, draft.number, to_change=False)


def _ask_words(action: str, turn: Turn, draft: Prompt) -> Notice:
    it = _look(turn, draft)
    return Notice(f"ask_{action}", telling.facts_of(it.request) | _held(it))


def _ask_towards(turn: Turn, draft: Prompt) -> Notice:
    it = _look(turn, draft)
    facts = telling.facts_of(it.request) | {"requester": it.requester.name, "mine": it.mine.agent}
    asks = _FAMILY if routing.audience(it.requester) is routing.Audience.FAMILIES else _REQUESTER
    whom = (asks, _COLLEAGUES if it.mine.agent else _ABOVE)
    rows = tuple((Button("towards", one, turn.me.id, once=True),) for one in whom)
    return Notice("ask_towards", facts | {"text": draft.said.text if draft.said else ""}, rows)


def _ask_held(turn: Turn, draft: Prompt) -> Notice:
    it = _look(turn, draft)
    facts = telling.facts_of(it.request) | _held(it) | {"text": draft.said.text if draft.said else ""}
    row = (Button("send_all_the_same", "", turn.me.id, style="primary", once=True),)
    return Notice("ask_held", facts, (row,))


def _hear(turn: Turn, draft: Prompt, saying: Saying) -> bool:
    """Takes the words; further ones are added. False for a further file of an album, which needs no reply."""
    scenes.refuse_empty(turn, saying)
    was = draft.said
    if was is None:
        draft.said = saying
        return True
    text = "\n".join(part for part in (was.text, saying.text) if part)
    scenes.refuse_long(turn, text)
    draft.said = replace(was, text=text, files=(*was.files, *saying.files))
    return not any(file.album and file.album == saying.files[0].album for file in was.files if saying.files)


def _direct(_turn: Turn, draft: Prompt, whom: str) -> None:
    if whom not in (_FAMILY, _REQUESTER, *_AGENTS):
        raise Refusal("old-button")
    draft.towards = whom


def _send_all_the_same(turn: Turn, draft: Prompt, _value: str) -> None:
    other = scenes.colleague(_look(turn, draft))
    draft.warned = other.id if other else 0


def _finish(action: str, turn: Turn, draft: Prompt) -> Notice:
    verb = VERBS[action]
    if draft.towards and not _look(turn, draft).mine.agent:
        verb = verbs.pass_up if draft.towards in _AGENTS else verbs.pass_down
    elif draft.towards in _AGENTS:
        verb = verbs.note
    return _sent(verb, turn, draft)


def _sent(verb: Verb, turn: Turn, draft: Prompt) -> Notice:
    """Sends the words by that verb, and the further messages in the same voice; returns the receipt."""
    assert draft.said is not None
    said = verb(turn, draft.number, draft.said)
    voice = _VOICES.get(verb, Voice.ANSWER)
    for text in draft.more:
        continuing.add(scenes.scene(turn, draft.number), Saying(text), voice)
    return said


def _prompting(action: str) -> Conversation[Prompt]:
    words = Question(action, lambda _turn, draft: draft.said is None, partial(_ask_words, action), _hear, files=True)
    towards = Question(
        "towards",
        lambda turn, draft: _undirected(_look(turn, draft), action, draft),
        _ask_towards,
        _hear,
        {"towards": _direct},
        files=True,
    )
    held = Question(
        "held",
        lambda turn, draft: _unwarned(_look(turn, draft), action, draft),
        _ask_held,
        _hear,
        {"send_all_the_same": _send_all_the_same},
        files=True,
    )
    return Conversation(
        f"say:{action}",
        Prompt,
        (words, towards, held),
        _LIFE,
        partial(_finish, action),
        about=lambda draft: draft.number,
        carries=True,
        closed=f"closed_{action}",
    )


_VOICES: Mapping[Verb, Voice] = {verbs.note: Voice.NOTE, verbs.pass_up: Voice.NOTE, verbs.ask: Voice.QUESTION}
#: by the action of the button, what is done with the words
VERBS: Mapping[str, Verb] = {
    "answer": verbs.speak,
    "ask": verbs.ask,
    "note": verbs.note,
    "escalate": verbs.escalate,
    "send_back": verbs.send_back,
    "conclude": verbs.resolve,
}
#: by the action of the button, the act that must be possible
ACTS: Mapping[str, str] = {action: action for action in VERBS} | {"conclude": "resolve"}
PROMPTS: Mapping[str, Conversation[Prompt]] = {action: _prompting(action) for action in VERBS}
