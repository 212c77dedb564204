/** Where a person writes: text, files, a reply, an edit, the command menu and the reply keyboard. */
import * as api from "./api.js";
import { Attachments } from "./attachments.js";
import { replyKeyboard, replyMarkup } from "./buttons.js";
import { CommandMenu } from "./commandmenu.js";
import { el, iconButton } from "./dom.js";
import { InlineMenu } from "./inlinemenu.js";
import { ofName } from "./french.js";
import { nameOf, summaryOf } from "./words.js";

const TEXT_MAX = 4096;

export class Composer {
  #phone;
  #target = null;
  #drafts = new Map();
  #usedKeyboard = 0;

  constructor(phone) {
    this.#phone = phone;
    this.field = el("textarea.field", { rows: 1, placeholder: "Message", dir: "auto", "aria-label": `Message ${ofName(phone.name)}`,
      "aria-autocomplete": "list", "aria-expanded": "false", role: "combobox", enterkeyhint: "send" });
    this.attachments = new Attachments((words) => phone.toast(words));
    this.menu = new CommandMenu(this.field, (name, whole) => this.#command(name, whole));
    this.results = new InlineMenu(this.field, phone, () => this.#sentInline());
    this.about = el("div.about", { hidden: true });
    this.keyboard = el("div.keyboard-slot");
    this.node = el("form.composer", { autocomplete: "off" }, this.menu.node, this.results.node, this.about, this.attachments.node, this.keyboard, this.#line());
    this.#listen();
  }

  #line() {
    this.picker = el("input", { type: "file", multiple: true, hidden: true, "aria-label": "Joindre des fichiers" });
    const commands = el("button.round.slash", { type: "button", "aria-label": "Commandes", title: "Commandes (/)" }, "/");
    commands.onclick = () => {
      this.field.focus();
      this.menu.toggle();
    };
    const leave = iconButton("send", "Envoyer (Entrée)", null, ".send");
    leave.type = "submit";
    return el("div.line", {}, commands, iconButton("attach", "Joindre une photo ou un fichier", () => this.picker.click()),
      this.picker, this.field, leave);
  }

  #listen() {
    this.node.onsubmit = (event) => {
      event.preventDefault();
      this.submit();
    };
    this.field.oninput = () => {
      this.#fit();
      this.menu.filter(this.field.value);
      this.results.filter(this.field.value);
    };
    this.field.onkeydown = (event) => {
      if (!this.menu.key(event) && !this.results.key(event)) this.#key(event);
    };
    this.field.onfocus = () => this.results.filter(this.field.value);
    this.field.onblur = () => {
      this.menu.close();
      this.results.forget();
    };
    this.field.onpaste = (event) => this.#receive(event, event.clipboardData.files);
    this.picker.onchange = () => {
      this.attachments.add(this.picker.files);
      this.picker.value = "";
      this.field.focus();
    };
  }

  /** Attaches the files of a drop or paste; leaves anything else to the browser. */
  #receive(event, files) {
    if (!files.length) return;
    event.preventDefault();
    this.attachments.add(files);
  }

  /** Attaches the files dropped anywhere on the phone. */
  drop(event) {
    this.#receive(event, event.dataTransfer.files);
    this.field.focus();
  }

