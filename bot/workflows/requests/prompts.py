"""Words about a request: asked for after a button, taken from a command or a reply, and sent once it is sure to whom.

Each conversation ends in one verb. Before the words go out, their author is asked whom they are for where that is not
plain, and reads that a colleague holds the request, if one does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from bot.storage.work import Work
from bot.terms import Act, Button, Notice, Person, Refusal, Saying, Voice
from bot.workflows.conversations import course
from bot.workflows.conversations.shape import Conversation, Question
from bot.workflows.desk import Turn
from bot.workflows.policy import Policy, Waits
from bot.workflows.requests import continuing, doubts, renewing, scenes, telling, verbs
from bot.workflows.requests.doubts import Prompt
from bot.workflows.requests.scenes import Scene
from bot.workflows.rules.requests import routing

Said = Notice | course.Pending | None
Verb = Callable[[Turn, int, Saying], Notice]


def prompt(turn: Turn, action: str, number: int) -> Said:
    """Asks for the words that the verb of that button needs; refused at once where the verb would be refused.

    Whose request closed too long ago to be opened again is asked for a new one instead.
    """
    it = scenes.scene(turn, number)
    if action == "answer" and renewing.too_late(it):
        return renewing.offer(it, None)
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
    if action == "answer" and renewing.too_late(it):
        return renewing.offer(it, saying, more)
    draft = Prompt(number, saying, doubtful, more=[*more])
    if not any(doubt(it, action, draft) for doubt in (doubts.undirected, doubts.unwarned, doubts.unshared)):
        return _sent(VERBS[action], turn, draft)
    if not doubts.ways_out(it, action):
        scenes.would(it, ACTS[action])
    if action != "conclude":  # that verb needs no words
        scenes.refuse_empty(turn, saying)
    heard = {str(saying.origin.message_id): action} if saying.origin else {}
    return course.begin(turn, PROMPTS[action], draft, heard)


def closed(action: str, work: Work, _policy: Policy, person: Person, number: int) -> Notice:
    """What takes the place of a question that was given up, with its button to begin again.

    Without that button where the person may no longer read the request.
    """
    try:
        scenes.found(work, person, number)
    except Refusal:
        return Notice("closed")
    row = (Button(action, str(number), person.id),)
    return Notice("closed_prompt", {"number": number}, (row,), request=number)


def _look(turn: Turn, draft: Prompt) -> Scene:
    return scenes.scene(turn, draft.number, to_change=False)


def _ask_words(action: str, turn: Turn, draft: Prompt) -> Notice:
    it = _look(turn, draft)
    facts = telling.facts_of(it.request) | doubts.held(it)
    if action in ("escalate", "send_back"):
        facts |= verbs.also_reads(it, Act(action))
    return Notice(f"ask_{action}", facts)


def _ask_towards(turn: Turn, draft: Prompt) -> Notice:
    it = _look(turn, draft)
    families = routing.audience(it.requester, it.request.place) is routing.Audience.FAMILIES
    asks = doubts.FAMILY if families else doubts.REQUESTER
    late = doubts.ways_out(it, "answer")
    whom = late or (asks, doubts.COLLEAGUES if it.mine.agent else doubts.ABOVE)
    rows = tuple((Button("towards", one, turn.me.id, once=True),) for one in whom)
    facts = telling.facts_of(it.request) | {"late": bool(late), "text": draft.said.text if draft.said else ""}
    return Notice("ask_towards", facts, rows)


def _ask_held(turn: Turn, draft: Prompt) -> Notice:
    it = _look(turn, draft)
    text = draft.said.text if draft.said else ""
    facts = telling.facts_of(it.request) | doubts.held(it) | {"text": text, "wordless": not (text or draft.files)}
    row = (Button("send_all_the_same", "", turn.me.id, style="primary", once=True),)
    return Notice("ask_held", facts, (row,))


def _hear(turn: Turn, draft: Prompt, saying: Saying) -> bool:
    """Takes the words, also as they read after an edit; further ones are added.

    False for a further file of an album, which needs no reply.
    """
    scenes.refuse_empty(turn, saying)
    was = draft.said
    if was is None or (was.origin is not None and was.origin == saying.origin and not draft.joined):
        draft.said = saying
        return True
    draft.joined = True
    text = "\n".join(part for part in (was.text, saying.text) if part)
    scenes.refuse_long(turn, text)
    draft.said = replace(was, text=text, files=(*was.files, *saying.files))
    return not any(file.album and file.album == saying.files[0].album for file in was.files if saying.files)


def _direct(_turn: Turn, draft: Prompt, whom: str) -> None:
    if whom not in (doubts.FAMILY, doubts.REQUESTER, doubts.AGAIN, *doubts.AGENTS):
        raise Refusal("old-button")
    draft.towards = whom


def _send_all_the_same(turn: Turn, draft: Prompt, _value: str) -> None:
    other = scenes.colleague(_look(turn, draft))
    draft.warned = other.id if other else 0


def _finish(action: str, turn: Turn, draft: Prompt) -> Notice:
    if action == "conclude" and draft.share == "yes":
        return _sent(verbs.resolve_for_all, turn, draft)
    return _sent(_verb(action, draft.towards, _look(turn, draft)), turn, draft)


def _verb(action: str, towards: str, it: Scene) -> Verb:
    """What sends the words to those they are for."""
    if towards == doubts.AGAIN:
        return verbs.reopen
    if towards and it.mine.sender and not it.mine.agent:
        return verbs.pass_up if towards in doubts.AGENTS else verbs.pass_down
    return verbs.note if towards in doubts.AGENTS else VERBS[action]


def _sent(verb: Verb, turn: Turn, draft: Prompt) -> Notice:
    """Sends the words by that verb, and the further messages in the same voice; returns the receipt."""
    assert draft.said is not None
    if verb is verbs.reopen and renewing.too_late(it := _look(turn, draft)):
        return renewing.offer(it, draft.said, draft.more)
    said = verb(turn, draft.number, draft.said)
    voice = _VOICES.get(verb, Voice.ANSWER)
    for text in draft.more:
        continuing.add(scenes.scene(turn, draft.number), Saying(text), voice)
    return said


def _ask_share(turn: Turn, draft: Prompt) -> Notice:
    it = _look(turn, draft)
    rows = tuple((Button("share", choice, turn.me.id, once=True),) for choice in ("yes", "no"))
    facts = telling.facts_of(it.request) | {"text": draft.said.text if draft.said else ""}
    return Notice("ask_share", facts, rows)


def _share(_turn: Turn, draft: Prompt, choice: str) -> None:
    if choice not in ("yes", "no"):
        raise Refusal("old-button")
    draft.share = choice


def _prompting(action: str) -> Conversation[Prompt]:
    words = Question(action, lambda _turn, draft: draft.said is None, partial(_ask_words, action), _hear, files=True)
    doubtful = (
        _doubtful(action, "towards", doubts.undirected, _ask_towards, _direct),
        _doubtful(action, "send_all_the_same", doubts.unwarned, _ask_held, _send_all_the_same),
        _doubtful(action, "share", doubts.unshared, _ask_share, _share),
    )
    return Conversation(
        f"say:{action}",
        Prompt,
        (words, *doubtful),
        Waits.WORDS,
        partial(_finish, action),
        about=lambda draft: draft.number,
        carries=True,
        lasting=lambda draft: draft.said is not None,
        closed=f"closed_{action}",
        may=partial(_may, action),
    )


def _may(action: str, turn: Turn, draft: Prompt) -> None:
    """Refused where this person can neither do any more what the button does, nor say the words otherwise."""
    it = _look(turn, draft)
    if not doubts.ways_out(it, action):
        scenes.would(it, ACTS[action])


def _doubtful(
    action: str,
    button: str,
    doubt: Callable[[Scene, str, Prompt], bool],
    ask: Callable[[Turn, Prompt], Notice],
    pick: Callable[[Turn, Prompt, str], None],
) -> Question[Prompt]:
    """A question asked where that doubt exists, and answered by that button; words typed are added to the others."""
    return Question(
        button, lambda turn, draft: doubt(_look(turn, draft), action, draft), ask, _hear, {button: pick}, files=True
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
