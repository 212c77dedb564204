/** Dates, sizes and names as the page writes them, in French. */

const TIME = new Intl.DateTimeFormat("fr-FR", { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("fr-FR", { weekday: "long", day: "numeric", month: "long" });
const FULL = new Intl.DateTimeFormat("fr-FR", { dateStyle: "full", timeStyle: "medium" });

const asDate = (seconds) => new Date(seconds * 1000);

/** Returns « 14:05 » for Unix seconds. */
export const timeOf = (seconds) => TIME.format(asDate(seconds));

/** Returns the full date and time, for a tooltip. */
export const fullDateOf = (seconds) => FULL.format(asDate(seconds));

/** Returns a key that is equal for all moments of one day. */
export const dayKeyOf = (seconds) => asDate(seconds).toDateString();

/** Returns « Aujourd’hui », « Hier » or « lundi 23 novembre ». */
export function dayOf(seconds) {
  const day = asDate(seconds).toDateString();
  const yesterday = new Date();
  yesterday.setDate(yesterday.getDate() - 1);
  if (day === new Date().toDateString()) return "Aujourd’hui";
  if (day === yesterday.toDateString()) return "Hier";
  return DAY.format(asDate(seconds));
}

/** Returns a file's size: « 12 Ko », « 3,4 Mo ». */
export function sizeOf(bytes) {
  if (!bytes) return "";
  const [value, unit] = bytes < 1e6 ? [Math.max(1, Math.round(bytes / 1e3)), "Ko"] : [Math.round(bytes / 1e5) / 10, "Mo"];
  return `${value.toLocaleString("fr-FR")}\u00a0${unit}`;
}

/** Returns the name of a Bot API User or Chat. */
export function nameOf(someone) {
  if (!someone) return "";
  return someone.title ?? [someone.first_name, someone.last_name].filter(Boolean).join(" ");
}

/** Returns a one-line summary of a message, for a quote, the pinned bar or an announcement. */
export function summaryOf(message) {
  if (message.deleted) return "Message supprimé";
  const words = message.text ?? message.caption;
  const what = kindOf(message);
  return shorten([what, words].filter(Boolean).join(" · ") || "Message");
}

function kindOf(message) {
  if (message.photo) return "Photo";
  if (message.document && !message.animation) return message.document.file_name ?? "Fichier";
  if (message.voice) return "Message vocal";
  if (message.audio) return "Audio";
  if (message.video || message.animation) return "Vidéo";
  if (message.sticker) return "Autocollant";
  return message.location ? "Position" : message.contact ? "Contact" : "";
}

const shorten = (words) => {
  const line = words.replace(/\s+/g, " ");
  return line.length > 140 ? `${line.slice(0, 139)}…` : line;
};
