"""Redrawing: what stands in other people's chats is worded again after an erasure, or taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from bot.storage import cards, outbox, people, screens
from bot.storage.erasing import Kept
from bot.storage.work import Work
from bot.terms import DeliveryState, Notice, Person
from bot.workflows.desk import Caller
from bot.workflows.people.blanking import Known
from bot.workflows.policy import Policy
from bot.workflows.rules.redacting import marks, marks_of

#: kinds of answers that name people, and are said at once: nothing else is kept of them
PAGES = frozenset(
    {
        *("queue", "journal", "exchange", "account", "account_list", "choose_account", "choose_whom", "history"),
        *("reports", "mail_sent", "code_handed", "account_blocked", "account_unblocked", "account_kept"),
        *("family", "family_said", "family_since", "family_paper"),
        *("link_anew", "sheets_person", "sheets_sure", "adoption_missing"),
        *("staff_found", "attach_asked", "attached_now", "detach_asked", "detached_now"),
    }
)
_DELETABLE = timedelta(hours=47)  #: Telegram lets a bot delete a message for two days
_SENT = DeliveryState.SENT.value
#: kinds of notices that quote what somebody wrote about a request
_QUOTING = (
    *("replied", "reopened", "edited", "heard", "continued", "noted", "answered", "asked", "resolved_by", "behalf"),
    *("unreachable", "came", "came_along", "left_all", "left_several", "holder_back", "programs", "files_lost"),
)


def queue_cards(work: Work, numbers: Iterable[int]) -> None:
    """Queues the edits of every card of these requests."""
    queued = {one["request"] for one in work.deliveries if one["kind"] == "refresh"}
    for number in sorted(set(numbers) - queued):
        outbox.refresh(work, number)


def queue(work: Work, known: Known, changed: Sequence[tuple[str, Kept]], first: bool) -> None:
    """Queues the edits of what other people were told and what changed now; the rows are as they were before.

    Files of the person that were sent on lately are deleted. The `first` time, also what was said so long ago that
    its words are not kept any more is replaced.
    """
    about: set[int] = set()
    for table, row in changed:
        if table in ("messages", "particulars", "events", "interventions") and row["request"]:
            about.add(row["request"])
        elif table == "reports":
            screens.refresh(work, f"report:{row['id']}")
        elif table in ("campaigns", "announcements"):
            screens.refresh(work, f"{table[:-1]}:{row['id']}")
    told = [row for table, row in changed if table == "outbox"]
    known.sending += [row["id"] for row in told if row["claimed_until"] is not None]
    retell(work, [row for row in told if row["state"] == _SENT])
    queue_cards(work, about - set(known.near))
    if first:
        _replace_old(work, known)
        for chat, message, reader in screens.take_pages(work, marks_of(known.name)):
            if chat != int(known.chat or 0):
                outbox.redraw(work, chat, message, reader, "page_over:0")


def remember(work: Work, caller: Caller, message_id: int, kind: str, text: str) -> None:
    """Notes which names an answer shows an agent, in a form that only tells whether a name is among them."""
    mine = next((one for one in people.of_telegram(work, caller.telegram_id) if one.is_agent), None)
    if mine is not None:
        screens.page(work, caller.chat_id, message_id, mine.id, marks(text) if kind in PAGES else ())


def page_over(_work: Work, _policy: Policy, _person: Person, _number: int) -> Notice:
    """What takes the place of an answer that showed somebody who has erased their data."""
    return Notice("page_over")


def said(work: Work, _policy: Policy, _person: Person, number: int) -> Notice:
    """What a delivered notice says now; that its words were erased, where they are not kept."""
    return outbox.said(work, number) or Notice("words_erased", {"number": 0})


def withdrawn(_work: Work, _policy: Policy, _person: Person, number: int) -> Notice:
    """Says that the words about that request were erased."""
    return Notice("words_erased", {"number": number})


def retell(work: Work, rows: Iterable[Kept]) -> None:
    """Queues the edits of notices that arrived, and the deletion of files that did."""
    for row in rows:
        if row["message_id"] and row["bot"] in (0, work.bot):
            _retell(work, row)


def _retell(work: Work, row: Kept) -> None:
    if row["kind"] == "files":
        first, files = row["message_id"], row["payload"]["files"]
        messages = row["payload"].get("messages")
        messages = messages or range(first, first + len(files))  # the release before kept the first alone: a guess
        cards.drop(work, row["chat_id"], messages)
        for message in messages if work.now - row["at"] < _DELETABLE else ():
            outbox.remove(work, row["chat_id"], message)
    elif row["kind"] == "notice" and _reads_there(work, row["person"], row["chat_id"]):
        outbox.redraw(work, row["chat_id"], row["message_id"], row["person"], f"said:{row['id']}")


def _replace_old(work: Work, known: Known) -> None:
    kept = outbox.told_in(work, known.near)
    for card in cards.notices(work, known.near, _QUOTING):
        here = (card.chat_id, card.message_id)
        if here not in kept and _reads_there(work, card.person, card.chat_id):
            outbox.redraw(work, *here, card.person, f"withdrawn:{card.request}")


def _reads_there(work: Work, person_id: int | None, chat_id: int) -> bool:
    """Whether that person still reads in that chat: nothing is edited for anybody else."""
    person = people.by_id(work, person_id) if person_id else None
    return person is not None and person.telegram_id == chat_id
