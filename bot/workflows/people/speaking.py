"""Chooses which ENT account speaks through a Telegram account, and the language it is answered in."""

from __future__ import annotations

from typing import Any

from bot.storage import outbox, people
from bot.storage.work import Work
from bot.terms import Button, Notice, Person
from bot.workflows.desk import Caller, Desk, Turn, person_of

LANGUAGES = ("fr", "en")


def accounts(turn: Turn) -> Notice:
    """The person who speaks, and a button for each other person linked to the same Telegram account."""
    mine = people.of_telegram(turn.work, turn.caller.telegram_id)
    others = tuple((Button("speak_as", "", p.id, words=p.name),) for p in mine if p.id != turn.me.id)
    return Notice("accounts", facts_of(turn.me) | {"others": len(others)}, others)


async def speak_as(desk: Desk, cause: str, caller: Caller) -> Notice:
    """From now on, the person speaks for whom the pressed button was made."""

    def write(work: Work) -> Notice:
        chosen = person_of(work, caller)
        for person in people.of_telegram(work, caller.telegram_id):
            people.change(work, person, speaking=person.id == chosen.id)
        outbox.menu(work, chosen)
        return Notice("speaking", facts_of(chosen), language=chosen.tongue)

    return await desk.do(cause, write)


def speak_language(turn: Turn, code: str) -> Notice:
    """Sets the language the bot speaks to this person; for any other code, returns the choice of languages."""
    if code not in LANGUAGES:
        row = tuple(Button("language", known, turn.me.id) for known in LANGUAGES)
        return Notice("languages" if not code else "unknown_language", {"code": code}, (row,))
    people.change(turn.work, turn.me, language=code)
    outbox.menu(turn.work, turn.me)
    return Notice("language", {"code": code})


def facts_of(person: Person) -> dict[str, Any]:
    """The facts that the sentences about a person use: name, profile, function, first place."""
    place = person.places[0].name if person.places else ""
    role = person.function or person.profile.value
    return {"name": person.name, "profile": person.profile.value, "function": role, "place": place}
