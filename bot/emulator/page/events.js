/** The page's single long poll: hands over what happened in the emulator, chat by chat. */
import * as api from "./api.js";

const RETRY_MS = 1500;
const NEVER = 2 ** 50;

/**
 * Follows the emulator for ever. `begin()` is called once, after the first number is known so that nothing is missed;
 * `hear(events)` gets each batch, be it empty after `patience()` seconds; `lost(true|false)` tells of the link,
 * `reborn()` of a link found again: the emulator may have started afresh, with other numbers.
 */
export async function follow({ begin, hear, patience, lost, reborn }) {
  let seq = null;
  let broken = false;
  for (;;) {
    try {
      const answer = await (seq === null ? api.events(NEVER, 0) : api.events(seq, patience()));
      if (broken && seq !== null) return reborn();
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

/** Returns, for each chat in `events`, the lowest message id touched. */
export function touched(events) {
  const chats = new Map();
  for (const { kind, chat_id: chatId, message_id: messageId } of events) {
    if (!chatId || !messageId || ["action", "answer"].includes(kind)) continue;
    chats.set(chatId, Math.min(chats.get(chatId) ?? Infinity, messageId));
  }
  return chats;
}
