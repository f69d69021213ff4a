// The round letters that stand for a person, in a colour of their own.
import { h } from "./dom.js";

function hueOf(code) {
  return [...code].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
}

function initials(name) {
  return name.split(/\s+/).map((part) => part[0]).slice(0, 2).join("");
}

export function avatar(code, name, kind = "") {
  return h("div", { class: `avatar ${kind}`, "aria-hidden": "true", "--hue": hueOf(code) }, initials(name));
}
