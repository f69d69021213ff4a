// The gallery's stage: messages drawn by the emulator's own code, and what an eye, a thumb and a screen reader find in them.
import { renderMessage } from "/static/message.js";

const LEAST_TAP_PX = 32;
const ENOUGH = 4.5;
const ENOUGH_FOR_LARGE = 3;
const SLACK_PX = 1;
// A chat that does nothing: whatever else the page asks it for is done at once.
const CHAT = new Proxy({ botName: "Vaktis", nameOf: () => "Vaktis" }, { get: (chat, name) => chat[name] ?? (() => undefined) });
// What is not read, or is switched off for now and pale for that reason.
const SILENT = "option, script, style, [aria-hidden=true], :disabled, .is-off";
const CONTROLS = "button, a[href], input, select, textarea, [role=button], [role=link]";
const stage = document.getElementById("stage");
const CUTS = new Set(["hidden", "clip"]);
const SCROLLS = new Set(["auto", "scroll"]);
// For screen readers alone: never more than a dot on the screen.
function isForEars(element) {
  for (let box = element; box; box = box.parentElement) if (getComputedStyle(box).clipPath.startsWith("inset(50%")) return true;
  return Boolean(element.closest(".unseen, .skip"));
}
const brush = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
const paints = new Map();
const grounds = new Map();

// Any colour that CSS can write, as red, green, blue and alpha.
function paint(color) {
  if (!paints.has(color)) {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = color;
    brush.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
    paints.set(color, [red, green, blue, alpha / 255]);
  }
  return paints.get(color);
}

const over = (top, under) => under.slice(0, 3).map((each, nth) => top[nth] * top[3] + each * (1 - top[3]));

function ground(element) {
  if (!element) return paint(getComputedStyle(document.documentElement).getPropertyValue("--panel")).slice(0, 3);
  if (!grounds.has(element)) {
    const own = paint(getComputedStyle(element).backgroundColor);
    grounds.set(element, own[3] === 1 ? own.slice(0, 3) : over(own, ground(element.parentElement)));
  }
  return grounds.get(element);
}

