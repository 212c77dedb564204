"""The HTML of the demo's ENT page. Everything a person wrote is escaped here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape
from pathlib import Path
from string import Template
from zoneinfo import ZoneInfo

import nh3

from bot.cutting import initial
from bot.terms import Account, Profile
from bot.terms.announcements import COLORS, Announcement
from bot.workflows.rules.reports.publication import cleaned

PAGE = Path(__file__).with_name("portal_page")
LONGEST = 2000  #: characters of a publication at most
TELEGRAM = "https://t.me"  #: where links to the bot begin

_ZONE = ZoneInfo("Europe/Paris")
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
_PROFILES = {
    Profile.STUDENT: "élève",
    Profile.RELATIVE: "parent",
    Profile.TEACHER: "équipe enseignante",
    Profile.PERSONNEL: "personnel",
    Profile.GUEST: "sur invitation",
}
_FUNCTIONS = {
    "director": "direction",
    "adml": "administration locale",
    "erun": "ERUN",
    "danei": "DANEI",
    "plateforme": "plateforme d’assistance",
    "vendor": "éditeur",
}


def template(name: str) -> Template:
    """A fragment of the page, with its gaps."""
    return Template((PAGE / f"{name}.html").read_text("utf-8").strip())


_FRAME, _ENTRANCE, _CHOOSING, _BLOCKED, _WALL, _PUBLICATION, _OFFER, _ALLOWING, _MESSAGE, _BANNER = map(
    template,
    ("page", "entrance", "choosing", "blocked", "wall", "publication", "offer", "allowing", "message", "banner"),
)


def entrance(accounts: Iterable[Account], login: str, complaint: str = "", below: str = "") -> str:
    """The sign-in page, with `login` filled in, `complaint` shown if not empty, and the markup `below` under it."""
    focus = {"focus_login": "" if login else " autofocus", "focus_secret": " autofocus" if login else ""}
    body = _ENTRANCE.substitute(login=escape(login), people=_people(accounts, login), **focus)
    return framed("Connexion", body + below, _notice(complaint, "notice bad narrow"))


def choosing(login: str, complaint: str = "") -> str:
    """The page that asks for a new password, with `complaint` shown if not empty."""
    return framed(
        "Nouveau mot de passe", _CHOOSING.substitute(login=escape(login)), _notice(complaint, "notice bad narrow")
    )


def later(seconds: int) -> str:
    """The complaint that too many tries failed, and how long to wait. The same for every login."""
    return f"Trop d’essais pour l’instant : attendez {seconds} seconde{'s' if seconds > 1 else ''}, puis réessayez."


def allowing(account: Account, application: str, yes: str, no: str) -> str:
    """The page that asks whether an application may know whose account this is; `yes` and `no` are addresses."""
    facts = {"name": account.name, "application": application, "yes": yes, "no": no}
    body = _ALLOWING.substitute({name: escape(fact) for name, fact in facts.items()})
    return framed("Connexion", body)


def blocked(back: str = "") -> str:
    """The page shown to a blocked account; `back` is the address of the application it was to sign in for, if any."""
    facts = {"back": escape(back or "/"), "way": "Retour dans Telegram" if back else "Retour"}
    return framed("Compte bloqué", _BLOCKED.substitute(facts, hidden="" if back else " hidden"))


def wall(
    account: Account,
    publications: Sequence[str],
    said: str,
    messages: Sequence[str] = (),
    banners: Sequence[str] = (),
) -> str:
    """The page of a school: its `banners`, the reader's `messages`, the form to publish, and what was published.

    `said` is shown above all if it is not empty.
    """
    body = _WALL.substitute(
        first_name=escape(account.first_name),
        school=escape(_school_of(account)),
        longest=LONGEST,
        banners=f'<section class="banners" aria-label="Messages de l’école">{"".join(banners)}</section>'
        if banners
        else "",
        messages=f'<section aria-labelledby="mail"><h2 id="mail">Messagerie</h2>{"".join(messages)}</section>'
        if messages
        else "",
        publications="".join(publications) or '<p class="card nothing">Rien pour l’instant. Qui commence ?</p>',
    )
    return framed("Fil de nouveautés", body, _notice(said, "notice"), _corner(account))


def banner(name: str, said: Announcement) -> str:
    """The banner of an announcement, in French where it has that, else in its first language.

    Red where its color is none of the ENT's: no style of anybody's own is let onto the page.
    """
    code = "fr" if "fr" in said.texts else next(iter(said.texts), "fr")
    words = "".join(f"<p>{escape(line)}</p>" for line in said.texts.get(code, "").splitlines())
    signature = f"<p><small>{escape(said.signature)}</small></p>" if said.signature else ""
    color = said.color if said.color in COLORS else COLORS[0]
    return _BANNER.substitute(id=escape(name), color=color, lang=escape(code), words=words + signature)


def publication(name: str, face: str, author: str, at: datetime, written: str, below: str) -> str:
    """One publication: the author's avatar (`face`), `written` as plain text, and `below` under it."""
    return _PUBLICATION.substitute(
        id=escape(name),
        avatar=face,
        author=escape(author),
        stamp=at.isoformat(),
        when=_when(at),
        words=escape(cleaned(written)),
        below=below,
    )


