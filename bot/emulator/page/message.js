/** One bubble: a message, or the messages of an album. */
import { el, icon, iconButton, roam } from "./dom.js";
import { formatted } from "./entities.js";
import { particle } from "./french.js";
import { inlineKeyboard } from "./buttons.js";
import { mediaOf } from "./media.js";
import { fullDateOf, nameOf, summaryOf, timeOf } from "./words.js";

/** The reactions offered, each with its meaning in words. */
const EMOJIS = { "👍": "D’accord", "❤️": "J’aime", "🙏": "Merci", "🎉": "Bravo", "🤔": "Je me demande", "👎": "Pas d’accord" };

/** Returns the element of one bubble. `messages` are one message, or those of an album; `phone` is the Phone it is shown in. */
export function bubble(messages, phone) {
  const message = messages[0];
  if (isService(message)) return service(message);
  const mine = message.from?.id === phone.person.user_id;
  const author = mine ? "Moi" : nameOf(message.sender_chat ?? message.from);
  const words = messages.map(summaryOf).join(", ");
  const shut = message.has_protected_content ? ".protected" : "";
  return el(`article.message.${mine ? "mine" : "theirs"}${shut}`, {
    "data-message": message.message_id, tabindex: -1, "aria-label": `${author}, ${timeOf(message.date)} : ${words}`,
    onkeydown: (event) => shortcut(event, message, mine, phone),
  },
  framed(phone.isGroup && !mine ? el(`p.author.ink-${Math.abs(message.from?.id ?? 0) % 8}`, {}, el("bdi", {}, author)) : null,
    contents(messages, phone), facts(messages, phone)),
  inlineKeyboard(messages.find((each) => each.reply_markup) ?? message, phone),
  reactions(message, phone), actions(message, mine, phone));
}

function framed(author, contained, shown) {
  const frame = el("div.bubble", {}, author, contained, shown);
  frame.style.setProperty("--facts-width", `${widthOf(shown)}px`);
  return frame;
}

function contents(messages, phone) {
  const captioned = messages.find((each) => each.text ?? each.caption) ?? messages[0];
  const text = captioned.text ?? captioned.caption;
  const entities = captioned.text === undefined ? captioned.caption_entities : captioned.entities;
  return [origin(messages[0]), via(messages[0]), quote(messages[0], phone), mediaOf(messages),
    text ? el("div.text", { dir: "auto" }, formatted(text, entities)) : null];
}

function origin(message) {
  const from = message.forward_origin;
  if (!from) return null;
  const name = nameOf(from.sender_user ?? from.sender_chat ?? from.chat) || from.sender_user_name || "";
  return el("p.forwarded", {}, `Transféré ${particle(name)}`, el("bdi", {}, name));
}

function via({ via_bot: bot }) {
  return bot ? el("p.forwarded", {}, "via ", el("bdi", {}, `@${bot.username}`)) : null;
}

function quote(message, phone) {
  const target = message.reply_to_message;
  if (!target || target.forum_topic_created) return null;
  const words = message.quote?.text ?? summaryOf(target);
  return el("button.quoted", { type: "button", onclick: () => phone.jumpTo(target.message_id), "aria-label": `En réponse à : ${words}` },
    el("bdi.quoted-author", {}, nameOf(target.from)), el("bdi.quoted-words", {}, words));
}

function facts(messages, phone) {
  const message = messages.at(-1);
  const edited = messages.some((each) => each.edited);
  const pinned = messages.some((each) => phone.isPinned(each.message_id));
  return el("p.facts", {},
    pinned ? mark("pin", "Épinglé") : null,
    message.has_protected_content ? mark("lock", "Contenu protégé : ni transfert ni copie") : null,
    edited ? el("span.edited", {}, "modifié") : null,
    el("time", { title: fullDateOf(message.date), datetime: new Date(message.date * 1000).toISOString() }, timeOf(message.date)));
}

/** Returns the width in px to leave free for time and marks on the last line of the text. */
const widthOf = (facts) => 52 + 19 * facts.querySelectorAll(".mark").length + (facts.querySelector("span:not(.mark)") ? 54 : 0);

const mark = (drawing, words) => el("span.mark", { title: words, role: "img", "aria-label": words }, icon(drawing));

