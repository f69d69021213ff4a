// A column of the board: a person's own chat with the bot, a group, or a channel as someone sees it.
import { announce } from "./announce.js";
import { chatHead } from "./chathead.js";
import { Composer } from "./composer.js";
import { h, icon } from "./dom.js";
import { acceptDrops } from "./files.js";
import { Log } from "./log.js";
import { showRaw } from "./raw.js";
import { Room } from "./server.js";
import { askToSignIn, isLogin } from "./signin.js";
import { TabFrame } from "./tabframe.js";
import { openTask } from "./task.js";
import { t } from "./texts.js";
import { ThreadLog } from "./threads.js";

const TYPING_MS = 4000;
const GREETING_MS = 1000;
const NEVER_ANSWERED = 500;
const ORDERERS = new Set(["requester", "principal"]);

export class Chat {
  // *place* is {key, room, person, kind, name}: which room, as seen by whom. *board* gives people, bot and what the
  // column can ask for: switchPerson, close, unreadChanged, toast.
  constructor(place, board) {
    Object.assign(this, place, { board, code: place.key, me: place.person.code, botName: board.bot.name });
    this.isPersonal = this.kind === "personal";
    this.room = new Room(place.room, this.me);
    this.working = 0;
    this.unread = 0;
    this.isGreeted = false;
    this.element = this.build();
  }

