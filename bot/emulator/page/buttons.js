/** Inline buttons under a message, and the reply keyboard above the composer. */
import { el, icon, roam } from "./dom.js";
import { isSafe } from "./entities.js";

const STYLES = new Set(["danger", "success", "primary"]);

/** Returns the rows of inline buttons of a message, or null if it has none. `phone` is the Phone of the person who presses. */
export function inlineKeyboard(message, phone) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length || message.deleted) return null;
  const keyboard = el("div.inline-keyboard", { role: "group", "aria-label": "Boutons" },
    rows.map((row) => el("div.button-row", {}, row.map((button) => inlineButton(button, message, phone)))));
  roam(keyboard, () => [...keyboard.querySelectorAll("button, a")], ["ArrowLeft", "ArrowRight"]);
  return keyboard;
}

function inlineButton(button, message, phone) {
  const style = STYLES.has(button.style) ? `.${button.style}` : "";
  if (button.url) return linkButton(button, style, phone);
  const copies = button.copy_text?.text;
  const node = el(`button.inline${style}`, { type: "button" }, el("bdi", {}, button.text), copies ? icon("copy") : null);
  if (copies !== undefined) node.onclick = () => copy(copies, phone);
  else if (button.callback_data !== undefined) node.onclick = () => press(node, button, message, phone);
  else if (queryOf(button) !== undefined) node.onclick = () => phone.searchInline(queryOf(button));
  else node.disabled = true;
  return node;
}

/** Returns the inline query that a button types, undefined if it types none. Where Telegram would ask for a chat, the page uses the one shown. */
const queryOf = (button) => button.switch_inline_query_current_chat ?? button.switch_inline_query ?? button.switch_inline_query_chosen_chat?.query;

function linkButton(button, style, phone) {
  const words = [el("bdi", {}, button.text), icon("link")];
  if (!isSafe(button.url)) return el(`button.inline${style}`, { type: "button", disabled: true }, words);
  const link = el(`a.inline${style}`, { href: button.url, target: "_blank", rel: "noopener noreferrer", title: button.url }, words);
  link.onclick = (event) => phone.followLink(event, button.url);
  return link;
}

async function copy(text, phone) {
  try {
    await navigator.clipboard.writeText(text);
    phone.toast("Copié dans le presse-papiers");
  } catch {
    phone.alert(`Le navigateur refuse la copie. Voici le texte\u00a0: ${text}`);
  }
}

async function press(node, button, message, phone) {
  if (node.getAttribute("aria-busy") === "true") return;
  node.setAttribute("aria-busy", "true");
  await phone.press(message, button.callback_data);
  node.removeAttribute("aria-busy");
}

/** Returns the reply keyboard now in force (the markup of the last message that set one), or null. */
export function replyMarkup(messages) {
  for (let index = messages.length - 1; index >= 0; index--) {
    const markup = messages[index].deleted ? null : messages[index].reply_markup;
    if (markup?.remove_keyboard) return null;
    if (markup?.keyboard) return { message: messages[index], markup };
  }
  return null;
}

/** Returns the element of a reply keyboard; `say(text)` is called with the words of the button pressed. */
export function replyKeyboard({ markup }, say) {
  const keyboard = el("div.reply-keyboard", { role: "group", "aria-label": "Réponses proposées" },
    markup.keyboard.map((row) => el("div.button-row", {}, row.map((key) => {
      const text = typeof key === "string" ? key : key.text;
      return el("button.reply-key", { type: "button", onclick: () => say(text) }, el("bdi", {}, text));
    }))));
  roam(keyboard, () => [...keyboard.querySelectorAll("button")], ["ArrowLeft", "ArrowRight"]);
  return keyboard;
}