function luminance(color) {
  const [red, green, blue] = color.map((each) => (each / 255 <= 0.04045 ? each / 255 / 12.92 : ((each / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getClientRects().length > 0;
const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();

function referred(element, name) {
  const ids = (element.getAttribute(name) ?? "").split(/\s+/).filter(Boolean);
  return clean(ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" "));
}

export function nameOf(element) {
  const labels = [...(element.labels ?? [])].map((label) => label.textContent).join(" ");
  const content = element.matches("input, select, textarea") ? "" : element.textContent;
  return referred(element, "aria-labelledby") || clean(element.getAttribute("aria-label")) || clean(labels) || clean(content) || clean(element.title);
}

const told = (element) => `<${element.tagName.toLowerCase()}> "${nameOf(element).slice(0, 60)}"`;

function* texts(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (clean(node.data) && isSeen(node.parentElement) && !node.parentElement.closest(SILENT) && !isForEars(node.parentElement)) yield node;
  }
}

function overflowing(root) {
  const edge = root.getBoundingClientRect();
  const wide = [root, ...root.querySelectorAll("*")].filter((each) => isSeen(each) && !each.closest("svg") && !isForEars(each) && !isScrolled(each) && leaks(each, edge));
  return wide.map((each) => `wider than its place: ${told(each)}`);
}

// Tells whether it stands in, or is, something that is made to be scrolled sideways.
function isScrolled(element) {
  for (let box = element; box; box = box.parentElement) if (SCROLLS.has(getComputedStyle(box).overflowX)) return true;
  return false;
}

function leaks(element, edge) {
  const box = element.getBoundingClientRect();
  if (box.right > edge.right + SLACK_PX || box.left < edge.left - SLACK_PX) return true;
  const isFull = element.scrollWidth > element.clientWidth + SLACK_PX && element.clientWidth > 0;
  return isFull && getComputedStyle(element).display !== "inline" && !element.matches("input, textarea, select");
}

function clipped(root) {
  return [...texts(root)].filter((node) => isCut(node, root)).map((node) => `cut off: "${clean(node.data).slice(0, 60)}"`);
}

// Tells whether words are cut by a box around them; what can be scrolled to is not.
function isCut(node, root) {
  const range = document.createRange();
  range.selectNodeContents(node);
  const words = range.getBoundingClientRect();
  for (let box = node.parentElement; box && root.contains(box); box = box.parentElement) {
    const { overflowX, overflowY, textOverflow } = getComputedStyle(box);
    const rim = box.getBoundingClientRect();
    const isShortened = textOverflow === "ellipsis" && box.scrollWidth > box.clientWidth;
    const isCutAcross = CUTS.has(overflowX) && (words.right > rim.right + SLACK_PX || words.left < rim.left - SLACK_PX);
    const isCutDown = CUTS.has(overflowY) && (words.bottom > rim.bottom + SLACK_PX || words.top < rim.top - SLACK_PX);
    if (isShortened || isCutAcross || isCutDown) return true;
    if (SCROLLS.has(overflowX) || SCROLLS.has(overflowY)) return false;
  }
  return false;
}

function faint(root) {
  const found = [];
  for (const node of texts(root)) {
    const { color, fontSize, fontWeight, opacity } = getComputedStyle(node.parentElement);
    const size = parseFloat(fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    const behind = ground(node.parentElement);
    const ink = paint(color);
    const ratio = contrast(over([...ink.slice(0, 3), ink[3] * Number(opacity)], behind), behind);
    if (ratio < (isLarge ? ENOUGH_FOR_LARGE : ENOUGH)) found.push(`contrast ${ratio.toFixed(2)}: "${clean(node.data).slice(0, 40)}"`);
  }
  return found;
}

const controls = (root) => [...root.querySelectorAll(CONTROLS)].filter((each) => isSeen(each) && each.type !== "hidden");
const nameless = (root) => controls(root).filter((each) => !nameOf(each)).map((each) => `has no name: ${each.outerHTML.slice(0, 120)}`);

function doubled(root) {
  const names = controls(root).filter((each) => each.matches("button, [role=button]")).map(nameOf);
  return [...new Set(names.filter((name, nth) => names.indexOf(name) !== nth))].map((name) => `two buttons called "${name}"`);
}

// A round or square mark is touched together with its label.
function tapHeight(element) {
  const label = element.matches("[type=radio], [type=checkbox]") ? element.closest("label") ?? element.parentElement : element;
  return Math.max(element.getBoundingClientRect().height, label.getBoundingClientRect().height);
}

const small = (root) => controls(root).filter((each) => tapHeight(each) < LEAST_TAP_PX).map((each) => `${tapHeight(each).toFixed(0)} px to touch: ${told(each)}`);

// Returns what is wrong below each of *roots* ({name: element}), a sentence each. A page repaints slowly, so each theme comes once.
export function faults(roots, looks = [overflowing, clipped, nameless, doubled, small]) {
  const named = (look, sign = "") => Object.entries(roots).flatMap(([name, root]) => look(root).map((fault) => `${name}: ${sign}${fault}`));
  const found = looks.flatMap((look) => named(look));
  for (const theme of ["light", "dark"]) found.push(...inTheme(theme, () => named(faint, `${theme}: `)));
  return found;
}

function inTheme(theme, look) {
  const { dataset } = document.documentElement;
  const before = dataset.theme;
  dataset.theme = theme;
  grounds.clear();
  const found = look();
  if (before) dataset.theme = before;
  else delete dataset.theme;
  return found;
}

// Puts messages on the stage, each below its name.
export function hang(messages) {
  for (const [name, activity] of Object.entries(messages)) {
    const caption = Object.assign(document.createElement("p"), { className: "caption", textContent: name });
    stage.append(caption, renderMessage(activity, CHAT, { isFollowing: false }));
  }
}

// Opens every section that a button of a card opens, and returns how many there are.
export function open() {
  const buttons = stage.querySelectorAll(".ac-pushButton[aria-controls]");
  for (const each of buttons) each.click();
  return buttons.length;
}

// Returns what is wrong on the stage, by the name of the message.
export function look() {
  const messages = [...stage.querySelectorAll(".message")];
  return faults(Object.fromEntries(messages.map((each) => [each.dataset.activity, each.querySelector(".bubble")])));
}

// Returns what is wrong on the emulator's own page; several people there have buttons of the same name.
export function lookAtPage() {
  return faults({ page: document.body }, [overflowing, clipped, nameless, small]);
}

window.gallery = { clear: () => stage.replaceChildren(), faults, hang, look, open };
