"""Reading the server's JSON: the kinds of structures, and cards in every shape that the server sends."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.ent.entcore.blocks import read_traces
from bot.ent.entcore.cards import Card, read_card
from bot.ent.entcore.reading import moment
from bot.ent.entcore.reports import read_reports
from bot.ent.entcore.tree import Tree, read_tree
from bot.terms import Kind, Level, Profile, Role

MORNING = datetime(2026, 1, 31, 9, 15, tzinfo=UTC)


def row(key: str, parent: str = "", uai: str | None = None) -> dict[str, Any]:
    """A structure as the server lists it."""
    return {
        "id": key,
        "name": key.title(),
        "UAI": uai,
        "parents": [{"id": parent, "name": parent}] if parent else None,
    }


def kinds(*rows: dict[str, Any]) -> dict[str, Kind]:
    """The kind found for each structure, by identifier."""
    return {key: structure.kind for key, structure in read_tree(list(rows)).known.items()}


def tree() -> Tree:
    """A circonscription of two schools, below a DSDEN that is only known by name."""
    return read_tree([row("creil", "oise"), row("verne", "creil", "0601111A"), row("michel", "creil", "0602222B")])


def card(**item: Any) -> Card:
    """The card read from an item with those fields."""
    made = read_card({"id": "u1", "login": "ada.dupre", "firstName": "Ada", "lastName": "Dupré", **item}, tree())
    assert made is not None
    return made


def test_levels_are_counted_from_the_schools_up() -> None:
    tops = [
        row("ode"),
        row("amiens", "ode"),
        row("oise", "amiens"),
        row("creil", "oise"),
        row("verne", "creil", "060A"),
    ]

    assert list(kinds(*tops).values()) == [
        Kind.VENDOR,
        Kind.RECTORAT,
        Kind.DSDEN,
        Kind.CIRCONSCRIPTION,
        Kind.SCHOOL,
    ]


def test_a_circonscription_with_a_code_of_its_own_is_no_school() -> None:
    found = kinds(row("creil", "", "0600001A"), row("verne", "creil", "0601111A"))

    assert found["creil"] is Kind.CIRCONSCRIPTION


def test_a_school_with_an_annex_is_still_a_school() -> None:
    found = kinds(row("creil"), row("verne", "creil", "0601111A"), row("annexe", "verne"))

    assert (found["creil"], found["verne"], found["annexe"]) == (Kind.CIRCONSCRIPTION, Kind.SCHOOL, Kind.SCHOOL)


def test_a_structure_that_the_tree_does_not_know_is_no_place() -> None:
    far = {"id": "far", "name": "Hugo", "city": "Noyon", "UAI": "0603333C"}

    read = card(structures=["AAF-1"], structureNodes=[far, {"id": "verne"}], administrativeStructures=[far])
    listed = card(structures=[far])

    assert [place.id for place in read.account.places] == ["verne"]
    assert listed.account.places == ()


def test_the_external_identifiers_of_a_card_are_no_places() -> None:
    read = card(structures=["AAF-1", "AAF-2"], structureNodes=[{"id": "verne", "name": "Verne"}])

    assert [place.id for place in read.account.places] == ["verne"]


def test_a_parent_out_of_sight_is_known_by_name_and_not_administered() -> None:
    known = tree()

    assert (known.known["oise"].kind, known.known["oise"].name) == (Kind.DSDEN, "oise")
    assert "oise" not in known.own
    assert [place.id for place in known.below(["oise"])] == ["creil", "michel", "verne"]


def test_a_tree_that_bites_its_tail_is_still_read() -> None:
    assert set(kinds(row("a", "b"), row("b", "a"), row("c", "c"))) == {"a", "b", "c"}


@pytest.mark.parametrize("listed", [None, [], [None], [{"id": None}], [7], "x"])
def test_no_structures_are_no_error(listed: Any) -> None:
    assert read_tree(listed).known == {}


def test_whoever_administers_a_circonscription_is_no_administrator_of_each_school() -> None:
    found = card(functions=[["ADMIN_LOCAL", ["verne", "creil", "michel"]]])

    assert (found.account.function, found.account.roles) == ("erun", (Role(Level.CIRCONSCRIPTION, "creil"),))


@pytest.mark.parametrize(
    "functions",
    [
        [["ADMIN_LOCAL", ["verne"]]],
        {"ADMIN_LOCAL": {"code": "ADMIN_LOCAL", "scope": ["verne"]}},
        [["ADMIN_LOCAL", "verne"]],
    ],
)
@pytest.mark.parametrize(
    ("feed", "word"),
    [
        ([["0", "DIR", "DIRECTION", "0", "x"]], "director"),
        (["1$DIR2D$DIRECTEUR D’ECOLE$0$x"], "director"),
        ([["0", "ENS", "Directeur d’école", "0", "x"]], "director"),
        ([["0", "ENS", "ENSEIGNEMENT", "0", "x"]], "adml"),
        (None, "adml"),
    ],
)
def test_a_local_administrator_in_the_direction_is_the_director(functions: Any, feed: Any, word: str) -> None:
    found = card(functions=functions, aafFunctions=feed)

    assert (found.account.function, found.account.roles) == (word, (Role(Level.SCHOOL, "verne"),))
    assert found.protected


def test_an_administrator_of_elsewhere_has_no_role_and_is_out_of_reach() -> None:
    found = card(functions=[["ADMIN_LOCAL", ["lyon"]]])

    assert (found.account.roles, found.protected) == ((), True)


def test_a_national_administrator_is_the_vendors() -> None:
    found = card(functions=[["SUPER_ADMIN", None]])

    assert (found.account.function, found.protected) == ("vendor", True)


@pytest.mark.parametrize("profile", [{"type": "Relative"}, {"type": ["Relative"]}, {"profiles": ["Relative"]}])
def test_a_profile_is_read_from_a_word_or_a_list(profile: dict[str, Any]) -> None:
    assert card(**profile).account.profile is Profile.RELATIVE


def test_an_alias_leads_to_the_real_login() -> None:
    listed, shown = card(login="ada", originalLogin="ada.dupre"), card(loginAlias="Ada")

    assert listed.login == shown.login == "ada.dupre"
    assert listed.logins == shown.logins == {"ada", "ada.dupre"}


def test_lists_of_nulls_and_missing_fields_are_nothing() -> None:
    nothing = [{"id": None, "displayName": None}]
    account = card(children=nothing, parents=nothing, functions=[[None, []]], classes=None, blocked=None).account

    assert (account.children, account.relatives, account.roles, account.classes) == ((), (), (), ())
    assert (account.activated, account.blocked, account.created_at) == (True, False, None)


def test_an_activation_code_that_waits_is_never_shown() -> None:
    for name in ("code", "activationCode"):
        waiting = card(**{name: "abcd3456"})
        assert not waiting.account.activated
        assert "abcd3456" not in repr(waiting)


@pytest.mark.parametrize(
    "written",
    [
        "2026-01-31T09:15Z",
        "2026-01-31T10:15:00.000+01:00",
        "2026-01-31T09:15:00",
        1769850900000,
        1769850900000.0,
        "1769850900000",
        {"$date": "2026-01-31T09:15:00.000Z"},
        {"$date": 1769850900000},
        {"$date": {"$numberLong": "1769850900000"}},
    ],
)
def test_a_moment_is_read_however_it_is_written(written: Any) -> None:
    assert moment(written) == MORNING


@pytest.mark.parametrize("written", [None, "", "hier", True, {}, [], 10**30, {"$date": None}])
def test_what_is_no_moment_is_none(written: Any) -> None:
    assert moment(written) is None


def test_reports_and_traces_of_every_shape_are_read() -> None:
    [report] = read_reports(
        [None, {}, {"_id": {"$oid": "r1"}, "reportAction": {"action": "DELETE"}, "reporters": None}]
    )

    assert (report.id, report.verdict, report.reporters, report.creator_name) == ("r1", "deleted", (), "")
    assert read_traces([{"action": "BLOCK", "profile": "Nobody", "created": 1}, {"profile": "Student"}, 3]) == []
