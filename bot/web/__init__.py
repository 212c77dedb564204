"""ENTRANCE, HTTP: the webhook, polling, health, and the one client behind the bot."""
