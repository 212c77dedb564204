"""An older file that comes again is told so, where it would make accounts of people who have another name now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.terms.feed import FeedKind, SchoolFeed
from tests.ent.fed import ELM, Fed, files, pupil, reasons, teacher

LEO = pupil("Léo", "ROY", "123456789AB")


def exported(name: str, digest: str) -> SchoolFeed:
    """A file of staff with one teacher of that name, who has no mail."""
    row = teacher("Ana", name)
    return replace(files(ELM, row, LEO), digests={row.spot.file: (FeedKind.STAFF, digest)})


@pytest.mark.parametrize("dry", [True, False])
async def test_a_file_from_before_a_correction_is_told(fed: Fed, dry: bool) -> None:
    await fed.feed(exported("PETIT", "one"))
    await fed.feed(exported("MARCHAND", "two"), complete=True)
    await fed.write("accounts", {"last_name": "LEROY"}, last_name="PETIT")
    await fed.write("fed", {"last_name": "LEROY", "name_key": "leroy|ana"}, last_name="PETIT")

    report = await fed.feed(exported("PETIT", "one"), dry=dry)
    [said] = [one for one in report.findings if one.reason == "older-file"]
    assert (said.details, said.spot.line) == ({"day": "2026-09-07"}, 0)


async def test_the_same_file_again_and_files_of_other_classes_are_no_older_ones(fed: Fed) -> None:
    for digest in ("one", "one", "two", "one"):  # the last one makes nobody
        report = await fed.feed(exported("PETIT", digest))
        assert "older-file" not in reasons(report)
    assert "older-file" not in reasons(await fed.feed(exported("MARCHAND", "three")))
