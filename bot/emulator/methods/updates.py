"""getUpdates and webhooks."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from ..errors import bad_request
from ..records import Json, Webhook
from .registry import Call, method


@method("getUpdates")
async def get_updates(call: Call) -> list[Json]:
    """Returns the updates from `offset` on, waiting up to `timeout` seconds for the first."""
    if (allowed := call.get("allowed_updates")) is not None:
        call.bot.mailbox.allowed = allowed or None
        call.world.mark("bot", call.bot.id)
    limit = call.get("limit", 100)
    patience = min(max(call.get("timeout", 0), 0), 50)
    return await call.delivery.poll(call.bot, call.get("offset", 0), limit if 1 <= limit <= 100 else 100, patience)


def _check_address(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme == "http" and parts.hostname not in ("localhost", "127.0.0.1", "::1"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise bad_request("bad webhook: invalid URL")


@method("setWebhook")
def set_webhook(call: Call) -> bool:
    """Sets the webhook; an empty URL deletes it. Plain http is accepted for loopback only."""
    box, url = call.bot.mailbox, call.get("url", "")
    secret, connections = call.get("secret_token"), call.get("max_connections", 40)
    if url:
        _check_address(url)
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise bad_request("secret token contains unallowed characters")
    if not 1 <= connections <= 100:
        raise bad_request("invalid max_connections specified")
    if (allowed := call.get("allowed_updates")) is not None:
        box.allowed = allowed or None
    box.webhook = Webhook(url, secret, connections) if url else None
    call.world.mark("bot", call.bot.id)
    call.delivery.reset(call.bot, drop=bool(call.get("drop_pending_updates")))
    return True


@method("deleteWebhook")
def delete_webhook(call: Call) -> bool:
    """Deletes the webhook, so that getUpdates works again."""
    call.bot.mailbox.webhook = None
    call.world.mark("bot", call.bot.id)
    call.delivery.reset(call.bot, drop=bool(call.get("drop_pending_updates")))
    return True


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> Json:
    """Returns the webhook's URL, the number of waiting updates and the last failure."""
    box = call.bot.mailbox
    hook = box.webhook
    info: Json = {"url": hook.url if hook else "", "has_custom_certificate": False}
    info["pending_update_count"] = len(box.pending)
    if hook:
        info["max_connections"] = hook.max_connections
        info["ip_address"] = "127.0.0.1"
        failure = {"last_error_date": hook.error_date, "last_error_message": hook.error_message}
        info |= {name: value for name, value in failure.items() if value}
    if box.allowed:
        info["allowed_updates"] = box.allowed
    return info
