/** Starts the page: the people, their phones, the tour, and the link to the emulator. */
import * as api from "./api.js";
import { Conversations } from "./conversations.js";
import { el } from "./dom.js";
import { isSafe } from "./entities.js";
import { follow, touched } from "./events.js";
import { askNewcomer } from "./newcomer.js";
import { PeopleBar } from "./people.js";
import { Phone } from "./phone.js";
import { Tour } from "./tour.js";
import { nameOf } from "./words.js";

const columns = document.getElementById("columns");
const linkState = document.getElementById("link-state");
const conversations = new Conversations();
const phones = [];
let bot = null;

const desk = { conversations, bot: () => bot, close: closePhone };
const people = new PeopleBar(document.getElementById("people"), { open: openPhone, add: addSomeone });

/** Returns the person's phone; opens it if needed. */
async function phoneOf(person) {
  const former = phones.find((phone) => phone.person.user_id === person.user_id);
  if (former) return former;
  const phone = new Phone(person, desk);
  phones.push(phone);
  columns.querySelector(".welcome")?.remove();
  columns.append(phone.node);
  remember();
  await phone.open();
  return phone;
}

/** Opens the person's phone, focuses its composer, and returns it. */
async function openPhone(person) {
  const phone = await phoneOf(person);
  phone.focus();
  return phone;
}

function closePhone(phone) {
  const index = phones.indexOf(phone);
  phones.splice(index, 1);
  phone.node.remove();
  remember();
  if (phones.length) phones[Math.max(0, index - 1)].focus();
  else welcome();
}

const nameInHash = (person) => person.key ?? String(person.user_id);

/** Writes the open phones into the page's URL, so that it can be shared and reloaded. */
function remember() {
  history.replaceState(null, "", `#${phones.map((phone) => nameInHash(phone.person)).join(",")}`);
  people.showOpened(phones.map((phone) => phone.person.user_id));
}

async function openFromHash() {
  const names = decodeURIComponent(location.hash.slice(1)).split(",").filter(Boolean);
  const wanted = names.map((name) => people.find(name)).filter(Boolean);
  for (const phone of phones.filter(({ person }) => !wanted.includes(person))) closePhone(phone);
  await Promise.all(wanted.map(phoneOf));
  if (!phones.length) welcome();
  // Do not take the focus from someone who is already typing.
  else if (document.activeElement === document.body) phones.at(-1).focus();
}

function welcome() {
  const words = people.hasPersonas
    ? "Choisissez quelqu’un à gauche\u00a0: son téléphone s’ouvre ici. Ouvrez-en plusieurs pour suivre une demande de palier en palier."
    : "Ajoutez quelqu’un à gauche\u00a0: son téléphone s’ouvre ici, face au bot.";
  columns.replaceChildren(el("section.welcome", {}, el("img", { src: "/page/icon.svg", alt: "", width: 64, height: 64 }),
    el("h2", {}, "Les téléphones de tout le monde"), el("p", {}, words),
    el("ul.keys", {}, key("Alt\u00a01…9", "d’un téléphone à l’autre"), key("/", "les commandes"), key("↑", "modifier son dernier message"),
      key("Maj\u00a0Entrée", "à la ligne"))));
}

const key = (name, words) => el("li", {}, el("kbd", {}, name), words);

function addSomeone() {
  askNewcomer({
    opened: phones.map((phone) => phone.person),
    added: async (user) => {
      await loadPeople();
      await openPhone(people.find(String(user.id)));
    },
    grouped: async (group) => {
      await Promise.all(phones.map((phone) => phone.refreshChats()));
      await phones[0].turnTo(group.id);
    },
  });
}

async function loadPeople() {
  people.take(...(await Promise.all([api.personas(), api.users()])));
}

async function loadBot() {
  const known = await api.bots();
  const chosen = Number(new URLSearchParams(location.search).get("bot"));
  bot = known.find((each) => each.id === chosen) ?? known[0] ?? null;
  if (bot) api.chooseBot(bot.id);
  document.getElementById("bot-name").textContent = bot ? `${nameOf(bot)} · émulateur` : "Émulateur local, sans bot encore";
}

/** Shows the links to other pages of the demo, such as the ENT's. */
async function showLinks() {
  const links = (await api.links()).filter(({ address }) => isSafe(address));
  const node = document.getElementById("links");
  node.hidden = !links.length;
  node.replaceChildren("À côté\u00a0: ", ...links.flatMap(({ words, address }, index) => [
    index ? ", " : "", el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, words)]));
}

/** Looks for a bot; once there is one, reloads the phones that were opened, empty, before it. */
async function awaitBot() {
  await loadBot();
  if (bot) await Promise.all(phones.map((phone) => phone.open()));
}

/** Refreshes only what a batch of events concerns. */
async function hear(events) {
  if (!bot) return awaitBot();
  if (events.some((event) => event.kind === "user")) {
    await loadPeople();
    await Promise.all(phones.map((phone) => phone.refreshChats()));
  }
  if (events.some((event) => event.kind === "commands")) for (const phone of phones) phone.refreshCommands();
  for (const event of events) await take(event);
  return Promise.all([...touched(events)].map(([chatId, firstId]) => conversations.refresh(chatId, firstId)));
}

/** Shows what needs no message to be loaded: the bot is typing, a topic changed, a chat not shown has a new message. */
async function take({ kind, chat_id: chatId }) {
  if (kind === "action") for (const phone of phones) if (phone.chat.id === chatId) phone.showTyping();
  if (kind === "topic" && conversations.has(chatId)) await conversations.refreshTopics(chatId);
  if (kind !== "message") return;
  if (!phones.some((phone) => phone.person.user_id === chatId)) people.notice(chatId);
  if (!conversations.has(chatId)) for (const phone of phones) phone.countUnread(chatId, 1);
}

conversations.addEventListener("change", ({ detail }) => {
  for (const phone of phones) if (phone.chatIds.includes(detail.chatId)) phone.notice(detail.chatId, detail.arrived);
});

document.addEventListener("keydown", (event) => {
  const phone = event.altKey && /^Digit[1-9]$/.test(event.code) ? phones[Number(event.code.at(-1)) - 1] : null;
  if (!phone) return;
  event.preventDefault();
  phone.focus();
});
window.addEventListener("hashchange", openFromHash);

/** Returns the number of the last request filed by the demo's pupil, or null. */
function requestNumber() {
  const said = conversations.messages(people.find("eleve")?.user_id).map((message) => message.text ?? "").join("\n");
  return [...said.matchAll(/n°\s?(\d+)/g)].at(-1)?.[1] ?? null;
}

async function start() {
  await Promise.all([loadPeople(), loadBot(), showLinks()]);
  await openFromHash();
  if (people.hasPersonas) {
    const tour = new Tour(document.getElementById("tour"), document.getElementById("tour-button"),
      { find: (name) => people.find(name), open: openPhone, requestNumber });
    tour.openOnce();
  }
}

const lost = (gone) => {
  linkState.hidden = !gone;
  linkState.textContent = gone ? "L’émulateur ne répond plus. Nouvel essai…" : "";
};
follow({ begin: start, hear, patience: () => (bot ? 25 : 1), lost, reborn: () => location.reload() });
