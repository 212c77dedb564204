/** What a message holds besides its text: its kind in French, what it is about, and its file. */

/** Fields of a message that say who, where and when; a message with nothing else holds nothing that can be shown. */
const FRAME = new Set(["message_id", "from", "chat", "date", "edit_date", "text", "entities", "caption", "caption_entities", "deleted",
  "edited", "pinned", "seq", "reactions", "reply_markup", "reply_to_message", "message_thread_id", "is_topic_message", "quote", "via_bot",
  "media_group_id", "has_protected_content", "has_media_spoiler", "show_caption_above_media", "link_preview_options", "forward_origin",
  "sender_chat", "external_reply"]);

/** The kinds, in the order in which they are looked for: an animation is a document too, a venue a location too. */
const KINDS = {
  photo: () => ({ title: "Photo" }),
  animation: (it) => ({ title: "Animation", about: it.file_name, file: it, plays: /^image\//.test(it.mime_type ?? "") ? "image" : "film" }),
  video: (it) => ({ title: "Vidéo", about: it.file_name, file: it, plays: "film" }),
  video_note: (it) => ({ title: "Message vidéo", file: it, plays: "film" }),
  voice: (it) => ({ title: "Message vocal", file: it, plays: "sound" }),
  audio: (it) => ({ title: "Son", about: [it.performer, it.title].filter(Boolean).join(" – ") || it.file_name, file: it, plays: "sound" }),
  document: (it) => ({ title: "Fichier", about: it.file_name, file: it }),
  sticker: (it) => ({ title: "Autocollant", about: it.emoji, file: it, plays: it.is_video ? "film" : it.is_animated ? undefined : "image" }),
  venue: (it) => ({ title: "Lieu", about: [it.title, it.address].filter(Boolean).join(", "), place: it.location }),
  location: (it) => ({ title: it.live_period ? "Position en direct" : "Position", about: degrees(it), place: it }),
  contact: (it) => ({ title: "Contact", about: [it.first_name, it.last_name].filter(Boolean).join(" "), phone: it.phone_number }),
  poll: (it) => ({ title: it.type === "quiz" ? "Quiz" : "Sondage", about: it.question, poll: it }),
  dice: (it) => ({ title: "Dé", about: `${it.emoji ?? ""} ${it.value}`.trim() }),
};

/** Returns `{kind, title, about, file, plays, place, phone, poll}`, with what applies; null if a message has its text only. */
export function contentOf(message) {
  const kind = Object.keys(KINDS).find((name) => message[name] !== undefined);
  if (kind) return { kind, ...KINDS[kind](message[kind]) };
  const unknown = Object.keys(message).find((name) => !FRAME.has(name));
  return unknown && message.text === undefined ? { kind: unknown, title: "Contenu que cette page ne sait pas montrer", about: unknown } : null;
}

const degrees = ({ latitude, longitude }) => [latitude, longitude].map((value) => value.toFixed(5).replace(".", ",")).join(" ; ");
