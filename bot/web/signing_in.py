"""The bot's pages of a sign-in at the ENT: the one that a button opens, and the one to which the ENT sends back.

Neither names anybody. The last one holds the way back into Telegram, for the browser that signed in and nobody else.
"""

from __future__ import annotations

import base64
import hashlib
import logging
from collections.abc import Callable
from html import escape
from pathlib import Path
from string import Template

from aiohttp import web

from bot.logs import brief
from bot.terms import Declined, Refusal, Unavailable
from bot.workflows.desk import Desk
from bot.workflows.people import signing_in

log = logging.getLogger(__name__)

SIGN_IN_PATH = "/connexion"
AGAIN = "lier"  #: `/start lier` says how to get linked, with a new button
_FOLDER = Path(__file__).with_name("sign_in_page")
_STYLE = (_FOLDER / "page.css").read_text("utf-8")
_PAGE = Template((_FOLDER / "page.html").read_text("utf-8"))
_DIGEST = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_HEADERS = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_DIGEST}'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
_LONGEST = 512  # characters of what a browser may bring
_HOPELESS = {
    "unreachable": (
        "L’ENT ne répond pas",
        "Rien n’a été relié. Dans quelques minutes, il suffit de recommencer.",
        503,
    ),
    "gone": ("Cette page ne sert plus", "Rien n’a été relié. Pour recommencer, il faut repartir de Telegram.", 410),
}
_REFUSED = (
    "L’ENT refuse cette connexion",
    "Rien n’a été relié. L’école peut aussi donner un lien Telegram, qui marche sans cette page.",
    502,
)
_DONE = (
    "Plus qu’un geste !",
    "Connexion réussie. Il reste à revenir dans Telegram, là où tout a commencé, puis à toucher « Démarrer ».",
    200,
)
_NOT_DONE = ("Connexion abandonnée", "Rien n’a été relié. Pour recommencer, il faut repartir de Telegram.", 403)
_UNKNOWN = ("Cette page n’existe pas", "Pour joindre l’assistance, il faut repartir de Telegram.", 404)
_TROUBLE = ("Un souci de notre côté", "Rien n’a été relié. Dans quelques minutes, il suffit de recommencer.", 503)


class SignInPages:
    """The two pages. `telegram` tells the address that opens the bot in Telegram; empty while the bot starts."""

    def __init__(self, desk: Desk, telegram: Callable[[], str]) -> None:
        self._desk = desk
        self._telegram = telegram

    def routes(self) -> list[web.RouteDef]:
        """The routes of the pages, with a slash at their end or without; and last, whatever is asked for besides.

        A request that only asks for headers is answered as for a page, and uses up nothing.
        """
        pages = ((SIGN_IN_PATH + "/{state}", self._leave), (SIGN_IN_PATH, self._return))
        ways = [(path + end, handler) for path, handler in pages for end in ("", "/")]
        return [
            *(web.get(path, handler, allow_head=False) for path, handler in ways),
            *(web.head(path, self._ahead) for path, _ in ways),
            web.route("*", "/{unknown:.*}", self._unknown),
        ]

    async def _ahead(self, _request: web.Request) -> web.Response:
        return web.Response(content_type="text/html", charset="utf-8", headers=_HEADERS)

    async def _unknown(self, _request: web.Request) -> web.Response:
        return self._shown(*_UNKNOWN)

    async def _leave(self, request: web.Request) -> web.Response:
        """Sends the browser on to the ENT's login page."""
        try:
            address = await signing_in.login_page(self._desk, request.match_info["state"])
        except Refusal:
            return self._hopeless("gone")
        except Unavailable as error:
            return self._trouble(error)
        return web.Response(status=302, headers={"Location": address, **_HEADERS})

    async def _return(self, request: web.Request) -> web.Response:
        """Takes the browser back from the ENT. A browser that only looks ahead uses up nothing."""
        asked = {name: value for name, value in request.query.items() if len(value) <= _LONGEST}
        state, code = asked.get("state", ""), asked.get("code", "")
        if "prefetch" in request.headers.get("Sec-Purpose", request.headers.get("Purpose", "")):
            return web.Response(status=503, headers=_HEADERS)
        if not self._telegram():
            return self._shown(*_TROUBLE)
        try:
            if not code:
                return await self._without(state, asked.get("error", ""))
            way = await signing_in.come_back(self._desk, state, code)
        except Refusal:
            return self._hopeless("gone")
        except Declined as no:
            log.warning("A sign-in failed: the ENT declined (%s)", no.reason)
            return self._hopeless(no.reason)
        except Unavailable as error:
            return self._trouble(error)
        return self._shown(*_DONE, way=way)

    async def _without(self, state: str, error: str) -> web.Response:
        """The page for a browser that the ENT sends back without a code: refused by its owner, or by the ENT."""
        await signing_in.give_up(self._desk, state)
        if error in ("", "access_denied"):
            return self._shown(*_NOT_DONE)
        log.error("The ENT refuses the sign-in: %s. See docs/entcore.md, and run `palier doctor`.", ascii(error[:40]))
        return self._shown(*_REFUSED)

    def _trouble(self, error: Unavailable) -> web.Response:
        log.warning("A sign-in failed: %s", brief(error))
        return self._shown(*_TROUBLE)

    def _hopeless(self, reason: str) -> web.Response:
        return self._shown(*_HOPELESS.get(reason, _REFUSED))

    def _shown(self, title: str, words: str, status: int, way: str = "") -> web.Response:
        """A page with a button back to Telegram, by the `way` that links, or by the one that begins anew."""
        address = self._telegram()
        shown = _PAGE.substitute(
            style=_STYLE,
            title=escape(title),
            words=escape(words),
            mark="✓" if way else "!",
            kind="good" if way else "bad",
            address=escape(f"{address}?start={way or AGAIN}"),
            hidden="" if address else " hidden",
            button="Retour dans Telegram",
            more="" if way else " hidden",
        )
        return web.Response(text=shown, content_type="text/html", status=status, headers=_HEADERS)


def pages(desk: Desk, username: Callable[[], str]) -> list[web.RouteDef]:
    """The routes of the pages, none where no sign-in is configured. `username` is the bot's, empty at its start."""
    if desk.sign_in is None:
        return []
    return SignInPages(desk, lambda: f"https://t.me/{name}" if (name := username()) else "").routes()
