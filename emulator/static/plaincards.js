// Cards beside Adaptive Cards: hero, thumbnail, sign-in, receipts, lists and connector cards, as Teams draws them.
import { connectorCard } from "./connectorcard.js";
import { chip, h, icon } from "./dom.js";
import { cardHtml } from "./markup.js";
import { t } from "./texts.js";

const CARDS = "application/vnd.microsoft.card.";
const OF_TEAMS = "application/vnd.microsoft.teams.card.";
const LIST = `${OF_TEAMS}list`;
const CONNECTOR = `${OF_TEAMS}o365connector`;
const RECEIPT = `${CARDS}receipt`;
const OAUTH = `${CARDS}oauth`;
const PLAIN_CARDS = new Set([`${CARDS}hero`, `${CARDS}thumbnail`, `${CARDS}signin`, OAUTH, RECEIPT, LIST, CONNECTOR]);
const TAPPED = new Set([`${CARDS}hero`, `${CARDS}thumbnail`]);
const MOST_BUTTONS = 6;
const MOST_SECTIONS = 10;
const MOST_OF_SECTION = 5;

export const isPlainCard = (kind) => PLAIN_CARDS.has(kind);

const isTapped = (part) => Boolean(part?.tap && Object.keys(part.tap).length);
const flat = (action) => (action["@type"] === "ActionCard" ? (action.actions ?? []).flatMap(flat) : [action]);

// Fields that are null are as if they were not there.
function bare(value) {
  if (Array.isArray(value)) return value.map(bare);
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null).map(([name, each]) => [name, bare(each)]));
}

// A card's buttons in the order in which the server counts them (`plain_buttons`), each as it stands in the card.
function buttonsOf({ contentType, content }) {
  const { sections = [], potentialAction = [], items = [], buttons = [] } = content ?? {};
  if (contentType === CONNECTOR) {
    const ofSections = sections.slice(0, MOST_SECTIONS).flatMap((section) => (section.potentialAction ?? []).slice(0, MOST_OF_SECTION));
    return [...ofSections, ...potentialAction].flatMap(flat);
  }
  const ofLines = contentType === LIST ? items.filter(isTapped).map(({ tap }) => tap) : [];
  const ofCard = TAPPED.has(contentType) && isTapped(content) ? [content.tap] : [];
  return [...ofLines, ...buttons.slice(0, MOST_BUTTONS), ...ofCard];
}

export const countButtons = (item) => buttonsOf(bare(item)).length;

export function openLink(address) {
  if (/^(https?|mailto|tel):/i.test(address)) window.open(address, "_blank", "noopener,noreferrer");
}

// A picture from the web or in the card itself; an address of any other kind is none.
export function picture(address, alt, attributes) {
  return /^(https?:|data:image\/)/i.test(address ?? "") ? h("img", { src: address, alt: alt ?? "", loading: "lazy", ...attributes }) : null;
}

export function rich(text) {
  const words = h("div", { class: "words" });
  words.innerHTML = cardHtml(text);
  return words;
}

export function facts(listed) {
  if (!listed.length) return null;
  return h("dl", { class: "plain-facts" }, listed.flatMap(([name, value]) => [h("dt", {}, name ?? ""), h("dd", {}, value ?? "")]));
}

function press(button, { kind, place, activity, chat }) {
  if (button.type === "openUrl") openLink(String(button.value));
  else if (button.type === "signin" || kind === OAUTH) chat.signIn(activity, button);
  else chat.press(activity, { action: place, inputs: {} }, null);
}

// Signing in opens a window of its own, in which the person chooses how it goes.
function buttonRow(buttons, { item, places, activity, chat }) {
  if (!buttons.length) return null;
  return h("div", { class: "plain-buttons" }, buttons.map((button) => {
    const onclick = () => press(button, { kind: item.contentType, place: places.get(button), activity, chat });
    const isSignIn = button.type === "signin" || item.contentType === OAUTH;
    return chip(button.title || (isSignIn ? t("signIn") : String(button.value ?? "…")), { onclick, "data-testid": "plain-action" }, button.type === "signin" ? icon("key") : []);
  }));
}

