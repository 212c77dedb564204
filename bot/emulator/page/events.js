/** The page's single long poll: hands over what happened in the emulator, chat by chat. */
import * as api from "./api.js";

const RETRY_MS = 1500;
const NEVER = 2 ** 50;

/**
 * Follows the emulator for ever. `begin()` is called once, after the first number is known so that nothing is missed;
 * `hear(events)` gets each batch, be it empty after `patience()` seconds; `lost(true|false)` tells of the link,
 * `reborn()` of an emulator started afresh.
 */
export async function follow({ begin, hear, patience, lost, reborn }) {
  let seq = null;
  for (;;) {
    try {
      const answer = await (seq === null ? api.events(NEVER, 0) : api.events(seq, patience()));
      lost(false);
      if (seq === null) await begin();
      else if (answer.seq < seq) return reborn();
      else await hear(answer.events);
      seq = answer.seq;
    } catch (failure) {
      console.error(failure);
      lost(true);
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
