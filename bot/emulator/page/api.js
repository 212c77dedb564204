/** The page's calls to the emulator's control API. */

/** A refusal by the emulator, with its message. */
export class Refused extends Error {}

/** The bot the page talks to when the emulator knows several; null: the emulator chooses. */
let botId = null;

export const chooseBot = (id) => {
  botId = id;
};

const withBot = (fields) => (botId === null ? fields : { ...fields, bot_id: botId });

async function answerOf(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(body.description ?? `Erreur ${response.status}`);
  return body;
}

async function get(path, fields = {}, options = {}) {
  const query = new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
  return answerOf(await fetch(`/control/${path}?${query}`, options));
}

async function post(path, fields) {
  const body = JSON.stringify(withBot(fields));
  return answerOf(await fetch(`/control/${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body }));
}

export const bots = () => get("bots");
export const personas = () => get("personas");
export const links = () => get("links");
export const users = () => get("users");
export const chats = (userId) => get("chats", withBot({ user_id: userId }));
export const messages = (chatId, after) => get(`chats/${chatId}/messages`, withBot({ after }));
export const topics = (chatId) => get(`chats/${chatId}/topics`, withBot({}));
export const commands = (userId, chatId) => get("commands", withBot({ user_id: userId, chat_id: chatId }));
/** Returns `{seq, now, events}`: what happened after the event `after`, and the emulator's time. */
export const events = (after, wait) => get("events", { after, wait }, { cache: "no-store" });
export const fileAddress = (fileId) => `/control/files/${encodeURIComponent(fileId)}`;

export const send = (fields) => post("messages", fields);
export const edit = (fields) => post("edits", fields);
export const remove = (fields) => post("deletions", fields);
export const react = (fields) => post("reactions", fields);
export const press = (fields) => post("callbacks", fields);
export const inline = (fields) => post("inline", fields);
export const chooseInline = (fields) => post("inline/choose", fields);
export const block = (userId) => post("block", { user_id: userId });
export const unblock = (userId) => post("unblock", { user_id: userId });
export const newPerson = (fields) => post("users", fields);
export const newGroup = (fields) => post("groups", fields);
