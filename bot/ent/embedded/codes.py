"""Makes codes, and hashes codes and passwords, so that a copy of the database discloses none."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable
from datetime import timedelta
from hashlib import scrypt, sha256

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.ent.embedded.tables import ENT
from bot.ent.passwords import CODE_ALPHABET, CODE_LENGTH

_SECRETS = ENT.tables["ent_secrets"]
_VALUE = select(_SECRETS.c.value).where(_SECRETS.c.name == bindparam("key"))
_ACTIVATION = "activation"
LIFE = timedelta(hours=24)  #: of a renewal code
_WORK = 2**12  # a hundredth of a second each, and 4 MB: a code lives for a day, and has 38 bits


def new_code() -> str:
    """A new random code."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def hashed(secret: str) -> str:
    """The salted hash of a password or of a code. Slow: not for a transaction."""
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}${_scrypt(secret, salt)}"


def matches(secret: str, kept: str | None) -> bool:
    """Whether `kept` is the hash of the secret; False if it is None. Slow: not for a transaction."""
    salt, _, digest = (kept or "").partition("$")
    return hmac.compare_digest(_scrypt(secret, bytes.fromhex(salt)), digest) and bool(digest)


def activation_code(connection: Connection, account_id: str) -> str:
    """The account's activation code, always the same: it is derived from the account's identifier, and not stored."""
    return activation_codes(connection, [account_id])[account_id]


def activation_codes(connection: Connection, account_ids: Iterable[str]) -> dict[str, str]:
    """As `activation_code`, for each of these accounts."""
    key = bytes.fromhex(_installation_secret(connection))
    return {account_id: _derived(key, account_id) for account_id in account_ids}


def _derived(key: bytes, account_id: str) -> str:
    number = int.from_bytes(hmac.digest(key, account_id.encode(), sha256))
    letters = []
    for _ in range(CODE_LENGTH):
        number, place = divmod(number, len(CODE_ALPHABET))
        letters.append(CODE_ALPHABET[place])
    return "".join(letters)


def _installation_secret(connection: Connection) -> str:
    """The secret that activation codes derive from, in hex; made at first need, once even if two ask at a time."""
    made = connection.execute(_VALUE, {"key": _ACTIVATION}).scalar()
    if made is None:
        insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
        fresh = {"name": _ACTIVATION, "value": secrets.token_hex(32)}
        connection.execute(insert(_SECRETS).values(fresh).on_conflict_do_nothing())
        made = connection.execute(_VALUE, {"key": _ACTIVATION}).scalar()
    return str(made)


def _scrypt(secret: str, salt: bytes) -> str:
    return scrypt(secret.encode("utf-8", "replace"), salt=salt, n=_WORK, r=8, p=1).hex()
