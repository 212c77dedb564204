/** The messages and topics of the chats shown, kept level with the emulator; tells when one changed. */
import * as api from "./api.js";

export class Conversations extends EventTarget {
  #chats = new Map();
  #loading = new Map();
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
    if (!this.#loading.has(chat.id)) this.#loading.set(chat.id, this.#take(chat.id, 0));
    try {
      await this.#loading.get(chat.id);
    } catch (failure) {
      this.#loading.delete(chat.id);
      throw failure;
    }
  }

  /** Asks again for the messages of a chat from `firstId` on; a chat nobody brought in is left alone. */
  async refresh(chatId, firstId) {
    if (!this.#loading.has(chatId)) return;
    // A message may come between the answer to the first call and its arrival here: hence after it, and anew.
    await this.#loading.get(chatId);
    const arrived = await this.#take(chatId, firstId);
    this.dispatchEvent(new CustomEvent("change", { detail: { chatId, arrived } }));
  }

  async #take(chatId, firstId) {
    const news = await api.messages(chatId, Math.max(0, firstId - 1));
    const known = this.#chats.get(chatId) ?? { byId: new Map(), ordered: [] };
    const arrived = news.filter((message) => !known.byId.has(message.message_id));
    for (const message of news) known.byId.set(message.message_id, message);
    known.ordered = [...known.byId.values()].sort((a, b) => a.message_id - b.message_id);
    this.#chats.set(chatId, known);
    return arrived;
  }

  /** Asks for a forum's topics again. */
  async refreshTopics(chatId) {
    this.#topics.set(chatId, await api.topics(chatId));
    this.dispatchEvent(new CustomEvent("change", { detail: { chatId, arrived: [] } }));
  }

  /** Returns whether a chat was brought in, be it empty. */
  has(chatId) {
    return this.#loading.has(chatId);
  }
}
