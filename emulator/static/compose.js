// The search beside a chat, as a message extension gives it: type, choose, and its card goes with the message.
import { chip, h, icon, iconButton } from "./dom.js";
import { openTask } from "./task.js";
import { t } from "./texts.js";

const REST_MS = 250;
const REMEMBERED = "emulator-command";
const FIRST_COMMAND = "catalogue";

function plainOf(preview) {
  const content = preview?.content ?? {};
  return { title: content.title ?? content.text ?? "", text: [content.subtitle, content.title ? content.text : ""].filter(Boolean).join(" · ") };
}

export class ComposeSearch {
  constructor(chat, { onchosen }) {
    this.chat = chat;
    this.onchosen = onchosen;
    this.found = [];
    this.at = -1;
    this.element = this.build();
  }

  build() {
    const id = `found-${this.chat.code}-${Math.random().toString(36).slice(2, 7)}`;
    this.list = h("ul", { class: "found", id, role: "listbox", "aria-label": t("found") });
    this.status = h("p", { class: "found-status", role: "status" });
    this.field = h("input", {
      type: "search", class: "line-field", role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list",
      placeholder: t("composePlaceholder", { bot: this.chat.botName }), "aria-label": t("composeSearch"), "data-testid": `search-field-${this.chat.code}`,
      oninput: () => this.later(), onkeydown: (event) => this.onKey(event),
    });
    this.command = h("input", {
      class: "line-field command", value: localStorage.getItem(REMEMBERED) || FIRST_COMMAND, "aria-label": t("command"), title: t("command"), spellcheck: "false",
      onchange: () => { localStorage.setItem(REMEMBERED, this.command.value); this.ask(); },
    });
    return h("div", {
      class: "popover compose-search", role: "dialog", "aria-label": t("composeSearch"), hidden: true, "data-testid": `search-box-${this.chat.code}`,
      onkeydown: (event) => this.onEscape(event), onfocusout: (event) => this.onLeave(event),
    }, h("div", { class: "popover-head" }, h("span", { class: "inset-icon" }, icon("search")), this.field, iconButton("close", t("closeDialog"), { onclick: () => this.close() })),
    this.list, this.status, h("div", { class: "command-line" }, h("span", {}, t("command")), this.command,
      chip(t("fetchTask"), { "data-testid": `fetch-${this.chat.code}`, onclick: () => this.fetchTask() })));
  }

  open(opener) {
    this.opener = opener;
    this.element.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    this.field.value = "";
    this.field.focus();
    this.draw([]);
    this.ask();
  }

  close({ isBack = true } = {}) {
    if (this.element.hidden) return;
    this.element.hidden = true;
    this.opener.setAttribute("aria-expanded", "false");
    if (isBack) this.opener.focus();
  }

  onEscape(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    event.preventDefault();
    this.close();
  }

  onLeave(event) {
    const to = event.relatedTarget;
    if (to && !this.element.contains(to) && to !== this.opener) this.close({ isBack: false });
  }

  // Has the command open a dialog, as an action of a message extension does.
  async fetchTask() {
    const answer = await this.chat.attempt(() => this.chat.room.act("compose", { command: this.command.value.trim(), fetch: true }));
    if (!answer) return;
    this.close();
    if (answer.task) openTask(this.chat, answer.task);
    else this.chat.board.toast(t("noTask", { bot: this.chat.botName }));
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), REST_MS);
  }

  async ask() {
    const asked = (this.asked ?? 0) + 1;
    this.asked = asked;
    this.status.textContent = t("searching");
    const body = { command: this.command.value.trim(), text: this.field.value.trim() };
    const answer = await this.chat.attempt(() => this.chat.room.act("compose", body));
    if (asked !== this.asked) return;
    const extension = answer?.result?.composeExtension ?? {};
    this.draw(extension.attachments ?? []);
    this.status.textContent = extension.text || (this.found.length ? t("foundCount", { n: this.found.length }) : t("foundNothing"));
  }

  // An answer that brings the same again leaves marked what was chosen meanwhile.
  draw(found) {
    const isSame = JSON.stringify(found) === JSON.stringify(this.found);
    const marked = isSame ? this.at : Math.min(0, found.length - 1);
    this.found = found;
    this.field.setAttribute("aria-expanded", String(found.length > 0));
    this.list.replaceChildren(...found.map((attachment, index) => this.option(attachment, index)));
    this.mark(marked);
  }

  option(attachment, index) {
    const { title, text } = plainOf(attachment.preview ?? attachment);
    return h("li", {
      class: "option", role: "option", id: `${this.list.id}-${index}`, "aria-selected": "false", "data-testid": "found",
      onclick: () => this.choose(index), onpointermove: () => this.at !== index && this.mark(index),
    }, h("strong", {}, title), text ? h("span", {}, text) : null);
  }

  mark(index) {
    this.at = index;
    [...this.list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    const option = this.list.children[index];
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  onKey(event) {
    const count = this.found.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && count) {
      event.preventDefault();
      this.mark((this.at + step + count) % count);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (this.at >= 0) this.choose(this.at);
    }
  }

  // Asks the bot for what was chosen, as a tap on a result does; a result without a tap is taken as it is.
  async choose(index) {
    const attachment = this.found[index];
    const item = attachment.preview?.content?.tap?.value;
    const answer = item && await this.chat.attempt(() => this.chat.room.act("compose", { item }));
    if (item && !answer) return;
    const [card] = item ? answer.result?.composeExtension?.attachments ?? [] : [attachment];
    this.close({ isBack: false });
    if (card) this.onchosen(card);
    else this.chat.board.toast(answer.result?.composeExtension?.text || t("foundNothing"));
  }
}