  #key(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && this.#target) this.leaveTarget();
    else if (event.key === "ArrowUp" && !this.field.value) {
      const own = this.#phone.lastOwn();
      if (!own) return;
      event.preventDefault();
      this.edit(own);
    }
  }

  /** Makes the next message a reply to `message`, and shows that. */
  reply(message) {
    this.#aim({ kind: "reply", message }, `Réponse à ${nameOf(message.from)}`);
  }

  /** Puts the text of one of the person's messages in the field, to edit it. */
  edit(message) {
    this.#aim({ kind: "edit", message }, "Modification");
    this.write(message.text);
  }

  #aim(target, title) {
    if (this.#target?.kind === "edit") this.write("");
    this.#target = target;
    this.about.replaceChildren(el("div.about-words", {}, el("b", {}, el("bdi", {}, title)), el("bdi", {}, summaryOf(target.message))),
      iconButton("close", target.kind === "edit" ? "Ne pas modifier" : "Ne pas répondre", () => this.leaveTarget()));
    this.about.hidden = false;
    this.field.focus();
  }

  /** Cancels the reply or the edit under way. */
  leaveTarget() {
    if (this.#target?.kind === "edit") this.write("");
    this.#forgetTarget();
    this.field.focus();
  }

  #forgetTarget() {
    this.#target = null;
    this.about.hidden = true;
    this.about.replaceChildren();
  }

  /** Cancels a reply to a message that is no longer among `messages`. */
  keepUp(messages) {
    const answered = this.answering.reply_to_message_id;
    if (answered && !messages.some((message) => message.message_id === answered)) this.#forgetTarget();
  }

  /** Puts words in the field without sending them. */
  write(text) {
    this.field.value = text;
    this.#fit();
    this.field.focus();
    this.field.setSelectionRange(text.length, text.length);
  }

  /** Types an inline query after the bot's name, for a button that asks to. */
  searchInline(name, query) {
    this.write(`@${name} ${query}`);
    this.results.filter(this.field.value);
  }

  /** Returns the fields of the message replied to; empty if there is no reply. */
  get answering() {
    return this.#target?.kind === "reply" ? { reply_to_message_id: this.#target.message.message_id } : {};
  }

  #sentInline() {
    this.write("");
    if (this.#target) this.leaveTarget();
  }

  /** Saves the draft of one chat and restores that of another. */
  turnTo(key, formerKey) {
    this.results.forget();
    this.#drafts.set(formerKey, this.field.value);
    if (this.#target) this.leaveTarget();
    this.field.value = this.#drafts.get(key) ?? "";
    this.#fit();
  }

  /** Shows the reply keyboard now in force after `messages`. */
  showKeyboard(messages) {
    const found = replyMarkup(messages);
    const key = found ? `${found.message.message_id} ${JSON.stringify(found.markup)}` : "";
    const used = found?.markup.one_time_keyboard && found.message.message_id <= this.#usedKeyboard;
    if (this.keyboard.dataset.key === key && !used) return;
    this.keyboard.dataset.key = key;
    this.keyboard.replaceChildren(...(found && !used ? [replyKeyboard(found, (text) => this.#pressKey(found.message, text))] : []));
    this.field.placeholder = (found && !used && found.markup.input_field_placeholder) || "Message";
  }

  #pressKey(message, text) {
    this.#usedKeyboard = message.message_id;
    this.#phone.send({ text });
    this.field.focus();
  }

  #command(name, whole) {
    if (!whole) return this.write(`/${name} `);
    this.write("");
    return this.#phone.send({ text: `/${name}` });
  }

  /** Sends the text and the attached files; keeps them if the emulator refuses. */
  async submit() {
    const text = this.field.value.trim();
    const target = this.#target;
    if (target?.kind === "edit") return text && this.#submitEdit(target.message, text);
    if (!text && !this.attachments.count) return undefined;
    const replyTo = this.answering;
    const files = this.attachments.take();
    this.write("");
    if (target) this.leaveTarget();
    for (const envelope of await this.#envelopes(text, files)) {
      if (!(await this.#phone.send({ ...envelope, ...replyTo }))) return this.#giveBack(text, files);
    }
    return undefined;
  }

  /** Returns the messages to send: the text alone, or the files with the text as caption of the first. */
  async #envelopes(text, files) {
    if (!files.length) return pieces(text).map((piece) => ({ text: piece }));
    const [first, ...others] = await this.attachments.envelopes(files);
    if (!text) return [first, ...others];
    if (first.media_group) first.media_group[0].caption = text;
    else first.caption = text;
    return [first, ...others];
  }

  #giveBack(text, files) {
    if (!this.field.value) this.write(text);
    this.attachments.add(files);
  }

  async #submitEdit(message, text) {
    const fields = { user_id: this.#phone.person.user_id, chat_id: message.chat.id, message_id: message.message_id, text };
    if (await this.#phone.attempt(() => api.edit(fields))) this.leaveTarget();
  }

  #fit() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 160)}px`;
  }
}

/** Splits a long text into messages as Telegram's applications do, never inside a character. */
function pieces(text) {
  const found = [];
  for (let rest = text; rest; rest = rest.slice(found.at(-1).length)) {
    const piece = rest.slice(0, TEXT_MAX);
    found.push(rest.length > TEXT_MAX ? piece.replace(/[\uD800-\uDBFF]$/, "") : piece);
  }
  return found;
}