// A card that can be pressed as a whole is so by its title, which lies over all of it but its buttons and links.
function titleOf({ title, subtitle, text, tap }, { item, places, activity, chat }) {
  const isPressed = TAPPED.has(item.contentType) && isTapped({ tap });
  if (!isPressed) return title ? h("h3", {}, title) : null;
  const onclick = () => press(tap, { kind: item.contentType, place: places.get(tap), activity, chat });
  return h("h3", {}, h("button", { type: "button", class: "card-tap", "data-testid": "plain-action", onclick }, title || subtitle || tap.title || text || t("card")));
}

function simpleCard(item, shown) {
  const { subtitle, text, images = [], buttons = [] } = item.content ?? {};
  const isSignIn = item.contentType === OAUTH || item.contentType === `${CARDS}signin`;
  const pressed = isSignIn && !buttons.length ? [{ type: "signin", title: t("signIn") }] : buttons.slice(0, MOST_BUTTONS);
  return [images.map((image) => picture(image.url, image.alt, { class: "plain-picture" })),
    titleOf(item.content ?? {}, shown), subtitle ? h("p", { class: "subtitle" }, subtitle) : null, text ? rich(text) : null,
    buttonRow(pressed, shown)];
}

function receiptCard(item, shown) {
  const { title, facts: told = [], items = [], tax, vat, total, buttons = [] } = item.content ?? {};
  const lines = items.map((line) => h("li", {}, picture(line.image?.url, line.image?.alt, { class: "item-picture" }),
    h("div", { class: "item-words" }, h("span", {}, line.title ?? ""), line.subtitle ? h("span", { class: "subtitle" }, line.subtitle) : null),
    line.quantity ? h("span", { class: "quantity" }, `× ${line.quantity}`) : null, h("span", { class: "price" }, line.price ?? "")));
  const sums = [[t("receiptVat"), vat], [t("receiptTax"), tax]].filter(([, value]) => value);
  return [h("h3", {}, title ?? ""), facts(told.map(({ key, value }) => [key, value])), lines.length ? h("ul", { class: "card-items is-receipt" }, lines) : null,
    facts(sums), total ? h("p", { class: "receipt-total" }, h("span", {}, t("receiptTotal")), h("strong", {}, total)) : null,
    buttonRow(buttons.slice(0, MOST_BUTTONS), shown)];
}

function lineOf(line, shown) {
  if (line.type === "section") return h("li", { class: "card-section" }, line.title ?? "");
  const drawn = { file: "file", person: "people" }[line.type] ?? "link";
  const face = picture(line.icon, "", { class: "item-picture" }) ?? h("span", { class: "item-mark" }, icon(drawn));
  const words = h("span", { class: "item-words" }, h("span", {}, line.title ?? ""), line.subtitle ? h("span", { class: "subtitle" }, line.subtitle) : null);
  if (!isTapped(line)) return h("li", { class: "card-item" }, face, words);
  const onclick = () => press(line.tap, { kind: LIST, place: shown.places.get(line.tap), activity: shown.activity, chat: shown.chat });
  return h("li", {}, h("button", { type: "button", class: "card-item", "data-testid": "plain-action", onclick }, face, words));
}

function listCard(item, shown) {
  const { title, items = [], buttons = [] } = item.content ?? {};
  return [title ? h("h3", {}, title) : null, h("ul", { class: "card-items is-list" }, items.map((line) => lineOf(line, shown))), buttonRow(buttons.slice(0, MOST_BUTTONS), shown)];
}

// *first* is the place of the card's first button among all of the message's.
export function renderPlainCard(attachment, { first, activity, chat }) {
  const item = bare(attachment);
  const places = new Map(buttonsOf(item).map((button, at) => [button, first + at]));
  const shown = { item, places, activity, chat };
  const draw = { [LIST]: listCard, [RECEIPT]: receiptCard, [CONNECTOR]: connectorCard }[item.contentType] ?? simpleCard;
  const kind = item.contentType.split(".").at(-1);
  return h("div", { class: `card plain-card is-${kind}`, "data-testid": "card" }, ...draw(item, shown));
}
