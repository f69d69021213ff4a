// The messages of a chat: days, what is new, and walking among them with the arrow keys.
import { announce, spoken } from "./announce.js";
import { h } from "./dom.js";
import { newMessagesButton, renderMessage, suggestions } from "./message.js";
import { dayOf, t } from "./texts.js";

const NEAR_END = 80;
const FOLLOWS_WITHIN_MS = 5 * 60 * 1000;
const NOTICE_MS = 8000;

// Puts *wanted* in *parent* in that order and moves none that is in place, so that the focus and what is typed stay.
export function arrange(parent, wanted) {
  const kept = new Set(wanted);
  for (const child of [...parent.childNodes]) if (!kept.has(child)) child.remove();
  let at = parent.firstChild;
  for (const node of wanted) {
    if (node === at) at = at.nextSibling;
    else parent.insertBefore(node, at);
  }
}

export class Log {
  // *host* is what messages ask things of: see message.js; *emptiness* gives what stands there while nothing is said.
  constructor(host, { label, testid, emptiness }) {
    this.host = host;
    this.emptiness = emptiness;
    this.activities = new Map();
    this.nodes = new Map();
    this.isFilled = false;
    this.list = h("div", {
      class: "log", role: "log", "aria-live": "off", tabindex: "0", "data-testid": testid, "aria-label": label,
      onscroll: () => {
        this.wasAtEnd = this.isAtEnd();
        this.jump.hidden ||= this.wasAtEnd;
      },
      onkeydown: (event) => this.onKey(event),
    });
    this.jump = newMessagesButton(() => this.toEnd());
    this.element = h("div", { class: "log-frame" }, this.list, this.jump);
    // A panel that opens makes the column narrow and its messages long: who reads the newest goes on reading it.
    this.wasAtEnd = true;
    new ResizeObserver(() => { if (this.wasAtEnd) this.toEnd(); }).observe(this.list);
  }

  fill(activities) {
    const before = this.activities;
    this.activities = new Map(activities.map((activity) => [activity.id, activity]));
    for (const [id, activity] of this.activities) if (JSON.stringify(before.get(id)) !== JSON.stringify(activity)) this.refresh(activity);
    this.draw();
    if (!this.isFilled) this.toEnd();
    this.isFilled = true;
  }

  // Takes in a message that is new or has changed, and tells which.
  receive(activity) {
    const isNew = !this.activities.has(activity.id);
    const wasAtEnd = this.isAtEnd();
    this.activities.set(activity.id, activity);
    if (!isNew) this.refresh(activity);
    this.draw();
    if (activity.from === this.host.me || wasAtEnd) this.toEnd();
    else if (isNew) this.jump.hidden = false;
    if (activity.from !== this.host.me && !activity.deleted) announce(t("said", { who: this.host.nameOf(activity.from), words: spoken(activity) }));
    return isNew;
  }

  // Draws a known message anew where it stands; what the bot answered to a press stays with it.
  refresh(activity) {
    const before = this.nodes.get(activity.id);
    if (!before) return;
    const after = this.node(activity, before.classList.contains("is-following"));
    after.querySelector(".said").append(...before.querySelectorAll(".notice"));
    const hadFocus = before.contains(document.activeElement);
    before.replaceWith(after);
    if (hadFocus) after.focus({ preventScroll: true });
    if (activity.updated) after.classList.add("is-fresh");
  }

  node(activity, isFollowing) {
    const node = renderMessage(activity, this.host, { isFollowing });
    this.nodes.set(activity.id, node);
    return node;
  }

  draw() {
    const shown = this.blocks([...this.activities.values()]);
    arrange(this.list, shown.length ? shown : [this.emptiness()]);
  }

  blocks(activities) {
    const shown = this.run(activities);
    const chips = activities.length && suggestions(activities.at(-1), this.host);
    return chips ? [...shown, chips] : shown;
  }

  // Messages one after another, with a line where a new day begins.
  run(activities, { hasDays = true } = {}) {
    const known = this.nodes.size > 0;
    let last = null;
    return activities.flatMap((activity) => {
      const day = dayOf(new Date(activity.when));
      const isNewDay = hasDays && (!last || dayOf(new Date(last.when)) !== day);
      const isFollowing = !isNewDay && last?.from === activity.from && new Date(activity.when) - new Date(last.when) < FOLLOWS_WITHIN_MS;
      const isNew = known && !this.nodes.has(activity.id);
      const node = this.nodes.get(activity.id) ?? this.node(activity, isFollowing);
      if (isNew) node.classList.add("is-new");
      last = activity;
      return isNewDay ? [this.dayLine(day), node] : [node];
    });
  }

  dayLine(day) {
    this.days ??= new Map();
    if (!this.days.has(day)) this.days.set(day, h("div", { class: "day", role: "separator" }, h("span", {}, day)));
    return this.days.get(day);
  }

  notice({ activity, level, text }) {
    const words = text || t("pressFailed");
    const line = h("p", { class: `notice is-${level}`, role: level === "error" ? "alert" : "status", "data-testid": "notice" }, words);
    const said = this.nodes.get(activity)?.querySelector(".said");
    said?.querySelectorAll(".notice").forEach((before) => before.remove());
    said?.append(line);
    line.scrollIntoView({ block: "nearest" });
    setTimeout(() => line.classList.add("is-leaving"), NOTICE_MS);
  }

  // Arrow keys walk from message to message, when the log or a message itself has the focus.
  onKey(event) {
    const messages = [...this.list.querySelectorAll(".message")];
    const at = messages.indexOf(event.target);
    if (at < 0 && event.target !== this.list) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const last = messages.length - 1;
    const to = { ArrowUp: at < 0 ? last : at - 1, ArrowDown: at < 0 ? last : at + 1, Home: 0, End: last }[event.key];
    if (to === undefined) {
      if (at >= 0) this.host.messageKey?.(this.activities.get(event.target.dataset.activity), event);
      return;
    }
    event.preventDefault();
    messages[Math.max(0, Math.min(to, last))]?.focus();
  }

  isAtEnd() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR_END;
  }

  toEnd() {
    this.list.scrollTop = this.list.scrollHeight;
    this.jump.hidden = true;
  }
}
