"""The numbers to call, said beside the answer to anything in which a child writes of fear."""

from __future__ import annotations

from bot.storage import outbox
from bot.storage.work import Work
from bot.terms import Notice, Person, Profile
from bot.workflows.rules.requests.distress import frightened


def after(text: str, language: str) -> Notice | None:
    """The numbers to say after words that were refused; None where the words show no fear."""
    return Notice("help_lines", language=language) if frightened(text) else None


def queue(work: Work, author: Person, number: int, text: str, before: str = "") -> None:
    """Queues the numbers for a pupil who wrote `text` to the request of that number.

    Nothing for anybody else, for words that show no fear, and where `before`, which the text replaces, showed it.
    """
    if author.profile is Profile.STUDENT and frightened(text) and not frightened(before):
        outbox.tell(work, author, Notice("help_lines"), number)
