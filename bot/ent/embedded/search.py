"""Accounts found by the beginnings of their names, inside a part of the tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Connection, Row, and_, or_, select

from bot.ent.embedded.folding import login_key
from bot.ent.embedded.structures import scope
from bot.ent.embedded.tables import ENT
from bot.folding import words

_ACCOUNTS = ENT.tables["ent_accounts"]
_NAMES = ENT.tables["ent_names"]
_ATTACHMENTS = ENT.tables["ent_attachments"]
_FAMILIES = ENT.tables["ent_families"]
_MOST_WORDS = 12  # nobody has a longer name, and databases refuse conditions without end
_LAST = "\U0010ffff"  # sorts after every other character


def search(connection: Connection, text: str, within: Sequence[str], limit: int) -> Sequence[Row[Any]]:
    """At most `limit` rows of `ent_accounts`, by last name, of those `within` that the text names."""
    wanted = dict.fromkeys(words(text))
    if not within or not 0 < len(wanted) <= _MOST_WORDS:
        return []
    named = or_(and_(*map(_begins, wanted)), _ACCOUNTS.c.login == login_key(text))
    found = select(_ACCOUNTS).where(_ACCOUNTS.c.id.in_(_inside(within)), named)
    return connection.execute(found.order_by(_ACCOUNTS.c.sort_name, _ACCOUNTS.c.id).limit(limit)).all()


def _inside(within: Sequence[str]) -> CompoundSelect[str]:
    """The accounts attached there or below, and the relatives of the pupils among them."""
    below = scope(within)
    attached = select(_ATTACHMENTS.c.account).join(below, _ATTACHMENTS.c.structure == below.c.id)
    pupils = _FAMILIES.join(_ATTACHMENTS, _ATTACHMENTS.c.account == _FAMILIES.c.student)
    relatives = select(_FAMILIES.c.relative).select_from(pupils).join(below, _ATTACHMENTS.c.structure == below.c.id)
    return attached.union(relatives)


def _begins(word: str) -> ColumnElement[bool]:
    """Whether one of the account's names begins with the word: a range of the index."""
    range_ = select(_NAMES.c.account).where(_NAMES.c.token >= word, _NAMES.c.token < word + _LAST)
    return _ACCOUNTS.c.id.in_(range_)
