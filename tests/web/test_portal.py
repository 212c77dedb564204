"""The demo's ENT page over real HTTP, on the embedded ENT."""

from __future__ import annotations

import html
import logging
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

import aiohttp
import pytest

from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.embedded.portal import Portal
from bot.storage.engine import open_records
from bot.web import portal_html
from bot.web.portal import COOKIE, KNOWN, PortalPage
from bot.web.provider import Application, Provider
from bot.web.server import WebServer
from tests.people import NOON

PASSWORD = "une petite phrase"
APPLICATION = Application("palier", "secret", "http://127.0.0.1:8083/connexion", "L’assistance")


@dataclass
class School:
    """The page, the ENT behind it, and how often the page called `on_report`."""

    url: str
    directory: EmbeddedDirectory
    reports: list[None] = field(default_factory=list)


@pytest.fixture
async def school(inhabited_sqlite_url: str) -> AsyncIterator[School]:
    """The demo's ENT and its page."""
    records = open_records(inhabited_sqlite_url)
    made = School("", EmbeddedDirectory(records))
    portal = Portal(records, on_report=lambda: made.reports.append(None))
    server = WebServer("127.0.0.1", 0, PortalPage(portal, Provider(APPLICATION)).routes())
    await server.start()
    made.url = f"http://127.0.0.1:{server.port}"
    yield made
    await server.stop()
    await records.close()


