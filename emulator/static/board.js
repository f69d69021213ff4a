// The board: columns side by side, and what stands around them.
import { announce } from "./announce.js";
import { Chat } from "./chat.js";
import { Clock } from "./clock.js";
import { closeMenus, h, icon } from "./dom.js";
import { Head } from "./head.js";
import { Keys } from "./keys.js";
import { Panel } from "./panel.js";
import { pickColumn } from "./people.js";
import { makeRoom, roomName, sharedRooms } from "./rooms.js";
import { Events, server } from "./server.js";
import { Tabs } from "./tabs.js";
import { t } from "./texts.js";

const DEFAULTS = ["REK1", "SAM1", "SER3", "PL1"];
const MOST = 8;
const TOAST_MS = 7000;
const CLOCK_WAIT_MS = 1500;
const NARROW = matchMedia("(max-width: 720px)");

export class Board {
  constructor({ people, bot }) {
    this.people = people;
    this.bot = bot;
    this.rooms = [];
    this.chats = new Map();
    this.current = "";
    this.element = document.getElementById("board");
    this.clock = new Clock({ onSilence: () => this.botIsSilent(), onAnswer: () => this.botAnswers(), toast: (words) => this.toast(words) });
    this.panel = new Panel(this);
    this.head = new Head(this);
    this.tabs = new Tabs(this);
    this.keys = new Keys({ acts: this.letters(), column: (place) => this.goTo(place), escape: (event) => this.onEscape(event) });
    this.events = new Events((event) => this.receive(event), () => this.reload());
  }

  async start() {
    this.head.draw();
    this.rooms = await sharedRooms();
    // The chats' times follow the bot's clock, so it is read before the first message.
    await Promise.race([this.clock.read(), new Promise((resolve) => setTimeout(resolve, CLOCK_WAIT_MS))]);
    this.arrange(this.wanted());
    this.clock.start();
    this.panel.watch();
    document.addEventListener("click", (event) => closeMenus(event.target));
    NARROW.addEventListener("change", () => this.drawAdd());
  }

  // The columns that the address asks for, or else some of everybody's.
  wanted() {
    const asked = (new URLSearchParams(location.search).get("people") ?? "").split(",").filter((key) => this.place(key));
    const fallback = DEFAULTS.filter((code) => this.find(code)).slice(0, 4);
    const keys = asked.length ? asked : fallback.length ? fallback : this.people.slice(0, 4).map((person) => person.code);
    return [...new Set(keys)].slice(0, MOST);
  }

  find(code) {
    return this.people.find((person) => person.code === code);
  }

  // What the column called *key* shows: a person's code, or a room and who looks at it (channel@REK1).
  place(key) {
    const person = this.find(key);
    if (person) return { key, room: key, person, kind: "personal", name: person.name };
    const [name, code] = key.split("@");
    const room = this.rooms.find((each) => each.room === name);
    const viewer = this.find(code) ?? this.find(room?.members[0]) ?? this.people[0];
    return room && viewer ? { key: `${name}@${viewer.code}`, room: name, person: viewer, kind: room.kind, name: roomName(room), members: room.members } : null;
  }

  shown() {
    return [...this.chats.keys()];
  }

  shownPeople() {
    return [...this.chats.values()].filter((chat) => chat.isPersonal).map((chat) => chat.me);
  }

  // Shows the columns called *keys*, in that order; those already open keep what they hold.
  arrange(wanted) {
    const before = this.chats;
    const keys = [...new Set(wanted.map((key) => this.place(key).key))];
    this.chats = new Map(keys.map((key) => [key, before.get(key) ?? new Chat(this.place(key), this)]));
    if (!this.chats.has(this.current)) this.current = keys[0] ?? "";
    this.element.replaceChildren(...[...this.chats.values()].map((chat) => chat.element));
    this.drawAdd();
    this.element.style.setProperty("--columns", String(Math.max(keys.length, 1)));
    document.body.classList.toggle("has-many", keys.length > 4);
    this.tabs.draw();
    this.select(this.current);
    this.unreadChanged();
    this.rememberInAddress();
    this.events.listen([...this.chats.values()].map((chat) => chat.me));
    for (const [key, chat] of this.chats) if (!before.has(key)) chat.attempt(() => chat.load());
    for (const chat of this.chats.values()) chat.toEnd();
  }

  reload() {
    this.panel.reset();
    for (const chat of this.chats.values()) chat.attempt(() => chat.load());
    this.clock.read();
  }

  // The place that adds a column stands last on the board, and on a phone, where one column fills it, last in the tabs.
  drawAdd() {
    document.querySelector(".add")?.remove();
    const end = NARROW.matches ? document.getElementById("tabs-end") : this.element;
    if (this.chats.size < MOST) end.append(this.addColumn());
  }

