/** What the demo's people see in their phones: whether a step of the story was really done, and the buttons it presses. */

const NUMBERED = /^([a-z_]+)\|(\d*)/;

export class Sight {
  /** `conversations` has the private chats of the people; `find(key)` returns a person of the demo. */
  constructor(conversations, find) {
    this.conversations = conversations;
    this.find = find;
  }

  /** Returns the full name of a person of the demo; empty if there is none with this key. */
  name(who) {
    return this.find(who)?.name ?? "";
  }

  /** Returns the number of the last request that the pupil filed, or null. */
  get number() {
    const numbers = this.#told("eleve").flatMap(buttonsOf).filter(({ action }) => action === "show").map(({ number }) => number);
    return numbers.length ? Math.max(...numbers) : null;
  }

  /** Returns words that no other run of the story has: the request's number and when it was filed; null without a request. */
  get run() {
    const { number } = this;
    if (number === null) return null;
    return `${number}@${this.#told("eleve").find((message) => buttonsOf(message).some((button) => button.number === number))?.date}`;
  }

  /** Returns whether the bot told `who` something about the pupil's request that has all these words. */
  reads(who, ...words) {
    return this.#about(who).some((text) => words.every((each) => text.includes(each)));
  }

  /** Returns whether words that `from` wrote reached `to`, as part of the pupil's request. */
  carried(from, to) {
    const written = this.#messages(from).filter((message) => !message.from?.is_bot && message.text)
      .map((message) => message.text.replace(/^\/\S+(\s+\d+)?\s*/, "").trim()).filter((text) => text.length > 1);
    return this.#about(to).some((text) => written.some((each) => text.includes(each)));
  }

  /** Returns `{message, data}` of the newest button of `who` with this action about the pupil's request, or null. */
  ofRequest(who, action) {
    return this.button(who, action, ({ number }) => number === this.number);
  }

  /** Returns `{message, data}` of the newest button of `who` with this action for which `fits({number, words})` holds, or null. */
  button(who, action, fits = () => true) {
    for (const message of this.#told(who).reverse()) {
      const found = buttonsOf(message).find((button) => button.action === action && fits(button));
      if (found) return { message, data: found.data };
    }
    return null;
  }

  /** Returns whether `who` has a message with hidden words, as a code is. */
  hasCode(who) {
    return this.#told(who).some((message) => (message.entities ?? []).some((entity) => entity.type === "spoiler"));
  }

  #messages(who) {
    return this.conversations.messages(this.find(who)?.user_id).filter((message) => !message.deleted);
  }

  #told(who) {
    return this.#messages(who).filter((message) => message.from?.is_bot);
  }

  #about(who) {
    const { number } = this;
    if (number === null) return [];
    const named = new RegExp(`n°\\s?${number}(?!\\d)`);
    return this.#told(who).map((message) => message.text ?? message.caption ?? "").filter((text) => named.test(text));
  }
}

/** Returns `{data, action, number, words}` of the buttons under a message that send something to the bot. */
function buttonsOf(message) {
  return (message.reply_markup?.inline_keyboard ?? []).flat().filter((button) => button.callback_data).map((button) => {
    const [, action = button.callback_data, number = ""] = NUMBERED.exec(button.callback_data) ?? [];
    return { data: button.callback_data, action, number: number ? Number(number) : null, words: button.text };
  });
}
