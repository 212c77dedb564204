/** The messages and topics of the chats shown, kept level with the emulator; tells when one changed. */
import * as api from "./api.js";

export class Conversations extends EventTarget {
  #chats = new Map();
  #topics = new Map();

  /** Returns the messages known of a chat, oldest first; empty until `load` is done. */
  messages(chatId) {
    return this.#chats.get(chatId)?.ordered ?? [];
  }

  /** Returns the topics of a forum, as `load` found them. */
  topics(chatId) {
    return this.#topics.get(chatId) ?? [];
  }

  /** Brings a chat in, whole the first time; does nothing when it is already here. */
  async load(chat) {
    if (chat.is_forum && !this.#topics.has(chat.id)) await this.refreshTopics(chat.id);
    if (!this.#chats.has(chat.id)) await this.refresh(chat.id, 0);
  }

  /** Asks for the messages from `firstId` on and for nothing before it; unknown chats are left alone unless whole. */
  async refresh(chatId, firstId) {
    if (firstId > 0 && !this.#chats.has(chatId)) return;
    const news = await api.messages(chatId, Math.max(0, firstId - 1));
    const known = this.#chats.get(chatId) ?? { byId: new Map(), ordered: [] };
    const arrived = news.filter((message) => !known.byId.has(message.message_id));
    for (const message of news) known.byId.set(message.message_id, message);
    known.ordered = [...known.byId.values()].sort((a, b) => a.message_id - b.message_id);
    this.#chats.set(chatId, known);
    this.dispatchEvent(new CustomEvent("change", { detail: { chatId, arrived: firstId > 0 ? arrived : [] } }));
  }

  /** Asks for a forum's topics again. */
  async refreshTopics(chatId) {
    this.#topics.set(chatId, await api.topics(chatId));
    this.dispatchEvent(new CustomEvent("change", { detail: { chatId, arrived: [] } }));
  }

  /** Returns whether a chat was brought in, be it empty. */
  has(chatId) {
    return this.#chats.has(chatId);
  }
}
