/** The list of inline results above a composer, for a query typed after the bot's name: « @bot dupont », in any chat. */
import * as api from "./api.js";
import { avatar, el, icon } from "./dom.js";
import { Options } from "./options.js";

const PAUSE_MS = 250;
const NEAR_PX = 60;

export class InlineMenu extends Options {
  #phone;
  #chosen;
  #timer = 0;
  #turn = 0;
  #asking = false;
  #query = null;
  #found = [];
  #button = null;
  #next = "";

  /** `chosen()` is called once a result was sent. */
  constructor(field, phone, chosen) {
    super(field, "Résultats du bot", ".results");
    this.#phone = phone;
    this.#chosen = chosen;
    this.node.onscroll = () => this.#scrolled();
  }

  /** Sends what is typed after the bot's name as a query, after a short pause; closes if the bot is not named. */
  filter(text) {
    const query = this.#queryIn(text);
    if (query !== null && query === this.#query && (this.#asking || this.isOpen)) return;
    this.forget();
    if (query === null) return;
    this.#query = query;
    this.#asking = true;
    this.#timer = setTimeout(() => this.#ask(""), PAUSE_MS);
  }

  /** Cancels the query under way. */
  forget() {
    clearTimeout(this.#timer);
    this.#turn++;
    this.#asking = false;
    this.#query = null;
    this.#found = [];
    if (this.isOpen) this.close();
  }

  /** Handles a key of the field; Enter does not send the query as a message while its results are being loaded. */
  key(event) {
    if (super.key(event)) return true;
    if (!this.#asking || event.key !== "Enter" || event.shiftKey) return false;
    event.preventDefault();
    return true;
  }

  #queryIn(text) {
    const [, name, query] = /^@(\w+)\s([^]*)$/.exec(text) ?? [];
    return name && name.toLowerCase() === this.#phone.desk.bot()?.username?.toLowerCase() ? query.trim() : null;
  }

  async #ask(offset) {
    const turn = ++this.#turn;
    this.#asking = true;
    const answer = await this.#phone.attempt(() => api.inline({ ...this.#phone.place, query: this.#query, offset }));
    if (turn !== this.#turn) return;
    this.#asking = false;
    const { results, next_offset: next = "", button = null } = answer ?? {};
    if (!offset) this.#button = button;
    this.#found = [...(offset ? this.#found : []), ...(results ?? [])];
    this.#next = next;
    this.#open(results ? "Aucun résultat" : "Le bot n’a pas répondu", offset ? this.marked : 0);
  }

  #open(nothing, marked) {
    const { scrollTop } = this.node;
    const above = this.#button ? [{ nodes: [el("b", {}, this.#button.text)], pick: () => this.#start(this.#button) }] : [];
    const items = this.#found.map((result) => ({ nodes: card(result), pick: () => this.#choose(result) }));
    this.show([...above, ...items], { note: items.length ? "" : nothing, marked: marked || (items.length ? above.length : 0) });
    if (marked) this.node.scrollTop = scrollTop;
  }

  #start(button) {
    this.forget();
    this.#chosen();
    this.#phone.start(button.start_parameter ?? "");
  }

  async #choose(result) {
    const query = this.#query;
    this.forget();
    if (await this.#phone.chooseInline(query, result.id)) this.#chosen();
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.node;
    if (this.#next && !this.#asking && scrollHeight - scrollTop - clientHeight < NEAR_PX) this.#ask(this.#next);
  }
}

function card({ title, description, url, type }) {
  const words = title ?? type;
  const letters = words.replace(/[^\p{L}\s-]/gu, "").trim() || "·";
  return [avatar(letters, [...letters].reduce((sum, letter) => sum + letter.codePointAt(0), 0)),
    el("div.result", {}, el("b", {}, el("bdi", {}, words)), description ? el("span", {}, el("bdi", {}, description)) : null),
    url ? icon("link") : null];
}
