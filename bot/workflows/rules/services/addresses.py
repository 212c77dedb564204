"""Reads the address of a link as people type it, and says what is to be known before it is given to a school. Pure.

Pupils and parents will follow it: it must lead to a site of the open web, and hold nobody's password.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, unquote, urlsplit, urlunsplit

from bot.terms import Refusal

MOST = 500  #: characters of an address
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?!\d+(?:[/?#]|$))", re.IGNORECASE)  #: a port is no part of a scheme
_TYPED = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//\S+|\S+:\S*@\S+|(?:javascript|data|mailto|file|vbscript):\S*", re.I)
_BARE = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#]\S*)?")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_FORBIDDEN = frozenset("<>\"'`{}|\\^")
_KEPT = "%/:=&?~#+!$,;@()*[]."  #: what stays as it is in a path and a query; all else is written in percents
_INSIDE = frozenset(
    {"localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private", "arpa"}
    | {"test", "invalid", "onion"}
)  #: ends of names that lead nowhere from home
#: names of parts of an address that say who somebody is: with them, whoever has the address comes in as that person
_KEYS = frozenset(
    {"token", "accesstoken", "idtoken", "auth", "authkey", "key", "apikey", "secret", "clientsecret", "password"}
    | {"passwd", "pass", "pwd", "mdp", "motdepasse", "session", "sessionid", "sid", "phpsessid", "jsessionid"}
    | {"ticket", "sig", "signature", "login", "user", "username", "identifiant", "jwt", "code", "otp", "hash"}
)


@dataclass(frozen=True, slots=True)
class Address:
    """An address that may be a link's."""

    url: str
    completed: bool = False  #: whether it was typed without `https://`
    plain: bool = False  #: whether it is `http://`, which others on the way can read
    keyed: bool = False  #: whether a part of it looks like a key or a login


def is_one(typed: str) -> bool:
    """Whether a word is meant as an address, good or bad, rather than as a name."""
    return bool(_TYPED.fullmatch(typed) or _BARE.fullmatch(typed))


def parted(typed: str) -> tuple[str, str]:
    """The first word that is meant as an address, or an empty one, and the other words."""
    words = typed.split()
    found = next((word for word in words if is_one(word)), "")
    if found:
        words.remove(found)
    return found, " ".join(words)


def read(typed: str) -> Address:
    """The address as a browser would read it; refused, with what is wrong, where no school should be given it."""
    said = typed.strip()
    if not said:
        raise Refusal("text-needed")
    if len(said) > MOST:
        raise Refusal("address-long", limit=MOST)
    if not said.isprintable() or _FORBIDDEN & {*said} or len(said.split()) > 1:
        raise Refusal("address-signs")
    scheme = _SCHEME.match(said)
    if scheme and scheme[1].lower() not in ("http", "https"):
        raise Refusal("address-scheme")
    completed = scheme is None
    parts = _parts(("https:" if said.startswith("//") else "https://") + said if completed else said)
    if "@" in parts.netloc or "%40" in parts.netloc:
        raise Refusal("address-login")
    url = urlunsplit((parts.scheme, _host(parts), _quoted(parts.path) or "/", *map(_quoted, parts[3:])))
    if len(url) > MOST:
        raise Refusal("address-long", limit=MOST)
    return Address(url, completed, parts.scheme == "http", _keyed(parts))


def _parts(whole: str) -> SplitResult:
    try:
        return urlsplit(whole)
    except ValueError:
        raise Refusal("address-unread") from None


def _host(parts: SplitResult) -> str:
    """The host, in the letters that the network knows, with its port."""
    try:
        name, port = parts.hostname or "", parts.port
        host = name.rstrip(".").encode("idna").decode("ascii").lower()
    except (ValueError, UnicodeError):
        raise Refusal("address-unread") from None
    labels = host.split(".")
    if _is_number(host) or labels[-1] in _INSIDE:
        raise Refusal("address-inside")
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels) or port == 0:
        raise Refusal("address-unread")
    usual = {"http": 80, "https": 443}[parts.scheme]
    return host if port in (None, usual) else f"{host}:{port}"


def _is_number(host: str) -> bool:
    """Whether it is a number of a machine in any of the ways that browsers read one."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        last = host.rpartition(".")[2]
        return bool(re.fullmatch(r"\d+|0x[0-9a-f]*", last))
    return True


def _quoted(part: str) -> str:
    return quote(part, safe=_KEPT)


def _keyed(parts: SplitResult) -> bool:
    named = re.split(r"[&;?#/]", unquote(f"{parts.query}&{parts.fragment}&{parts.path.partition(';')[2]}"))
    names = (one.partition("=")[0] for one in named if "=" in one)
    return any(re.sub(r"[^a-z]", "", name.lower()) in _KEYS for name in names)
