"""`palier structures`, `grant` and `revoke`, as an operator types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import opening
from bot.ent.embedded.tables import ENT
from tests.ent.fed import SEPTEMBER
from tests.journeys.conftest import small_town as small_town
from tests.journeys.town import Town
from tests.operator.trouble import palier
from tests.processes import once
from tests.uai import code

ZOLA = code(609950)
ROWS = f"UAI;Nom;Type;Parent;Commune\r\n{ZOLA};École Émile-Zola;école;creil;Creil\r\n"
MOVED = "id;nom;type;parent\r\njean-moulin;École Jean-Moulin;école;Circonscription de Beauvais\r\n"


async def told(town: Town, *words: str) -> str:
    """What a command that succeeds says."""
    status, said = await palier(town.settings, *words)
    assert status == 0, said
    return said


async def test_the_dry_run_says_what_the_run_says_and_writes_nothing(small_town: Town, tmp_path: Path) -> None:
    file = tmp_path / "arbre.csv"
    file.write_bytes((ROWS + MOVED.partition("\r\n")[2].replace("jean-moulin;", "0609901A;", 1)).encode("cp1252"))

    tried = [await told(small_town, "structures", str(file), "--dry-run") for _ in range(2)]
    done = await told(small_town, "structures", str(file))

    assert tried == [done + "This was a dry run: nothing is written.\n"] * 2
    assert f"+ school École Émile-Zola ({ZOLA})" in done
    assert "moves from Circonscription de Creil to Circonscription de Beauvais, with all below it" in done
    assert "lose rights over it: Claire Dubreuil (erun)" in done
    assert "gain rights over it: Olivier Szymański (erun)" in done
    assert "1 new, 1 changed, 0 as they were." in done
    assert await told(small_town, "structures", str(file)) == "Nothing changes: 2 structures are so already.\n"


async def test_each_bad_line_is_said_and_nothing_is_changed(small_town: Town, tmp_path: Path) -> None:
    file = tmp_path / "arbre.csv"
    file.write_text(ROWS + ROWS.splitlines()[1] + "\nX;Y;Z;T;\n", "utf-8")

    status, said = await palier(small_town.settings, "structures", str(file))

    assert status == 1
    assert f"line 3: line 2 is about {ZOLA} already" in said
    assert "line 4: 'Z' is no kind" in said
    assert "line 4: 'X' is no UAI" in said
    assert "2 lines of" in said
    assert "nothing is changed" in said
    assert (await palier(small_town.settings, "grant", "enseignant", "adml", "--structure", ZOLA))[0] == 1


async def test_a_function_is_given_and_withdrawn_once_and_that_is_said(small_town: Town) -> None:
    words = ("enseignant", "adml", "--structure", "jean-moulin")

    given = await told(small_town, "grant", *words)
    assert "Yann Le Bihan (enseignant) is adml of École Jean-Moulin from now on." in given
    assert "2 local administrators" in given
    assert "one colleague besides the head is advised" in given
    assert "within 2 minutes" in given
    assert await told(small_town, "grant", *words) == (
        "Yann Le Bihan (enseignant) is adml of École Jean-Moulin already: nothing changes.\n"
    )
    assert "is adml of École Jean-Moulin no more." in await told(small_town, "revoke", *words)
    assert "is not adml of École Jean-Moulin: nothing changes." in await told(small_town, "revoke", *words)


async def test_the_withdrawal_of_a_school_s_only_head_says_who_treats_its_requests(small_town: Town) -> None:
    said = await told(small_town, "revoke", "directrice", "directrice", "--structure", "0609902B")

    assert "École Louise-Michel has no head now." in said
    assert "Its requests are treated by Circonscription de Creil: Claire Dubreuil." in said


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("eleve", "adml", "--structure", "jean-moulin"), "Inès Caron is a student: only a teacher or a personnel"),
        (("enseignant", "erun", "--structure", "jean-moulin"), "erun is held in a circonscription, and École"),
        (("nobody", "erun", "--structure", "creil"), "the ENT has no account 'nobody'"),
        (("enseignant", "roi", "--structure", "creil"), "'roi' is none of vendor, plateforme, danei"),
    ],
)
async def test_what_cannot_be_given_says_why(small_town: Town, words: tuple[str, ...], complaint: str) -> None:
    status, said = await palier(small_town.settings, "grant", *words)

    assert status != 0
    assert complaint in said


@pytest.mark.parametrize(
    ("column", "status", "words"),
    [
        (
            "missing_since",
            0,
            "The account waited for pre-deletion since 2026-09-07: it stays while it holds a function",
        ),
        ("deleted_at", 1, "Yann Le Bihan is pre-deleted: an account that leaves is given no function"),
    ],
)
async def test_a_function_of_an_account_that_leaves_is_given_with_a_warning_or_not_at_all(
    small_town: Town, column: str, status: int, words: str
) -> None:
    accounts = ENT.tables["ent_accounts"]
    leaving = accounts.update().where(accounts.c.login == "enseignant").values({column: SEPTEMBER})
    async with opening.opened(small_town.settings) as desk:
        await desk.records.run(lambda connection: connection.execute(leaving).rowcount)

    for told in (True, bool(status)):  # what was undone the first time is not said again
        done, said = await palier(small_town.settings, "grant", "enseignant", "adml", "--structure", "jean-moulin")
        assert (done, words in said) == (status, told), said


@pytest.mark.parametrize("words", [("structures", "x.csv"), ("grant", "a", "erun", "--structure", "b")])
async def test_with_a_real_ent_each_says_who_does_it_there(words: tuple[str, ...], tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'palier.db'}"
    status, said = await once(*words, PALIER_DATABASE_URL=url, PALIER_ENT="entcore")

    assert status == 1
    assert "PALIER_ENT names a real ENT" in said
