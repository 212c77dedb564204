"""Words written outside of any conversation: offers what may be done with them, and forgets them if nothing is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from bot.folding import words
from bot.storage import cards, outbox, requests
from bot.storage.work import Work
from bot.terms import ACTIVE, Attachment, Button, Notice, Origin, Person, Refusal, Request, Saying, Status
from bot.workflows import hats
from bot.workflows.conversations import course, keeping, steps
from bot.workflows.conversations.keeping import UnderWay
from bot.workflows.conversations.shape import Conversation, Question
from bot.workflows.desk import Turn
from bot.workflows.policy import Policy, Waits
from bot.workflows.requests import advice, filing, prompts, scenes
from bot.workflows.rules.requests.access import open_to, standing
from bot.workflows.rules.requests.replies import invited

_ADD = "add"
_NEAR = 0.75  #: how alike a mistyped command must be, at most 1
_OPEN = 5  #: offers of one topic that wait at the same time
_MOST = 3  #: a person's own requests that are offered
#: for these, the offer has words of its own
_ASKED = {"elsewhere", "whom", "correcting", "handing", "filing", "renewing"}
_FEW = 8  #: words at most of what may be a command
_FIRST = (Status.WAITING, Status.RESOLVED, Status.OPEN, Status.NEW)  #: the order in which requests are offered
Said = Notice | course.Pending | None


@dataclass(frozen=True, slots=True)
class Why:
    """Why words are offered, and not taken as the answer to a question."""

    way: str = ""  #: the way of a prompt that no longer listens, such as `note:7`
    number: int = 0  #: the request of that prompt
    serial: str = ""  #: the conversation whose question, asked long ago or elsewhere, they may answer
    asked: str = ""  #: the name of that conversation; `elsewhere` where it is led in another topic
    gone: str = ""  #: the name of the account whose question it was, and which is not linked here any more


@dataclass(slots=True)
class Offer:
    """Words and files, and what may be done with them."""

    said: list[tuple[int, str]] = field(default_factory=list)  #: Telegram's number and the text of each message
    files: list[Attachment] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)  #: `add`, or an action, a colon and the number of a request
    commands: list[str] = field(default_factory=list)  #: those that the words may be, if an agent wrote them
    command: str = ""  #: the command that the words look like, without the slash
    chosen: str = ""  #: one of the ways
    advice: str = ""  #: the key of the help article that is being read
    solved: bool = False  #: whether that article solved the problem
    why: Why = field(default_factory=Why)

    @property
    def text(self) -> str:
        """All messages as one text."""
        return "\n".join(text for _, text in self.said)


def offer(turn: Turn, saying: Saying, commands: Sequence[str], why: Why | None = None, near: str = "") -> Said:
    """Asks what to do with words: the requests of the person first, then a new one; returns the question.

    `commands` are those in the person's menu: where the words look like one, it is offered too. `why` says which
    question the words came too late for; `near` is the command that the words surely begin with. Words join those
    that were offered in the same topic a moment ago; else both wait, each under buttons of their own.
    """
    draft = Offer(commands=[near] if near else [*commands] if any(hats.roles(turn)) else [], why=why or Why())
    _gather(turn, draft, saying)
    if (before := _before(turn, draft)) is not None:
        return steps.take(turn, before, steps.Answer(saying))
    draft.ways = list(dict.fromkeys(way for way in (draft.why.way, *_ways(turn)) if way))
    heard = {str(saying.origin.message_id): "offer"} if saying.origin else {}
    return course.begin(turn, OFFER, draft, heard)


def mistyped(turn: Turn, known: Sequence[str], typed: str, arguments: str) -> Notice | None:
    """Offers the one of the known commands that is nearest to what was typed; None where none is near."""
    near = get_close_matches(typed, known, 1, _NEAR)
    said = offer(turn, Saying(f"{near[0]} {arguments}".strip()), known, near=near[0]) if near else None
    return said if isinstance(said, Notice) else None


def _before(turn: Turn, draft: Offer) -> UnderWay[Offer] | None:
    """The offer of this account, in this topic, that those words join; None where they are offered by themselves.

    Of offers that do not join, only the newest stay open: the messages of older ones say that nothing was sent.
    """
    rows = [row for row in keeping.pile(turn.work, turn.caller) if row["step"] == OFFER.name]
    offers = [it for row in rows if (it := keeping.unpacked(OFFER, row)) is not None and it.person == turn.me.id]
    newest = offers[0] if offers else None
    if newest is None or steps.late(turn, newest) or newest.draft.command or draft.command or draft.why != Why():
        for old in offers[_OPEN - 1 :]:
            course.end(turn.work, turn.caller, old)
        return None
    keeping.raise_up(turn.work, turn.caller, newest.serial)
    return keeping.resumed(turn, OFFER)


def joins(it: UnderWay[Any], saying: Saying) -> bool:
    """Whether words right after the question of that conversation are taken by it: a command stands alone."""
    if it.conversation is not OFFER:
        return True
    return not it.draft.command and (bool(saying.files) or not _command(saying.text, it.draft.commands))


def keep(turn: Turn, saying: Saying, refusal: Refusal) -> Said:
    """Keeps words that were refused because their author wrote too much lately, and tells them until when."""
    outbox.say_later(turn.work, turn.caller.chat_id, refusal, refusal.language)
    return offer(turn, saying, ())


def command(turn: Turn, it: UnderWay[Offer] | None) -> str:
    """The command that an offer took its words for; ends the offer. Refused where the offer is over."""
    if it is None or it.conversation is not OFFER or not it.draft.command:
        raise Refusal("old-button")
    course.leave(turn)
    return it.draft.command


def answer(turn: Turn, it: UnderWay[Offer] | None) -> tuple[str, Saying]:
    """The serial of the conversation that an offer's words may answer, and the words.

    Refused where the offer is over.
    """
    if it is None or it.conversation is not OFFER or not it.draft.why.serial:
        raise Refusal("old-button")
    return it.draft.why.serial, Saying(it.draft.text, tuple(it.draft.files), _origin(turn, it.draft))


def _origin(turn: Turn, draft: Offer) -> Origin | None:
    """The last message of the offer; None where its number is not known."""
    last = draft.said[-1][0] if draft.said else 0
    return Origin(turn.caller.chat_id, last) if last else None


def closed(_work: Work, _policy: Policy, _person: Person, _number: int) -> Notice:
    """What takes the place of an offer that was given up."""
    return Notice("closed_offer")


def _ways(turn: Turn) -> Iterator[str]:
    beneath = keeping.laid_beneath(turn, OFFER)
    if beneath and beneath["step"] == filing.FILING.name:
        yield _ADD
    mine = [one for one in _own(turn) if one.status in _FIRST]
    for request in sorted(mine, key=lambda one: (_FIRST.index(one.status), -one.number))[:_MOST]:
        yield f"answer:{request.number}"
    for card in cards.later(turn.work, turn.caller.chat_id, 0, 1):
        theirs = requests.load(turn.work, card.request)
        agent = scenes.reader(turn, card.request, card.person)
        if theirs is not None and theirs.status in ACTIVE and standing(agent, theirs).agent:
            yield f"{'note' if invited(card.kind)[0] == 'note' else 'answer'}:{card.request}"


def _own(turn: Turn) -> Iterator[Request]:
    """The newest requests that the accounts of this Telegram account made."""
    for person in hats.own(turn):
        for request in requests.of_person(turn.work, person, None, 20):
            mine = person.id in (request.requester, request.filer)
            if mine and open_to(person, request):
                yield request


def _command(text: str, commands: Sequence[str]) -> str:
    """The command with its arguments, where a text of few words begins like one; else empty."""
    said = words(text)
    if not said or len(said) > _FEW or said[0] not in commands:
        return ""
    return " ".join([said[0], *text.split()[1:]]) if len(said) > 1 else said[0]


def _gather(turn: Turn, draft: Offer, saying: Saying) -> bool:
    """Adds words and files. Words alone may be a command, unless they were forwarded."""
    mark = saying.origin.message_id if saying.origin else 0
    alone = not (saying.files or draft.files or saying.forwarded) and all(mark == one for one, _ in draft.said)
    command = _command(saying.text, draft.commands) if alone else ""
    made = filing.Filing(said=draft.said, files=draft.files)
    speak = filing.gather(turn, made, saying)
    draft.said, draft.files, draft.command = made.said, made.files, command
    return speak


def _propose(turn: Turn, draft: Offer) -> Notice:
    rows = []
    if draft.why.serial:
        rows.append((Button("late_answer", "", turn.me.id, style="primary", once=True),))
    if draft.command:
        rows.append((Button("run", "", turn.me.id, words=f"/{draft.command}", once=True),))
    rows += [(Button("reply_to", way, turn.me.id, once=True),) for way in draft.ways]
    rows.append((Button("new", "", turn.me.id, style="" if draft.why.serial else "primary", once=True),))
    facts = {"text": draft.text, "files": len(draft.files), "ways": len(rows) - 1}
    helping = advice.rows(turn, draft) if len(rows) == 1 else ()  # else they answer somebody
    return Notice("offer", facts | _because(draft), (*helping, *rows))


def _because(draft: Offer) -> dict[str, Any]:
    """The facts that say which question the words came too late for, if any."""
    if draft.why.gone:
        return {"why": "gone", "name": draft.why.gone}
    if draft.why.serial:
        asked, _, command = draft.why.asked.partition(":")
        return {"why": asked if asked in _ASKED else "late", "command": command}
    if draft.why.number:
        return {"why": "request", "number": draft.why.number}
    return {"why": ""}


def _choose(_turn: Turn, draft: Offer, way: str) -> None:
    if way not in draft.ways:
        raise Refusal("old-button")
    draft.chosen = way


def _hear_on(turn: Turn, draft: Offer, saying: Saying) -> bool:
    advice.close(turn, draft)
    return _gather(turn, draft, saying)


def _finish(turn: Turn, draft: Offer) -> Said:
    if draft.solved:
        return advice.thank(turn, draft)
    if draft.chosen == _ADD:
        return filing.add(turn, draft.said, draft.files)
    action, _, number = draft.chosen.partition(":")
    texts = [text for _, text in draft.said]
    if len(draft.text) <= turn.policy.text_limit:
        texts = [draft.text]
    said = Saying("".join(texts[:1]), tuple(draft.files), _origin(turn, draft))
    return prompts.say(scenes.as_whom(turn, int(number)), action, int(number), said, more=texts[1:])


def _unsettled(_turn: Turn, draft: Offer) -> bool:
    return not (draft.chosen or draft.solved)


#: holds words until their author says what to do with them
OFFER = Conversation(
    "offer",
    Offer,
    (
        Question("advice", advice.reading, advice.ask, _hear_on, advice.ANSWERS, files=True),
        Question("offer", _unsettled, _propose, _gather, {"reply_to": _choose, "advice": advice.open_}, files=True),
    ),
    waits=Waits.OFFERS,
    finish=_finish,
    lasting=lambda _draft: True,
    several=True,
    holds=lambda draft: bool(draft.said or draft.files),
    closed="closed_offer",
    leads_on=frozenset({"new", "run", "late_answer"}),
)
