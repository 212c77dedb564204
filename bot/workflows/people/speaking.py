"""Chooses which ENT account speaks through a Telegram account, and the language it is answered in."""

from __future__ import annotations

from typing import Any

from bot.storage import menus, outbox, people
from bot.storage.work import Work
from bot.terms import Button, Notice, Person
from bot.workflows import hats
from bot.workflows.desk import Caller, Desk, Turn, person_of
from bot.workflows.people import voiding
from bot.workflows.refusing import whom
from bot.workflows.rules import rights

LANGUAGES = ("fr", "en")


def accounts(turn: Turn) -> Notice:
    """The person who speaks, and a button for each other person linked to the same Telegram account.

    Below them the button that unlinks the account, as `unlinking_row` has it.
    """
    rows = others(turn.work, turn.me)
    keys = (*rows, *unlinking_row(turn.work, turn.me))
    if turn.me.waits:
        return Notice("accounts_waits", facts_of(turn.me) | {"from_whom": whom(turn.work, turn.me)}, keys)
    return Notice("accounts", facts_of(turn.me) | {"others": len(rows), "signs": False}, keys)


def unlinking_row(work: Work, person: Person) -> tuple[tuple[Button, ...], ...]:
    """The button by which somebody unlinks their account; none where `may_unlink` says no."""
    return ((Button("unlink", "", person.id),),) if may_unlink(work, person) else ()


def may_unlink(work: Work, person: Person) -> bool:
    """Whether somebody may unlink their account: one that cannot log in, only where another one of the chat can."""
    return not person.barred or _shares(work, person)


async def speak_as(desk: Desk, cause: str, caller: Caller) -> Notice:
    """From now on, the person speaks for whom the pressed button was made."""

    def write(work: Work) -> Notice:
        chosen = person_of(work, caller)
        if chosen.barred and _shares(work, chosen):
            return _barred(work, chosen)
        people.speak(work, chosen)
        outbox.menu(work, chosen)
        return Notice("speaking", facts_of(chosen), language=chosen.tongue)

    return await desk.do(cause, write)


def _shares(work: Work, person: Person) -> bool:
    """Whether another account that can log in is linked in the person's chat."""
    mine = people.of_telegram(work, person.telegram_id) if person.telegram_id is not None else []
    return any(one.id != person.id and not one.barred for one in mine)


def _barred(work: Work, person: Person) -> Notice:
    """What an account that cannot log in may do beside one that can, which goes on to speak: by a button each."""
    asks = rights.may_ask(person)
    why = [(Button("new", "", person.id, style="primary"),)] if asks else []
    own = tuple(Button("hat", line, person.id, words=f"/{line}") for line in ("mesdonnees", "charte"))
    facts = facts_of(person) | {"why": person.barred, "asks": asks}
    return Notice("speaks_barred", facts, (*why, own, *unlinking_row(work, person)), person.tongue)


def part(work: Work, person: Person) -> None:
    """Unlinks the account: it has no chat, no desk, no charter and no link any more.

    What was said yes to about a pupil ends. A no stays: whom it stops is not rid of it by linking the account again.

    Where another account is linked to the same chat, that one speaks from then on, and the chat reads so.
    """
    chat, spoke = person.telegram_id, person.speaking
    voiding.void(work, person.account)
    people.forget(work, person)
    hand_over(work, chat, person, spoke)


def hand_over(work: Work, chat: int | None, gone: Person, spoke: bool) -> None:
    """Tells a chat that an account has left which one speaks there now; where none is linked, its menu is removed.

    `spoke` says whether it was the one that spoke: if not, only the menu of commands is brought up to date.
    """
    heir = people.speaking(work, chat) if chat is not None else None
    if heir is None and chat is not None and menus.own(work, chat):
        outbox.menu_of(work, chat, gone.tongue)
    if heir is None:
        return
    if spoke:
        outbox.tell(work, heir, Notice("speaks_now", facts_of(heir) | {"gone": gone.name}, others(work, heir)))
    outbox.menu(work, heir)


def step_aside(work: Work, person: Person) -> None:
    """Where the person cannot log in to the ENT any more, another account of the chat that can speaks from then on.

    The chat reads so. Nothing where the person does not speak, or there is no such account.
    """
    mine = people.of_telegram(work, person.telegram_id) if person.telegram_id is not None and person.speaking else []
    heir = next((one for one in mine if not one.barred), None)
    if person.barred and heir is not None:
        people.speak(work, heir)
        facts = facts_of(heir) | {"gone": person.name}
        outbox.tell(work, heir, Notice("speaks_instead", facts, others(work, heir)))


def others(work: Work, person: Person) -> tuple[tuple[Button, ...], ...]:
    """A button for each other account of the same Telegram account, which makes that one speak."""
    assert person.telegram_id is not None
    mine = people.of_telegram(work, person.telegram_id)
    return tuple((Button("speak_as", "", p.id, words=hats.words(p, mine)),) for p in mine if p.id != person.id)


def speak_language(turn: Turn, code: str) -> Notice:
    """Sets the language in which the bot speaks to this person, whichever of their accounts is spoken to.

    For any other code, returns the choice of languages.
    """
    if code not in LANGUAGES:
        row = tuple(Button("language", known, turn.me.id) for known in LANGUAGES)
        return Notice("languages" if not code else "unknown_language", {"typed": code}, (row,))
    for one in people.of_telegram(turn.work, turn.caller.telegram_id):
        people.change(turn.work, one, language=code)
    outbox.menu(turn.work, turn.me)
    return Notice("language", {"code": code})


async def renew_menus(desk: Desk, limit: int = 200) -> int:
    """Sets the menus that an earlier release set for a chat again, so many at a time; returns how many."""

    def write(work: Work) -> int:
        chats = menus.outdated(work, desk.menus, limit)
        for chat in chats:
            speaker = people.speaking(work, chat)
            if speaker is not None:
                outbox.menu(work, speaker)
        return len(chats)

    return await desk.put(write) if desk.menus else 0


def facts_of(person: Person) -> dict[str, Any]:
    """The facts that the sentences about a person use: name, profile, function, place."""
    return person.hat
