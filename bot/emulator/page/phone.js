/** One person's phone: a column with their chats, the messages of one of them and the composer. */
import * as api from "./api.js";
import { Composer } from "./composer.js";
import { isSafe } from "./entities.js";
import { avatar, el, iconButton } from "./dom.js";
import { ofName } from "./french.js";
import { moreMenu } from "./menu.js";
import { alertBox, announce, toast } from "./notices.js";
import { isNarrow } from "./screen.js";
import { fillTabs, tabRow } from "./tabs.js";
import { Thread } from "./thread.js";
import { nameOf, summaryOf } from "./words.js";

const TYPING_MS = 5500;
const GENERAL = 0;

export class Phone {
  #chats = [];
  #topic = GENERAL;
  #unread = new Map();
  #typing = 0;

  /** `desk` provides `conversations`, `bot()` and `close(phone)`. */
  constructor(person, desk) {
    this.person = person;
    this.name = person.name;
    this.desk = desk;
    this.chat = this.#privateChat();
    this.toast = (words) => toast(this.screen, words);
    this.alert = (words) => alertBox(this.name, words);
    this.composer = new Composer(this);
    this.thread = new Thread(this, this.#label());
    this.#build();
  }

  #build() {
    const { person } = this;
    const acts = () => [{ words: `${person.blocked ? "Débloquer" : "Bloquer"} le bot (comme dans Telegram)`, act: () => this.#toggleBlock() }];
    this.status = el("p.status");
    const head = el("header.phone-head", {}, avatar(this.name, person.user_id),
      el("div.who", {}, el("h2", {}, el("bdi", {}, this.name)), this.status),
      moreMenu(`Autres actions ${ofName(this.name)}`, acts), iconButton("close", `Fermer ${this.name}`, () => this.desk.close(this), ".quiet"));
    this.chatTabs = tabRow("Discussions");
    this.topicTabs = tabRow("Sujets", ".topics");
    this.unblock = el("button.unblock", { type: "button", hidden: true, onclick: () => this.#toggleBlock() }, "Débloquer le bot");
    this.pinned = el("button.pinned-bar", { type: "button", hidden: true });
    this.screen = el("div.screen", {}, this.thread.node, this.thread.jump);
    this.node = el("section.phone", { "aria-label": this.name, "data-person": person.key ?? person.user_id }, head,
      this.chatTabs, this.topicTabs, this.pinned, this.screen, this.unblock, this.composer.node);
    this.node.addEventListener("say", (event) => this.send({ text: event.detail }));
    this.node.ondragover = (event) => event.preventDefault();
    this.node.ondrop = (event) => this.composer.drop(event);
    this.#sayStatus();
  }

  /** Loads the person's chats and commands and shows the current chat. */
  async open() {
    if (!this.desk.bot()) return this.toast("Aucun bot ne s’est encore présenté à l’émulateur.");
    await Promise.all([this.refreshChats(), this.refreshCommands()]);
    return this.#enter();
  }

  get isGroup() {
    return this.chat.type !== "private";
  }

  /** Returns the ids of the chats this person sees. */
  get chatIds() {
    return [this.person.user_id, ...this.#chats.map((chat) => chat.id)];
  }

  #privateChat() {
    return { id: this.person.user_id, type: "private" };
  }

  #label() {
    const other = this.isGroup ? nameOf(this.chat) : nameOf(this.desk.bot()) || "le bot";
    return `Messages ${ofName(this.name)} avec ${other}`;
  }

  /** Reloads the list of this person's chats. */
  async refreshChats() {
    const rows = (await this.attempt(() => api.chats(this.person.user_id))) ?? [];
    this.#chats = rows.map((row) => row.chat).filter((chat) => chat.type !== "private");
    this.#sayStatus();
    if (this.isGroup && !this.chatIds.includes(this.chat.id)) return this.turnTo(this.person.user_id);
    this.chat = this.#chats.find((chat) => chat.id === this.chat.id) ?? this.chat;
    return this.#showTabs();
  }

  /** Reloads the command menu that this person has in the chat shown. */
  async refreshCommands() {
    this.composer.menu.offer((await this.attempt(() => api.commands(this.person.user_id, this.chat.id))) ?? []);
  }

  async #enter() {
    this.#unread.delete(this.chat.id);
    this.thread.clear(this.#label());
    await this.attempt(() => this.desk.conversations.load(this.chat));
    this.render();
    this.thread.toEnd();
  }

  /** Switches to another chat of this person. */
  async turnTo(chatId, topic = GENERAL) {
    this.composer.turnTo(`${chatId}/${topic}`, `${this.chat.id}/${this.#topic}`);
    this.chat = this.#chats.find((chat) => chat.id === chatId) ?? this.#privateChat();
    this.#topic = topic;
    this.#sayStatus();
    await Promise.all([this.#enter(), this.refreshCommands()]);
  }

  /** Redraws the chat from the conversations as they are now. */
  render() {
    this.#showTabs();
    const messages = this.#visible();
    this.#showPinned(messages);
    this.thread.show(messages);
    this.composer.showKeyboard(messages);
    this.composer.keepUp(messages);
  }

  #visible() {
    const messages = this.desk.conversations.messages(this.chat.id).filter((message) => !message.deleted);
    if (!this.#topical()) return messages;
    return messages.filter((message) => (message.is_topic_message ? message.message_thread_id : GENERAL) === this.#topic);
  }

  /** Returns whether the chat has topics: a forum always has, a private chat where the bot or the person opened some. */
  #topical() {
    return this.chat.is_forum || this.desk.conversations.topics(this.chat.id).length > 0;
  }

  #showTabs() {
    const chats = [this.#privateChat(), ...this.#chats].map((chat) => ({
      key: chat.id, words: chat.type === "private" ? nameOf(this.desk.bot()) || "Bot" : nameOf(chat), unread: this.#unread.get(chat.id) }));
    fillTabs(this.chatTabs, chats, this.chat.id, (key) => this.turnTo(key));
    const topics = this.#topical() ? this.desk.conversations.topics(this.chat.id).map((topic) => ({
      key: topic.message_thread_id, words: topic.name, closed: topic.is_closed })) : [];
    const all = topics.some(({ key }) => key === GENERAL) ? topics : [{ key: GENERAL, words: this.chat.is_forum ? "Général" : "Principal" }, ...topics];
    fillTabs(this.topicTabs, this.#topical() ? all : [], this.#topic, (key) => this.turnTo(this.chat.id, key));
  }

  #showPinned(messages) {
    const message = messages.findLast((each) => each.pinned);
    this.pinned.hidden = !message;
    if (!message) return;
    this.pinned.replaceChildren(el("b", {}, "Épinglé"), el("bdi", {}, summaryOf(message)));
    this.pinned.onclick = () => this.jumpTo(message.message_id);
  }

  /** Handles a change of a chat; `arrived` are its new messages. */
  notice(chatId, arrived) {
    const others = arrived.filter((message) => message.from?.id !== this.person.user_id && !message.deleted);
    if (chatId !== this.chat.id) return this.countUnread(chatId, others.length);
    this.#stopTyping();
    this.render();
    if (others.length) announce(`${this.name}, message ${ofName(nameOf(others.at(-1).from))}\u00a0: ${summaryOf(others.at(-1))}`);
    return undefined;
  }

  /** Counts unread messages in a chat of this person that is not shown. */
  countUnread(chatId, count) {
    if (!count || chatId === this.chat.id || !this.chatIds.includes(chatId)) return;
    this.#unread.set(chatId, (this.#unread.get(chatId) ?? 0) + count);
    this.#showTabs();
  }

  /** Shows for some seconds that the bot is typing. */
  showTyping() {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#stopTyping(), TYPING_MS);
    this.status.textContent = "Le bot écrit…";
    this.status.classList.add("typing");
  }

  #stopTyping() {
    clearTimeout(this.#typing);
    this.#sayStatus();
  }

  #sayStatus() {
    const { role, structure, blocked } = this.person;
    this.status.classList.remove("typing");
    this.status.textContent = blocked ? "A bloqué le bot" : [role, structure].filter(Boolean).join(" · ") || "Sans rôle";
    this.unblock.hidden = !blocked || this.isGroup;
    this.composer.node.hidden = !this.unblock.hidden;
  }

  async #toggleBlock() {
    const { person } = this;
    if (!(await this.attempt(() => (person.blocked ? api.unblock : api.block)(person.user_id)))) return;
    person.blocked = !person.blocked;
    this.#sayStatus();
    (person.blocked ? this.unblock : this.composer.field).focus();
    this.toast(person.blocked ? "Le bot est bloqué\u00a0: il ne peut plus écrire ici." : "Le bot peut de nouveau écrire ici.");
  }

