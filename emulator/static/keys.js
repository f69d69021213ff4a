// The keyboard: shortcuts of the page, and the list of them that ? shows.
import { openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { t } from "./texts.js";

const SWITCHED_OFF = "emulator-letters-off";
const GROUPS = [
  ["keysPage", [["?", "keyHelp"], ["F", "keyFaults"], ["S", "keyStories"], ["T", "keyTraffic"], ["D", "keyTheme"], ["A", "keyAdd"], ["Alt 1–8", "keyColumn"], ["Esc", "keyEscape"]]],
  ["keysWrite", [["W", "keyWrite"], ["Enter", "keySend"], ["Shift Enter", "keyBreak"], ["↑", "keyEditLast"], ["Alt A", "keyAttach"], ["Alt K", "keySearch"], ["Esc", "keyLeave"]]],
  ["keysRead", [["M", "keyLog"], ["↑ ↓", "keyWalk"], ["Home End", "keyEnds"], ["Tab", "keyInto"], ["R", "keyReact"], ["E", "keyEdit"], ["Delete", "keyDelete"], ["U", "keyUndelete"], ["J", "keyRaw"]]],
];

function isTyping(target) {
  return target instanceof Element && target.matches("input, textarea, select, [contenteditable]");
}

export class Keys {
  // *acts* says what each letter does; *column* goes to the column at a place, from 0.
  constructor({ acts, column, escape }) {
    this.acts = { "?": () => this.showHelp(), ...acts };
    this.column = column;
    this.escape = escape;
    document.addEventListener("keydown", (event) => this.hear(event));
  }

  hear(event) {
    if (event.defaultPrevented) return;
    if (event.key === "Escape") this.escape(event);
    else if (event.altKey && /^Digit[1-8]$/.test(event.code)) {
      if (this.column(Number(event.code.slice(-1)) - 1)) event.preventDefault();
    } else this.letter(event);
  }

  letter(event) {
    const act = this.acts[event.key.toLowerCase()];
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
    const isOff = localStorage.getItem(SWITCHED_OFF) === "yes" && event.key !== "?";
    if (!act || !isPlain || isOff || isTyping(event.target) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    act();
  }

  showHelp() {
    const lists = GROUPS.map(([title, rows]) => h("section", { class: "keys" }, h("h3", {}, t(title)),
      h("dl", {}, rows.flatMap(([key, does]) => [h("dt", {}, key.split(" ").map((part) => h("kbd", {}, part))), h("dd", {}, t(does))]))));
    const box = h("input", {
      type: "checkbox", checked: localStorage.getItem(SWITCHED_OFF) !== "yes", "data-testid": "letters",
      onchange: () => localStorage.setItem(SWITCHED_OFF, box.checked ? "no" : "yes"),
    });
    const body = h("div", { class: "dialog-body" }, h("div", { class: "key-lists" }, lists), h("label", { class: "switch" }, box, h("span", {}, t("lettersOn"))));
    openDialog({ title: t("shortcuts"), body, testid: "help-dialog", kind: "wide" });
  }
}
