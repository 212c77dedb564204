"""The addresses and names of links, as people type them, and as nobody should be given them."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.terms import Profile, Refusal
from bot.workflows.rules.services import addresses, naming
from bot.workflows.rules.services.addresses import Address


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("https://www.ville.fr/cantine", "https://www.ville.fr/cantine"),
        ("  https://www.ville.fr  ", "https://www.ville.fr/"),
        ("HTTPS://WWW.Ville.FR:443/Cantine", "https://www.ville.fr/Cantine"),
        ("https://ville.fr:8443/a?b=c&d=é#menu", "https://ville.fr:8443/a?b=c&d=%C3%A9#menu"),
        ("https://école-de-creil.fr/", "https://xn--cole-de-creil-9gb.fr/"),
        ("https://ville.fr./", "https://ville.fr/"),
        ("https://ville.fr/mail?to=a@b", "https://ville.fr/mail?to=a@b"),
        ("https://ville.fr/%C3%A9t%C3%A9", "https://ville.fr/%C3%A9t%C3%A9"),
    ],
)
def test_an_address_is_read_as_a_browser_would(typed: str, url: str) -> None:
    assert addresses.read(typed) == Address(url)
    assert addresses.read(url) == Address(url)


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("www.ville.fr/cantine", "https://www.ville.fr/cantine"),
        ("ville.fr", "https://ville.fr/"),
        ("ville.fr:8443/a", "https://ville.fr:8443/a"),
        ("//ville.fr/a", "https://ville.fr/a"),
    ],
)
def test_an_address_without_a_scheme_gets_https(typed: str, url: str) -> None:
    assert addresses.read(typed) == Address(url, completed=True)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "text-needed"),
        (" ", "text-needed"),
        ("https://ville.fr/" + "a" * 500, "address-long"),
        ("https://ville.fr/" + "é" * 200, "address-long"),
        ("https://ville.fr/la cantine", "address-signs"),
        ("https://ville.fr/<script>", "address-signs"),
        ('https://ville.fr/"onclick', "address-signs"),
        ("https://ville.fr\\@mechant.fr/", "address-signs"),
        ("https://ville.fr/\u202e", "address-signs"),
        ("https://vil\u200ble.fr/", "address-signs"),
        ("https://ville.fr/\x00", "address-signs"),
        ("javascript:alert(1)", "address-scheme"),
        ("JavaScript://ville.fr/%0aalert(1)", "address-scheme"),
        ("data:text/html;base64,PHM+", "address-scheme"),
        ("file:///etc/passwd", "address-scheme"),
        ("ftp://ville.fr/", "address-scheme"),
        ("mailto:mairie@ville.fr", "address-scheme"),
        ("https://claire:secret@ville.fr/", "address-login"),
        ("https://claire@ville.fr/", "address-login"),
        ("https://ville.fr%40mechant.fr/", "address-login"),
        ("mairie@ville.fr", "address-login"),
        ("http://localhost/", "address-inside"),
        ("localhost:8080", "address-inside"),
        ("http://127.0.0.1/", "address-inside"),
        ("http://127.1/", "address-inside"),
        ("http://2130706433/", "address-inside"),
        ("http://0x7f000001/", "address-inside"),
        ("http://0x7f.0.0.0x1/", "address-inside"),
        ("http://192.168.1.10/partage", "address-inside"),
        ("http://[::1]/", "address-inside"),
        ("http://[fe80::1]/", "address-inside"),
        ("http://\uff11\uff12\uff17.0.0.1/", "address-inside"),
        ("http://nas.local/", "address-inside"),
        ("https://intranet/", "address-inside"),
        ("https://x.ecole.lan/", "address-inside"),
        ("https://", "address-unread"),
        ("https:///cantine", "address-unread"),
        ("https://cantine", "address-unread"),
        ("https://ville..fr", "address-unread"),
        ("https://-ville.fr", "address-unread"),
        ("https://ville_de_creil.fr", "address-unread"),
        ("https://ville.fr:0/", "address-unread"),
        ("https://ville.fr:99999/", "address-unread"),
        ("https://ville.fr:http/", "address-unread"),
        ("https://[ville.fr/", "address-unread"),
        ("cantine", "address-unread"),
    ],
)
def test_what_no_school_should_be_given_is_refused_with_what_is_wrong(typed: str, reason: str) -> None:
    with pytest.raises(Refusal, match=f"^{reason}"):
        addresses.read(typed)


@pytest.mark.parametrize(
    "typed",
    [
        *("https://ville.fr/?token=4f2a", "https://ville.fr/?a=1&API_KEY=4f2a", "https://ville.fr/?mot-de-passe=été"),
        *("https://ville.fr/#access_token=4f2a", "https://ville.fr/a;jsessionid=4F2A", "https://ville.fr/?to%6ben=1"),
        "https://ville.fr/a;b=c?x=1;sid=2",
    ],
)
def test_what_looks_like_a_key_is_warned_of(typed: str) -> None:
    assert addresses.read(typed).keyed


@pytest.mark.parametrize(
    "typed", ["https://ville.fr/token", "https://ville.fr/?page=token", "https://ville.fr/?monkey=1"]
)
def test_what_only_has_the_word_is_not(typed: str) -> None:
    assert not addresses.read(typed).keyed


def test_an_address_that_is_not_encrypted_is_warned_of() -> None:
    assert addresses.read("http://ville.fr:80/") == Address("http://ville.fr/", plain=True)


_HOSTILE = st.text(
    st.sampled_from("htps:/@%.#?&;=[]\\<>'\"|{}~ \t\n\r\x00\u202e\u200b１é-_0x127f.localhost" + "ab"), max_size=60
)


@given(
    st.one_of(
        st.text(max_size=80), _HOSTILE, _HOSTILE.map("https://{}".format), _HOSTILE.map("https://ville.fr{}".format)
    )
)
def test_whatever_is_typed_is_refused_or_leads_to_a_public_site(typed: str) -> None:
    addresses.parted(typed)
    try:
        read = addresses.read(typed)
    except Refusal:
        return
    parts = urlsplit(read.url)
    assert parts.scheme in ("http", "https")
    assert parts.username is parts.password is None
    assert parts.hostname is not None
    assert read.url.isascii()
    assert read.url.isprintable()
    assert not {*" <>\"'\\`"} & {*read.url}
    last = parts.hostname.rpartition(".")[2]
    assert "." in parts.hostname
    assert not last.isdecimal()
    assert last not in ("localhost", "local", "lan")
    assert addresses.read(read.url).url == read.url


@pytest.mark.parametrize(
    ("typed", "address", "name"),
    [
        ("https://ville.fr/ La cantine", "https://ville.fr/", "La cantine"),
        ("La cantine www.ville.fr", "www.ville.fr", "La cantine"),
        ("La cantine", "", "La cantine"),
        ("javascript:alert(1) Jeu", "javascript:alert(1)", "Jeu"),
        ("https://a:b@ville.fr Jeu", "https://a:b@ville.fr", "Jeu"),
        ("Blog", "", "Blog"),
        ("", "", ""),
    ],
)
def test_an_address_and_a_name_are_told_apart(typed: str, address: str, name: str) -> None:
    assert addresses.parted(typed) == (address, name)


def test_a_name_has_single_spaces_and_nothing_that_nobody_sees() -> None:
    assert naming.read("  La\n  cantine ") == "La cantine"
    assert naming.read("Can\u202eti\u200bne") == "Cantine"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "text-needed"),
        ("a" * 61, "service-name-long"),
        ("<b>", "service-name-signs"),
        ("--", "service-name-signs"),
    ],
)
def test_a_name_that_cannot_be_read_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        naming.read(typed)


NAMES = {"a": "Blog", "b": "Cahier de textes", "c": "Cahier multimédia", "d": "Agenda", "e": "Agenda de la semaine"}


@pytest.mark.parametrize(
    ("typed", "key"), [("blog", "a"), ("cahier multi", "c"), ("textes", "b"), ("AGENDA", "d"), ("semaine", "e")]
)
def test_a_service_is_found_by_its_name_or_by_how_it_begins(typed: str, key: str) -> None:
    assert naming.found(typed, NAMES) == key


@pytest.mark.parametrize(("typed", "reason"), [("cahier", "service-several"), ("wiki", "service-unknown")])
def test_a_name_of_none_or_several_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        naming.found(typed, NAMES)


@pytest.mark.parametrize(
    ("typed", "profiles"),
    [
        ("élèves", {Profile.STUDENT}),
        ("pour les parents et les enseignants", {Profile.RELATIVE, Profile.TEACHER}),
        ("la cantine des parents", set()),
        ("oui", set()),
    ],
)
def test_profiles_are_named_alone(typed: str, profiles: set[Profile]) -> None:
    assert {*naming.profiles(typed)} == profiles