  addColumn() {
    const picker = pickColumn(this.people, {
      rooms: this.rooms, nameOf: roomName, label: t("addPerson"), taken: () => this.shownPeople(),
      onperson: (person) => this.add(person.code), onroom: (room) => this.add(`${room.room}@${this.viewerOf(room)}`), onnew: () => this.makeRoom(),
    });
    return h("label", { class: "add" }, icon("plus"), h("span", {}, t("addPerson")), picker);
  }

  // Who looks at a room that is put beside: somebody of it who is shown already.
  viewerOf(room) {
    const members = room.members?.length ? room.members : this.people.map((person) => person.code);
    return this.shownPeople().find((code) => members.includes(code)) ?? members[0];
  }

  add(key) {
    this.arrange([...this.shown(), key]);
    this.select(this.place(key).key, true);
    announce(t("columnAdded", { name: this.place(key).name }));
  }

  makeRoom() {
    makeRoom(this, async () => {
      const known = new Set(this.rooms.map((room) => room.room));
      this.rooms = await sharedRooms();
      const made = this.rooms.find((room) => !known.has(room.room));
      if (made) this.add(`${made.room}@${this.viewerOf(made)}`);
    });
    document.querySelector(".add select").value = "";
  }

  switchPerson(key, other) {
    const chat = this.chats.get(key);
    const next = chat.isPersonal ? other.code : `${chat.room.name}@${other.code}`;
    if (this.current === key) this.current = next;
    this.arrange(this.shown().map((shown) => (shown === key ? next : shown)));
    document.getElementById(`chat-${next}`).querySelector("select").focus();
  }

  close(key) {
    this.arrange(this.shown().filter((shown) => shown !== key));
    (this.chats.get(this.current)?.field ?? document.querySelector(".add select"))?.focus();
  }

  rememberInAddress() {
    const address = new URL(location.href);
    address.searchParams.set("people", this.shown().join(","));
    history.replaceState(null, "", address.href.replaceAll("%2C", ",").replaceAll("%40", "@"));
  }

  select(key, isChosen = false) {
    this.current = key;
    this.tabs.show(key);
    for (const [other, chat] of this.chats) chat.element.classList.toggle("is-current", other === key);
    const chat = this.chats.get(key);
    if (!chat || !isChosen) return;
    chat.element.scrollIntoView({ behavior: "smooth", inline: "nearest", block: "nearest" });
    chat.toEnd();
    chat.markRead();
  }

  // Goes to the field of the column at *place*, and tells whether there is one.
  goTo(place) {
    const key = this.shown()[place];
    if (!key) return false;
    this.select(key, true);
    this.chats.get(key).field.focus();
    return true;
  }

  // What letters do where nothing is typed; W and M are about the column that one is in.
  letters() {
    const here = () => this.chats.get(document.activeElement?.closest(".chat")?.dataset.code ?? this.current);
    return {
      f: () => this.panel.toggle("faults"),
      s: () => this.panel.toggle("stories"),
      t: () => this.panel.toggle("traffic"),
      d: () => this.head.switchTheme(),
      a: () => document.querySelector(".add select")?.focus(),
      w: () => here()?.field.focus(),
      m: () => here()?.log.list.focus(),
    };
  }

  onEscape(event) {
    const isMenuOpen = document.querySelector("details.menu[open]");
    if (isMenuOpen) closeMenus(null);
    else if (this.panel.element.contains(event.target)) this.panel.close();
  }

  unreadChanged() {
    const sum = this.tabs.count();
    document.title = `${sum ? `(${sum}) ` : ""}${this.bot.name} · ${t("title")}`;
  }

  receive(event) {
    if (event.type === "clock") this.receiveClock(event);
    else if (event.type === "reset") this.reset();
    else if (event.type === "story" || event.type === "faults") this.panel.receive(event);
    else for (const chat of this.chats.values()) if (chat.room.name === event.chat) this.tell(chat, event);
  }

  tell(chat, event) {
    if (event.type === "activity") chat.receive(event);
    else if (event.type === "working") chat.setWorking(event.on);
    else if (event.type === "typing") chat.botTypes();
    else if (event.type === "notice") chat.notice(event);
    else if (event.type === "installation") {
      chat.setInstallation(event.installation);
      chat.setMembers(event.members ?? chat.members);
    }
  }

  receiveClock(event) {
    if (event.now) this.clock.set(event.now);
    if ("moving" in event) this.clock.setMoving(event.moving);
  }

  reset() {
    const keys = this.shown();
    this.panel.reset();
    this.chats = new Map();
    this.arrange(keys);
  }

  botIsSilent() {
    this.head.silence.hidden = false;
  }

  botAnswers() {
    if (this.head.silence.hidden) return;
    this.head.silence.hidden = true;
    for (const chat of this.chats.values()) chat.openIfNew();
  }

  async attempt(act) {
    try {
      return await act();
    } catch (error) {
      if (!("status" in error)) throw error;
      this.toast(error.status ? error.message : t("loadFailed"));
      return null;
    }
  }

  toast(words) {
    const line = h("p", { class: "toast" }, words);
    document.getElementById("toasts").append(line);
    setTimeout(() => line.remove(), TOAST_MS);
  }
}
