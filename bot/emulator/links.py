"""Addresses behind words: which Telegram accepts, and how it writes them."""

from __future__ import annotations

import re
from typing import Any

_OWN = re.compile(r"(tg|ton|tonsite):(?://)?", re.IGNORECASE | re.ASCII)
_WEB = re.compile(r"([^:/?#@\[\]]*)://")
_HOST = re.compile(r"(?:[A-Za-z0-9.\-_!$,~*'();&+=]|%[0-9A-Fa-f]{2}|[^\x00-\x7f])*")
_USER = re.compile(r"tg:(?://)?user/?\?(?P<query>[^#]*)", re.IGNORECASE | re.ASCII)
_SPACES = " \t\r\n\0\v"
_UPPER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


class LinkError(ValueError):
    """An address that Telegram refuses; the words are Telegram's."""


def lowered(text: str) -> str:
    """Returns the text with the letters A to Z in lower case, and no others."""
    return text.translate(_UPPER)


def user_of(url: str) -> dict[str, Any] | None:
    """Returns the user whom a link like `tg://user?id=7` mentions; None for any other link."""
    match = _USER.fullmatch(url.partition("#")[0])
    if match is None:
        return None
    for key, _, value in (part.partition("=") for part in lowered(match["query"]).split("&")):
        if key == "id":
            number = int(value) if re.fullmatch(r"[1-9][0-9]{0,15}", value) else 0
            return {"id": number, "is_bot": False, "first_name": str(number)} if number else None
    return None


def checked(url: str) -> str:
    """Returns the address as Telegram keeps it, with a protocol and a path. Raises LinkError for one it refuses."""
    own = _OWN.match(url)
    if own is None:
        protocol, user, host, port, query = _parts(url)
        if "." not in host and not host.startswith("["):
            raise LinkError("Wrong HTTP URL")
        return f"{protocol}://{user + '@' if user else ''}{host}{f':{port}' if port else ''}{query}"
    rest, scheme = url[own.end() :], lowered(own[1])
    protocol, user, host, port, query = _parts(rest)
    if lowered(rest).startswith("http://") or protocol == "https" or user or port or host.startswith("["):
        raise LinkError("Wrong tg URL" if scheme == "tg" else "Wrong ton URL")
    if not re.fullmatch(r"[A-Za-z0-9\-_.]*" if scheme == "tonsite" else r"[A-Za-z0-9\-_]*", host):
        raise LinkError("Unallowed characters in URL host")
    return f"{scheme}://{host}{query[1:] if query.startswith('/?') else query}"


def _parts(url: str) -> tuple[str, str, str, int, str]:
    """Returns the protocol, the user, the host, the port (0 for none) and the path of an address."""
    web = _WEB.match(url)
    protocol = lowered(web[1]) if web else "http"
    if protocol not in ("http", "https"):
        raise LinkError("Unsupported URL protocol")
    rest = url[web.end() :] if web else url
    cut = next((place for place, sign in enumerate(rest) if sign in "/?#"), len(rest))
    place, query = rest[:cut], rest[cut:].rstrip(_SPACES)
    port = 0
    colon = max(place.rfind(sign) for sign in ":]@")
    if colon > 0 and place[colon] == ":":
        number = place[colon + 1 :].lstrip("0")
        port = int(number) if re.fullmatch(r"[0-9]{1,5}", number) else 0
        if not 0 < port <= 65535:
            raise LinkError("Wrong port number specified in the URL")
        place = place[:colon]
    user, _, host = place.rpartition("@")
    if not host:
        raise LinkError("URL host is empty")
    if host == ".":
        raise LinkError("Host is invalid")
    _check(host, "host")
    _check(user.replace(":", ""), "userinfo")
    query = "".join(f"%{ord(sign):02X}" if sign <= " " else sign for sign in query)
    return protocol, user, lowered(host), port, query if query.startswith("/") else f"/{query}"


def _check(part: str, name: str) -> None:
    if part.startswith("[") and part.endswith("]"):
        return
    match = _HOST.match(part)
    end = match.end() if match else 0
    if end < len(part):
        wrong = "Wrong percent-encoded symbol" if part[end] == "%" else "Disallowed character"
        raise LinkError(f"{wrong} in URL {name}")
