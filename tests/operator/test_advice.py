"""What `palier doctor` says of the errors that Telegram met at the webhook."""

from __future__ import annotations

import pytest

from bot.doctor import webhook


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("SSL error {error:0A000086:SSL routines::certificate verify failed}", "fullchain.pem"),
        ("Connection refused", "nothing listens there"),
        ("Connection timed out", "firewall"),
        ("Failed to resolve host: Name or service not known", "DNS"),
        ("Wrong response from the webhook: 403 Forbidden", "the secret"),
        ("Wrong response from the webhook: 404 Not Found", "/telegram"),
        ("Wrong response from the webhook: 301 Moved Permanently", "no redirection"),
        ("Wrong response from the webhook: 502 Bad Gateway", "/readyz"),
        ("Something new", "what stands before `palier serve`"),
    ],
)
def test_an_error_that_telegram_met_is_explained(error: str, words: str) -> None:
    assert words in webhook.explained(error)
