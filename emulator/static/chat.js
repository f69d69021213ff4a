// One person's chat: a column of the board.
import { h, icon, iconButton } from "./dom.js";
import { newMessagesButton, renderMessage, suggestions } from "./message.js";
import { pickPerson } from "./people.js";
import { showRaw } from "./raw.js";
import { server } from "./server.js";
import { dayOf, roleLine, t } from "./texts.js";

const NEAR_END = 80;
const FOLLOWS_WITHIN_MS = 5 * 60 * 1000;
const LONGEST_FIELD = 160;
const NOTICE_MS = 8000;
const TYPING_MS = 4000;
const GREETING_MS = 1000;
const ORDERERS = new Set(["requester", "principal"]);

export function hueOf(code) {
  return [...code].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
}

export function initials(name) {
  return name.split(/\s+/).map((part) => part[0]).slice(0, 2).join("");
}

export class Chat {
  // *board* gives people, bot and what the column can ask for: switchPerson, close, unread, toast.
  constructor(person, board) {
    this.person = person;
    this.code = person.code;
    this.board = board;
    this.botName = board.bot.name;
    this.activities = new Map();
    this.nodes = new Map();
    this.working = 0;
    this.unread = 0;
    this.isGreeted = false;
    this.editing = null;
    this.element = this.build();
  }

