/** The list of all people, grouped by the level of support they stand at, with marks for unread messages and open phones. */
import { avatar, el, icon, roam } from "./dom.js";
import { unreadOf } from "./words.js";

const OTHERS = "Ajoutés ici";

export class PeopleBar {
  #people = new Map();
  #unread = new Map();
  #opened = new Set();

  /**
   * `open(person)` is called when a person is chosen, `add()` when a new one is asked for. `opener` is the button that opens
   * the list on a phone, where it covers the page until somebody is chosen.
   */
  constructor(node, opener, { open, add }) {
    this.node = node;
    this.opener = opener;
    this.open = open;
    this.add = add;
    this.list = el("div.people-list");
    node.prepend(this.list);
    roam(node, () => [...node.querySelectorAll("button.person")], ["ArrowUp", "ArrowDown"]);
    opener.onclick = () => this.unfold(!node.classList.contains("open"));
    node.onkeydown = (event) => event.key === "Escape" && this.unfold(false);
  }

  /** Opens or closes the list on a phone. */
  unfold(open) {
    const had = this.node.classList.contains("open");
    this.node.classList.toggle("open", open);
    this.opener.setAttribute("aria-expanded", String(open));
    if (open) this.list.querySelector("button")?.focus();
    else if (had) this.opener.focus();
  }

  /** Updates the list from the demo's personas and the emulator's users; keeps the state of known people. */
  take(personas, users) {
    const seats = personas.map((persona) => [persona.user_id, persona]);
    const others = users.filter((user) => !personas.some((persona) => persona.user_id === user.id)).map((user) => [user.id, {
      user_id: user.id, key: null, name: [user.first_name, user.last_name].filter(Boolean).join(" "), role: "", structure: "", group: "",
    }]);
    const blocked = new Map(users.map((user) => [user.id, user.blocked]));
    for (const [id, person] of [...seats, ...others]) {
      if (!this.#people.has(id)) this.#people.set(id, person);
      this.#people.get(id).blocked = blocked.get(id) ?? false;
    }
    this.render();
  }

  /** Returns the person called `name` (a key such as « eleve », or a user id), or undefined. */
  find(name) {
    return [...this.#people.values()].find((person) => person.key === name || String(person.user_id) === name);
  }

  /** Returns whether there are people of the demo. */
  get hasPersonas() {
    return [...this.#people.values()].some((person) => person.key);
  }

  /** Counts one more unread message of a person. */
  notice(userId) {
    if (!this.#people.has(userId)) return;
    this.#unread.set(userId, (this.#unread.get(userId) ?? 0) + 1);
    this.render();
  }

  /** Marks the people whose phones are open; their messages count as read. */
  showOpened(userIds) {
    this.#opened = new Set(userIds);
    for (const userId of userIds) this.#unread.delete(userId);
    this.render();
  }

  render() {
    const focused = this.node.contains(document.activeElement) ? document.activeElement.dataset.user : null;
    this.list.replaceChildren(...this.#groups(),
      el("button.person.add", { type: "button", onclick: () => this.#choose(this.add), "data-user": "new" },
        el("span.avatar.plus", { "aria-hidden": "true" }, icon("plus")), el("span.person-words", {}, "Ajouter quelqu’un")));
    if (focused) this.node.querySelector(`[data-user="${focused}"]`)?.focus();
    const unread = [...this.#unread.values()].reduce((sum, count) => sum + count, 0);
    this.opener.replaceChildren(icon("people"), "Personnes", unread ? badge(unread) : "");
  }

  /** Returns the groups in the order in which their first persons come, each with its title if there are several. */
  #groups() {
    const groups = new Map();
    for (const person of this.#people.values()) {
      const title = person.group || (person.key ? "" : OTHERS);
      groups.set(title, [...(groups.get(title) ?? []), person]);
    }
    return [...groups].map(([title, people], index) => el("section.people-group", title ? { "aria-labelledby": `people-${index}` } : {},
      title && groups.size > 1 ? el("h2", { id: `people-${index}` }, title) : null, people.map((person) => this.#entry(person))));
  }

  /** Closes the list on a phone, then does what was chosen. */
  #choose(act) {
    this.unfold(false);
    return act();
  }

  #entry(person) {
    const unread = this.#unread.get(person.user_id) ?? 0;
    const where = [person.role, person.structure].filter(Boolean).join(" · ");
    const label = [person.name, where, unread ? unreadOf(unread) : ""].filter(Boolean).join(", ");
    return el("button.person", { type: "button", "data-user": person.user_id, "aria-label": label, title: where,
      "aria-pressed": String(this.#opened.has(person.user_id)), onclick: () => this.#choose(() => this.open(person)) },
    avatar(person.name, person.user_id),
    el("span.person-words", {}, el("bdi", {}, person.name), el("small", {}, where || `n°\u00a0${person.user_id}`)),
    unread ? badge(unread) : null);
  }
}

const badge = (count) => el("span.badge", { "aria-hidden": "true" }, count > 99 ? "99+" : String(count));
