"""`palier fiches`, `tokens` and `unlink`: a file of sheets, the links that were handed out, an account unlinked."""

from __future__ import annotations

import csv
import os
import stat
from pathlib import Path

from sqlalchemy import update

from bot.ent.embedded.tables import ENT
from tests.journeys.conftest import small_town as small_town
from tests.journeys.town import Town
from tests.operator.trouble import palier


async def put_name(town: Town, login: str, first: str, last: str) -> None:
    """Has the ENT call somebody so."""
    accounts = ENT.tables["ent_accounts"]
    changed = update(accounts).where(accounts.c.login == login).values(first_name=first, last_name=last)
    assert town.house is not None
    await town.house.desk.records.run(lambda connection: connection.execute(changed))


async def written(town: Town, out: Path, *words: str) -> list[dict[str, str]]:
    """The rows of the sheets that `palier fiches` writes with these words."""
    status, said = await palier(town.settings, "fiches", "--school", "0609901A", *words, "--out", str(out))
    assert status == 0, said
    with out.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


async def test_sheets_are_the_owners_alone_and_their_links_can_be_listed_used_and_revoked(
    small_town: Town, tmp_path: Path
) -> None:
    out = tmp_path / "fiches.csv"

    rows = await written(small_town, out, "--class", "CM2")

    assert len(rows) == 3
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    [link] = [value for value in rows[0].values() if value.startswith("https://t.me/")]
    token = link.partition("start=")[2]
    _, listed = await palier(small_town.settings, "tokens", "--school", "jean-moulin")
    assert "handout 1" in listed
    assert "0 of 3 used  by an operator" in listed
    assert token not in listed
    assert (await palier(small_town.settings, "tokens", "--revoke", "1"))[1] == "3 links of handout 1 are void.\n"
    assert (await palier(small_town.settings, "tokens", "--revoke", "1"))[0] == 1
    stranger = small_town["inconnu"]
    await stranger.write(f"/start {token}")
    await stranger.see("Ce lien ne sert plus")


async def test_what_cannot_be_written_says_why_and_hands_nothing_out(small_town: Town, tmp_path: Path) -> None:
    for words, complaint in (
        (("--school", "0600000Z", "--out", str(tmp_path / "a.pdf")), "the ENT has no school '0600000Z'"),
        (
            ("--school", "jean-moulin", "--class", "CM9", "--out", str(tmp_path / "a.pdf")),
            "it has CE1, CE2-CM1, CM2, CP",
        ),
        (("--school", "creil", "--out", str(tmp_path / "a.pdf")), "the ENT has no school 'creil'"),
        (("--school", "jean-moulin", "--out", str(tmp_path / "a.doc")), "ends with none of .pdf, .csv, .xlsx"),
        (("--school", "jean-moulin", "--out", str(tmp_path / "nowhere" / "a.csv")), "there is no folder"),
    ):
        status, said = await palier(small_town.settings, "fiches", *words)
        assert status != 0
        assert complaint in said
    assert not [name for name in os.listdir(tmp_path) if name.startswith("a.")]
    assert (await palier(small_town.settings, "tokens"))[1] == "No links.\n"


async def test_an_unlinked_account_s_chat_is_told_and_can_do_nothing_more(small_town: Town) -> None:
    parent = small_town["parent"]

    status, said = await palier(small_town.settings, "unlink", "parent")

    assert status == 0, said
    await parent.see("n’est plus relié à ce Telegram")
    before = await parent.last()
    await parent.write("/mesdemandes")
    await parent.see("pour que je sache qui m’écrit", before)
    assert (await palier(small_town.settings, "unlink", "parent"))[0] == 1


async def test_a_file_that_is_there_is_kept_with_the_sheets_that_were_handed_out(
    small_town: Town, tmp_path: Path
) -> None:
    out = tmp_path / "fiches.csv"
    await written(small_town, out, "--class", "CM2")
    before = out.read_bytes()

    status, said = await palier(small_town.settings, "fiches", "--school", "jean-moulin", "--out", str(out))

    assert (status, out.read_bytes()) == (1, before)
    assert "is there already" in said
    assert os.listdir(tmp_path).count("fiches.csv") == 1
    assert not [name for name in os.listdir(tmp_path) if name.endswith(".part")]
    assert "handout 2" not in (await palier(small_town.settings, "tokens"))[1]


async def test_links_of_another_school_are_not_revoked_in_the_name_of_this_one(
    small_town: Town, tmp_path: Path
) -> None:
    await written(small_town, tmp_path / "fiches.csv", "--class", "CM2")

    status, said = await palier(small_town.settings, "tokens", "--school", "louise-michel", "--revoke", "1")

    assert status == 1
    assert "there is no handout 1 of that school" in said
    assert "revoked" not in (await palier(small_town.settings, "tokens"))[1]


async def test_names_that_the_sheets_cannot_write_are_told_to_who_prints(small_town: Town, tmp_path: Path) -> None:
    await put_name(small_town, "lea.martin", "明", "李")
    words = ("--school", "0609901A", "--class", "CM2", "--all")

    _, said = await palier(small_town.settings, "fiches", *words, "--out", str(tmp_path / "a.pdf"))

    assert "printed as […] in 1 names: 明 李" in said
    assert "[…]" not in (await palier(small_town.settings, "fiches", *words, "--out", str(tmp_path / "a.csv")))[1]
