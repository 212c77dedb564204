"""The sign-in of an ENT ONE: OAuth 2.0 with a code, as one of its applications; the protocol is oauthlib's.

The server reads no PKCE; a proof is sent all the same, as the standard asks, for the ENTs that do.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import logging
from urllib.parse import parse_qsl, urlsplit

from oauthlib.oauth2 import OAuth2Error, WebApplicationClient
from oauthlib.oauth2.rfc6749.errors import InvalidGrantError, MissingTokenError

from bot.ent.entcore.answers import Answer
from bot.ent.entcore.wire import Call, NotSent, Patience, Unanswered, Wire
from bot.ent.reasons import Reason
from bot.terms import Declined

log = logging.getLogger(__name__)

AUTHORIZE, TOKEN, USERINFO = "/auth/oauth2/auth", "/auth/oauth2/token", "/auth/oauth2/userinfo"
SCOPE = "userinfo"
_HTTPS = "https://ent"  # the library makes no address that begins with http://, as the demo's does
_LONGEST = 64  # characters of an identifier
_TOKENS = 16 * 1024  # bytes of an answer that holds a token


class EntcoreSignIn:
    """The sign-in at the ENT `url`, as the application `client`, which browsers come back from to `page`."""

    def __init__(
        self,
        url: str,
        client: str,
        secret: str,
        page: str,
        *,
        patience: Patience | None = None,
        proxy: str | None = None,
    ) -> None:
        self.page = page  #: the bot's own page
        self._url = url.rstrip("/")
        self._client = client
        self._secret = secret
        self._wire = Wire(url, patience or Patience(), proxy)

    async def close(self) -> None:
        """Closes the connections."""
        await self._wire.close()

    def button(self, state: str) -> str:
        """The address of the bot's page that begins a sign-in with that state."""
        return f"{self.page}/{state}"

    def address(self, state: str) -> str:
        """The address of the ENT's login page for that state."""
        client = WebApplicationClient(self._client)
        proof = {"code_challenge": _challenge(self._verifier(state)), "code_challenge_method": "S256"}
        asked = client.prepare_request_uri(_HTTPS, self.page, SCOPE, state, **proof)
        return f"{self._url}{AUTHORIZE}?{urlsplit(asked).query}"

    async def sent_to(self, state: str, scope: str) -> str:
        """Where the ENT sends a browser that asks for that scope, with nobody signed in; empty for nowhere.

        Declined: `UNREACHABLE`.
        """
        asked = {"response_type": "code", "client_id": self._client, "redirect_uri": self.page, "state": state}
        answer = await self._send(Call("GET", AUTHORIZE, asked | ({"scope": scope} if scope else {})), {})
        return answer.location

    async def account(self, state: str, code: str) -> str:
        """The identifier of the account that signed in. The token is used for this, and kept nowhere.

        Declined: `UNREACHABLE`; `GONE` for a code that is not good; `REFUSED` where the ENT refuses the application,
        its secret, its address or its scope, which the log says; `GARBLED`.
        """
        client = WebApplicationClient(self._client)
        proof = self._verifier(state)
        body = client.prepare_request_body(code, self.page, code_verifier=proof, client_secret=self._secret)
        answer = await self._send(Call("POST", TOKEN, form=_form(body)), {})
        try:
            token = client.parse_request_body_response(answer.body[:_TOKENS].decode(errors="replace"))
        except InvalidGrantError:
            raise Declined(Reason.GONE, "the ENT does not know this code") from None
        except (MissingTokenError, ValueError):
            raise Declined(Reason.GARBLED, "no token in the answer") from None
        except OAuth2Error as error:
            raise _refused(str(error.error)) from None
        call = Call("GET", USERINFO, {"version": "2.0"})
        answer = await self._send(call, {"Authorization": f"Bearer {token.get('access_token')}"})
        return _identifier(answer)

    async def _send(self, call: Call, headers: dict[str, str]) -> Answer:
        try:
            answer = await self._wire.send(call, headers)
        except (NotSent, Unanswered) as error:
            raise Declined(Reason.UNREACHABLE, str(error)) from None
        if answer.status >= 500:
            raise Declined(Reason.UNREACHABLE, f"{call.path} answered {answer.status}")
        return answer

    def _verifier(self, state: str) -> str:
        """What proves that whoever asked for the code exchanges it; made anew of the state, so kept nowhere."""
        return _text(hmac.digest(self._secret.encode(), state.encode(), "sha256"))


def _form(body: str) -> dict[str, str]:
    return dict(parse_qsl(body))


def _challenge(verifier: str) -> str:
    return _text(hashlib.sha256(verifier.encode()).digest())


def _text(digest: bytes) -> str:
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def _identifier(answer: Answer) -> str:
    """The account's identifier in what the ENT says of its owner. Raises `Declined` where there is none."""
    if answer.status in (302, 401, 403):
        raise _refused(f"userinfo answered {answer.status}")
    try:
        said = answer.json()
    except ValueError as error:
        raise Declined(Reason.GARBLED, str(error)) from None
    found = said.get("userId") if isinstance(said, dict) else None
    if not isinstance(found, str) or not 0 < len(found) <= _LONGEST or not found.isprintable():
        raise Declined(Reason.GARBLED, "no account in the answer")
    return found


def _refused(why: str) -> Declined:
    """Logs that the ENT refuses the application itself, which only the operator can mend."""
    log.error("The ENT refuses the sign-in: %s. See docs/entcore.md, and run `palier doctor`.", why)
    return Declined(Reason.REFUSED, why)
