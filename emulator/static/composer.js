// Where a person writes: the field, what goes with it, the search beside it, and the button that sends.
import { ComposeSearch } from "./compose.js";
import { chip, h, icon, iconButton } from "./dom.js";
import { Tray } from "./files.js";
import { t } from "./texts.js";

const LONGEST_FIELD = 160;
const LINK = /https?:\/\/[^\s<>"]+/;

export class Composer {
  // *chat* gives code, person, botName, room and toast; *send* gets {text, attachments, mention}; *onLeave* is for Esc.
  constructor(chat, { label, send, hasMention = false, testids = chat.code, onEditLast = () => {}, onSave = () => {}, onLeave = () => chat.log.list.focus() }) {
    Object.assign(this, { chat, send, hasMention, testids, onEditLast, onSave, onLeave, label });
    this.editing = null;
    this.tray = new Tray({ onchange: () => this.fit(), toast: (words) => chat.board.toast(words) });
    this.search = new ComposeSearch(chat, { onchosen: (attachment) => this.insert(attachment) });
    this.element = this.build();
  }

  build() {
    const { testids, label, chat } = this;
    this.field = h("textarea", {
      rows: "1", class: "field", placeholder: label, "aria-label": `${label}, ${chat.person.name}`,
      "data-testid": `composer-${testids}`, enterkeyhint: "send", autocomplete: "off",
      oninput: () => this.fit(), onkeydown: (event) => this.onKey(event), onpaste: (event) => this.onPaste(event),
    });
    this.chooser = h("input", { type: "file", multiple: true, hidden: true, "data-testid": `file-${testids}`, onchange: () => this.takeChosen() });
    this.clip = iconButton("clip", t("attach"), { "data-testid": `clip-${testids}`, onclick: () => this.chooser.click() });
    this.finder = iconButton("search", t("composeSearch"), { "data-testid": `search-${testids}`, "aria-haspopup": "dialog", onclick: () => this.search.open(this.finder) });
    this.sendButton = iconButton("send", t("send"), { type: "submit", class: "icon-button send", "data-testid": `send-${testids}` });
    this.editBar = h("div", { class: "edit-bar", hidden: true }, h("span", {}, t("editing")),
      h("button", { type: "button", class: "link", onclick: () => this.endEdit() }, t("cancel")));
    const form = h("form", { class: "composer", onsubmit: (event) => { event.preventDefault(); this.submit(); } },
      this.editBar, this.tray.element, this.hints(),
      h("div", { class: "composer-row" }, this.clip, this.finder, this.chooser, this.field, this.sendButton));
    return h("div", { class: "writing" }, this.search.element, form);
  }

  // What can be switched for this message: whether the bot is mentioned, and whether a link is shown as a card.
  hints() {
    this.mention = chip(t("mentions", { bot: this.chat.botName }), {
      "aria-pressed": "true", "data-testid": `mention-${this.testids}`, hidden: !this.hasMention,
      onclick: () => this.mention.setAttribute("aria-pressed", String(!this.isMentioning)),
    }, icon("at"));
    this.unfurl = chip(t("unfurl"), { hidden: true, "data-testid": `unfurl-${this.testids}`, onclick: () => this.unfurlLink() }, icon("link"));
    this.hintRow = h("div", { class: "hints", hidden: !this.hasMention }, this.mention, this.unfurl);
    return this.hintRow;
  }

  get isMentioning() {
    return this.mention.getAttribute("aria-pressed") === "true";
  }

  onKey(event) {
    const letter = event.altKey && !event.ctrlKey ? event.code : "";
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape") this.leave(event);
    else if (event.key === "ArrowUp" && !this.field.value) {
      event.preventDefault();
      this.onEditLast();
    }
    else if (letter === "KeyA" || letter === "KeyK") {
      event.preventDefault();
      (letter === "KeyA" ? this.clip : this.finder).click();
    }
  }

  // Esc gives up a change, and otherwise goes to the messages, where letters are commands.
  leave(event) {
    if (this.editing) this.endEdit();
    else if (!event.defaultPrevented) this.onLeave();
    event.preventDefault();
  }

  onPaste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.tray.addFiles(files);
  }

  takeChosen() {
    this.tray.addFiles(this.chooser.files);
    this.chooser.value = "";
    this.field.focus();
  }

  insert(attachment) {
    this.tray.addCard(attachment);
    this.field.focus();
  }

  async unfurlLink() {
    const [link] = this.field.value.match(LINK) ?? [];
    const { result } = await this.chat.attempt(() => this.chat.room.act("compose", { link })) ?? {};
    const [found] = result?.composeExtension?.attachments ?? [];
    if (found) this.insert(found);
    else if (link) this.chat.board.toast(t("noUnfurl", { bot: this.chat.botName }));
  }

  fit() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, LONGEST_FIELD)}px`;
    this.sendButton.classList.toggle("is-ready", this.field.value.trim() !== "" || !this.tray.isEmpty);
    this.unfurl.hidden = !LINK.test(this.field.value);
    this.hintRow.hidden = !this.hasMention && this.unfurl.hidden;
  }

  async submit() {
    const text = this.field.value.trim();
    if (!text && this.tray.isEmpty) return;
    const { editing } = this;
    const attachments = await this.tray.attachments();
    this.field.value = "";
    this.tray.clear();
    this.endEdit();
    if (editing) this.onSave(editing, text);
    else this.send({ text, attachments, mention: this.isMentioning });
  }

  beginEdit(activity) {
    this.editing = activity.id;
    this.editBar.hidden = false;
    this.fill(activity.text);
  }

  endEdit() {
    if (this.editing) this.field.value = "";
    this.editing = null;
    this.editBar.hidden = true;
    this.fit();
  }

  fill(words) {
    this.field.value = words;
    this.fit();
    this.field.focus();
    this.field.setSelectionRange(words.length, words.length);
  }
}
