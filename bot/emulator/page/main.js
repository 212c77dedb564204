/** Starts the page: the people, their phones, the tour, and the link to the emulator. */
import * as api from "./api.js";
import { Conversations } from "./conversations.js";
import { el } from "./dom.js";
import { isSafe } from "./entities.js";
import { follow, touched } from "./events.js";
import { askNewcomer } from "./newcomer.js";
import { PeopleBar } from "./people.js";
import { Phone } from "./phone.js";
import { Sight } from "./sight.js";
import { STORY } from "./story.js";
import { Tour } from "./tour.js";
import { nameOf, setNow } from "./words.js";

const columns = document.getElementById("columns");
const linkState = document.getElementById("link-state");
const conversations = new Conversations();
const phones = [];
let bot = null;
let ent = null;
let tour = null;
let away = null; // the phone that followed a link out of Telegram last

const desk = { conversations, bot: () => bot, close: closePhone, left: (phone) => { away = phone; } };
const people = new PeopleBar(document.getElementById("people"), document.getElementById("people-button"), { open: openPhone, add: addSomeone });

/** A page of the browser leads to the bot, as a link to t.me does: the phone that left last takes it, else the last one opened. */
const links = new BroadcastChannel("t.me");
links.onmessage = async ({ data }) => {
  const phone = phones.includes(away) ? away : phones.at(-1);
  if (!data.bot || !phone || data.bot.toLowerCase() !== bot?.username?.toLowerCase()) return;
  links.postMessage({ opened: phone.name });
  phone.focus();
  await phone.start(data.start);
};

/** Returns the person's phone; opens it if needed. */
async function phoneOf(person) {
  const former = phones.find((phone) => phone.person.user_id === person.user_id);
  if (former) return former;
  const phone = new Phone(person, desk);
  phones.push(phone);
  columns.querySelector(".empty")?.remove();
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
  phones[Math.max(0, index - 1)]?.focus();
}

const nameInHash = (person) => person.key ?? String(person.user_id);

/** Writes the open phones into the page's URL, so that it can be shared and reloaded. */
function remember() {
  history.replaceState(null, "", `#${phones.map((phone) => nameInHash(phone.person)).join(",")}`);
  people.showOpened(phones.map((phone) => phone.person.user_id));
  showWhatIsOpen();
}

async function openFromHash() {
  const names = decodeURIComponent(location.hash.slice(1)).split(",").filter(Boolean);
  const wanted = names.map((name) => people.find(name)).filter(Boolean);
  for (const phone of phones.filter(({ person }) => !wanted.includes(person))) closePhone(phone);
  await Promise.all(wanted.map(phoneOf));
  if (!phones.length) return showWhatIsOpen();
  // Do not take the focus from someone who is already typing.
  if (document.activeElement === document.body) phones.at(-1).focus();
  return undefined;
}

/** Shows the first screen while no phone is open: that of the tour, or, without the demo's people, a few words. */
function showWhatIsOpen() {
  const none = !phones.length;
  tour?.show(none);
  document.body.classList.toggle("welcoming", none && tour !== null);
  if (!none || tour || columns.querySelector(".empty")) return;
  columns.replaceChildren(el("section.empty", {}, el("img", { src: "/page/icon.svg", alt: "", width: 64, height: 64 }),
    el("h2", {}, "Un Telegram de cet ordinateur"), el("p", {}, "Ajoutez quelqu’un à la liste\u00a0: son téléphone s’ouvre ici, face au bot."),
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
  document.getElementById("bot-name").textContent = bot ? `${nameOf(bot)}, en démonstration` : "Aucun bot pour l’instant";
}

/** Shows the links to other pages of the demo, such as the ENT's. */
async function showLinks() {
  const links = (await api.links()).filter(({ address }) => isSafe(address));
  ent = links[0]?.address;
  const node = document.getElementById("links");
  node.hidden = !links.length;
  node.replaceChildren("À ouvrir aussi\u00a0: ", ...links.flatMap(({ words, address }, index) => [
    index ? ", " : "", el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, words, " ↗", el("span.unseen", {}, " (nouvel onglet)"))]));
}

/** Looks for a bot; once there is one, reloads the phones that were opened, empty, before it. */
async function awaitBot() {
  await loadBot();
  if (!bot) return;
  await Promise.all(phones.map((phone) => phone.open()));
  if (tour) await loadCast();
}

/** Refreshes only what a batch of events concerns. */
async function hear(events) {
  if (!bot) return awaitBot();
  if (events.some((event) => event.kind === "user")) {
    await loadPeople();
    await Promise.all(phones.map((phone) => phone.refreshChats()));
  }
  if (events.some((event) => event.kind === "clock")) for (const phone of phones) phone.render();
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

/** Makes the tour, and loads the chats of all who have a part in it, so that it sees what is done in them. */
function makeTour() {
  const find = (name) => people.find(name);
  const show = async (person) => {
    const phone = await phoneOf(person);
    await phone.reveal();
    return phone;
  };
  const begin = async () => {
    const [first, ...others] = ["eleve", "directeur"].map(find).filter(Boolean);
    for (const person of [first, ...others]) await phoneOf(person);
    phones[0].node.scrollIntoView({ inline: "start", block: "nearest" });
  };
  tour = new Tour(document.getElementById("tour"), new Sight(conversations, find), { find, show, begin, ent: () => ent });
  conversations.addEventListener("change", () => tour.watch());
  return loadCast();
}

async function loadCast() {
  const cast = new Set(STORY.flatMap(({ moves }) => moves.map(({ who }) => people.find(who))).filter(Boolean));
  if (bot) await Promise.all([...cast].map((person) => conversations.load({ id: person.user_id, type: "private" })));
  tour.watch();
}

async function start() {
  await Promise.all([loadPeople(), loadBot(), showLinks()]);
  if (people.hasPersonas) await makeTour();
  await openFromHash();
}

const lost = (gone) => {
  linkState.hidden = !gone;
  linkState.textContent = gone ? "L’émulateur ne répond plus. Nouvel essai…" : "";
};
follow({ begin: start, hear, patience: () => (bot ? 25 : 1), lost, reborn: () => location.reload(), tell: setNow });
