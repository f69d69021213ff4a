// The row that chooses among the columns; on a phone the only way between them.
import { avatar } from "./avatar.js";
import { h, icon } from "./dom.js";
import { t } from "./texts.js";

export class Tabs {
  // *board* gives the chats and is told what is chosen.
  constructor(board) {
    this.board = board;
    this.element = document.getElementById("tabs");
    for (const element of [this.element, this.element.parentElement]) element.setAttribute("aria-label", t("columns"));
    this.buttons = new Map();
  }

  draw() {
    this.buttons = new Map([...this.board.chats].map(([key, chat]) => [key, this.tab(key, chat)]));
    this.element.replaceChildren(...this.buttons.values());
  }

  tab(key, chat) {
    const { person, isPersonal, name } = chat;
    const face = isPersonal ? avatar(person.code, person.name, "small") : h("div", { class: "avatar small is-room", "aria-hidden": "true" }, icon(chat.kind === "channel" ? "hash" : "people"));
    return h("button", {
      type: "button", class: "tab", role: "tab", "aria-controls": `chat-${key}`, "data-testid": `tab-${key}`,
      onclick: () => this.board.select(key, true), onkeydown: (event) => this.onKey(event, key),
    }, face, h("span", { class: "tab-name" }, isPersonal ? person.name.split(" ")[0] : name), h("span", { class: "badge", hidden: true }));
  }

  show(current) {
    for (const [key, button] of this.buttons) {
      button.setAttribute("aria-selected", String(key === current));
      button.tabIndex = key === current ? 0 : -1;
      if (key === current) button.scrollIntoView?.({ block: "nearest", inline: "nearest" });
    }
  }

  // Shows how many messages of each chat are unread and returns their sum.
  count() {
    let sum = 0;
    for (const [key, button] of this.buttons) {
      const { unread } = this.board.chats.get(key);
      const badge = button.querySelector(".badge");
      sum += unread;
      badge.hidden = unread === 0;
      badge.textContent = unread;
      badge.setAttribute("aria-label", t("unread", { n: unread }));
    }
    return sum;
  }

  onKey(event, key) {
    const keys = [...this.buttons.keys()];
    const at = keys.indexOf(key);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: keys.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = keys[(to + keys.length) % keys.length];
    this.board.select(next, true);
    this.buttons.get(next).focus();
  }
}
