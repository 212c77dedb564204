"""Filing a request: at once where nothing is missing, else by a conversation that asks for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from bot.storage import outbox
from bot.storage.work import Work
from bot.terms import Attachment, Button, Notice, Person, Refusal, Saying
from bot.workflows import hats
from bot.workflows.conversations import course, keeping
from bot.workflows.conversations.keeping import UnderWay
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn, speaking_as
from bot.workflows.policy import Policy
from bot.workflows.refusing import refuse_waiting
from bot.workflows.requests import advice, alarm, choosing, quotas, repeating
from bot.workflows.requests.draft import Filing as Filing
from bot.workflows.requests.draft import facts_of, join, keep, requester, school, settle
from bot.workflows.requests.draft import gather as gather
from bot.workflows.requests.filed import Filed, file

Said = Notice | course.Pending | None


def start(turn: Turn, category: str, saying: Saying) -> Said:
    """Files a complete request at once and returns None; else begins a conversation and returns its question.

    A request that is being prepared with words or files is not dropped: a complete one leaves it as it is; for any
    other, it is asked which of the two goes on. An edit of a command that it was begun with changes it. A frightened
    child is led to people who help instead; any other pupil who waits for a yes is refused. Where too many were filed
    lately, the words are kept, to be sent later. Whoever filed the very same words within the hour is
    asked whether these are to be sent, too.
    """
    if (led := alarm.lead(turn, saying)) is not None:
        return led
    refuse_waiting(turn.work, turn.me)
    prepared = _prepared(turn)
    draft = Filing(category if category in turn.policy.categories else "")
    settle(turn.me, draft)
    gather(turn, draft, saying)
    if prepared is not None and _knows(prepared.draft, saying):
        return _edited(turn, prepared, draft, saying)
    if draft.category and saying.text and len(turn.me.places) == 1:
        if prepared is None and (empty := keeping.resumed(turn, FILING)) is not None and empty.person == turn.me.id:
            course.leave(turn)
        full = quotas.too_many_requests(turn, draft.category)
        if full is None and not repeating.before(turn, draft):
            _file(turn, draft)
            return None
        if full is not None:
            outbox.say_later(turn.work, turn.caller.chat_id, full, full.language)
    return _begin(turn, prepared, draft)


def accept(turn: Turn, draft: Filing) -> Said:
    """`Nouvelle demande`: begins to file, with the words that the draft has if any; returns the question.

    Where a request is being prepared with words or files, asks which of the two goes on.
    """
    return _begin(turn, _prepared(turn), draft)


def as_account(turn: Turn, it: UnderWay[Filing], chosen: str) -> Said:
    """Another account of the caller's, of that `id`, files what `it` has; returns the next question.

    The words, the files and the category stay; the school is asked for where that account has several. Refused where
    the account is not linked to the same Telegram account, or has not accepted its charter.
    """
    mine = hats.own(turn)
    other = next((one for one in mine if str(one.id) == chosen), None)
    if other is None or it.draft.whom:
        raise Refusal("old-button")
    keeping.leave(turn.work, turn.caller, it.serial)
    kept = Filing(it.draft.category, it.draft.said, it.draft.files, quote=it.draft.quote)
    return accept(speaking_as(turn, other.id), kept)


def add(turn: Turn, said: Sequence[tuple[int, str]], files: Sequence[Attachment]) -> Said:
    """Adds words and files to the request that is being prepared, and returns its question.

    Begins to file them where none is.
    """
    it = keeping.resumed(turn, FILING)
    if it is None:
        return accept(turn, Filing(said=[*said], files=[*files]))
    it.draft.said, it.draft.files = [*it.draft.said, *said], [*it.draft.files, *files]
    return course.resume(turn, it)


async def for_account(desk: Desk, cause: str, caller: Caller, account_id: str) -> Notice | None:
    """Begins to file for the account of an administrator, at the level above that of whoever files."""
    draft = Filing("connexion", above=True, someone=True, account=account_id)
    prepared = await desk.see(caller, _prepared)
    if prepared is not None:
        if (other := prepared.draft.again) is not None:
            draft.said, draft.files = other.said, other.files
        prepared.draft.again = draft
        return await course.carry_on(desk, cause, caller, course.Pending(prepared))
    return await course.open_with(desk, cause, caller, FILING, draft)


def closed(_work: Work, _policy: Policy, person: Person, _number: int) -> Notice:
    """What takes the place of the question of a request that was given up before anything was said."""
    return Notice("closed_filing", {}, ((Button("new", "", person.id),),))


def _prepared(turn: Turn) -> UnderWay[Filing] | None:
    """The request that this account is preparing with words or files; None where there is none."""
    it = keeping.resumed(turn, FILING)
    mine = it is not None and it.person == turn.me.id
    return it if it is not None and mine and (it.draft.said or it.draft.files) else None


def _begin(turn: Turn, prepared: UnderWay[Filing] | None, draft: Filing) -> Said:
    """Begins to file the draft; beside one that is prepared already, asks which goes on."""
    settle(turn.me, draft)
    if prepared is None:
        return course.begin(turn, FILING, draft, {str(mark): "words" for mark, _ in draft.said if mark})
    if prepared.draft.again is not None:
        join(turn, draft, prepared.draft.again, draft)
    prepared.draft.again = draft
    return course.resume(turn, prepared)


def _knows(draft: Filing | None, saying: Saying) -> bool:
    """Whether the draft, or the other one beside it, has the words of that message already."""
    mark = saying.origin.message_id if saying.origin else 0
    return draft is not None and (any(mark == one for one, _ in draft.said if one) or _knows(draft.again, saying))


def _edited(turn: Turn, prepared: UnderWay[Filing], draft: Filing, saying: Saying) -> Said:
    """Takes the new text of a command whose words the prepared request has already; returns its question."""
    other = prepared.draft.again
    changed = other if other is not None and _knows(other, saying) else prepared.draft
    gather(turn, changed, Saying(saying.text, (), saying.origin))
    changed.category = draft.category or changed.category
    return course.resume(turn, prepared)


def _finish(turn: Turn, draft: Filing) -> Said:
    if draft.solved:
        return advice.thank(turn, draft)
    _file(turn, draft)
    return None


def _file(turn: Turn, draft: Filing) -> None:
    who = requester(turn, draft)
    place = school(who, draft.place)
    draft.number = file(turn, Filed(draft.category, draft.whole, draft.files, place, draft.above), who)


def _change_category(_turn: Turn, draft: Filing, _value: str) -> None:
    draft.category = ""


def _change_place(turn: Turn, draft: Filing, _value: str) -> None:
    draft.place = ""


def _hear_on(turn: Turn, draft: Filing, saying: Saying) -> bool:
    advice.close(turn, draft)
    return gather(turn, draft, saying)


def _hear_more(turn: Turn, draft: Filing, saying: Saying) -> bool:
    return gather(turn, draft.again or draft, saying)


def _continue(turn: Turn, draft: Filing, _value: str) -> None:
    """Goes on with the first request; the words of the other join it."""
    if draft.again is None:
        raise Refusal("old-button")
    other, draft.again = draft.again, None
    join(turn, draft, draft, other)
    draft.category = draft.category or other.category


def _another(_turn: Turn, draft: Filing, _value: str) -> None:
    """Goes on with the other request, in place of the first: only `Retour` brings that back."""
    if draft.again is None:
        raise Refusal("old-button")
    other = draft.again
    for field_ in fields(Filing):
        setattr(draft, field_.name, getattr(other, field_.name))


def _send(_turn: Turn, draft: Filing, _value: str) -> None:
    draft.sent = draft.again is None and bool(draft.category) and bool(draft.said or draft.files)


def _ask_words(turn: Turn, draft: Filing) -> Notice:
    return Notice("ask_words", facts_of(turn, draft))


def _sum_up(turn: Turn, draft: Filing) -> Notice:
    row = (Button("send", "", turn.me.id, style="success", once=True),)
    changes = [Button("change_category", "", turn.me.id)]
    if len(requester(turn, draft).places) > 1:
        changes.append(Button("change_place", "", turn.me.id))
    rows = (row, *advice.rows(turn, draft), tuple(changes), *choosing.accounts(turn, draft))
    before = repeating.before(turn, draft)
    if before:
        rows = ((Button("open", str(before), turn.me.id, words=f"n°{before}"),), *rows)
    facts = facts_of(turn, draft) | {"number": before}
    return choosing.worn(turn, Notice("summary_again" if before else "summary", facts, rows))


def _ask_again(turn: Turn, draft: Filing) -> Notice:
    made = (Button("continue", "", turn.me.id, style="primary"), Button("another", "", turn.me.id))
    return Notice("ask_again", facts_of(turn, draft), (made,))


_SUMMARY = {
    "send": _send,
    "change_category": _change_category,
    "change_place": _change_place,
    "advice": advice.open_,
}

FILING = Conversation(
    "filing",
    Filing,
    (
        Question(
            *("again", lambda _, draft: draft.again is not None, _ask_again, _hear_more),
            {"continue": _continue, "another": _another},
            files=True,
        ),
        *choosing.QUESTIONS,
        Question("words", lambda _, draft: not (draft.said or draft.files), _ask_words, gather, files=True),
        Question("advice", advice.reading, advice.ask, _hear_on, advice.ANSWERS, files=True),
        Question("summary", lambda _, draft: not (draft.sent or draft.solved), _sum_up, gather, _SUMMARY, files=True),
    ),
    waits=Waits.FILINGS,
    finish=_finish,
    learn=choosing.learn,
    learns=choosing.learns,
    keep=keep,
    about=lambda draft: draft.number,
    carries=True,
    lasting=lambda draft: bool(draft.category or draft.said or draft.files),
    holds=lambda draft: bool(draft.said or draft.files),
    closed="closed_filing",
    leads_on=frozenset({"file_as"}),
)
