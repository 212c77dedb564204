"""The commands that yield their lines, run in the tests' own process: what they say, one step after the other."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot import opening
from bot.__main__ import _parser
from bot.opening import Misconfigured
from bot.workflows.people import issuing
from config.settings import Settings
from tests.feed.making import ADULTS, ZOE, adult, pupils, table

TREE = """UAI;Nom;Type;Parent
;Éditeur;éditeur;
;Académie des Trois-Vallées;rectorat;Éditeur
;DSDEN du Val;DSDEN;Académie des Trois-Vallées
;Circonscription de Bellerive;circonscription;DSDEN du Val
0609950P;École Émile-Zola;école;Circonscription de Bellerive
0609951R;École Jules-Ferry;école;Circonscription de Bellerive
"""
SCHOOL = "0609950P"
STAFF = "Civilité;Nom;Prénom;Fonction;Courriel\nMme;DUBREUIL;Claire;ERUN;claire.dubreuil@example.org\n"


async def said(settings: Settings, *words: object) -> str:
    """What a command says; raises what ends it."""
    given = _parser().parse_args([str(word) for word in words])
    [lines] = given.run.args
    return "\n".join([line async for line in lines(given, settings)])


@pytest.fixture
def settings(migrated_sqlite_url: str) -> Settings:
    """Settings that name an empty database."""
    return Settings(_env_file=None, database_url=migrated_sqlite_url)


@pytest.fixture
async def planted(settings: Settings, tmp_path: Path) -> Settings:
    """Settings that name a database with a tree of two schools."""
    assert "École Émile-Zola" in await said(settings, "structures", put(tmp_path / "arbre.csv", TREE))
    return settings


def put(path: Path, text: str) -> Path:
    """Writes a file as a spreadsheet does."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode("cp1252"))
    return path


async def test_a_tree_is_planted_once_and_what_moves_says_who_loses_rights(
    settings: Settings, tmp_path: Path
) -> None:
    tree = put(tmp_path / "arbre.csv", TREE)
    assert "nothing is written" in (await said(settings, "structures", tree, "--dry-run")).lower()
    await said(settings, "structures", tree)
    assert "Nothing changes" in await said(settings, "structures", tree)

    put(
        tree,
        TREE + ";Circonscription de Val-Joli;circonscription;DSDEN du Val\n0609950P;;;Circonscription de Val-Joli\n",
    )
    with pytest.raises(ValueError, match=r"refused|nothing"):
        await said(settings, "structures", tree)  # the school stands in it twice
    moved = "UAI;Nom;Type;Parent\n;Circonscription de Val-Joli;circonscription;DSDEN du Val\n"
    put(tree, moved + f"{SCHOOL};;;Circonscription de Val-Joli\n")
    told = await said(settings, "structures", tree)
    assert "Val-Joli" in told
    assert "Bellerive" in told


async def test_an_import_says_the_same_dry_and_done_and_then_that_nothing_changes(
    planted: Settings, tmp_path: Path
) -> None:
    inbox = tmp_path / SCHOOL
    put(inbox / "eleves.csv", pupils(ZOE, {**ZOE, "Prénom élève": "Léo", "INE": ""}, {**ZOE, "Date naissance": "x"}))
    put(inbox / "parents.csv", table(ADULTS, adult("MARCHAND", "Ana", "", "MARCHAND", "Zoé", "CE1-CE2 Mme Roux")))
    report = tmp_path / "rapport.csv"

    with pytest.raises(ValueError, match="1 refused"):
        await said(planted, "import", "--report", report, inbox)
    rows = list(csv.DictReader(report.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert {row["line"] for row in rows if row["verdict"] == "refused"} == {"4"}

    put(inbox / "eleves.csv", pupils(ZOE, {**ZOE, "Prénom élève": "Léo", "INE": "123456789AC"}))
    dry = await said(planted, "import", "--dry-run", inbox)
    done = await said(planted, "import", inbox)
    again = await said(planted, "import", inbox)
    assert "nothing is written" in dry
    assert "created" in done
    assert "unchanged" in again
    assert "created" not in again


async def test_a_file_without_a_school_reads_which_there_are(planted: Settings, tmp_path: Path) -> None:
    file = put(tmp_path / "eleves.csv", pupils(ZOE))

    with pytest.raises(ValueError, match="nothing was read"):
        await said(planted, "import", file)
    assert "pupils: 1 created" in await said(planted, "import", "--school", SCHOOL, file)


async def test_a_function_is_given_once_and_taken_once(planted: Settings, tmp_path: Path) -> None:
    place = "circonscription-de-bellerive"
    await said(planted, "import", "--school", place, put(tmp_path / "equipe.csv", STAFF))

    given = await said(planted, "grant", "claire.dubreuil", "erun", "--structure", place)
    assert "Claire DUBREUIL" in given
    assert "already" in await said(planted, "grant", "claire.dubreuil", "erun", "--structure", place)
    with pytest.raises(ValueError, match="is held in"):
        await said(planted, "grant", "claire.dubreuil", "danei", "--structure", place)
    with pytest.raises(ValueError, match="no account"):
        await said(planted, "grant", "personne", "erun", "--structure", place)
    assert "Claire DUBREUIL" in await said(planted, "revoke", "claire.dubreuil", "erun", "--structure", place)


async def test_links_are_listed_by_names_and_one_is_taken_back_by_its_login(settings: Settings) -> None:
    assert "one link" not in await said(settings, "tokens")
    async with opening.opened(settings) as desk:
        await opening.seed_demo(desk)
        await issuing.issue_token(desk, "inconnu")
        account = await desk.directory.by_login("inconnu")
    assert account is not None

    listed = await said(settings, "tokens")
    assert f"{account.name} (inconnu)" in listed
    assert account.places[0].name in listed
    await said(settings, "tokens", "--revoke", "inconnu")
    assert "inconnu" not in await said(settings, "tokens")


@pytest.mark.parametrize(
    "words", [("import", "."), ("structures", "README.md"), ("grant", "a", "erun", "--structure", "b")]
)
async def test_a_real_ent_is_neither_fed_nor_planted(words: tuple[str, ...]) -> None:
    real = Settings(_env_file=None, ent="entcore")

    with pytest.raises((Misconfigured, ValueError), match="real ENT"):
        await said(real, *words)
