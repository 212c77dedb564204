"""Keys by which the feed compares names, labels, mails, phones and addresses; empty for nothing. Pure."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from bot.folding import fold, words
from bot.terms.feed import Address

_REMEMBERED = 16_384  # results of the cached functions: names and labels repeat
_NOT_DIGITS = re.compile(r"\D")
#: what stands for no mail, or for one that many share: the school's own, « non@non.fr », « x@x.fr »
_NO_MAIL = re.compile(r"ce\.\d{7}[a-z]@.*|(?:non|nc|na|neant|aucun|inconnu|sans|pasdemail|x+)@.*|([^@]*)@\1\..*")
_LONG = {  # abbreviations of addresses
    "av": "avenue",
    "ave": "avenue",
    "bd": "boulevard",
    "bld": "boulevard",
    "bvd": "boulevard",
    "r": "rue",
    "pl": "place",
    "ch": "chemin",
    "che": "chemin",
    "imp": "impasse",
    "all": "allee",
    "rte": "route",
    "st": "saint",
    "ste": "sainte",
    "res": "residence",
    "bat": "batiment",
    "appt": "appartement",
    "sq": "square",
}


@lru_cache(_REMEMBERED)
def plain(name: str) -> str:
    """The letters and digits of a name, folded: `annelise` for Anne-Lise, ANNE LISE and annelise."""
    return "".join(words(name)) or " ".join(fold(name).split())


def person_key(last_name: str, first_name: str) -> str:
    """Last and first name as they are compared."""
    return f"{plain(last_name)}|{plain(first_name)}"


def pupil_key(last_name: str, first_name: str, birth_date: date | None) -> str:
    """Names and birth date as they are compared."""
    return f"{person_key(last_name, first_name)}|{birth_date or ''}"


@lru_cache(_REMEMBERED)
def label_key(label: str) -> str:
    """The label of a class, whatever its spaces, case and accents."""
    return " ".join(fold(label).split())


def mail_key(mail: str) -> str:
    """A mail as it is compared; empty for one that tells nobody from anybody."""
    key = mail.strip().lower()
    return "" if _NO_MAIL.fullmatch(key) else key


def phone_key(phone: str) -> str:
    """A French number by its ten digits, with or without the prefix of the country; any other one by its digits.

    Empty for one that stands for none, such as 0600000000.
    """
    digits = _NOT_DIGITS.sub("", phone)
    if len(set(digits[-8:])) == 1:
        return ""
    for prefix in ("0033", "33"):
        if digits.startswith(prefix) and len(digits.removeprefix(prefix).lstrip("0")) == 9:
            return "0" + digits.removeprefix(prefix).lstrip("0")
    return digits


@lru_cache(_REMEMBERED)
def address_key(address: Address) -> str:
    """An address without case, accents, signs and abbreviations; empty unless it has a number, a street and a place.

    « Le Bourg », « Résidence du Parc » or « Adresse inconnue » are where strangers live, too.
    """
    street = _spelt(address.street)
    place = _NOT_DIGITS.sub("", address.postcode) or _spelt(address.town.lower().partition("cedex")[0])
    return f"{street}|{place}" if place and any(sign.isdigit() for sign in street) else ""


def _spelt(text: str) -> str:
    return " ".join(_LONG.get(word, word) for word in words(text))
