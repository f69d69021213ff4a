// The page: up to four chats side by side, the bot's clock above them.
import { Chat, hueOf, initials } from "./chat.js";
import { Clock } from "./clock.js";
import { h, icon, logo } from "./dom.js";
import { pickPerson } from "./people.js";
import { listen, server } from "./server.js";
import { language, t } from "./texts.js";

const DEFAULTS = ["REK1", "SAM1", "SER3", "PL1"];
const MOST = 4;
const TOAST_MS = 7000;
const CLOCK_WAIT_MS = 1500;
const ROOT = document.documentElement;

class Board {
  constructor({ people, bot }) {
    this.people = people;
    this.bot = bot;
    this.chats = new Map();
    this.current = "";
    this.element = document.getElementById("board");
    this.tabs = document.getElementById("tabs");
    this.clock = new Clock({ onSilence: () => this.botIsSilent(), onAnswer: () => this.botAnswers(), toast: (words) => this.toast(words) });
  }

  async start() {
    const asked = (new URLSearchParams(location.search).get("people") ?? "").split(",").filter((code) => this.find(code));
    const fallback = DEFAULTS.filter((code) => this.find(code));
    const codes = [...new Set(asked.length ? asked : fallback)].slice(0, MOST);
    this.drawHead();
    // The chats' times follow the bot's clock, so it is read before the first message.
    await Promise.race([this.clock.read(), new Promise((resolve) => setTimeout(resolve, CLOCK_WAIT_MS))]);
    this.arrange(codes.length ? codes : this.people.slice(0, MOST).map((person) => person.code));
    this.clock.start();
    listen((event) => this.receive(event), () => this.reload());
    document.addEventListener("keydown", (event) => this.onKey(event));
    document.addEventListener("click", (event) => closeMenus(event.target));
  }

  find(code) {
    return this.people.find((person) => person.code === code);
  }

  shown() {
    return [...this.chats.keys()];
  }

  drawHead() {
    const isDark = ROOT.dataset.theme ? ROOT.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    const theme = h("button", { type: "button", class: "chip quiet", "data-testid": "theme", onclick: () => this.switchTheme(isDark) },
      icon(isDark ? "sun" : "moon"), h("span", {}, t(isDark ? "themeLight" : "themeDark")));
    const other = language === "en" ? "sv" : "en";
    const languages = h("button", { type: "button", class: "chip quiet", lang: other, "data-testid": "language", onclick: () => switchLanguage(other) },
      icon("globe"), h("span", {}, t("otherLanguage")));
    const wasSilent = this.silence?.hidden === false;
    this.silence = h("p", { class: "silence", role: "alert", hidden: !wasSilent, "data-testid": "bot-silent" }, t("botSilentLong"));
    document.getElementById("head").replaceChildren(
      h("div", { class: "brand" }, logo(), h("div", {}, h("h1", {}, this.bot.name, h("span", {}, t("title"))), h("p", {}, t("tagline")))),
      this.clock.element,
      h("div", { class: "settings" }, theme, languages), this.silence);
    document.title = `${this.bot.name} · ${t("title")}`;
  }

  switchTheme(isDark) {
    ROOT.dataset.theme = isDark ? "light" : "dark";
    localStorage.setItem("emulator-theme", ROOT.dataset.theme);
    this.drawHead();
  }

  // Shows the chats of *codes*, in that order; those already open keep what they hold.
  arrange(codes) {
    const before = this.chats;
    this.chats = new Map(codes.map((code) => [code, before.get(code) ?? new Chat(this.find(code), this)]));
    if (!this.chats.has(this.current)) this.current = codes[0] ?? "";
    this.element.replaceChildren(...[...this.chats.values()].map((chat) => chat.element), ...this.addColumn());
    this.element.style.setProperty("--columns", String(Math.max(codes.length, 1)));
    this.drawTabs();
    this.rememberInAddress();
    for (const [code, chat] of this.chats) if (!before.has(code)) this.load(chat);
    for (const chat of this.chats.values()) chat.toEnd();
  }

  async load(chat) {
    await chat.attempt(() => chat.load());
  }

  reload() {
    for (const chat of this.chats.values()) this.load(chat);
    this.clock.read();
  }

  addColumn() {
    if (this.chats.size >= MOST) return [];
    const picker = pickPerson(this.people, null, { testid: "add-person", taken: () => this.shown(), onpick: (person) => this.arrange([...this.shown(), person.code]) });
    picker.prepend(h("option", { value: "", disabled: true }, t("person")));
    picker.value = "";
    return [h("label", { class: "add" }, icon("plus"), h("span", {}, t("addPerson")), picker)];
  }

