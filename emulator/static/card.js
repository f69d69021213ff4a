// Cards, drawn by the adaptivecards library and pressed through the emulator.
import { h } from "./dom.js";
import { HOST } from "./hostconfig.js";
import { markdown } from "./markup.js";
import { language, t } from "./texts.js";
import { addTypeAhead } from "./typeahead.js";

const NOT_CARD_PARTS = new Set(["data", "fallback", "msteams", "refresh", "authentication", "metadata"]);
const MARK = "press-";
const GENERATED = "__ac-";
let drawnSoFar = 0;

// Marks every button with its place, by the same walk as the server's `actions`.
function markActions(value, found = []) {
  if (Array.isArray(value)) value.forEach((item) => markActions(item, found));
  else if (value && typeof value === "object") {
    if (typeof value.type === "string" && value.type.startsWith("Action.")) {
      found.push({ type: value.type, verb: value.verb ?? value.data?.verb ?? "" });
      value.id = `${MARK}${found.length - 1}`;
    }
    for (const [name, inner] of Object.entries(value)) if (!NOT_CARD_PARTS.has(name)) markActions(inner, found);
  }
  return found;
}

// How many buttons a card has; places in a message go on from card to card.
export const countActions = (content) => markActions(structuredClone(content)).length;

function inputsOf(card) {
  const values = {};
  for (const input of card.getAllInputs(true)) {
    if (!input.id) continue;
    if (input.isSet()) values[input.id] = String(input.value);
    else if (input.defaultValue !== undefined && input.defaultValue !== null) values[input.id] = "";
  }
  return values;
}

function nameButtons(card, marks) {
  marks.forEach(({ verb }, index) => {
    const element = card.getActionById(`${MARK}${index}`)?.renderedElement;
    if (!element) return;
    element.dataset.testid = "action";
    element.dataset.action = index;
    if (verb) element.dataset.verb = verb;
  });
}

// Radio buttons with one name are one group in the whole page, and every card may have an input called "rating".
function separateRadios(drawn, serial) {
  for (const radio of drawn.querySelectorAll("input[type=radio]:not([data-serial])")) {
    radio.dataset.serial = serial;
    radio.name = `${radio.name}-${serial}`;
  }
}

// The renderer writes an element's own id into the page, where every card may have an input called "date"; the ids that
// it makes itself, to which labels point, are the page's own already. Buttons that show or hide name the elements' ids.
function separateIds(drawn, serial) {
  for (const element of drawn.querySelectorAll("[id]:not([data-own-id])")) {
    if (element.id.startsWith(GENERATED)) continue;
    element.dataset.ownId = element.id;
    element.id = `${element.id}-${serial}`;
  }
  for (const button of drawn.querySelectorAll("[aria-controls]")) {
    const named = button.getAttribute("aria-controls").split(" ");
    const own = (id) => drawn.querySelector(`[data-own-id="${CSS.escape(id)}"]`)?.id ?? id;
    button.setAttribute("aria-controls", named.map(own).join(" "));
  }
}

// A shown card is drawn when it is first opened, so its buttons and inputs get their marks then.
function finish(card, { marks, serial, search }) {
  nameButtons(card, marks);
  separateRadios(card.renderedElement, serial);
  separateIds(card.renderedElement, serial);
  if (search) addTypeAhead(card, { search, Choice: window.AdaptiveCards.Choice });
}

function afterOpening(card, drawn, { action, isOpen }) {
  finish(card, drawn);
  if (isOpen) action.card?.renderedElement?.scrollIntoView({ behavior: "smooth", block: "nearest" });
}

function whenPressed(action, card, onPress) {
  const kind = action.getJsonTypeName();
  if (kind === "Action.OpenUrl") window.open(action.url, "_blank", "noopener,noreferrer");
  else if (kind === "Action.Execute" || kind === "Action.Submit") {
    onPress({ action: Number(action.id.slice(MARK.length)), inputs: inputsOf(card), button: action.renderedElement });
  }
}

// Clients refuse a press while any input is invalid, a hidden one too; then nothing at all is seen, so the page says why.
function hiddenFaults(card) {
  const isHidden = (input) => !input.renderedElement?.offsetParent;
  return card.getAllInputs(true).filter((input) => !input.isValid() && isHidden(input)).map((input) => input.id);
}

function watchBlocked(drawn, card, { marks, onBlocked }) {
  drawn.addEventListener("click", (event) => {
    const mark = marks[event.target.closest("[data-action]")?.dataset.action];
    if (!["Action.Execute", "Action.Submit"].includes(mark?.type)) return;
    const names = hiddenFaults(card);
    if (names.length) onBlocked(names);
  });
}

function hostConfig(library) {
  const config = new library.HostConfig(HOST);
  config.inputs.allowDynamicallyFilteredChoiceSet = false; // typeahead.js does that, with names for everything
  return config;
}

// Returns an element with the card; *onPress* gets {action, inputs, button}, *onBlocked* ids of hidden invalid inputs,
// *search* {text, dataset} and gives what was found.
export function renderCard(content, { onPress, onBlocked = () => {}, search = null }) {
  const library = window.AdaptiveCards;
  if (!library) return h("p", { class: "card-fault" }, content.fallbackText || t("noRenderer"));
  library.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown(text);
    result.didProcess = true;
  };
  const json = structuredClone(content);
  const marks = markActions(json);
  const card = new library.AdaptiveCard();
  card.hostConfig = hostConfig(library);
  drawnSoFar += 1;
  const parts = { marks, serial: drawnSoFar, search };
  card.onInlineCardExpanded = (action, isOpen) => requestAnimationFrame(() => afterOpening(card, parts, { action, isOpen }));
  card.onExecuteAction = (action) => whenPressed(action, card, onPress);
  try {
    card.parse(json);
    const drawn = card.render();
    drawn.setAttribute("lang", json.lang || language);
    drawn.removeAttribute("tabindex"); // the message around it can be gone to; a second stop says nothing more
    finish(card, parts);
    watchBlocked(drawn, card, { marks, onBlocked });
    return drawn;
  } catch (error) {
    console.error("card", error);
    return h("p", { class: "card-fault" }, content.fallbackText || String(error));
  }
}