class Browser:
    """An HTTP client that keeps cookies, like a browser, and the last answer."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        self.status = 0
        self.page = ""
        self.addresses: list[str] = []

    async def open(self, path: str = "/") -> str:
        """Opens a path; returns the page shown."""
        return await self._see(self.session.get(f"{self.url}{path}"))

    async def send(self, path: str, **fields: str) -> str:
        """Sends a form; returns the page shown after it."""
        return await self._see(self.session.post(f"{self.url}{path}", data=fields))

    async def _see(self, asked: aiohttp.client._RequestContextManager) -> str:
        async with asked as answer:
            self.addresses += [str(step.url) for step in (*answer.history, answer)]
            self.status, self.page = answer.status, await answer.text()
            return self.page

    async def sign_in(self, login: str, secret: str = "bonjour-one") -> str:
        """Signs in; returns the page shown after that."""
        return await self.send("/connexion", login=login, secret=secret)


@pytest.fixture
async def browser(school: School) -> AsyncIterator[Browser]:
    """A fresh browser."""
    opened = Browser(school.url)
    yield opened
    await opened.session.close()


@pytest.fixture
async def other(school: School) -> AsyncIterator[Browser]:
    """A second browser, with cookies of its own."""
    opened = Browser(school.url)
    yield opened
    await opened.session.close()


def last_publication(page: str) -> str:
    """The id of the first publication on the page that can be reported."""
    found = re.search(r'name="publication" value="([^"]+)"', page)
    assert found, page
    return found[1]


async def test_the_page_says_that_it_is_a_demonstration_and_gives_the_password(browser: Browser) -> None:
    page = await browser.open()
    assert "L’ENT de la démonstration" in page
    assert "Ceci est une démonstration" in page
    assert "bonjour-one" in page
    assert 'href="/?identifiant=eleve"' in page


async def test_each_person_is_shown_with_their_part_in_words_that_fit_women_too(browser: Browser) -> None:
    page = await browser.open()
    parts = dict(re.findall(r"<span>([^<]+)<small>([^<]+)</small></span>", page))
    assert parts["Nadia Belkacem"] == "administration locale"
    assert parts["Solène Quémener"] == "équipe enseignante"
    assert parts["Marc Delattre"] == "direction"


async def test_the_rule_for_a_password_is_told_before_one_is_chosen(school: School, browser: Browser) -> None:
    page = await browser.sign_in("eleve", (await school.directory.renew_code("eleve")).code)
    assert "8 caractères au moins" in page


async def test_a_chosen_person_s_login_is_written_already(browser: Browser) -> None:
    assert 'name="login" value="eleve"' in await browser.open("/?identifiant=eleve")


async def test_the_password_leads_to_the_wall_of_the_school(browser: Browser) -> None:
    page = await browser.sign_in("eleve")
    assert "Bonjour Inès" in page
    assert "École Jean-Moulin" in page


async def test_a_wrong_password_leads_nowhere(browser: Browser) -> None:
    page = await browser.sign_in("eleve", "bonjour")
    assert browser.status == 401
    assert "Cela ne marche pas" in page
    assert "Bonjour Inès" not in await browser.open()


async def test_a_code_leads_to_a_new_password_and_that_leads_in(school: School, browser: Browser) -> None:
    code = (await school.directory.renew_code("eleve")).code
    assert "Votre nouveau mot de passe" in await browser.sign_in("eleve", f" {code.upper()} ")
    assert "Bonjour Inès" in await browser.send("/mot-de-passe", password=PASSWORD, again=PASSWORD)
    await browser.send("/deconnexion")
    assert "Cela ne marche pas" in await browser.sign_in("eleve", code)
    assert "Bonjour Inès" in await browser.sign_in("eleve", PASSWORD)


async def test_an_activation_code_opens_an_account_never_used(school: School, browser: Browser) -> None:
    code = await school.directory.activation_code("mael.le-goff")
    assert "Votre nouveau mot de passe" in await browser.sign_in("mael.le-goff", code)
    assert "Bonjour Maël" in await browser.send("/mot-de-passe", password=PASSWORD, again=PASSWORD)


@pytest.mark.parametrize(
    ("password", "again", "words"),
    [("court", "court", "trop court"), (PASSWORD, "une autre phrase", "pas les mêmes")],
)
async def test_a_password_that_will_not_do_is_asked_again(
    school: School, browser: Browser, password: str, again: str, words: str
) -> None:
    await browser.sign_in("eleve", (await school.directory.renew_code("eleve")).code)
    assert words in await browser.send("/mot-de-passe", password=password, again=again)
    assert "Bonjour Inès" in await browser.send("/mot-de-passe", password=PASSWORD, again=PASSWORD)


async def test_a_code_replaced_meanwhile_chooses_nothing(school: School, browser: Browser) -> None:
    await browser.sign_in("eleve", (await school.directory.renew_code("eleve")).code)
    await school.directory.renew_code("eleve")
    page = await browser.send("/mot-de-passe", password=PASSWORD, again=PASSWORD)
    assert "Ce code ne marche plus" in page


async def test_a_code_is_in_no_address_no_page_and_no_log(
    school: School, browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    code = (await school.directory.renew_code("eleve")).code
    pages = [await browser.sign_in("eleve", code), await browser.open()]
    pages.append(await browser.send("/mot-de-passe", password="court", again="court"))
    assert code not in "".join((*pages, *browser.addresses, caplog.text))


async def test_a_blocked_account_reads_that_it_is_blocked(school: School, browser: Browser) -> None:
    await school.directory.block("eleve", True)
    assert "Votre compte est bloqué" in await browser.sign_in("eleve")
    assert browser.status == 403
    assert "Retour dans Telegram" not in browser.page


async def test_who_came_from_telegram_with_a_blocked_account_reads_why_and_is_led_back(
    school: School, browser: Browser
) -> None:
    asked = {"response_type": "code", "client_id": "palier", "redirect_uri": APPLICATION.address, "scope": "userinfo"}
    asked |= {"state": "a-state", "code_challenge": "c" * 43, "code_challenge_method": "S256"}
    await school.directory.block("eleve", True)
    await browser.open(f"/auth/oauth2/auth?{urlencode(asked)}")

    page = await browser.sign_in("eleve")

    assert "Parlez-en à la direction de votre école" in page
    assert "Retour dans Telegram" in page
    assert html.escape(f"{APPLICATION.address}?error=access_denied&state=a-state") in page


async def test_whoever_is_inside_when_blocked_is_put_out(school: School, browser: Browser) -> None:
    await browser.sign_in("eleve")
    await school.directory.block("eleve", True)
    assert "Votre compte est bloqué" in await browser.open()
    assert "Se connecter" in await browser.open()


async def test_a_publication_is_read_by_the_whole_school_and_by_no_other(
    school: School, browser: Browser, other: Browser
) -> None:
    await browser.sign_in("eleve")
    assert "C’est publié" in await browser.send("/publications", text="Vive la cantine")
    assert "Vive la cantine" in await other.sign_in("enseignant")
    await other.send("/deconnexion")
    assert "Vive la cantine" not in await other.sign_in("directrice")


async def test_a_publication_is_reported_once_and_the_bot_is_told(
    school: School, browser: Browser, other: Browser
) -> None:
    await browser.sign_in("lea.martin")
    assert "Oui, signaler" not in await _only_mine(browser, "Noé est nul")
    publication = last_publication(await other.sign_in("eleve"))
    assert "L’école est prévenue" in await other.send("/signalements", publication=publication)
    assert "Vous l’avez déjà signalé" in await other.send("/signalements", publication=publication)
    assert len(school.reports) == 1
    (report,) = [r for r in await school.directory.reports("jean-moulin", False) if "Noé est nul" in r.html]
    assert [reporter.account for reporter in report.reporters] == ["eleve"]


async def _only_mine(browser: Browser, text: str) -> str:
    """Publishes and returns the part of the page that shows it."""
    page = await browser.send("/publications", text=text)
    return next(part for part in page.split("<article")[1:] if text in part)


async def test_what_people_write_is_shown_as_text(school: School, browser: Browser) -> None:
    await browser.sign_in("eleve")
    page = await browser.send("/publications", text="<script>alert('a')</script> & <b>gras</b>")
    assert "<script>" not in page
    assert "<b>gras" not in page
    assert "&lt;script&gt;alert(&#x27;a&#x27;)&lt;/script&gt; &amp; &lt;b&gt;gras&lt;/b&gt;" in page


async def test_a_login_is_written_back_as_text(browser: Browser) -> None:
    page = await browser.sign_in('"><script>alert(1)</script>', "x")
    assert "<script>" not in page


async def test_the_session_is_unguessable_and_out_of_reach_of_scripts_and_other_sites(browser: Browser) -> None:
    await browser.sign_in("eleve")
    cookies = list(browser.session.cookie_jar)
    assert {cookie.key for cookie in cookies} == {COOKIE, KNOWN}
    for cookie in cookies:
        assert len(cookie.value) >= 40
        assert cookie["httponly"]
        assert cookie["samesite"] == "Strict"


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}])
async def test_another_site_s_page_cannot_reach_in(browser: Browser, headers: dict[str, str]) -> None:
    async with browser.session.post(
        f"{browser.url}/connexion", data={"login": "eleve", "secret": "bonjour-one"}, headers=headers
    ) as answer:
        assert answer.status == 403


async def test_a_stranger_publishes_and_reports_nothing(school: School, browser: Browser) -> None:
    assert "Se connecter" in await browser.send("/publications", text="Coucou")
    assert "Se connecter" in await browser.send("/signalements", publication="1")
    assert "Se connecter" in await browser.send("/mot-de-passe", password=PASSWORD, again=PASSWORD)
    assert not school.reports


async def test_a_message_is_shown_to_its_reader_alone_and_its_link_leads_to_the_demos_telegram(
    school: School, browser: Browser
) -> None:
    written = '<p>Bonjour</p><p><a href="https://t.me/palier_bot?start=abc">Ouvrir</a></p><script>alert(1)</script>'
    await school.directory.send_message("eleve", "Votre <b>lien</b>", written)

    page = await browser.sign_in("eleve")
    assert "Votre &lt;b&gt;lien&lt;/b&gt;" in page
    assert 'href="https://t.me/palier_bot?start=abc"' in page
    assert "alert(1)" not in page
    assert "Messagerie" in page
    led = portal_html.message("Votre lien", NOON, written, "http://127.0.0.1:8081/t.me")
    assert 'href="http://127.0.0.1:8081/t.me/palier_bot?start=abc"' in led


async def test_whoever_received_nothing_sees_no_mailbox(school: School, browser: Browser) -> None:
    await school.directory.send_message("eleve", "Votre lien", "<p>Bonjour</p>")

    assert "Messagerie" not in await browser.sign_in("enseignant")
