// A choice of one among few, side by side.
import { h } from "./dom.js";

// *options* are pairs of value and words; the first is chosen.
export function segments(name, label, options) {
  const parts = options.map(([value, words], index) => h("label", { class: "segment" },
    h("input", { type: "radio", name, value, checked: index === 0, "data-testid": `${name}-${value}` }), h("span", {}, words)));
  return h("fieldset", { class: "segments" }, h("legend", {}, label), h("div", { class: "segment-row" }, parts));
}