  build() {
    const { code, person } = this;
    const title = this.isPersonal ? person.name : t("roomAs", { room: this.name, name: person.name });
    const label = t("log", { name: title, bot: this.botName });
    const Kind = this.kind === "channel" ? ThreadLog : Log;
    this.log = new Kind(this, { label, testid: `log-${code}`, emptiness: () => this.emptiness() });
    this.typing = h("div", { class: "typing", hidden: true, "data-testid": `typing-${code}`, role: "status" },
      h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i")), h("span", {}, t("working", { bot: this.botName })));
    this.frame = new TabFrame(this);
    const element = h("section", {
      class: `chat is-${this.kind}`, id: `chat-${code}`, "data-testid": `chat-${code}`, "data-code": code, "aria-label": title, "data-drop": t("dropHere"),
      onfocusin: () => this.markRead(), onpointerenter: () => this.markRead(),
    }, chatHead(this), this.log.element, this.frame.element, this.typing, this.foot());
    acceptDrops(element, (files) => this.composer.tray.addFiles(files));
    return element;
  }

  foot() {
    const label = this.kind === "channel" ? t("newThread") : t("write", { bot: this.botName });
    this.composer = new Composer(this, {
      label, hasMention: !this.isPersonal, send: (message) => this.write(message),
      onEditLast: () => this.editLast(), onSave: (activity, text) => this.attempt(() => this.room.act("edit", { activity, text })),
    });
    this.gone = h("div", { class: "gone", hidden: true },
      h("p", {}, this.isPersonal ? t("removed", { name: this.person.name, bot: this.botName }) : t("notInRoom", { bot: this.botName })),
      h("button", { type: "button", class: "chip", "data-testid": `restore-${this.code}`, onclick: () => this.install() },
        t(this.isPersonal ? "restoreBot" : "installBot", { bot: this.botName })));
    return h("footer", { class: "chat-foot" }, this.gone, this.composer.element);
  }

  get field() {
    return this.composer.field;
  }

  nameOf(from) {
    return from === "bot" ? this.botName : this.board.find(from)?.name ?? from;
  }

  // Reads the chat anew and has the bot installed, as Teams does when a personal chat is first opened.
  async load() {
    const chat = await this.room.read();
    this.log.fill(chat.activities);
    this.setInstallation(chat.installation);
    if (this.isPersonal && chat.installation === "new") await this.install();
    setTimeout(() => { this.isGreeted = true; }, GREETING_MS);
  }

  // Tries again what came to nothing while the bot was silent.
  openIfNew() {
    if (this.isPersonal && this.installation === "new") this.attempt(() => this.install());
  }

  async install() {
    const { status } = await this.room.act("install");
    if (status !== null && (status === 0 || status >= NEVER_ANSWERED)) this.board.botIsSilent();
  }

  async removeBot() {
    await this.attempt(() => this.room.act("remove"));
  }

  setMembers(members) {
    if (this.isPersonal || JSON.stringify(members) === JSON.stringify(this.members)) return;
    this.members = members;
    this.element.querySelector(".chat-head").replaceWith(chatHead(this));
  }

  setInstallation(installation) {
    const isGone = installation === "removed" || (!this.isPersonal && installation === "new");
    this.installation = installation;
    this.composer.element.hidden = isGone && this.isPersonal;
    this.gone.hidden = !isGone;
  }

  async write({ text, attachments = [], mention = true, thread = "" }) {
    this.log.toEnd();
    const body = { text, ...(attachments.length && { attachments }), ...(thread && { thread }), ...(!this.isPersonal && { mention }) };
    await this.attempt(() => this.room.act("messages", body));
  }

  retry(activity) {
    this.write({ text: activity.text, thread: activity.thread });
  }

  suggested(activity, action) {
    if (action.type === "openUrl" || action.type === "signin") this.log.notice({ activity: activity.id, level: "info", text: String(action.value) });
    else this.press(activity, { action: action.title, inputs: {} }, null);
  }

  beginEdit(activity) {
    this.composer.beginEdit(activity);
  }

  editLast() {
    const own = [...this.log.activities.values()].filter((activity) => activity.from === this.me && !activity.deleted);
    if (own.length) this.beginEdit(own.at(-1));
  }

  erase(activity) {
    return this.attempt(() => this.room.act("delete", { activity: activity.id }));
  }

  undelete(activity) {
    return this.attempt(() => this.room.act("undelete", { activity: activity.id }));
  }

  react(activity, type, on) {
    return this.attempt(() => this.room.act("react", { activity: activity.id, type, on }));
  }

  refreshCard(activity) {
    return this.attempt(() => this.room.act("refresh", { activity: activity.id }));
  }

  consent(activity, accept) {
    return this.attempt(() => this.room.act("consent", { activity: activity.id, accept }));
  }

  signIn(activity, button) {
    askToSignIn(this, activity, button);
  }

  tellTyping() {
    return this.attempt(() => this.room.act("typing"));
  }

  raw(activity) {
    return this.attempt(() => showRaw(this.room, activity.id));
  }

  notice(notice) {
    this.log.notice(notice);
  }

  // E, R, J and Delete on a message do what its tools do.
  messageKey(activity, event) {
    const tools = { e: "edit", j: "raw", delete: "delete", r: "react", u: "undelete" };
    const tool = event.target.querySelector(`.tool[data-testid="${tools[event.key.toLowerCase()]}"]`);
    if (!tool || !activity) return;
    event.preventDefault();
    tool.click();
  }

  async typeAhead(activity, { text, dataset }) {
    const answer = await this.attempt(() => this.room.act("search", { text, dataset, activity: activity.id }));
    return answer?.result?.value?.results ?? [];
  }

  async press(activity, { action, inputs, button }, card) {
    if (card?.classList.contains("is-busy")) return;
    card?.classList.add("is-busy");
    card?.setAttribute("aria-busy", "true");
    button?.classList.add("is-pressed");
    const act = (how = {}) => this.room.act("press", { activity: activity.id, action, inputs, ...how });
    const answer = await this.attempt(act);
    card?.classList.remove("is-busy");
    card?.removeAttribute("aria-busy");
    button?.classList.remove("is-pressed");
    if (answer?.task) openTask(this, answer.task);
    if (isLogin(answer)) askToSignIn(this, activity, answer.result.value?.buttons?.[0], act);
  }

  attempt(act) {
    return this.board.attempt(act);
  }

  async receive({ activity, viewer }) {
    if (viewer && viewer !== this.me) return;
    const isShared = !this.isPersonal && !viewer && activity.from === "bot" && this.log.activities.has(activity.id);
    this.show(isShared ? await this.asISee(activity) : activity);
  }

  // What is told to everybody about a message is not what somebody sees who has a card of their own in it.
  async asISee(activity) {
    const room = await this.attempt(() => this.room.read());
    return room?.activities.find((each) => each.id === activity.id) ?? activity;
  }

  show(activity) {
    const isNew = this.log.receive(activity);
    const isNews = activity.from !== this.me && activity.delivery === "sent" && (isNew || activity.updated);
    if (isNews && this.isGreeted && !this.isBeingRead()) this.setUnread(this.unread + 1);
  }

  emptiness() {
    if (!this.isPersonal) return h("div", { class: "empty" }, h("div", { class: "empty-icon" }, icon(this.kind === "channel" ? "hash" : "people")), h("p", { class: "empty-title" }, t("emptyRoom", { name: this.name })), h("p", {}, t("emptyRoomHint", { bot: this.botName })));
    const example = t(this.person.roles.some((role) => ORDERERS.has(role)) ? "emptyExample" : "emptyQuestion");
    return h("div", { class: "empty" }, h("img", { src: "/static/logo.svg", alt: "", width: 48, height: 48 }),
      h("p", { class: "empty-title" }, t("emptyTitle", { name: this.person.name.split(" ")[0], bot: this.botName })),
      h("p", {}, t("emptyHint")),
      h("button", { type: "button", class: "example", onclick: () => this.composer.fill(example) }, example));
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
    const wasAtEnd = this.log.isAtEnd();
    this.typing.hidden = !isOn;
    if (wasAtEnd) this.log.toEnd();
  }

  // Shows the bot's tab in place of the messages, or the messages again.
  showTab(isOn) {
    this.frame.show(isOn);
    this.element.classList.toggle("shows-tab", isOn);
    announce(t(isOn ? "tabShown" : "chatShown"));
  }

  isBeingRead() {
    const isAttended = this.element.contains(document.activeElement) || this.element.matches(":hover");
    return document.hasFocus() && isAttended && this.log.isAtEnd();
  }

  toEnd() {
    this.log.toEnd();
  }

  markRead() {
    if (this.log.isAtEnd()) this.log.jump.hidden = true;
    if (this.unread && this.element.offsetParent) this.setUnread(0);
  }

  setUnread(count) {
    this.unread = count;
    this.element.classList.toggle("has-unread", count > 0);
    this.board.unreadChanged();
  }
}