  switchPerson(code, other) {
    if (this.current === code) this.current = other.code;
    this.arrange(this.shown().map((shown) => (shown === code ? other.code : shown)));
    document.getElementById(`chat-${other.code}`).querySelector("select").focus();
  }

  close(code) {
    this.arrange(this.shown().filter((shown) => shown !== code));
  }

  rememberInAddress() {
    const address = new URL(location.href);
    address.searchParams.set("people", this.shown().join(","));
    history.replaceState(null, "", address.href.replaceAll("%2C", ","));
  }

  drawTabs() {
    this.tabButtons = new Map(this.shown().map((code) => [code, this.tab(code)]));
    this.tabs.replaceChildren(...this.tabButtons.values());
    this.select(this.current);
    this.unreadChanged();
  }

  tab(code) {
    const { name } = this.find(code);
    return h("button", {
      type: "button", class: "tab", role: "tab", "aria-controls": `chat-${code}`, "data-testid": `tab-${code}`,
      onclick: () => this.select(code, true),
      onkeydown: (event) => this.onTabKey(event, code),
    }, h("span", { class: "avatar small", "aria-hidden": "true", style: `--hue:${hueOf(code)}` }, initials(name)),
    h("span", { class: "tab-name" }, name.split(" ")[0]), h("span", { class: "badge", hidden: true }));
  }

  select(code, isChosen = false) {
    this.current = code;
    for (const [other, button] of this.tabButtons) {
      const isThis = other === code;
      button.setAttribute("aria-selected", String(isThis));
      button.tabIndex = isThis ? 0 : -1;
      this.chats.get(other).element.classList.toggle("is-current", isThis);
    }
    const chat = this.chats.get(code);
    if (!chat || !isChosen) return;
    chat.element.scrollIntoView({ behavior: "smooth", inline: "start", block: "nearest" });
    chat.toEnd();
    chat.markRead();
  }

  onTabKey(event, code) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const codes = this.shown();
    const next = codes[(codes.indexOf(code) + step + codes.length) % codes.length];
    this.select(next, true);
    this.tabButtons.get(next).focus();
  }

  onKey(event) {
    if (event.key === "Escape") closeMenus(null);
    const place = event.altKey && /^Digit[1-4]$/.test(event.code) ? Number(event.code.slice(-1)) : 0;
    const code = this.shown()[place - 1];
    if (!code) return;
    event.preventDefault();
    this.select(code, true);
    this.chats.get(code).field.focus();
  }

  unreadChanged() {
    let sum = 0;
    for (const [code, button] of this.tabButtons ?? []) {
      const { unread } = this.chats.get(code);
      const badge = button.querySelector(".badge");
      sum += unread;
      badge.hidden = unread === 0;
      badge.textContent = unread;
      badge.setAttribute("aria-label", t("unread", { n: unread }));
    }
    document.title = `${sum ? `(${sum}) ` : ""}${this.bot.name} · ${t("title")}`;
  }

  receive(event) {
    const chat = this.chats.get(event.chat);
    if (event.type === "clock") this.receiveClock(event);
    else if (event.type === "reset") this.reset();
    else if (!chat) return;
    else if (event.type === "activity") chat.receive(event.activity);
    else if (event.type === "working") chat.setWorking(event.on);
    else if (event.type === "typing") chat.botTypes();
    else if (event.type === "notice") chat.notice(event);
    else if (event.type === "installation") chat.setInstallation(event.installation);
  }

  receiveClock(event) {
    if (event.now) this.clock.set(event.now);
    if ("moving" in event) this.clock.setMoving(event.moving);
  }

  reset() {
    const codes = this.shown();
    this.chats = new Map();
    this.arrange(codes);
  }

  botIsSilent() {
    this.silence.hidden = false;
  }

  botAnswers() {
    if (this.silence.hidden) return;
    this.silence.hidden = true;
    for (const chat of this.chats.values()) chat.openIfNew();
  }

  toast(words) {
    const line = h("p", { class: "toast" }, words);
    document.getElementById("toasts").append(line);
    setTimeout(() => line.remove(), TOAST_MS);
  }
}

function closeMenus(target) {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(target)) menu.open = false;
}

function switchLanguage(other) {
  localStorage.setItem("emulator-language", other);
  const address = new URL(location.href);
  address.searchParams.delete("lang");
  location.href = address.href;
}

ROOT.lang = language;
try {
  const board = new Board(await server.people());
  await board.start();
} catch (error) {
  console.error(error);
  document.getElementById("board").append(h("p", { class: "silence" }, t("loadFailed")));
}
