"""Searches: lists of accounts that people look through, deleted some time after they were last looked through."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, select, update

from bot.storage.tables import DESK
from bot.storage.work import Work

_TABLE = DESK.tables["searches"]


@dataclass(slots=True)
class Search:
    """A list of accounts that somebody looks through."""

    person: int
    query: dict[str, Any]  #: the filters, and what the menu offers
    pages: list[str] = field(default_factory=lambda: [""])  #: for each page shown so far, the key it begins after
    id: int = 0


def begin(work: Work, person: int, query: dict[str, Any]) -> Search:
    """Inserts a new search, at its first page; returns it."""
    search = Search(person, query)
    values = {"person": person, "query": query, "pages": search.pages, "at": work.now}
    search.id = work.execute(_TABLE.insert().returning(_TABLE.c.id), values).scalar_one()
    return search


def load(work: Work, number: int, *, to_change: bool = False) -> Search | None:
    """The search of that number, or None; with `to_change`, its row is locked until the transaction ends."""
    statement = select(_TABLE).where(_TABLE.c.id == number)
    row = work.execute(statement.with_for_update() if to_change else statement).first()
    return None if row is None else Search(row.person, dict(row.query), list(row.pages), row.id)


def save(work: Work, search: Search) -> None:
    """Updates a search; its time to be kept begins anew."""
    values = {"query": search.query, "pages": search.pages, "at": work.now}
    work.execute(update(_TABLE).where(_TABLE.c.id == search.id).values(**values))


def drop(work: Work, person: int) -> None:
    """Deletes every search of a person."""
    work.execute(delete(_TABLE).where(_TABLE.c.person == person))
