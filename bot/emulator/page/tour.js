/** The guided tour: the steps of the story beside the phones; each can be typed for the visitor. */
import { el, iconButton } from "./dom.js";
import { STORY } from "./story.js";

const SEEN = "palier.tour.seen";

export class Tour {
  #step = 0;
  #done = new Set();

  /** `desk` provides `find(key)`, `open(person)`, which returns a phone, and `requestNumber()` of the story, or null. */
  constructor(node, button, desk) {
    this.node = node;
    this.button = button;
    this.desk = desk;
    button.hidden = false;
    button.onclick = () => (this.node.hidden ? this.open() : this.close());
    node.onkeydown = (event) => {
      if (event.key === "Escape") this.close();
    };
  }

  /** Opens the tour unless this browser has already seen it. */
  openOnce() {
    if (!localStorage.getItem(SEEN)) this.open(false);
  }

  /** Shows the current step. */
  open(withFocus = true) {
    this.node.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.#render();
    if (withFocus) this.node.querySelector(".solid")?.focus();
  }

  /** Closes the tour and remembers that; « ? » opens it again. */
  close() {
    localStorage.setItem(SEEN, "1");
    this.node.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
    this.button.focus();
  }

  #render() {
    const { title, words, moves } = STORY[this.#step];
    this.node.replaceChildren(
      el("header", {}, el("span.steps", { "aria-label": `Étape ${this.#step + 1} sur ${STORY.length}` }, this.#dots()),
        iconButton("close", "Fermer la visite", () => this.close(), ".quiet")),
      el("h2", {}, title), el("p", {}, words.replace(/ ([?!:;»])/g, "\u00a0$1").replace(/« /g, "«\u00a0")),
      el("ol.moves", {}, moves.map((move, index) => this.#move(move, index, moves.length))),
      el("footer", {}, this.#turn("Précédent", -1), this.#turn("Suivant", 1)));
  }

  #dots() {
    return STORY.map((step, index) => el(`i${index === this.#step ? ".here" : index < this.#step ? ".past" : ""}`));
  }

  #turn(words, by) {
    const to = this.#step + by;
    const last = to === STORY.length;
    const go = () => {
      if (last) return this.close();
      this.#step = to;
      this.#render();
      return this.node.querySelector(".solid")?.focus();
    };
    return el("button.plain", { type: "button", disabled: to < 0, onclick: go }, last ? "Terminer" : words);
  }

  #move(move, index, total) {
    const person = this.desk.find(move.who);
    const key = `${this.#step}/${index}`;
    const done = this.#done.has(key);
    const label = `Le faire pour moi\u00a0: ${person?.name ?? move.who}`;
    const button = el("button.solid", { type: "button", disabled: !person, "aria-label": label, onclick: () => this.#perform(person, move, key) },
      done ? "Refaire" : "Le faire pour moi");
    return el(`li${done ? ".done" : ""}`, {},
      el("span.move-who", {}, total > 1 ? `${index + 1}. ` : "", el("b", {}, person?.name ?? move.who)), el("code", {}, this.#words(move)), button);
  }

  #words(move) {
    return move.text.replace(/\bN\b/, () => this.desk.requestNumber() ?? "1");
  }

  async #perform(person, move, key) {
    this.#done.add(key);
    this.#render();
    const phone = await this.desk.open(person);
    phone.composer.write(this.#words(move));
  }
}