def message(subject: str, at: datetime, written: str, telegram: str) -> str:
    """One message of the mailbox: its paragraphs and links, of which those to https://t.me lead to `telegram`."""
    words = nh3.clean(
        written, tags={"p", "a"}, attributes={"a": {"href"}}, url_schemes={"https"}, link_rel="noopener"
    )
    led = words.replace(f'href="{TELEGRAM}/', f'target="_blank" href="{escape(telegram)}/')
    return _MESSAGE.substitute(subject=escape(subject), stamp=at.isoformat(), when=_when(at), words=led)


def offer(name: str, *, reported: bool) -> str:
    """The button that reports a publication, or the words that it is reported."""
    return '<p class="reported">Signalé à l’école</p>' if reported else _OFFER.substitute(id=escape(name))


def framed(title: str, body: str, notice: str = "", corner: str = "") -> str:
    """A whole page with that body; `notice` and `corner` are markup, too."""
    return _FRAME.substitute(title=escape(title), body=body, notice=notice, corner=corner)


def _notice(words: str, kinds: str) -> str:
    role = "alert" if "bad" in kinds else "status"
    return f'<p class="{kinds}" role="{role}">{escape(words)}</p>' if words else ""


def _when(at: datetime) -> str:
    here = at.astimezone(_ZONE)
    return f"{here.day} {_MONTHS[here.month - 1]} à {here:%H:%M}"


def _part_of(account: Account) -> str:
    """What the person is at the school, in words that fit women and men."""
    return _FUNCTIONS.get(account.function) or _PROFILES[account.profile]


def _school_of(account: Account) -> str:
    return account.places[0].name if account.places else ""


def avatar(name: str, profile: Profile | None) -> str:
    """A round picture with a person's initials in the colour of their profile, hidden from screen readers."""
    words = name.split()
    initials = "".join(initial(word) for word in (words[:1] + words[1:][-1:])).upper()
    colour = f" of-{profile}" if profile else ""
    return f'<span class="avatar{colour}" aria-hidden="true">{escape(initials)}</span>'


def _corner(account: Account) -> str:
    who = f"<p>{escape(account.name)}<small>{_part_of(account)}</small></p>"
    leave = '<form method="post" action="/deconnexion"><button class="quiet" type="submit">Quitter</button></form>'
    return f'<div class="corner">{avatar(account.name, account.profile)}{who}{leave}</div>'


def _people(accounts: Iterable[Account], login: str) -> str:
    schools: dict[str, list[Account]] = {}
    for account in accounts:
        schools.setdefault(_school_of(account), []).append(account)
    largest_first = sorted(schools.items(), key=lambda school: -len(school[1]))
    return "".join(_school(name, members, login) for name, members in largest_first)


def _school(name: str, members: Sequence[Account], login: str) -> str:
    opened = " open" if any(member.login == login for member in members) else ""
    rows = "".join(_person(member, login) for member in members)
    head = f"{escape(name) or 'Ailleurs'} <small>{len(members)}</small>"
    return f'<details class="people"{opened}><summary>{head}</summary><ul>{rows}</ul></details>'


def _person(account: Account, login: str) -> str:
    here = ' aria-current="true"' if account.login == login else ""
    words = f"<span>{escape(account.name)}<small>{_part_of(account)}</small></span>"
    link = f'<a href="/?identifiant={escape(account.login)}"{here}>'
    return f"<li>{link}{avatar(account.name, account.profile)}{words}</a></li>"