  /** Makes a call and returns its result; if the emulator refuses, tells the person and returns undefined. */
  async attempt(call) {
    try {
      return await call();
    } catch (refusal) {
      this.toast(refusal.message);
      return undefined;
    }
  }

  /** Presses a button under a message for this person, and shows what the bot answers; returns whether the press was accepted. */
  async press(message, data) {
    const result = await this.attempt(() => api.press({
      user_id: this.person.user_id, chat_id: message.chat.id, message_id: message.message_id, data }));
    const { answer } = result ?? {};
    if (answer?.text) (answer.show_alert ? this.alert : this.toast)(answer.text);
    if (answer?.url && isSafe(answer.url)) window.open(answer.url, "_blank", "noopener");
    return Boolean(result);
  }

  /** Shows this person's private chat with the bot, without taking the focus. */
  async reveal() {
    if (this.isGroup) await this.turnTo(this.person.user_id);
    this.node.scrollIntoView({ inline: "nearest", block: "nearest" });
    this.thread.toEnd();
  }

  /** Sends a message of this person to the chat shown; returns whether it was accepted. */
  async send(fields) {
    this.thread.toEnd();
    return Boolean(await this.attempt(() => api.send({ ...this.place, ...fields })));
  }

  /** Returns who writes and where: the person, the chat shown and its topic. */
  get place() {
    const topic = this.#topic === GENERAL ? {} : { message_thread_id: this.#topic };
    return { user_id: this.person.user_id, chat_id: this.chat.id, ...topic };
  }

