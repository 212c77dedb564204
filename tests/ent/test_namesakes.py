"""Structures of one name are told apart; those that a database had before towns were known, too."""

from __future__ import annotations

from alembic import command
from sqlalchemy import Connection, select, text

from bot.ent.embedded import VERSIONS
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.embedded.tables import ENT
from bot.ent.namesakes import Named, told_apart
from bot.storage import migrations
from bot.storage.engine import Records, open_records
from bot.terms import Kind


def school(key: str, name: str = "École du Centre", town: str = "", uai: str = "", kind: Kind = Kind.SCHOOL) -> Named:
    """A school of that name, or a structure of another kind."""
    return Named(key, kind, name, town, uai)


def test_only_structures_of_one_kind_and_name_get_a_mark() -> None:
    shown = told_apart(
        [
            school("a", town="Noyon"),
            school("b", "ecole du CENTRE", town="Creil"),
            school("c", "École Pasteur", town="Noyon"),
            school("d", "École Pasteur", kind=Kind.CIRCONSCRIPTION),
        ]
    )

    assert list(shown.values()) == [
        "École du Centre (Noyon)",
        "ecole du CENTRE (Creil)",
        "École Pasteur",
        "École Pasteur",
    ]


def test_without_a_town_or_with_the_same_one_the_code_tells_and_else_the_identifier() -> None:
    shown = told_apart(
        [
            school("a", town="Noyon", uai="0601111A"),
            school("b", town="NOYON", uai="0602222B"),
            school("c", uai="0603333C"),
            school("d", town="Creil"),
            school("e"),
        ]
    )

    marks = [name.partition("(")[2].rstrip(")") for name in shown.values()]
    assert marks == ["0601111A", "0602222B", "0603333C", "Creil", "e"]


def test_a_mark_does_not_make_the_name_of_another_school() -> None:
    shown = told_apart(
        [school("a", town="Noyon", uai="0601111A"), school("b", town="Creil"), school("c", "École du Centre (Noyon)")]
    )

    assert shown["a"] == "École du Centre (0601111A)"
    assert len(set(shown.values())) == 3


def test_classes_keep_their_names() -> None:
    shown = told_apart([school("a", "CM2", kind=Kind.CLASS), school("b", "CM2", kind=Kind.CLASS)])

    assert set(shown.values()) == {"CM2"}


async def test_schools_that_a_database_had_before_are_told_apart_once_it_is_migrated(database_url: str) -> None:
    opened = open_records(database_url)
    await opened.run(lambda connection: migrations.upgrade(connection, [VERSIONS]))
    await opened.run(_as_before)
    await opened.close()  # prepared statements know the columns that were there

    records = open_records(database_url)
    await records.run(lambda connection: migrations.upgrade(connection, [VERSIONS]))
    names = [one.name for one in await EmbeddedDirectory(records).schools(["creil"])]
    keys = await _keys(records)
    await records.close()

    assert names == ["Ecole du Centre (0602222B)", "École du Centre (0601111A)"]
    assert keys == {"a": "ecole du centre", "b": "ecole du centre", "a/CM2": "", "creil": "creil"}


def _as_before(connection: Connection) -> None:
    """Takes the embedded ENT's tables back to the release before, and writes two schools as that one does."""
    config = migrations._config([VERSIONS])
    config.attributes["connection"] = connection
    command.downgrade(config, "e0002")
    rows = (
        ("creil", None, "circonscription", "Creil", ""),
        ("a", "creil", "school", "École du Centre", "0601111A"),
        ("b", "creil", "school", "Ecole du Centre", "0602222B"),
        ("a/CM2", "a", "class", "CM2", ""),
    )
    insert = text(
        "INSERT INTO ent_structures (id, parent, kind, name, uai) VALUES (:id, :parent, :kind, :name, :uai)"
    )
    columns = ("id", "parent", "kind", "name", "uai")
    connection.execute(insert, [dict(zip(columns, row, strict=True)) for row in rows])


async def _keys(records: Records) -> dict[str, str]:
    table = ENT.tables["ent_structures"]
    found = await records.read(lambda connection: connection.execute(select(table.c.id, table.c.name_key)).all())
    return {row.id: row.name_key for row in found}
