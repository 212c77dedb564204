"""Which addresses Telegram would call with updates, as its own server decides it."""

from __future__ import annotations

import pytest

from bot.web.address import refusal

OFFICIAL = "https://api.telegram.org"
HERE = "http://127.0.0.1:8081"


@pytest.mark.parametrize(
    "url",
    [
        "https://bot.example.org",
        *(f"https://bot.example.org:{port}" for port in (443, 80, 88, 8443)),
        "https://bot.example.org/palier",
        "https://8.8.8.8",
        "https://école.example.org",
    ],
)
def test_a_public_address_is_taken(url: str) -> None:
    assert refusal(url, OFFICIAL, "/telegram") == ""


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://bot.example.org", "https://"),
        ("bot.example.org", "https://"),
        ("ftp://bot.example.org", "https://"),
        ("https://", "https://"),
        ("https://bot.example.org:8444", "port 8444"),
        ("https://bot.example.org:0", "port"),
        ("https://bot.example.org:99999", "not an address"),
        ("https://10.1.2.3", "private"),
        ("https://100.64.0.1", "private"),
        ("https://192.168.1.4:8443", "private"),
        ("https://127.0.0.1", "private"),
        ("https://203.0.113.9", "reserved"),
        ("https://[2001:db8::1]", "IPv6"),
        ("https://palier", "does not know"),
        ("https://palier.local", "does not know"),
        ("https://localhost", "does not know"),
        ("https://bot.example.org?x=1", "“?”"),
        ("https://bot.example.org/telegram", "without /telegram"),
    ],
)
def test_an_address_that_telegram_does_not_call_is_told_in_words(url: str, words: str) -> None:
    assert words in refusal(url, OFFICIAL, "/telegram")


def test_a_server_on_this_machine_may_call_this_machine_only() -> None:
    assert refusal("http://127.0.0.1:9", HERE, "/telegram") == ""
    assert refusal("http://localhost:9", HERE, "/telegram") == ""
    assert "https://" in refusal("http://bot.example.org", HERE, "/telegram")
    assert "private" in refusal("https://10.0.0.1", HERE, "/telegram")


def test_a_bot_api_server_of_ones_own_may_call_private_addresses() -> None:
    assert refusal("http://palier:8080", "http://telegram-bot-api:8081", "/telegram") == ""
