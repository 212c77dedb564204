"""The pages of the demo's ENT as a provider: whoever is signed in there may let an application know it."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from aiohttp import web
from yarl import URL

from bot.terms import Account
from bot.web import portal_html as html
from bot.web.loopback import guarded
from bot.web.provider import Provider

AUTHORIZE, TOKEN, USERINFO = "/auth/oauth2/auth", "/auth/oauth2/token", "/auth/oauth2/userinfo"
WANTED = "palier_ent_wanted"  #: a cookie: the address of the page that is shown once somebody has signed in
_SAYS_YES = "continuer"  # in the address, once its reader says that they may be known


class ProviderPage:
    """The pages of one provider; `who` tells which account is signed in in the browser, None for none."""

    def __init__(self, provider: Provider, who: Callable[[web.Request], Account | None]) -> None:
        self._provider = provider
        self._who = who

    def routes(self) -> list[web.RouteDef]:
        """The routes of the pages, which answer this machine only."""
        return [
            web.get(AUTHORIZE, guarded(self._authorize)),
            web.post(TOKEN, guarded(self._token)),
            web.get(USERINFO, guarded(self._userinfo)),
        ]

    async def _authorize(self, request: web.Request) -> web.Response:
        """Asks who is there to sign in, then whether the application may know them; sends the browser back."""
        asked = str(request.url)
        refusal = self._provider.refusal(asked)
        if refusal is None:
            return web.Response(status=302, headers={"Location": "/"})  # as ENT ONE does, without a word
        if refusal:
            return _sent_back(self._provider.application.address, request.query.get("state", ""), refusal)
        account = self._who(request)
        if account is None:
            response = web.Response(status=303, headers={"Location": "/"})
            response.set_cookie(WANTED, request.path_qs, httponly=True, samesite="Strict", max_age=600)
            return response
        if _SAYS_YES in request.query:
            response = web.Response(status=302, headers={"Location": self._provider.give_code(asked, account.id)})
            response.del_cookie(WANTED)
            return response
        no = _address(self._provider.application.address, request.query.get("state", ""), "access_denied")
        page = html.allowing(account, self._provider.application.name, f"{request.path_qs}&{_SAYS_YES}=1", no)
        response = web.Response(text=page, content_type="text/html")
        response.set_cookie(WANTED, request.path_qs, httponly=True, samesite="Strict", max_age=600)
        return response

    def way_back(self, request: web.Request) -> str:
        """Where a browser goes back to that came to sign in for the application; empty where it came for itself."""
        wanted = request.cookies.get(WANTED, "")
        if not wanted.startswith(AUTHORIZE):
            return ""
        state = URL(wanted, encoded=True).query.get("state", "")
        return _address(self._provider.application.address, state, "access_denied")

    async def _token(self, request: web.Request) -> web.Response:
        form = {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
        body, status = self._provider.give_token(str(request.url), form)
        return web.Response(text=body, status=status, content_type="application/json")

    async def _userinfo(self, request: web.Request) -> web.Response:
        account = self._provider.account(str(request.url), request.headers.get("Authorization", ""))
        return web.json_response({"userId": account}) if account else web.Response(status=401)


def _sent_back(address: str, state: str, error: str) -> web.Response:
    return web.Response(status=302, headers={"Location": _address(address, state, error)})


def _address(address: str, state: str, error: str) -> str:
    return f"{address}?{urlencode({'error': error, 'state': state})}"
