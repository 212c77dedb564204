/** The messages and topics of the chats shown, kept in step with the emulator; dispatches "change" for each chat that changed. */
import * as api from "./api.js";

export class Conversations extends EventTarget {
  #chats = new Map();
  #loading = new Map();
  #topics = new Map();

  /** Returns the messages known of a chat, oldest first; empty until `load` is done. */
  messages(chatId) {
    return this.#chats.get(chatId)?.ordered ?? [];
  }

  /** Returns the topics of a chat, as last loaded. */
  topics(chatId) {
    return this.#topics.get(chatId) ?? [];
  }

  /** Loads all messages of a chat; does nothing if it is loaded already. */
  async load(chat) {
    if (chat.type !== "group" && !this.#topics.has(chat.id)) await this.refreshTopics(chat.id);
    if (!this.#loading.has(chat.id)) this.#loading.set(chat.id, this.#take(chat.id, 0));
    try {
      await this.#loading.get(chat.id);
    } catch (failure) {
      this.#loading.delete(chat.id);
      throw failure;
    }
  }

  /** Reloads the messages of a chat from `firstId` on; does nothing for a chat that was not loaded. */
  async refresh(chatId, firstId) {
    if (!this.#loading.has(chatId)) return;
    // The first load may have been answered before this message came: so wait for it, then ask again.
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

  /** Reloads a chat's topics. */
  async refreshTopics(chatId) {
    this.#topics.set(chatId, await api.topics(chatId));
    this.dispatchEvent(new CustomEvent("change", { detail: { chatId, arrived: [] } }));
  }

  /** Returns whether a chat was loaded, even if it is empty. */
  has(chatId) {
    return this.#loading.has(chatId);
  }
}
