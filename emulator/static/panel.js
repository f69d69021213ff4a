// The panel at the side: faults on order, recorded stories, or the traffic with the bot.
import { FaultsPanel } from "./faults.js";
import { h, iconButton } from "./dom.js";
import { StoriesPanel } from "./stories.js";
import { t } from "./texts.js";
import { TrafficPanel } from "./traffic.js";

export class Panel {
  // *board* gives people, head and toast.
  constructor(board) {
    this.board = board;
    this.shown = "";
    this.element = document.getElementById("panel");
    this.parts = { faults: new FaultsPanel(this), stories: new StoriesPanel(this), traffic: new TrafficPanel(this) };
  }

  // Reads what is in force already, so that the head can tell of it.
  watch() {
    for (const part of Object.values(this.parts)) part.read();
  }

  toggle(kind) {
    if (this.shown === kind) this.close();
    else this.open(kind);
  }

  open(kind) {
    this.shown = kind;
    const heading = h("h2", { id: "panel-title", tabindex: "-1" }, t(kind));
    this.element.setAttribute("aria-labelledby", "panel-title");
    this.element.replaceChildren(
      h("div", { class: "panel-head" }, heading, iconButton("close", t("closePanel"), { "data-testid": "panel-close", onclick: () => this.close() })),
      h("div", { class: "panel-body" }, this.parts[kind].element));
    this.element.hidden = false;
    document.body.classList.add("has-panel");
    this.board.head.expand(kind);
    this.parts[kind].read();
    heading.focus();
  }

  close() {
    const opener = this.board.head.openerOf(this.shown);
    this.shown = "";
    this.element.hidden = true;
    document.body.classList.remove("has-panel");
    this.board.head.expand("");
    opener?.focus();
  }

  reset() {
    this.parts.traffic.reset();
  }

  receive(event) {
    this.parts[event.type === "story" ? "stories" : "faults"].receive?.(event);
  }
}