function reactions(message, phone) {
  const counts = new Map();
  for (const { emoji, user_ids: people = [null] } of message.reactions ?? []) counts.set(emoji, people);
  if (!counts.size) return null;
  return el("div.reactions", {}, [...counts].map(([emoji, people]) => {
    const own = people.includes(phone.person.user_id);
    const label = `${EMOJIS[emoji] ?? emoji}, ${people.length} réaction${people.length > 1 ? "s" : ""}`;
    return el("button.reaction", { type: "button", "aria-pressed": String(own), "aria-label": label, title: label,
      onclick: () => phone.react(message, own ? null : emoji) }, emoji, people.length > 1 ? el("small", {}, String(people.length)) : null);
  }));
}

const isEditable = (message, mine) => mine && message.text !== undefined && !message.via_bot;

function actions(message, mine, phone) {
  const faces = el("div.faces", { hidden: true, role: "group", "aria-label": "Réactions" }, Object.entries(EMOJIS).map(([emoji, words]) =>
    el("button.face", { type: "button", tabindex: -1, "aria-label": words, title: words, onclick: () => phone.react(message, emoji) }, emoji)));
  roam(faces, () => [...faces.children], ["ArrowLeft", "ArrowRight"]);
  const unfold = () => {
    faces.hidden = !faces.hidden;
    if (!faces.hidden) faces.firstChild.focus();
  };
  const editable = isEditable(message, mine);
  const tools = [
    iconButton("reply", "Répondre (R)", () => phone.reply(message)), iconButton("smile", "Réagir (A)", unfold, ".unfold-faces"),
    editable ? iconButton("edit", "Modifier (M)", () => phone.edit(message)) : null,
    mine ? iconButton("trash", "Supprimer (Suppr)", () => phone.remove(message)) : null].filter(Boolean);
  // Not in the tab order: the message has keys for these actions, and tabbing through each would take for ever.
  for (const tool of tools) tool.tabIndex = -1;
  return el("div.actions", { "aria-label": "Actions", role: "group" }, tools, faces);
}

function shortcut(event, message, mine, phone) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("dialog")) return;
  const key = event.key.toLowerCase();
  const article = event.currentTarget;
  const acts = { r: () => phone.reply(message), a: () => article.querySelector(".unfold-faces")?.click(), escape: () => fold(article, phone) };
  if (isEditable(message, mine)) acts.m = () => phone.edit(message);
  if (mine) acts.delete = () => phone.remove(message);
  if (!acts[key]) return;
  event.preventDefault();
  acts[key]();
}

/** Handles Escape: closes the choice of reactions if it is open, otherwise focuses the composer. */
function fold(article, phone) {
  const faces = article.querySelector(".faces");
  if (!faces || faces.hidden) return phone.focus();
  faces.hidden = true;
  return article.focus();
}

const SERVICES = {
  new_chat_members: (m) => `${m.new_chat_members.map(nameOf).join(", ")} a rejoint le groupe`,
  left_chat_member: (m) => `${nameOf(m.left_chat_member)} a quitté le groupe`,
  new_chat_title: (m) => `Le groupe s’appelle maintenant « ${m.new_chat_title} »`,
  group_chat_created: () => "Groupe créé",
  supergroup_chat_created: () => "Groupe créé",
  pinned_message: (m) => `Message épinglé : ${summaryOf(m.pinned_message)}`,
  forum_topic_created: (m) => `Sujet « ${m.forum_topic_created.name} » ouvert`,
  forum_topic_edited: (m) => (m.forum_topic_edited.name ? `Sujet renommé « ${m.forum_topic_edited.name} »` : "Sujet modifié"),
  forum_topic_closed: () => "Sujet fermé",
  forum_topic_reopened: () => "Sujet rouvert",
  migrate_to_chat_id: () => "Le groupe est devenu un supergroupe",
  migrate_from_chat_id: () => "Le groupe est devenu un supergroupe",
};

const serviceOf = (message) => Object.keys(SERVICES).find((name) => message[name] !== undefined);

/** Returns whether this is a service message (someone joined, a topic was closed), without any person's words. */
export const isService = (message) => serviceOf(message) !== undefined;

function service(message) {
  return el("p.service", { "data-message": message.message_id }, el("bdi", {}, SERVICES[serviceOf(message)](message)));
}
