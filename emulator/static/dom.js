// A small way to make elements: text is always text, never markup.
import { icon } from "./icons.js";

export { icon } from "./icons.js";

// Attributes that begin with "on" are listeners; those that begin with "--" are variables of the element's style,
// set one by one, as the page's policy allows no style attributes.
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name.startsWith("--")) element.style.setProperty(name, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function iconButton(name, label, attributes = {}) {
  return h("button", { type: "button", class: "icon-button", "aria-label": label, title: label, ...attributes }, icon(name));
}

export function chip(words, attributes = {}, ...more) {
  return h("button", { type: "button", class: "chip", ...attributes }, ...more, words);
}

export function logo() {
  return h("img", { class: "logo", src: "/static/logo.svg", alt: "", width: 36, height: 36 });
}

// Puts a menu away when something else is pressed, and gives the focus back to what opened it.
export function closeMenus(target) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (menu.contains(target)) continue;
    const hadFocus = menu.contains(document.activeElement);
    menu.open = false;
    if (hadFocus) menu.querySelector("summary").focus();
  }
}
