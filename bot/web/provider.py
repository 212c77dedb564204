"""The demo's ENT as a provider of OAuth 2.0: who signed in there may show an application which account is theirs.

The protocol is oauthlib's; here is only what it asks: which application is known, which codes and tokens were given.
"""

from __future__ import annotations

import hmac
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oauthlib.oauth2 import FatalClientError, OAuth2Error, RequestValidator, WebApplicationServer

_MOST = 1000  # codes and tokens kept in memory; beyond that the oldest is dropped
_SCOPE = "userinfo"


@dataclass(frozen=True, slots=True)
class Application:
    """An application that the ENT knows."""

    client_id: str
    secret: str
    address: str  #: where the browser is sent back to
    name: str


@dataclass(frozen=True, slots=True)
class _Code:
    account: str
    address: str
    challenge: str
    method: str


class _Known(RequestValidator):
    """What the library asks of an ENT with one application."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self.codes: OrderedDict[str, _Code] = OrderedDict()
        self.tokens: OrderedDict[str, str] = OrderedDict()

    def validate_client_id(self, client_id: str, request: Any, *args: Any, **kw: Any) -> bool:
        return client_id == self._application.client_id

    def validate_redirect_uri(self, client_id: str, redirect_uri: str, request: Any, *args: Any, **kw: Any) -> bool:
        return redirect_uri == self._application.address

    def validate_response_type(
        self, client_id: str, response_type: str, client: Any, request: Any, *args: Any, **kw: Any
    ) -> bool:
        return response_type == "code"

    def validate_scopes(
        self, client_id: str, scopes: Sequence[str], client: Any, request: Any, *args: Any, **kw: Any
    ) -> bool:
        return list(scopes) == [_SCOPE]

    def get_default_scopes(self, client_id: str, request: Any, *args: Any, **kw: Any) -> list[str]:
        return []

    def is_pkce_required(self, client_id: str, request: Any) -> bool:
        return True

    def save_authorization_code(self, client_id: str, code: Any, request: Any, *a: Any, **kw: Any) -> None:
        method = request.code_challenge_method or "plain"
        self.codes[code["code"]] = _Code(request.user, request.redirect_uri, request.code_challenge, method)
        _bound(self.codes)

    def client_authentication_required(self, request: Any, *args: Any, **kw: Any) -> bool:
        return True

    def authenticate_client(self, request: Any, *args: Any, **kw: Any) -> bool:
        known, given = self._application, (request.client_secret or "").encode()
        request.client = known
        return request.client_id == known.client_id and hmac.compare_digest(given, known.secret.encode())

    def validate_grant_type(
        self, client_id: str, grant_type: str, client: Any, request: Any, *args: Any, **kw: Any
    ) -> bool:
        return grant_type == "authorization_code"

    def validate_code(self, client_id: str, code: str, client: Any, request: Any, *args: Any, **kw: Any) -> bool:
        if (found := self.codes.get(code)) is None:
            return False
        request.user, request.scopes = found.account, [_SCOPE]
        return True

    def get_code_challenge(self, code: str, request: Any) -> str:
        return self.codes[code].challenge

    def get_code_challenge_method(self, code: str, request: Any) -> str:
        return self.codes[code].method

    def confirm_redirect_uri(
        self, client_id: str, code: str, redirect_uri: str, client: Any, request: Any, *args: Any, **kw: Any
    ) -> bool:
        return redirect_uri == self.codes[code].address

    def invalidate_authorization_code(self, client_id: str, code: str, request: Any, *args: Any, **kw: Any) -> None:
        self.codes.pop(code, None)

    def save_bearer_token(self, token: Any, request: Any, *args: Any, **kw: Any) -> None:
        self.tokens[token["access_token"]] = request.user
        _bound(self.tokens)

    def validate_bearer_token(self, token: str | None, scopes: Sequence[str], request: Any) -> bool:
        request.user = self.tokens.get(token or "")
        return request.user is not None


class Provider:
    """Gives an application codes and tokens for accounts."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self._known = _Known(application)
        self._server = WebApplicationServer(self._known)

    def refusal(self, asked: str) -> str | None:
        """Why the request for a code at that address is refused; empty where nothing is wrong.

        None where the application itself, or the address to send back to, is unknown: then nobody is sent back.
        """
        try:
            self._server.validate_authorization_request(asked, "GET", "", {})
        except FatalClientError:
            return None
        except OAuth2Error as error:
            return str(error.error)
        return ""

    def give_code(self, asked: str, account: str) -> str:
        """The address that the browser is sent back to, with a code for that account, or with an error."""
        headers, _, _ = self._server.create_authorization_response(
            asked, "GET", "", {}, scopes=[_SCOPE], credentials={"user": account}
        )
        return str(headers["Location"])

    def give_token(self, address: str, form: Mapping[str, str]) -> tuple[str, int]:
        """The answer to the exchange of a code, as JSON, and its status."""
        _, body, status = self._server.create_token_response(address, "POST", dict(form), {})
        return str(body), int(status)

    def account(self, address: str, authorization: str) -> str:
        """The account whose token is in that header; empty where there is none."""
        headers = {"Authorization": authorization}
        valid, request = self._server.verify_request(address, "GET", "", headers, [_SCOPE])
        return str(request.user) if valid else ""


def _bound(kept: OrderedDict[str, Any]) -> None:
    while len(kept) > _MOST:
        kept.popitem(last=False)
