// The head of the page: what it is, the bot's clock, and what can be set.
import { chip, h, icon, iconButton, logo } from "./dom.js";
import { language, t } from "./texts.js";

const ROOT = document.documentElement;
const PANELS = ["faults", "stories", "traffic"];
const NARROW = matchMedia("(max-width: 720px)");

export function isDark() {
  return ROOT.dataset.theme ? ROOT.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function switchLanguage(other) {
  localStorage.setItem("emulator-language", other);
  const address = new URL(location.href);
  address.searchParams.delete("lang");
  location.href = address.href;
}

export class Head {
  // *board* gives bot, clock, panel and keys.
  constructor(board) {
    this.board = board;
    this.silence = h("p", { class: "silence", role: "alert", hidden: true, "data-testid": "bot-silent" }, t("botSilentLong"));
    this.counts = Object.fromEntries(PANELS.map((kind) => [kind, 0]));
    NARROW.addEventListener("change", () => this.draw());
  }

  draw() {
    const { bot, clock } = this.board;
    const title = h("div", {}, h("h1", {}, bot.name, h("span", {}, t("title"))), h("p", {}, t("tagline")));
    document.getElementById("head").replaceChildren(h("div", { class: "brand" }, logo(), title), clock.element, this.settings(), this.silence);
  }

  settings() {
    const traffic = this.panelButton("traffic", "traffic");
    const panels = [this.panelButton("faults", "fault"), this.panelButton("stories", "story"), ...(NARROW.matches ? [] : [traffic])];
    const rest = [...(NARROW.matches ? [traffic] : []), this.themeButton(), this.languageButton(), this.helpButton()];
    const end = NARROW.matches
      ? [h("details", { class: "menu settings-menu" }, h("summary", { class: "icon-button", "aria-label": t("settings"), title: t("settings"), "data-testid": "settings" }, icon("more")), h("div", { class: "menu-list" }, rest))]
      : rest;
    return h("div", { class: "settings" }, panels, end);
  }

  panelButton(kind, drawing) {
    const button = chip(h("span", {}, t(kind)), {
      class: "chip quiet panel-button", "aria-label": t(kind), title: t(kind), "aria-expanded": String(this.board.panel.shown === kind), "aria-controls": "panel",
      "data-testid": `open-${kind}`, onclick: () => this.board.panel.toggle(kind),
    }, icon(drawing));
    const mark = h("span", { class: `mark is-${kind}`, hidden: true });
    button.append(mark);
    this[kind] = { button, mark };
    this.mark(kind, this.counts[kind]);
    return button;
  }

  // Shows that faults are in force, or that a story is being recorded.
  mark(kind, count) {
    this.counts[kind] = count;
    const { button, mark } = this[kind] ?? {};
    if (!mark) return;
    mark.hidden = !count;
    mark.textContent = kind === "faults" && count ? String(count) : "";
    button.setAttribute("aria-label", count ? t(`${kind}Marked`, { n: count }) : t(kind));
  }

  // What opened a panel; on a phone that can stand in a menu, which is closed by then.
  openerOf(kind) {
    const button = this[kind]?.button;
    return button?.closest("details:not([open])")?.querySelector("summary") ?? button;
  }

  expand(shown) {
    for (const kind of PANELS) this[kind]?.button.setAttribute("aria-expanded", String(kind === shown));
  }

  themeButton() {
    const key = isDark() ? "themeLight" : "themeDark";
    return this.small(isDark() ? "sun" : "moon", t(key), { "data-testid": "theme", onclick: () => this.switchTheme() });
  }

  languageButton() {
    const other = language === "en" ? "sv" : "en";
    return this.small("globe", t("otherLanguage"), { lang: other, "data-testid": "language", onclick: () => switchLanguage(other) });
  }

  helpButton() {
    return this.small("help", t("shortcuts"), { "data-testid": "help", onclick: () => this.board.keys.showHelp() });
  }

  // A button of drawing alone, but a line with words in the menu of a phone.
  small(drawing, label, attributes) {
    return NARROW.matches ? chip(label, { class: "chip quiet", ...attributes }, icon(drawing)) : iconButton(drawing, label, attributes);
  }

  switchTheme() {
    ROOT.dataset.theme = isDark() ? "light" : "dark";
    localStorage.setItem("emulator-theme", ROOT.dataset.theme);
    const hadFocus = document.activeElement?.dataset.testid === "theme";
    this.draw();
    if (hadFocus) document.querySelector('[data-testid="theme"]')?.focus();
  }
}
