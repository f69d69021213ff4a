// What a screen reader says without the focus moving: new messages and what came of something.
import { messageHtml } from "./markup.js";

const REST_MS = 120;
const LONGEST = 240;
const waiting = [];
let timer = null;

function say() {
  timer = null;
  const region = document.getElementById("announcer");
  region.replaceChildren(...waiting.splice(0).map((words) => {
    const line = document.createElement("p");
    line.textContent = words;
    return line;
  }));
}

export function announce(words) {
  waiting.push(words.slice(0, LONGEST));
  timer ??= setTimeout(say, REST_MS);
}

// What a message says when it is read aloud: its text, or what its card says instead of itself.
export function spoken(activity) {
  const parts = activity.text ? [textOf(activity)] : [];
  for (const { content, name } of activity.attachments) {
    const words = content?.speak || content?.fallbackText || content?.summary || content?.title || (parts.length ? "" : name);
    if (words) parts.push(String(words));
  }
  return parts.join(". ");
}

function textOf(activity) {
  const parsed = new DOMParser().parseFromString(messageHtml(activity), "text/html");
  return parsed.body.textContent;
}
