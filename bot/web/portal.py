"""The demo's ENT page: people sign in, choose a password, publish for their school, and report publications."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import web

from bot.cutting import beginning
from bot.terms import Account
from bot.web import portal_html as html
from bot.web.loopback import Handler, guarded
from bot.web.portal_port import Entry, Portal, Publication
from bot.web.provider import Provider
from bot.web.provider_page import AUTHORIZE, WANTED, ProviderPage
from bot.web.september import Day, September

COOKIE = "palier_ent"
KNOWN = "palier_ent_known"  #: a cookie of a browser that signed in; it opens nothing
VISITS = 1000  #: sessions kept in memory; beyond that the oldest is dropped
VISITS_OF_ONE = 10  #: sessions of one account, so that nobody drops those of all others

_YEAR = 365 * 24 * 3600
_FILES = {"portal.css": "text/css", "icon.svg": "image/svg+xml"}
_WRONG = (
    "Cela ne marche pas : vérifiez l’identifiant, puis le mot de passe ou le code. "
    "Un code marche une seule fois, pendant 24 heures."
)
_WEAK = "Ce mot de passe est trop court : il en faut un de 8 caractères au moins, par exemple une petite phrase."
_TWO = "Les deux mots de passe ne sont pas les mêmes : écrivez deux fois le même."
_STALE = "Ce code ne marche plus : demandez-en un autre à l’école."


@dataclass(slots=True)
class Visit:
    """A session: signed in (`account`), or about to choose a password (`login` and `code`)."""

    account: Account | None = None
    login: str = ""
    code: str = field(default="", repr=False)
    notice: str = ""


class PortalPage:
    """The web page of one portal, which is a `provider` where one is given. Sessions are kept in memory.

    `telegram` is where links to https://t.me lead: to the demo's own Telegram. Where a `day` of September is given,
    the sign-in page offers it.
    """

    def __init__(
        self,
        portal: Portal,
        provider: Provider | None = None,
        telegram: str = html.TELEGRAM,
        day: Day | None = None,
    ) -> None:
        self._portal = portal
        self._provider = None if provider is None else ProviderPage(provider, self._who)
        self._telegram = telegram
        self._september = None if day is None else September(day)
        self._visits: OrderedDict[str, Visit] = OrderedDict()
        self._known: OrderedDict[tuple[str, str], None] = OrderedDict()  # a browser, and a login that entered there

    def routes(self) -> list[web.RouteDef]:
        """The routes of the page, which answer this machine only."""
        posts: dict[str, Handler] = {
            "/connexion": self._sign_in, "/mot-de-passe": self._choose, "/publications": self._publish,
            "/signalements": self._report, "/deconnexion": self._leave, "/bandeaux": self._close_banner,
        }  # fmt: skip
        found = [web.get("/", guarded(self._home)), web.get("/page/{name}", guarded(_file))]
        found += [web.post(path, guarded(handler)) for path, handler in posts.items()]
        for part in (self._provider, self._september):
            found += part.routes() if part is not None else []
        return found

    def _who(self, request: web.Request) -> Account | None:
        visit = self._visit(request)
        return visit.account if visit is not None else None

    def _visit(self, request: web.Request) -> Visit | None:
        return self._visits.get(request.cookies.get(COOKIE, ""))

    async def _home(self, request: web.Request) -> web.Response:
        visit = self._visit(request)
        if visit is None:
            return await self._entrance(request.query.get("identifiant", ""))
        if visit.account is None:
            return _answer(html.choosing(visit.login))
        wanted = request.cookies.get(WANTED, "") if self._provider is not None else ""
        if wanted.startswith(AUTHORIZE):
            response = web.Response(status=303, headers={"Location": wanted})
            response.del_cookie(WANTED)
            return response
        return await self._wall(request, visit, visit.account)

    def _closed(self, request: web.Request) -> web.Response:
        """The page for a blocked account, which leads back to the application it was to sign in for, if any."""
        back = self._provider.way_back(request) if self._provider is not None else ""
        response = _answer(html.blocked(back), 403)
        response.del_cookie(WANTED)
        return response

    async def _entrance(self, login: str, complaint: str = "", status: int = 401) -> web.Response:
        below = self._september.offer() if self._september is not None else ""
        page = html.entrance(await self._portal.people(), login, complaint, below)
        return _answer(page, status if complaint else 200)

    async def _wall(self, request: web.Request, visit: Visit, account: Account) -> web.Response:
        people = {person.id: person for person in await self._portal.people()}
        if people.get(account.id, account).blocked:  # blocking also ends a session that was open
            self._forget(request)
            return self._closed(request)
        shown = [_shown(each, account, people.get(each.author)) for each in await self._portal.wall(account.id)]
        received = await self._portal.mailbox(account.id)
        mail = [html.message(one.subject, one.at, one.html, self._telegram) for one in received]
        said, visit.notice = visit.notice, ""
        banners = [html.banner(one.id, one.said) for one in await self._portal.banners(account.id)]
        return _answer(html.wall(account, shown, said, mail, banners))

    async def _sign_in(self, request: web.Request) -> web.Response:
        form = await request.post()
        login, secret = _typed(form, "login").strip(), _typed(form, "secret").strip()
        browser = request.cookies.get(KNOWN, "")
        known = browser if (browser, login.lower()) in self._known else ""
        entry = await self._portal.sign_in(login, secret, request.remote or "", known)
        if entry.outcome == "choose":
            return self._begin(request, Visit(login=login, code=secret))
        return await self._entered(request, entry, login)

    async def _choose(self, request: web.Request) -> web.Response:
        visit, form = self._visit(request), await request.post()
        if visit is None or not visit.code:
            return _to_home()
        password = _typed(form, "password").strip()
        if password != _typed(form, "again").strip():
            return _answer(html.choosing(visit.login, _TWO), 422)
        entry = await self._portal.choose(visit.login, visit.code, password, request.remote or "")
        if entry.outcome == "weak":
            return _answer(html.choosing(visit.login, _WEAK), 422)
        if entry.outcome == "later":
            return _answer(html.choosing(visit.login, html.later(entry.wait)), 429)
        self._forget(request)
        self._drop(entry.account)  # whoever was inside with the old password is put out
        return await self._entered(request, entry, visit.login, wrong=_STALE)

    async def _entered(self, request: web.Request, entry: Entry, login: str, wrong: str = _WRONG) -> web.Response:
        if entry.outcome == "blocked":
            return self._closed(request)
        if entry.outcome == "later":
            return await self._entrance(login, html.later(entry.wait), 429)
        if entry.outcome != "in" or entry.account is None:
            return await self._entrance(login, wrong)
        return self._recognise(request, self._begin(request, Visit(account=entry.account)), login)

    async def _publish(self, request: web.Request) -> web.Response:
        visit, form = self._visit(request), await request.post()
        text = beginning(_typed(form, "text").strip(), html.LONGEST)
        if visit is not None and visit.account is not None and text:
            await self._portal.publish(visit.account.id, text)
            visit.notice = "C’est publié : toute l’école peut le lire."
        return _to_home()

    async def _report(self, request: web.Request) -> web.Response:
        visit, form = self._visit(request), await request.post()
        if visit is not None and visit.account is not None:
            new = await self._portal.report(visit.account.id, _typed(form, "publication"))
            visit.notice = (
                "Merci. L’école est prévenue." if new else "Vous l’avez déjà signalé : l’école est prévenue."
            )
        return _to_home()

    async def _close_banner(self, request: web.Request) -> web.Response:
        visit, form = self._visit(request), await request.post()
        if visit is not None and visit.account is not None:
            await self._portal.read_banner(visit.account.id, _typed(form, "announcement"))
        return _to_home()

    async def _leave(self, request: web.Request) -> web.Response:
        self._forget(request)
        response = _to_home()
        response.del_cookie(COOKIE)
        return response

    def _begin(self, request: web.Request, visit: Visit) -> web.Response:
        """Starts a new session under a random name, never one sent by the browser."""
        self._forget(request)
        same = [name for name, other in self._visits.items() if _whose(other) == _whose(visit)]
        for name in same[: len(same) + 1 - VISITS_OF_ONE] if len(same) >= VISITS_OF_ONE else ():
            del self._visits[name]
        name = secrets.token_urlsafe(32)
        self._visits[name] = visit
        if len(self._visits) > VISITS:
            self._visits.popitem(last=False)
        response = _to_home()
        response.set_cookie(COOKIE, name, httponly=True, samesite="Strict", path="/")
        return response

    def _recognise(self, request: web.Request, response: web.Response, login: str) -> web.Response:
        """Marks the browser as one that signed in with this login: others' wrong guesses do not slow it down."""
        browser = request.cookies.get(KNOWN, "")
        if not any(browser == known for known, _ in self._known):
            browser = secrets.token_urlsafe(32)
        self._known[browser, login.lower()] = None
        if len(self._known) > VISITS:
            self._known.popitem(last=False)
        response.set_cookie(KNOWN, browser, httponly=True, samesite="Strict", path="/connexion", max_age=_YEAR)
        return response

    def _drop(self, account: Account | None) -> None:
        """Ends all sessions of the account; none where it is None."""
        inside = [(name, visit.account) for name, visit in self._visits.items()]
        for name, other in inside:
            if account is not None and other is not None and other.id == account.id:
                del self._visits[name]

    def _forget(self, request: web.Request) -> None:
        self._visits.pop(request.cookies.get(COOKIE, ""), None)


def _whose(visit: Visit) -> str:
    return visit.account.login if visit.account is not None else visit.login.lower()


async def _file(request: web.Request) -> web.Response:
    name = request.match_info["name"]
    if name not in _FILES:
        return web.Response(status=404)
    return web.Response(body=(html.PAGE / name).read_bytes(), content_type=_FILES[name])


def _typed(form: Mapping[str, object], name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""


def _to_home() -> web.Response:
    return web.Response(status=303, headers={"Location": "/"})


def _answer(page: str, status: int = 200) -> web.Response:
    return web.Response(text=page, content_type="text/html", status=status)


def _shown(publication: Publication, reader: Account, author: Account | None) -> str:
    own = publication.author == reader.id
    offer = "" if own else html.offer(publication.id, reported=publication.reported)
    face = html.avatar(publication.author_name, author.profile if author else None)
    return html.publication(publication.id, face, publication.author_name, publication.at, publication.html, offer)
