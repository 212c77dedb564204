/** Dates, sizes and names as the page writes them, in French. Times are those of the schools, wherever the browser is. */
import { contentOf } from "./contents.js";

const ZONE = { timeZone: "Europe/Paris" };
const TIME = new Intl.DateTimeFormat("fr-FR", { ...ZONE, hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("fr-FR", { ...ZONE, weekday: "long", day: "numeric", month: "long" });
const DAY_OF_YEAR = new Intl.DateTimeFormat("fr-FR", { ...ZONE, weekday: "long", day: "numeric", month: "long", year: "numeric" });
const FULL = new Intl.DateTimeFormat("fr-FR", { ...ZONE, dateStyle: "full", timeStyle: "medium" });
const KEY = new Intl.DateTimeFormat("en-CA", { ...ZONE, year: "numeric", month: "2-digit", day: "2-digit" });

const asDate = (seconds) => new Date(seconds * 1000);

/** The seconds by which the emulator's clock is ahead of this machine's. */
let ahead = 0;

/** Takes the emulator's present time, in Unix seconds: « Aujourd’hui » follows it. */
export const setNow = (seconds) => {
  ahead = seconds - Date.now() / 1000;
};

/** Returns « 14:05 » for Unix seconds. */
export const timeOf = (seconds) => TIME.format(asDate(seconds));

/** Returns the full date and time, for a tooltip. */
export const fullDateOf = (seconds) => FULL.format(asDate(seconds));

/** Returns the day as « 2026-11-26 »: equal for all moments of one day in the schools' zone. */
export const dayKeyOf = (seconds) => KEY.format(asDate(seconds));

/** Returns « Aujourd’hui », « Hier » or « lundi 23 novembre », with the year if it is not the present one. */
export function dayOf(seconds) {
  const day = dayKeyOf(seconds);
  const today = dayKeyOf(Date.now() / 1000 + ahead);
  if (day === today) return "Aujourd’hui";
  if (day === dayBefore(today)) return "Hier";
  return (day.slice(0, 4) === today.slice(0, 4) ? DAY : DAY_OF_YEAR).format(asDate(seconds));
}

function dayBefore(key) {
  const noon = new Date(`${key}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() - 1);
  return noon.toISOString().slice(0, 10);
}

/** Returns a file's size: « 12 Ko », « 3,4 Mo ». */
export function sizeOf(bytes) {
  if (!bytes) return "";
  const [value, unit] = bytes < 1e6 ? [Math.max(1, Math.round(bytes / 1e3)), "Ko"] : [Math.round(bytes / 1e5) / 10, "Mo"];
  return `${value.toLocaleString("fr-FR")}\u00a0${unit}`;
}

/** Returns how long a sound or a film lasts: « 1:05 »; empty if it is not known. */
export function durationOf(seconds) {
  return seconds ? `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, "0")}` : "";
}

/** Returns « 1 message non lu », « 3 messages non lus ». */
export const unreadOf = (count) => (count > 1 ? `${count} messages non lus` : `${count} message non lu`);

/** Returns the name of a Bot API User or Chat. */
export function nameOf(someone) {
  if (!someone) return "";
  return someone.title ?? [someone.first_name, someone.last_name].filter(Boolean).join(" ");
}

/** Returns a one-line summary of a message, for a quote, the pinned bar or an announcement. */
export function summaryOf(message) {
  if (message.deleted) return "Message supprimé";
  const words = message.text ?? message.caption;
  const content = contentOf(message);
  const what = content && [content.title, content.about].filter(Boolean).join("\u00a0: ");
  return shorten([what, words].filter(Boolean).join(" · ") || "Message");
}

const shorten = (words) => {
  const line = words.replace(/\s+/g, " ");
  return line.length > 140 ? `${line.slice(0, 139)}…` : line;
};