  /** Sends one result of an inline query to the chat shown; returns whether it was accepted. */
  async chooseInline(query, resultId) {
    this.thread.toEnd();
    const fields = { ...this.place, ...this.composer.answering, query, result_id: resultId };
    return Boolean(await this.attempt(() => api.chooseInline(fields)));
  }

  /** Types an inline query for the person, as a button under a message asks to. */
  searchInline(query) {
    this.composer.searchInline(this.desk.bot().username, query);
  }

  /** Starts the bot in the private chat, with the parameter of a link or a button. */
  async start(parameter) {
    if (this.isGroup) await this.turnTo(this.person.user_id);
    return this.send({ text: ["/start", parameter].filter(Boolean).join(" ") });
  }

  reply(message) {
    this.composer.reply(message);
  }

  edit(message) {
    this.composer.edit(message);
  }

  async remove(message) {
    await this.attempt(() => api.remove({ user_id: this.person.user_id, chat_id: this.chat.id, message_id: message.message_id }));
    this.focus();
  }

  async react(message, emoji) {
    await this.attempt(() => api.react({ user_id: this.person.user_id, chat_id: this.chat.id, message_id: message.message_id, emoji }));
    this.thread.jumpTo(message.message_id);
  }

  jumpTo(messageId) {
    if (!this.thread.jumpTo(messageId)) this.toast("Ce message n’est pas affiché\u00a0: il est plus ancien, ou supprimé.");
  }

  isPinned(messageId) {
    return this.desk.conversations.messages(this.chat.id).some((message) => message.message_id === messageId && message.pinned);
  }

  /** Returns the last text this person wrote in the chat shown, or undefined. */
  lastOwn() {
    return this.#visible().findLast((message) => message.from?.id === this.person.user_id && message.text && !message.via_bot);
  }

  /** Follows a link: a deep link to the bot starts it here, any other is left to the browser. */
  followLink(event, address) {
    const { hostname, pathname, searchParams } = new URL(address);
    if (hostname !== "t.me" || pathname.slice(1).toLowerCase() !== this.desk.bot()?.username?.toLowerCase()) return void this.desk.left(this);
    event.preventDefault();
    this.start(searchParams.get("start"));
  }

  /** Scrolls the column into view and focuses the composer; on a phone, where that would open the keyboard, only scrolls. */
  focus() {
    this.node.scrollIntoView({ inline: "nearest", block: "nearest" });
    if (!isNarrow()) this.composer.field.focus({ preventScroll: true });
  }
}
