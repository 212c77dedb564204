"""The demo's ENT page under attack: guesses, sessions, forms of other sites."""

from __future__ import annotations

import pytest

from bot.web.portal import COOKIE, VISITS_OF_ONE
from tests.web.test_portal import PASSWORD, Browser, School, browser, other, school

__all__ = ["browser", "other", "school"]


@pytest.mark.parametrize("login", ["eleve", "nobody"])
async def test_whoever_guesses_reads_when_to_try_again_whether_the_login_exists_or_not(
    browser: Browser, login: str
) -> None:
    pages = [await browser.sign_in(login, "guess") for _ in range(6)]
    assert "Trop d’essais pour l’instant : attendez 1 seconde, puis réessayez." in pages[-1]
    assert browser.status == 429
    assert await browser.sign_in(login, "guess") == pages[-1]


async def test_a_browser_that_was_inside_is_not_kept_out_by_guesses_from_another(
    browser: Browser, other: Browser
) -> None:
    await browser.sign_in("eleve")
    await browser.send("/deconnexion")
    for _ in range(20):
        await other.sign_in("eleve", "guess")
    assert other.status == 429
    assert "Bonjour Inès" in await browser.sign_in("eleve")
    assert "Bonjour" in await other.sign_in("enseignant")


async def test_whoever_enters_again_and_again_puts_nobody_else_out(browser: Browser, other: Browser) -> None:
    await browser.sign_in("eleve")
    first = {cookie.key: cookie.value for cookie in browser.session.cookie_jar}[COOKIE]
    for _ in range(VISITS_OF_ONE + 1):
        other.session.cookie_jar.clear()
        await other.sign_in("enseignant")
    assert "Bonjour Inès" in await browser.open()
    assert first in {cookie.value for cookie in browser.session.cookie_jar}


async def test_a_new_password_puts_out_whoever_is_inside_with_the_old_one(
    school: School, browser: Browser, other: Browser
) -> None:
    await other.sign_in("eleve")
    await browser.sign_in("eleve", (await school.directory.renew_code("eleve")).code)
    assert "Bonjour Inès" in await browser.send("/mot-de-passe", password=PASSWORD, again=PASSWORD)
    assert "Se connecter" in await other.open()


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}, {"Host": "evil.example"}])
async def test_forms_of_other_sites_and_every_refusal_are_answered_with_the_same_guards(
    browser: Browser, headers: dict[str, str]
) -> None:
    form = {"login": "eleve", "secret": "bonjour-one"}
    async with browser.session.post(f"{browser.url}/connexion", data=form, headers=headers) as answer:
        assert answer.status == 403
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in answer.headers


async def test_lines_stay_lines_on_the_wall(browser: Browser) -> None:
    await browser.sign_in("eleve")
    assert "Sortie demain\nN’oubliez rien" in await browser.send(
        "/publications", text="Sortie demain\nN’oubliez rien"
    )
