"""USE-CASES of connection sheets (guide, chapter 1): printed with a login and a link, handed out, revoked."""
