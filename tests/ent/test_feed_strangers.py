"""Strangers of the feed: what many share joins nobody; a pupil of the name may be another than the child meant."""

from __future__ import annotations

import pytest

from bot.terms.feed import Finding, Spot, Verdict
from tests.ent.fed import ELM, OAK, Fed, child, files, home, pupil, reasons
from tests.ent.test_feed_adults import ANA, LEO, OF_ANA, OF_LEO, families, sophie


@pytest.mark.parametrize(
    "shared",
    [
        {"email": "ce.0601001A@ac-example.fr"},
        {"email": "non@non.fr"},
        {"email": "NEANT@example.org"},
        {"mobile": "0600000000"},
        {"mobile": "06 66 66 66 66"},
        {"address": home("Adresse inconnue")},
        {"address": home("NC")},
        {"address": home("Chez SAMU social")},
    ],
)
async def test_what_strangers_share_joins_nobody(fed: Fed, shared: dict[str, object]) -> None:
    await fed.feed(files(ELM, LEO, ANA, sophie(OF_LEO, **shared), sophie(OF_ANA, **shared)))

    assert await families(fed) == [["Ana"], ["Léo"]]


async def test_an_address_joins_nobody_whose_mail_and_mobile_both_differ(fed: Fed) -> None:
    one = sophie(OF_LEO, address=home("12 rue Haute"), email="a@example.org", mobile="0612345678")
    other = sophie(OF_ANA, address=home("12 rue Haute"), email="b@example.org", mobile="0687654321")
    await fed.feed(files(ELM, LEO, ANA, one, other))

    assert await families(fed) == [["Ana"], ["Léo"]]


async def test_the_only_pupil_of_a_name_is_another_one_where_the_row_names_another_class(fed: Fed) -> None:
    namesake = pupil("Léo", "ROY", "222222222BB", "CM2")
    row = sophie(child("Léo", "ROY", "CM2"))
    await fed.feed(files(ELM, LEO, ANA, namesake, row))
    await fed.feed(files(OAK, namesake))
    report = await fed.feed(files(ELM, LEO, ANA, row))

    assert "child-other" in reasons(report)
    there = await fed.by_ine("123456789AB")
    assert not [one for one in await fed.rows("families") if one.student == there.id]


async def test_the_only_pupil_of_a_name_may_be_another_one_whose_line_was_refused(fed: Fed) -> None:
    refused = Finding(Spot("eleves.csv", 3), Verdict.REFUSED, "date", "Léo ROY")
    report = await fed.feed(files(ELM, LEO, sophie(child("Léo", "ROY", "CM2 M. Vert")), findings=(refused,)))

    assert "child-other" in reasons(report)
    assert await families(fed) == []


async def test_a_child_who_was_held_and_never_came_is_not_the_namesake_of_another_class(fed: Fed) -> None:
    held, row = pupil("Léo", "ROY", "", "CM2"), sophie(child("Léo", "ROY", "CM2"))
    report = await fed.feed(files(ELM, LEO, ANA, held, row))
    assert "child-held" in reasons(report)

    await fed.feed(files(ELM, LEO, ANA), complete=True)

    assert not await fed.rows("families")
