"""One PostgreSQL database for many tests: between two, it is refilled with its first rows, faster than a new copy."""

from __future__ import annotations

import asyncpg

from tests.postgres import Cluster

_KEPT = "first_rows"  # the schema where a database keeps a copy of its own first rows

_TABLES = """
SELECT c.oid::regclass::text AS name, quote_ident(n.nspname || '.' || c.relname) AS kept,
    string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
    AND n.nspname NOT IN ('pg_catalog', 'information_schema')
GROUP BY c.oid, n.nspname, c.relname
"""
_SEQUENCES = "SELECT seqrelid::regclass::text AS name FROM pg_sequence"

# Compares the catalogs, which describe the structure of a database. A row that is written again gets another `xmin`
# and `ctid`; rows with `xmin` 1 were made by the server itself.
_CATALOGS = (
    "pg_attrdef pg_attribute pg_cast pg_class pg_collation pg_constraint pg_default_acl pg_enum pg_event_trigger"
    " pg_extension pg_foreign_server pg_foreign_table pg_index pg_inherits pg_language pg_largeobject_metadata"
    " pg_namespace pg_opclass pg_operator pg_policy pg_proc pg_publication pg_rewrite pg_sequence pg_statistic_ext"
    " pg_trigger pg_ts_config pg_ts_config_map pg_ts_dict pg_type"
)
_ROWS = " UNION ALL ".join(f"SELECT tableoid, xmin, ctid FROM {name} WHERE xmin <> '1'" for name in _CATALOGS.split())
_PASSING = "SELECT tableoid, ctid FROM pg_namespace WHERE nspname ~ '^pg_(toast_)?temp_'"  # outlive a session, empty
_STRUCTURE = f"""
SELECT
    (SELECT md5(string_agg(r::text, ' ' ORDER BY r::text)) FROM ({_ROWS}) AS r
        WHERE (tableoid, ctid) NOT IN ({_PASSING})),
    (SELECT string_agg(s::text, ' ' ORDER BY s::text) FROM pg_db_role_setting s WHERE setdatabase = d.oid),
    concat_ws(' ', datdba, datallowconn, datconnlimit, datacl)
FROM pg_database d WHERE datname = current_database()
"""


class Refilled:
    """A database that is lent to one test after the other, each time under another name."""

    def __init__(self, cluster: Cluster, template: str) -> None:
        self.copies = 0  #: how often the template was copied
        self._cluster = cluster
        self._template = template
        self._name = ""  # name of the database, as it was lent last
        self._structure: asyncpg.Record | None = None  # its structure: if a test changed it, refilling is not enough
        self._refill = ""  # the statements that restore its first rows

    async def fresh(self) -> str:
        """The name of a database equal to the template; connections to the one lent before are closed."""
        if self._name and not await self._refilled():
            await self._cluster.drop(self._name)
            self._name = ""
        if not self._name:
            await self._copy()
        return self._name

    async def _copy(self) -> None:
        self._name = await self._cluster.create(self._template)
        self.copies += 1
        connection = await asyncpg.connect(self._cluster.url(self._name))
        try:
            self._refill = await _keep(connection)
            self._structure = await connection.fetchrow(_STRUCTURE)
        finally:
            await connection.close()

    async def _refilled(self) -> bool:
        """Refills the database; False where that is not possible, because a test changed more than rows."""
        try:
            self._name = await self._cluster.rename(self._name)
            connection = await asyncpg.connect(self._cluster.url(self._name))
        except asyncpg.PostgresError:  # it was deleted, or allows no connection
            return False
        try:
            if await connection.fetchrow(_STRUCTURE) != self._structure:
                return False
            await connection.execute(self._refill)
            return True
        finally:
            await connection.close()


async def _keep(connection: asyncpg.Connection) -> str:
    """Copies all rows into `_KEPT`; returns the statements that restore these rows and the sequences."""
    statements = ["BEGIN", "SET LOCAL session_replication_role = replica"]  # no triggers, and tables in any order
    tables = await connection.fetch(_TABLES)
    await connection.execute(f"CREATE SCHEMA {_KEPT}")
    for name, kept, columns in tables:
        await connection.execute(f"CREATE TABLE {_KEPT}.{kept} AS SELECT {columns} FROM {name}")
        statements.append(f"DELETE FROM {name}")
        into = f"INSERT INTO {name} ({columns}) OVERRIDING SYSTEM VALUE"
        statements.append(f"{into} SELECT {columns} FROM {_KEPT}.{kept}")
    for (name,) in await connection.fetch(_SEQUENCES):
        last, called = await connection.fetchrow(f"SELECT last_value, is_called FROM {name}")
        statements.append(f"SELECT setval('{name}', {last}, {called})")
    return ";".join([*statements, "COMMIT"])
