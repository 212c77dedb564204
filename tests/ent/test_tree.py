"""`plant`: what a file of structures makes of the tree of the embedded ENT."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Connection

from bot.ent.directory import Query
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.tree import plant
from bot.terms.tree import Remark, TreeReport
from bot.terms.tree import StructureRecord as Record
from tests.ent.conftest import Town
from tests.uai import code

ZOLA, FERRY = code(609950), code(609951)
SCHOOL = Record(9, "school", "", ZOLA, "École Émile-Zola", ("creil",), "B", "Creil")
BRANCH = (
    Record(2, "school", "", ZOLA, "École Émile-Zola", ("Circonscription de Senlis", "Mairie de Creil"), "", "Creil"),
    Record(3, "ville", "", "", "Mairie de Creil", ("SMO Oise",)),
    Record(4, "syndicat", "", "", "SMO Oise", ("oise",)),
    Record(5, "circonscription", "", "", "Circonscription de Senlis", ("DSDEN de l'Oise",)),
)


async def planted(town: Town, *records: Record) -> TreeReport:
    """What these records change."""
    return await town.records.run(lambda connection: plant(connection, records))


def emptied(connection: Connection) -> None:
    """Deletes every row of the embedded ENT."""
    for table in reversed(ENT.sorted_tables):
        connection.execute(table.delete())


def reasons(report: TreeReport) -> list[tuple[int, str]]:
    """The lines that are refused, each with its reason."""
    return [(remark.line, remark.reason) for remark in report.refused]


async def test_a_branch_grows_in_any_order_of_its_rows_and_a_second_time_changes_nothing(town: Town) -> None:
    report = await planted(town, *BRANCH)

    assert report.refused == ()
    ids = [(change.id, change.made) for change in report.changes]
    made = (ZOLA, "ville-mairie-de-creil", "syndicat-smo-oise", "circonscription-de-senlis")
    assert ids == [(id_, True) for id_ in made]
    school = await town.directory.by_uai(ZOLA)
    assert school is not None
    assert [place.id for place in school.above] == ["ode", "amiens", "oise", "circonscription-de-senlis"]
    before = await town.everything()
    again = await planted(town, *BRANCH)
    assert (again.changes, again.unchanged, again.refused) == ((), 4, ())
    assert await town.everything() == before


async def test_a_school_keeps_its_circonscription_and_has_its_town_besides(town: Town) -> None:
    await planted(town, *BRANCH)

    report = await planted(town, Record(2, uai=ZOLA, parents=("creil",)))

    [change] = report.changes
    assert dict(change.changed) == {"parent": ("Circonscription de Senlis", "Circonscription de Creil")}
    [row] = [row for row in (await town.everything())["ent_structures"] if ZOLA in row]
    assert "ville-mairie-de-creil" in row


async def test_nothing_is_deleted_by_absence_and_an_empty_cell_says_nothing(town: Town) -> None:
    await planted(town, SCHOOL)
    before = await town.everything()

    report = await planted(town, Record(2, "school", "", ZOLA))

    assert (report.changes, report.unchanged) == ((), 1)
    assert await town.everything() == before


async def test_a_school_that_moves_is_told_with_who_loses_and_who_gains_rights(town: Town) -> None:
    report = await planted(town, Record(2, id="jean-moulin", parents=("beauvais",), name="École Jean Moulin"))

    [change] = report.changes
    assert change.changed["parent"] == ("Circonscription de Creil", "Circonscription de Beauvais")
    assert change.loses == ("Claire Dubreuil (erun)",)
    assert change.gains == ("Olivier Szymański (erun)",)
    pupils = Query(words="caron")
    found = [
        [one.id for one in (await town.directory.search(pupils, [at], 9)).accounts] for at in ("creil", "beauvais")
    ]
    assert "eleve" not in found[0]
    assert "eleve" in found[1]


async def test_where_one_row_is_refused_nothing_is_written(town: Town) -> None:
    before = await town.everything()

    report = await planted(town, *BRANCH, Record(6, "school", "", FERRY, "École Ferry", ("nowhere",)))

    assert reasons(report) == [(6, "unknown-parent")]
    assert report.changes == ()
    assert await town.everything() == before


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([Record(2, "school", "", "0609950A", "X", ("creil",))], [(2, "wrong-letter")]),
        ([SCHOOL, replace(SCHOOL, line=12)], [(12, "twice")]),
        (
            [Record(2, "school", "a", ZOLA, "X", ("creil",)), Record(3, "school", "b", ZOLA, "Y", ("creil",))],
            [(3, "uai-twice")],
        ),
        ([Record(2, "school", "a", "0609901A", "X", ("creil",))], [(2, "uai-elsewhere")]),
        ([Record(2, "dsden", "CREIL", "", "X", ("amiens",))], [(2, "other-kind")]),
        (
            [Record(2, "school", "zola", "", "X", ("creil",)), Record(3, "school", "Zola", "", "X", ("creil",))],
            [(3, "twice")],
        ),
        ([Record(2, "school", "", ZOLA, "X", ("oise",))], [(2, "wrong-parent")]),
        ([Record(2, "dsden", "", "", "X", ("creil",))], [(2, "wrong-parent")]),
        ([Record(2, "vendor", "", "", "X", ("ode",))], [(2, "wrong-parent")]),
        ([Record(2, "school", "", ZOLA, "X", ("creil", "beauvais"))], [(2, "two-parents")]),
        ([Record(2, "school", "", ZOLA, "X")], [(2, "no-parent")]),
        ([Record(2, "", "", ZOLA, "X", ("creil",))], [(2, "no-kind")]),
        ([Record(2, "school", "", ZOLA, "", ("creil",))], [(2, "no-name")]),
        ([Record(2, "circonscription", "a", "", "A", ("a",))], [(2, "circle")]),
        (
            [Record(2, "circonscription", "a", "", "A", ("b",)), Record(3, "circonscription", "b", "", "B", ("a",))],
            [(2, "circle"), (3, "circle")],
        ),
        ([Record(2, "dsden", "creil", "", "X", ("amiens",))], [(2, "other-kind")]),
        ([Record(2, "school", "jean-moulin/CP", "", "X", ("creil",))], [(2, "id-taken")]),
        ([Record(2, "ville", "", "", "Creil", ("oise",))], [(2, "wrong-parent")]),
    ],
)
async def test_what_cannot_be_is_refused_with_its_line(
    town: Town, rows: list[Record], said: list[tuple[int, str]]
) -> None:
    assert reasons(await planted(town, *rows)) == said


async def test_a_code_that_the_ent_has_already_is_not_questioned(town: Town) -> None:
    report = await planted(town, Record(2, "school", "", "0609901A", zone="B"))

    assert [dict(change.changed) for change in report.changes] == [{"zone": ("", "B")}]


async def test_schools_of_one_name_are_told_apart_by_their_town_and_noted_without(town: Town) -> None:
    name, creil = "École Jules-Ferry", ("creil",)
    apart = await planted(
        town,
        Record(2, "school", "", "", name, creil, "", "Creil"),
        Record(3, "school", "", ZOLA, name, creil, "", "Nogent"),
    )
    assert [change.id for change in apart.changes] == ["ecole-jules-ferry-creil", ZOLA]
    assert apart.noted == ()

    coded = await planted(town, Record(4, "school", "ferry-3", FERRY, name, creil))

    assert [remark.reason for remark in coded.noted] == ["alike"]
    one, other = [await town.directory.structure(id_) for id_ in ("ecole-jules-ferry-creil", "ferry-3")]
    assert one is not None
    assert other is not None
    assert (one.name, other.name) == (f"{name} (Creil)", f"{name} ({FERRY})")


async def test_a_name_alone_moves_nothing(town: Town) -> None:
    report = await planted(town, Record(2, "school", "", "", "École Jean-Moulin", ("beauvais",), "", "Creil"))

    assert [(change.id, change.made) for change in report.changes] == [("ecole-jean-moulin-creil", True)]
    assert [remark.reason for remark in report.noted] == ["alike"]


async def test_the_file_of_an_empty_ent_begins_with_the_vendor(town: Town) -> None:
    await town.records.run(emptied)

    without = await planted(town, Record(2, "rectorat", "", "", "Académie", ("Éditeur",)))
    report = await planted(
        town, Record(2, "rectorat", "", "", "Académie", ("Éditeur",)), Record(3, "vendor", "", "", "Éditeur")
    )

    assert reasons(without) == [(2, "unknown-parent")]
    assert [change.id for change in report.changes] == ["rectorat-academie", "editeur"]


@pytest.mark.parametrize("typed", ["Circonscription de Senlis", "senlis", ZOLA])
async def test_a_line_below_one_that_is_refused_is_not_refused_for_that(town: Town, typed: str) -> None:
    wrong = replace(BRANCH[3], id="senlis", uai=ZOLA)
    refused = Remark(wrong.line, "bad-zone", record=wrong)
    below = replace(SCHOOL, line=2, uai=FERRY, parents=(typed, "nowhere"))
    report = await town.records.run(lambda connection: plant(connection, [below], [refused]))

    assert reasons(report) == [(2, "unknown-parent"), (5, "bad-zone")]
    assert [remark.facts.get("parent") for remark in report.refused] == ["nowhere", None]


async def test_a_line_below_one_that_the_tree_contradicts_is_not_refused_for_that(town: Town) -> None:
    await planted(town, *BRANCH)
    wrong = replace(BRANCH[3], id="beauvais", uai=ZOLA, name="Circonscription de Beauvais")
    report = await planted(town, wrong, replace(SCHOOL, uai=FERRY, name="École Jules-Ferry", parents=("beauvais",)))

    assert reasons(report) == [(5, "uai-elsewhere")]