  build() {
    const { code, person } = this;
    this.log = h("div", {
      class: "log", role: "log", "aria-live": "polite", tabindex: "0", "data-testid": `log-${code}`,
      "aria-label": t("log", { name: person.name, bot: this.botName }),
      onscroll: () => { this.jump.hidden ||= this.isAtEnd(); },
    });
    this.jump = newMessagesButton(() => this.toEnd());
    this.typing = h("div", { class: "typing", hidden: true, "data-testid": `typing-${code}`, role: "status" },
      h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i")), h("span", {}, t("working", { bot: this.botName })));
    return h("section", {
      class: "chat", id: `chat-${code}`, "data-testid": `chat-${code}`, "data-code": code, "aria-label": person.name,
      onfocusin: () => this.markRead(), onpointerenter: () => this.markRead(),
    }, this.head(), h("div", { class: "log-frame" }, this.log, this.jump), this.typing, this.composer());
  }

  head() {
    const { person, code } = this;
    const avatar = h("div", { class: "avatar", "aria-hidden": "true", style: `--hue:${hueOf(code)}` }, initials(person.name));
    const picker = pickPerson(this.board.people, person, {
      testid: `picker-${code}`, onpick: (other) => this.board.switchPerson(code, other),
      taken: () => this.board.shown(),
    });
    this.menu = h("details", { class: "menu" },
      h("summary", { class: "icon-button", "aria-label": t("more"), title: t("more"), "data-testid": `more-${code}` }, icon("more")),
      h("div", { class: "menu-list" },
        h("button", { type: "button", "data-testid": `remove-${code}`, onclick: () => this.removeBot() }, t("removeBot", { bot: this.botName })),
        h("button", { type: "button", "data-testid": `close-${code}`, onclick: () => this.board.close(code) }, t("close"))));
    return h("header", { class: "chat-head" }, avatar,
      h("label", { class: "who-line" }, h("span", { class: "name" }, h("span", { class: "name-words" }, person.name), h("span", { class: "code" }, code), icon("chevron")),
        h("span", { class: "role" }, roleLine(person)), picker),
      this.menu);
  }

  composer() {
    const { code } = this;
    const label = t("write", { bot: this.botName });
    this.field = h("textarea", {
      rows: "1", class: "field", placeholder: label, "aria-label": `${label}, ${this.person.name}`,
      "data-testid": `composer-${code}`, enterkeyhint: "send", autocomplete: "off",
      oninput: () => this.fit(), onkeydown: (event) => this.onKey(event),
    });
    this.sendButton = iconButton("send", t("send"), { type: "submit", class: "icon-button send", "data-testid": `send-${code}` });
    this.editBar = h("div", { class: "edit-bar", hidden: true }, h("span", {}, t("editing")),
      h("button", { type: "button", class: "link", onclick: () => this.endEdit() }, t("cancel")));
    this.form = h("form", { class: "composer", onsubmit: (event) => { event.preventDefault(); this.submit(); } },
      this.editBar, h("div", { class: "composer-row" }, this.field, this.sendButton));
    this.gone = h("div", { class: "gone", hidden: true },
      h("p", {}, t("removed", { name: this.person.name, bot: this.botName })),
      h("button", { type: "button", class: "chip", "data-testid": `restore-${code}`, onclick: () => this.open() }, t("restoreBot", { bot: this.botName })));
    return h("footer", { class: "chat-foot" }, this.form, this.gone);
  }

  onKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && this.editing) this.endEdit();
    else if (event.key === "ArrowUp" && !this.field.value) this.editLast();
  }

  fit() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, LONGEST_FIELD)}px`;
    this.sendButton.classList.toggle("is-ready", this.field.value.trim() !== "");
  }

  // Reads the chat anew and has the bot installed, as Teams does when a chat is first opened.
  async load() {
    const chat = await server.chat(this.code);
    this.activities = new Map(chat.activities.map((activity) => [activity.id, activity]));
    this.setInstallation(chat.installation);
    this.draw();
    if (chat.installation === "new") await this.open();
    setTimeout(() => { this.isGreeted = true; }, GREETING_MS);
  }

  // Tries again what came to nothing while the bot was silent.
  openIfNew() {
    if (this.installation === "new") this.attempt(() => this.open());
  }

  async open() {
    const { status } = await server.open(this.code);
    if (status !== null && (status === 0 || status >= 500)) this.board.botIsSilent();
  }

  async removeBot() {
    this.menu.open = false;
    await this.attempt(() => server.remove(this.code));
  }

  setInstallation(installation) {
    const isGone = installation === "removed";
    this.installation = installation;
    this.form.hidden = isGone;
    this.gone.hidden = !isGone;
  }

  async submit() {
    const text = this.field.value.trim();
    if (!text) return;
    const { editing } = this;
    this.field.value = "";
    this.endEdit();
    if (editing) await this.attempt(() => server.edit(this.code, editing, text));
    else await this.write(text);
  }

  async write(text) {
    this.toEnd();
    await this.attempt(() => server.write(this.code, text));
  }

  retry(activity) {
    this.write(activity.text);
  }

  beginEdit(activity) {
    this.editing = activity.id;
    this.editBar.hidden = false;
    this.field.value = activity.text;
    this.fit();
    this.field.focus();
  }

  endEdit() {
    if (this.editing) this.field.value = "";
    this.editing = null;
    this.editBar.hidden = true;
    this.fit();
  }

  editLast() {
    const own = [...this.activities.values()].filter((activity) => activity.from === this.code && !activity.deleted);
    if (own.length) this.beginEdit(own.at(-1));
  }

  async erase(activity) {
    await this.attempt(() => server.erase(this.code, activity.id));
  }

  async raw(activity) {
    await this.attempt(() => showRaw(this.code, activity.id));
  }

  async press(activity, { action, inputs, button }, card) {
    if (card.classList.contains("is-busy")) return;
    card.classList.add("is-busy");
    card.setAttribute("aria-busy", "true");
    button?.classList.add("is-pressed");
    await this.attempt(() => server.press(this.code, { activity: activity.id, action, inputs }));
    card.classList.remove("is-busy");
    card.removeAttribute("aria-busy");
    button?.classList.remove("is-pressed");
  }

  async attempt(act) {
    try {
      return await act();
    } catch (error) {
      this.board.toast(error.status ? error.message : t("loadFailed"));
      return null;
    }
  }

  receive(activity) {
    const isNew = !this.activities.has(activity.id);
    const wasAtEnd = this.isAtEnd();
    this.activities.set(activity.id, activity);
    if (isNew) this.draw();
    else this.redraw(activity);
    const isNews = activity.from === "bot" && activity.delivery === "sent";
    if (activity.from === this.code || wasAtEnd) this.toEnd();
    else if (isNew) this.jump.hidden = false;
    if (isNews && this.isGreeted && !this.isBeingRead()) this.setUnread(this.unread + 1);
  }

  redraw(activity) {
    const before = this.nodes.get(activity.id);
    const after = this.node(activity, before.classList.contains("is-following"));
    // What the bot answered to a press stays, also when the card is drawn anew right after it.
    after.querySelector(".said").append(...before.querySelectorAll(".notice"));
    before.replaceWith(after);
    if (activity.updated) after.classList.add("is-fresh");
  }

  node(activity, isFollowing) {
    const node = renderMessage(activity, this, { isFollowing });
    this.nodes.set(activity.id, node);
    return node;
  }

  draw() {
    const known = new Set(this.nodes.keys());
    let last = null;
    const shown = [];
    for (const activity of this.activities.values()) {
      const day = dayOf(new Date(activity.when));
      if (!last || dayOf(new Date(last.when)) !== day) {
        shown.push(h("div", { class: "day", role: "separator" }, h("span", {}, day)));
        last = null;
      }
      const isFollowing = last !== null && last.from === activity.from && new Date(activity.when) - new Date(last.when) < FOLLOWS_WITHIN_MS;
      const node = this.nodes.get(activity.id) ?? this.node(activity, isFollowing);
      if (known.size && !known.has(activity.id)) node.classList.add("is-new");
      shown.push(node);
      last = activity;
    }
    const chips = last && suggestions(last, this);
    this.log.replaceChildren(...(shown.length ? shown : [this.emptiness()]), ...(chips ? [chips] : []));
    this.toEnd();
  }

  emptiness() {
    const canOrder = this.person.roles.some((role) => ORDERERS.has(role));
    const example = t(canOrder ? "emptyExample" : "emptyQuestion");
    return h("div", { class: "empty" }, h("img", { src: "/static/logo.svg", alt: "", width: 48, height: 48 }),
      h("p", { class: "empty-title" }, t("emptyTitle", { name: this.person.name.split(" ")[0], bot: this.botName })),
      h("p", {}, t("emptyHint")),
      h("button", { type: "button", class: "example", onclick: () => { this.field.value = example; this.fit(); this.field.focus(); } }, example));
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

  setWorking(isOn) {
    this.working = Math.max(0, this.working + (isOn ? 1 : -1));
    this.showTyping(this.working > 0);
  }

  botTypes() {
    this.showTyping(true);
    clearTimeout(this.typingTimer);
    this.typingTimer = setTimeout(() => this.showTyping(this.working > 0), TYPING_MS);
  }

  showTyping(isOn) {
    const wasAtEnd = this.isAtEnd();
    this.typing.hidden = !isOn;
    if (wasAtEnd) this.toEnd();
  }

  isAtEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_END;
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    this.jump.hidden = true;
  }

  isBeingRead() {
    const isAttended = this.element.contains(document.activeElement) || this.element.matches(":hover");
    return document.hasFocus() && isAttended && this.isAtEnd();
  }

  markRead() {
    if (this.isAtEnd()) this.jump.hidden = true;
    if (this.unread && this.element.offsetParent) this.setUnread(0);
  }

  setUnread(count) {
    this.unread = count;
    this.element.classList.toggle("has-unread", count > 0);
    this.board.unreadChanged();
  }
}
