"""`palier import`: what it says of files, schools and lines, and how it ends."""

from __future__ import annotations

import csv
import stat
from pathlib import Path

import pytest

from tests.feed.making import ADULTS, ZOE, adult, pupils, table
from tests.operator.trouble import palier
from tests.processes import once

SCHOOL = "0609901A"  # one of the demo's
BAD = {**ZOE, "Nom élève": "BÉNARD", "Prénom élève": "Léo", "Date naissance": "43348", "INE": "123456789AC"}


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder for files to import, apart from the database."""
    return tmp_path / "in"


@pytest.fixture
async def town(migrated_sqlite_url: str) -> str:
    """A database with the demo's schools."""
    status, said = await palier(migrated_sqlite_url, "seed", "--demo")
    assert status == 0, said
    return migrated_sqlite_url


def put(path: Path, content: str) -> Path:
    """Writes a file as ONDE does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("cp1252"))
    return path


async def test_all_that_is_taken_ends_well_and_what_is_refused_is_named_with_its_line(town: str, inbox: Path) -> None:
    good = put(inbox / SCHOOL / "eleves.csv", pupils(ZOE))
    bad = put(inbox / f"{SCHOOL}-2.csv", pupils(ZOE, BAD))

    fine, first = await palier(town, "import", str(good))
    wrong, second = await palier(town, "import", "--dry-run", str(inbox))

    assert (fine, wrong) == (0, 1), first + second
    assert f"({SCHOOL}):" in first
    assert f"{bad}:3: refused: Léo BÉNARD: column Date naissance holds a date as a spreadsheet changed it" in second
    assert "This was a dry run: nothing is written." in second
    assert "palier: 1 refused" in second


async def test_the_report_is_the_owners_alone_safe_in_a_spreadsheet_and_never_written_over(
    town: str, tmp_path: Path
) -> None:
    private = {**BAD, "Adresse1": "9 rue Secrète"}
    row = adult("MARCHAND", "Ana", "", "MARCHAND", "Zoé", "", email="ana@@exemple", mobile="612345678")
    put(tmp_path / "in" / SCHOOL / "a.csv", pupils(ZOE, private))
    put(tmp_path / "in" / SCHOOL / "b.csv", table(ADULTS, row))
    put(tmp_path / "in" / SCHOOL / "c.csv", "Bonjour")
    out = tmp_path / "report.csv"

    status, _ = await palier(town, "import", "--report", str(out), str(tmp_path / "in"))
    again, said = await palier(town, "import", "--report", str(out), str(tmp_path / "in"))

    raw = out.read_bytes()
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines(), delimiter=";"))
    found = {(Path(one["file"]).name, one["line"], one["verdict"], one["reason"]) for one in rows}
    assert (status, again) == (1, 2)
    assert "is there already" in said
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert raw.startswith(b"\xef\xbb\xbf")
    assert found >= {
        *(("a.csv", "3", "refused", "date-excel"), ("c.csv", "1", "refused", "kind-unknown")),
        *(("b.csv", "2", "noted", "email-odd"), ("b.csv", "2", "noted", "phone-odd")),
    }
    for secret in ("123456789A", "Secrète", "exemple", "612345678"):
        assert secret not in raw.decode()


async def test_a_file_name_cannot_be_a_formula_in_the_report(town: str, tmp_path: Path) -> None:
    put(tmp_path / SCHOOL / "=1+1.csv", "Bonjour")
    out = tmp_path / "report.csv"

    await palier(town, "import", "--report", str(out), str(tmp_path / SCHOOL / "=1+1.csv"))

    assert all(not line.startswith(("=", "+", "-", "@")) for line in out.read_text("utf-8-sig").split(";"))


async def test_files_without_a_school_are_refused_with_the_choice_and_nothing_is_read(town: str, inbox: Path) -> None:
    lost = put(inbox / "eleves.csv", pupils(ZOE))
    put(inbox / SCHOOL / "eleves.csv", pupils(ZOE))

    status, said = await palier(town, "import", str(inbox))
    chosen, _ = await palier(town, "import", "--school", SCHOOL, str(inbox))
    other, contradiction = await palier(town, "import", "--school", "0600000Z", str(inbox))

    assert (status, chosen, other) == (1, 0, 1)
    assert f"{lost}: refused: nothing says which school this file is of" in said
    assert f"--school {SCHOOL}" in said
    assert "nothing was read" in said
    assert f"(0600000Z: unknown here, {SCHOOL}: École Jean-Moulin)" in contradiction


async def test_nobody_leaves_where_a_line_cannot_be_read_that_may_name_them(town: str, inbox: Path) -> None:
    names = [first + second for first in "ABCDEFG" for second in "abcdefgh"]
    others = [{**ZOE, "Prénom élève": name, "INE": f"1234567{at:02}AC"} for at, name in enumerate(names)]
    put(inbox / "all" / f"{SCHOOL}.csv", pupils(ZOE, *others))
    put(inbox / "broken" / f"{SCHOOL}.csv", pupils(*others).replace("\r\n", '\r\n"MARCHAND";"Zoé\r\n', 1))
    put(inbox / "whole" / f"{SCHOOL}.csv", pupils(*others))

    _, first = await palier(town, "import", str(inbox / "all"))
    _, broken = await palier(town, "import", "--complete", str(inbox / "broken"))
    _, whole = await palier(town, "import", "--complete", str(inbox / "whole"))

    assert "57 created" in first
    assert "nobody leaves the school this time" in broken
    assert "pupil leaving: Zoé MARCHAND" not in broken
    assert "pupil leaving: Zoé MARCHAND" in whole


async def test_more_leave_than_usual_only_where_an_operator_says_how_many_may(town: str, inbox: Path) -> None:
    others = [{**ZOE, "Prénom élève": name, "INE": f"12345678{at}AC"} for at, name in enumerate("ABCDEF")]
    put(inbox / "june" / f"{SCHOOL}.csv", pupils(ZOE, *others))
    put(inbox / "september" / f"{SCHOOL}.csv", pupils(ZOE, *others[:2]))
    await palier(town, "import", str(inbox / "june"))

    stopped, why = await palier(town, "import", "--complete", str(inbox / "september"))
    still, _ = await palier(town, "import", "--complete", "--most-leaving", "10", str(inbox / "september"))
    left, said = await palier(town, "import", "--complete", "--most-leaving", "100", str(inbox / "september"))
    wrong, words = await palier(town, "import", "--most-leaving", "0", str(inbox / "september"))

    assert (stopped, still, left, wrong) == (1, 1, 0, 2)
    assert "if so many do, say it by --most-leaving" in why
    assert "pupil leaving: F MARCHAND" in said
    assert "'0' is not a percentage" in words


async def test_why_a_school_is_stopped_is_a_row_of_the_report_and_counted_apart(town: str, inbox: Path) -> None:
    whole = pupils(
        ZOE, *({**ZOE, "Prénom élève": name, "INE": f"12345678{at}CD"} for at, name in enumerate(("Ana", "Bob")))
    )
    spoilt = put(inbox / "spoilt" / f"{SCHOOL}.csv", pupils(BAD, {**BAD, "Prénom élève": "Bob"}))
    cut = put(inbox / "cut" / f"{SCHOOL}.csv", whole[:-30])
    out = [inbox / "1.csv", inbox / "2.csv"]

    _, refused = await palier(town, "import", "--report", str(out[0]), str(spoilt))
    _, broken = await palier(town, "import", "--complete", "--report", str(out[1]), str(cut))
    _, partly = await palier(town, "import", "--dry-run", str(cut))

    rows = [list(csv.DictReader(one.read_text("utf-8-sig").splitlines(), delimiter=";")) for one in out]
    stops = [[(one["verdict"], one["reason"]) for one in found if one["verdict"] == "stopped"] for found in rows]
    assert stops == [[("stopped", "all-refused")], [("stopped", "cut")]]
    assert "no row of the pupils can be taken: 2 are refused" in refused
    assert "palier: 2 refused, 1 stopped: see above" in refused
    assert f"stopped, nothing is changed: {cut} seems cut off at line 4" in broken
    assert f"{cut}:4: refused: the file seems cut off in this line: the rest of it is missing" in partly
    assert "pupils: 2 would be created" in partly


async def test_many_lines_with_one_reason_are_told_once(town: str, tmp_path: Path) -> None:
    file = put(tmp_path / f"{SCHOOL}.csv", pupils(*[BAD] * 70))

    _, said = await palier(town, "import", str(file))

    assert said.count(f"{file}:") == 51
    assert f"{file}: refused: 20 more lines" in said


@pytest.mark.parametrize("words", [(), ("nowhere.csv",), ("--report", "/nowhere/a.csv", ".")])
async def test_what_is_mistyped_is_a_matter_of_usage(migrated_sqlite_url: str, words: tuple[str, ...]) -> None:
    status, said = await palier(migrated_sqlite_url, "import", *words)

    assert status == 2
    assert "usage: palier import" in said


async def test_a_real_ent_is_not_fed(tmp_path: Path) -> None:
    file = put(tmp_path / f"{SCHOOL}.csv", pupils(ZOE))

    status, said = await once("import", str(file), PALIER_ENT="entcore", PALIER_DATABASE_URL="sqlite:///none.db")

    assert status == 1
    assert "has its own feed from ONDE" in said


async def test_what_changes_is_counted_on_the_screen_and_each_datum_has_a_line_in_the_report(
    town: str, tmp_path: Path
) -> None:
    before = adult("MARCHAND", "Ana", "", "MARCHAND", "Zoé", "", email="ana@example.org", mobile="0612345678")
    after = adult("MARCHAND", "Ana", "", "MARCHAND", "Zoé", "", email="autre@example.org", mobile="0612345678")
    put(tmp_path / "one" / SCHOOL / "a.csv", pupils({**ZOE, "Adresse1": "9 rue Secrète"}))
    put(tmp_path / "one" / SCHOOL / "b.csv", table(ADULTS, before))
    moved = {
        **ZOE,
        "Prénom élève": "Zoë",
        "Libellé classe": "CM2",
        "Identifiant classe": "77",
        "Adresse1": "1 rue Tue",
    }
    put(tmp_path / "two" / SCHOOL / "a.csv", pupils(moved))
    put(tmp_path / "two" / SCHOOL / "b.csv", table(ADULTS, after))
    await palier(town, "import", str(tmp_path / "one"))

    told = []
    for at, dry in enumerate((["--dry-run"], [])):
        out = tmp_path / f"{at}.csv"
        _, said = await palier(town, "import", *dry, "--report", str(out), str(tmp_path / "two"))
        told.append(out.read_text("utf-8-sig"))
    lines = list(csv.DictReader(told[1].splitlines(), delimiter=";"))

    assert told[0] == told[1]
    assert "what changes of relatives: mail 1" in said
    assert "what changes of pupils: name 1, address 1, class 1" in said
    found = {(one["verdict"], one["reason"], one["about"], one["sentence"]) for one in lines}
    assert found >= {
        ("changed", "mail", "Ana MARCHAND", "relative: mail changed"),
        ("moved", "name", "Zoë MARCHAND", "pupil: name Zoé MARCHAND → Zoë MARCHAND"),
        ("moved", "address", "Zoë MARCHAND", "pupil: address changed"),
    }
    assert ("moved", "class", "pupil: class CE1-CE2 Mme Roux → CM2") in {
        (one["verdict"], one["reason"], one["sentence"]) for one in lines
    }
    for secret in ("123456789A", "Secrète", "Tue", "example.org", "612345678"):
        assert secret not in told[1] + said
