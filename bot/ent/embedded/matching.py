"""Terms as each database keeps and matches them: FTS5 on SQLite, a tsvector on PostgreSQL.

A beginning of up to three letters is a term of its own on PostgreSQL, whose index would have to collect the accounts
of every word that begins so; FTS5 keeps such beginnings itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    column,
    false,
    func,
    literal,
    or_,
    select,
    true,
)
from sqlalchemy import table as named_table
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY

from bot.ent.embedded.tables import ENT
from bot.ent.embedded.traits import LEADING, Clause

_SEARCH = ENT.tables["ent_search"]
_FTS = named_table("ent_fts", column("rowid"), column("ent_fts"))  # that of SQLite
_ROWS = select(_SEARCH.c.profile, _SEARCH.c.sort_name, _SEARCH.c.account)
_SHORT = 3
_INDEXED = 4  # letters, as the versions say; one less for a word that `^` marks
_BEGINNING = ">"


def document(terms: Sequence[str], dialect: str) -> str:
    """What is kept in `ent_search.terms`."""
    if dialect == "sqlite":
        return f" {' '.join(terms)} "
    return " ".join(_quoted(term) for term in dict.fromkeys(_with_beginnings(terms)))


def _with_beginnings(terms: Sequence[str]) -> Iterator[str]:
    for term in terms:
        yield term
        if not term.startswith("_"):
            word = term.removeprefix(LEADING)
            mark = term.removesuffix(word)
            yield from (_BEGINNING + mark + word[:length] for length in range(1, min(len(word), _SHORT) + 1))


def indexed(clauses: Sequence[Clause], dialect: str) -> Select[Any]:
    """The rows of `ent_search` that have what every clause asks for, by way of the index."""
    if dialect != "sqlite":
        rare = [clause for clause in clauses if not clause.common]
        rest = read([clause for clause in clauses if clause.common], dialect, _SEARCH.c.terms)
        return _ROWS.where(_matches(rare, _SEARCH.c.terms), rest) if rare else _ROWS.where(rest)
    short, cut = _cut(clauses)
    rows = _ROWS.join(_FTS, _FTS.c.rowid == _SEARCH.c.id).where(_fts(short))
    return rows.where(read(cut, dialect, _SEARCH.c.terms)) if cut else rows


def numbers(clauses: Sequence[Clause], dialect: str, most: int) -> Select[Any]:
    """How many rows those are, though no more than `most`, and their numbers, as `numbered` takes them."""
    if dialect == "sqlite" and not _cut(clauses)[1]:
        some = select(_FTS.c.rowid.label("id")).where(_fts(clauses)).limit(most).subquery()  # without reading any row
    else:
        some = indexed(clauses, dialect).with_only_columns(_SEARCH.c.id).limit(most).subquery()
    gathered = func.json_group_array if dialect == "sqlite" else func.array_agg
    return select(func.count(), gathered(some.c.id))


def numbered(ids: Any, dialect: str) -> Select[Any]:
    """The rows of those numbers."""
    if dialect == "sqlite":
        each = func.json_each(ids).table_valued("value")
        return _ROWS.where(_SEARCH.c.id.in_(select(each.c.value)))
    return _ROWS.where(_SEARCH.c.id == func.any(literal(ids, ARRAY(Integer))))


def _cut(clauses: Sequence[Clause]) -> tuple[list[Clause], list[Clause]]:
    """The clauses with only as much of each word as FTS5 has an index for, and those that must be looked at again.

    It would collect all that begins with each longer word. A single word is better collected than looked at again.
    """
    if sum(clause.begins for clause in clauses) < 2:
        return list(clauses), []
    short = [Clause(tuple(t[:_INDEXED] for t in c.terms), begins=True) if c.begins else c for c in clauses]
    return short, [whole for whole, part in zip(clauses, short, strict=True) if whole != part]


def _fts(clauses: Sequence[Clause]) -> ColumnElement[bool]:
    return _FTS.c.ent_fts.bool_op("MATCH")(" AND ".join(f"({' OR '.join(_phrases(clause))})" for clause in clauses))


def read(clauses: Sequence[Clause], dialect: str, terms: ColumnElement[Any]) -> ColumnElement[bool]:
    """The same, asked of the terms of rows that are read anyway."""
    if not clauses:
        return true()
    if dialect == "sqlite":
        return and_(*(or_(*(_within(term, clause.begins, terms) for term in clause.terms)) for clause in clauses))
    # In a form that the planner takes for a toss of a coin: it leaves the order of names where it expects few rows.
    return case((_matches(clauses, terms), true()), else_=false())


def _phrases(clause: Clause) -> Iterator[str]:
    return (f'"{term}"{"*" if clause.begins else ""}' for term in clause.terms)


def _within(term: str, begins: bool, terms: ColumnElement[Any]) -> ColumnElement[bool]:
    return func.instr(terms, f" {term}" if begins else f" {term} ") > 0


def _matches(clauses: Sequence[Clause], terms: ColumnElement[Any]) -> ColumnElement[bool]:
    wanted = " & ".join(
        f"({' | '.join(_lexeme(term, clause.begins) for term in clause.terms)})" for clause in clauses
    )
    return terms.bool_op("@@")(bindparam(None, wanted, type_=TSQUERY()))


def _lexeme(term: str, begins: bool) -> str:
    if not begins:
        return _quoted(term)
    if len(term.removeprefix(LEADING)) <= _SHORT:
        return _quoted(_BEGINNING + term)
    return f"{_quoted(term)}:*"


def _quoted(term: str) -> str:
    return f"'{term}'"  # a term holds no quote and no backslash: words have only letters and digits
