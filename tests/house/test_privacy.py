"""The pages for a data-protection officer say what the code and the configuration do, and leave out nothing kept."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from bot.ent.embedded.tables import ENT
from bot.storage.purging.kinds import KINDS
from bot.storage.tables import DESK
from config.settings import TABLES
from tests.house.source import text

PAGES = Path("docs/privacy")
NAMES = (
    *("menaces", "registre", "aipd", "mineurs", "droits"),
    *("sous-traitance", "violations", "information", "transferts"),
)
UNITS = {"days": "jour", "hours": "heure"}


def page(name: str) -> str:
    """That page."""
    return text(PAGES / f"{name}.md")


def lines(name: str) -> list[list[str]]:
    """The cells of each line of the tables of that page."""
    rows = (line for line in page(name).splitlines() if line.startswith("| "))
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def test_every_table_of_the_database_is_named_in_the_register() -> None:
    named = set(re.findall(r"`(\w+)`", page("registre")))
    assert sorted({*DESK.tables, *ENT.tables} - named) == []


def test_the_register_tells_the_periods_of_the_configuration() -> None:
    kept = tomllib.loads(text(Path("config/retention.toml")))["kept"]
    told = {row[0].strip("`"): row[2] for row in lines("registre") if len(row) == 4 and row[0].startswith("`")}
    assert set(kept) == {kind.name for kind in KINDS}
    assert told == {name: _period(*next(iter(length.items()))) for name, length in kept.items()}


def test_what_is_said_of_minors_is_what_is_configured() -> None:
    table = tomllib.loads(text(Path("config/consent.toml")))
    said = " ".join(page("mineurs").split())
    assert f"moins de {table['age']} ans" in said
    assert (table["yes_days"], table["again_days"]) == (365, 30)
    assert "dure un an" in said
    assert "Trente jours avant" in said
    assert (table["unknown"], table["who"]) == ("below", ["parent", "school"])


def test_what_is_kept_of_an_erased_call_is_what_is_configured() -> None:
    days = tomllib.loads(text(Path("config/distress.toml")))["erased_name_kept_days"]
    assert f"{days} jours" in " ".join(page("droits").split())
    assert f"{days} jours au plus" in page("registre")


def test_the_contract_has_every_clause_of_article_28_and_no_contract_binds_telegram() -> None:
    said = page("sous-traitance")
    for clause in (
        "objet",
        "durée",
        "Instructions",
        "Confidentialité",
        "Sécurité",
        "Autres sous-traitants",
        "Fin",
        "Audit",
    ):
        assert clause in said, clause
    assert "Telegram n’est pas un sous-traitant de l’académie" in said
    assert not [row for row in lines("registre") if row[0] == "Sous-traitants" and "Telegram" in row[1]]


def test_a_breach_is_told_in_72_hours_and_understood_with_commands_that_exist() -> None:
    said = page("violations")
    assert "72 heures" in said
    for command in ("palier audit verify", "palier outbox", "palier parked", "palier doctor"):
        assert command in said
        assert command.split()[1] in text(Path("bot/__main__.py"))


def test_every_table_that_a_page_cites_is_one_of_the_operator_s() -> None:
    cited = {name for one in NAMES for name in re.findall(r"config/(\w+)\.toml", page(one))}
    assert cited
    assert cited <= set(TABLES)


def test_every_promise_names_the_test_that_shows_it() -> None:
    table = page("menaces").partition("## Les promesses")[2].partition("## Ce qui reste")[0]
    promises = [line for line in table.splitlines() if line.startswith("| ")][2:]
    assert len(promises) > 10
    named = [(line, re.findall(r"`(tests/[\w/]+\.py)`", line)) for line in promises]
    assert [line for line, tests in named if not tests or not all(Path(one).is_file() for one in tests)] == []


def test_every_page_is_reached_and_leaves_to_the_academie_what_is_its_own() -> None:
    for name in NAMES:
        assert f"privacy/{name}.md" in text(Path("docs/guides/exploitant.md"))
        assert name == "menaces" or "compléter" in page(name)
    assert "docs/privacy" in text(Path("README.md"))


def _period(unit: str, number: int) -> str:
    return f"{number} {UNITS[unit]}{'s' if number > 1 else ''}"
