"""Announcements on the demo's ENT page: shown to those they are for, until they say that they have read them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.ent.embedded.portal import Portal
from bot.terms import Profile
from bot.terms.announcements import Announcement, day_of
from bot.web import portal_html
from tests.web.test_portal import School, school

__all__ = ["school"]

TODAY = day_of(datetime.now(UTC))
FETE = Announcement(
    title="pour la direction",
    texts={"fr": "La fête est samedi.\n<b>Venez</b> !"},
    starts=TODAY - timedelta(days=1),
    ends=TODAY + timedelta(days=2),
    profiles=frozenset({Profile.RELATIVE}),
    color="green",
    signature="École Jean-Moulin",
)


def portal(school: School) -> Portal:
    """The pages of the ENT, without a browser."""
    return Portal(school.directory._database)


async def shown(school: School, account: str) -> list[str]:
    """The identifiers of the banners that the account sees."""
    return [one.id for one in await portal(school).banners(account)]


async def test_a_banner_is_shown_to_those_it_is_for_until_they_have_read_it(school: School) -> None:
    made = await school.directory.announce("jean-moulin", FETE, "Marc Delattre")
    await school.directory.announce("jean-moulin", replace(FETE, starts=TODAY + timedelta(days=1)), "Marc Delattre")

    assert await shown(school, "parent") == [made]
    assert await shown(school, "eleve") == []
    await portal(school).read_banner("eleve", made)
    await portal(school).read_banner("parent", made)
    await portal(school).read_banner("parent", made)

    assert await shown(school, "parent") == []
    assert {one.views for one in await school.directory.announcements("jean-moulin") if one.id == made} == {1}


@pytest.mark.parametrize("color", ["#12ab3f", "mauve", 'red"><script>'])
def test_a_banner_says_what_was_written_and_nothing_that_a_browser_would_do(color: str) -> None:
    made = portal_html.banner("7", replace(FETE, color=color))

    assert "&lt;b&gt;Venez&lt;/b&gt; !" in made
    assert "École Jean-Moulin" in made
    assert 'class="banner in-red"' in made
    assert "<script>" not in made
    assert "pour la direction" not in made
