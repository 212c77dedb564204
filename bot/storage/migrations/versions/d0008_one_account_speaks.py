"""Of the accounts linked to one Telegram account, exactly one speaks: a trigger holds it, whoever writes the rows."""

from __future__ import annotations

from alembic import op

revision = "d0008"
down_revision = "d0007"
branch_labels = None
depends_on = None

#: who is to speak in a chat: the account just made to speak, else the one that does, else the one known longest
_FIRST = """(SELECT one.id FROM people AS one WHERE one.telegram_id = {chat}
    ORDER BY (one.id = {just} AND one.speaking) DESC, one.speaking DESC, one.id LIMIT 1)"""
_SETTLE = (
    "UPDATE people SET speaking = NOT speaking WHERE telegram_id = {chat} AND speaking <> (id = " + _FIRST + ");"
)
_SILENCE = "UPDATE people SET speaking = false WHERE telegram_id IS NULL AND speaking"
_ENTERED = _SETTLE.format(chat="NEW.telegram_id", just="NEW.id")
_LEFT = _SETTLE.format(chat="OLD.telegram_id", just="0")
_NO_MORE = f"{_SILENCE} AND id = NEW.id;"
_MEND = f"UPDATE people SET speaking = (id = {_FIRST.format(chat='people.telegram_id', just='0')})"
#: what is settled after each kind of change: SQLite has a trigger for each
_AFTER = {
    "INSERT": _NO_MORE + _ENTERED,
    "UPDATE OF telegram_id, speaking": _NO_MORE + _ENTERED + _LEFT,
    "DELETE": _LEFT,
}
# On PostgreSQL, two transactions may link accounts to one Telegram account at once: the second waits, then sees both.
_POSTGRESQL = f"""
CREATE FUNCTION one_account_speaks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF pg_trigger_depth() > 1 THEN RETURN NULL; END IF;
    IF TG_OP <> 'INSERT' AND OLD.telegram_id IS NOT NULL THEN
        PERFORM pg_advisory_xact_lock(7261106, hashint8(OLD.telegram_id));
    END IF;
    IF TG_OP <> 'DELETE' THEN
        IF NEW.telegram_id IS NOT NULL THEN
            PERFORM pg_advisory_xact_lock(7261106, hashint8(NEW.telegram_id));
        END IF;
        {_NO_MORE}
        {_ENTERED}
    END IF;
    IF TG_OP <> 'INSERT' THEN
        {_LEFT}
    END IF;
    RETURN NULL;
END $$
"""


def upgrade() -> None:
    """Brings the schema to this version, and lets one account speak in every chat where none or several did."""
    op.execute(_SILENCE)
    op.execute(f"{_MEND} WHERE telegram_id IS NOT NULL")
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_POSTGRESQL)
        op.execute(
            f"CREATE TRIGGER one_account_speaks AFTER {' OR '.join(_AFTER)} ON people"
            " FOR EACH ROW EXECUTE FUNCTION one_account_speaks()"
        )
        return
    for change, settle in _AFTER.items():
        op.execute(f"CREATE TRIGGER {_named(change)} AFTER {change} ON people BEGIN {settle} END")


def downgrade() -> None:
    """Takes the schema back to the version before."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TRIGGER one_account_speaks ON people")
        op.execute("DROP FUNCTION one_account_speaks")
        return
    for change in _AFTER:
        op.execute(f"DROP TRIGGER {_named(change)}")


def _named(change: str) -> str:
    """The name of SQLite's trigger for that kind of change."""
    return f"one_account_speaks_after_{change.split()[0].lower()}"
