/** The page's single long poll for the emulator's events. */
import * as api from "./api.js";

const RETRY_MS = 1500;
const NEVER = 2 ** 50;

/**
 * Polls for ever. Calls `begin()` once, after it knows the number of the last event, so that none is missed;
 * `hear(events)` with each batch, which is empty if none came within `patience()` seconds; `lost(true|false)` when the
 * connection breaks or returns; `reborn()` when it returns, as a restarted emulator numbers its events anew.
 * Before each of these calls, `tell(now)` is called with the emulator's time.
 */
export async function follow({ begin, hear, patience, lost, reborn, tell }) {
  let seq = null;
  let broken = false;
  for (;;) {
    try {
      const answer = await (seq === null ? api.events(NEVER, 0) : api.events(seq, patience()));
      if (broken && seq !== null) return reborn();
      tell(answer.now);
      if (seq === null) await begin();
      else await hear(answer.events);
      if (broken) lost((broken = false));
      seq = answer.seq;
    } catch (failure) {
      console.warn(failure);
      lost((broken = true));
      await new Promise((wake) => setTimeout(wake, RETRY_MS));
    }
  }
}

/** Returns, for each chat in `events`, the lowest message id concerned. */
export function touched(events) {
  const chats = new Map();
  for (const { kind, chat_id: chatId, message_id: messageId } of events) {
    if (!chatId || !messageId || ["action", "answer"].includes(kind)) continue;
    chats.set(chatId, Math.min(chats.get(chatId) ?? Infinity, messageId));
  }
  return chats;
}
