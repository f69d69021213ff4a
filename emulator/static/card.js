// Cards, drawn by the adaptivecards library and pressed through the emulator.
import { h } from "./dom.js";
import { markdown } from "./markup.js";
import { language, t } from "./texts.js";

const NOT_CARD_PARTS = new Set(["data", "fallback", "msteams", "refresh", "authentication", "metadata"]);
const MARK = "press-";
let drawnSoFar = 0;

const ink = (name, subtle) => ({ default: `var(--card-${name})`, subtle: `var(--card-${subtle})` });
const inks = {
  default: ink("ink", "ink-2"),
  dark: ink("ink", "ink-2"),
  light: ink("ink-2", "ink-3"),
  accent: ink("accent", "accent"),
  good: ink("good", "good"),
  warning: ink("warning", "warning"),
  attention: ink("attention", "attention"),
};
const surface = (name) => ({ backgroundColor: `var(--card-${name})`, borderColor: "var(--card-line)", foregroundColors: inks });

const HOST = {
  supportsInteractivity: true,
  fontFamily: "inherit",
  fontSizes: { small: 13, default: 14, medium: 15, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 640 },
  lineHeights: { small: 18, default: 20, medium: 21, large: 24, extraLarge: 30 },
  spacing: { small: 4, default: 8, medium: 14, large: 20, extraLarge: 28, padding: 14 },
  separator: { lineThickness: 1, lineColor: "var(--card-line)" },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: surface("surface"),
    emphasis: surface("emphasis"),
    accent: surface("accent-soft"),
    good: surface("good-soft"),
    warning: surface("warning-soft"),
    attention: surface("attention-soft"),
  },
  actions: {
    maxActions: 6,
    spacing: "medium",
    buttonSpacing: 8,
    showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    allowTitleToWrap: true,
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "bolder", color: "default", size: "small", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "bolder", color: "default", size: "small" },
    },
    errorMessage: { color: "attention", weight: "bolder", size: "small", spacing: "small" },
  },
  factSet: {
    title: { color: "default", size: "default", isSubtle: true, weight: "default", wrap: true, maxWidth: 130 },
    value: { color: "default", size: "default", isSubtle: false, weight: "default", wrap: true },
    spacing: 14,
  },
  adaptiveCard: { allowCustomStyle: false },
};

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

// The library names the frame of a filtered choice, but not the text box in it that is written in.
function nameFiltered(drawn) {
  for (const box of drawn.querySelectorAll(".ac-choiceSetInput-filtered-textbox")) {
    const label = box.parentElement.getAttribute("aria-labelledby");
    if (label) box.setAttribute("aria-labelledby", label);
  }
}

// A shown card is drawn when it is first opened, so its buttons and inputs get their marks then.
function finish(card, marks, serial) {
  nameButtons(card, marks);
  separateRadios(card.renderedElement, serial);
  nameFiltered(card.renderedElement);
}

function afterOpening(card, marks, { serial, action, isOpen }) {
  finish(card, marks, serial);
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

// Returns an element with the card; *onPress* gets {action, inputs, button}, *onBlocked* ids of hidden invalid inputs.
export function renderCard(content, { onPress, onBlocked }) {
  const library = window.AdaptiveCards;
  if (!library) return h("p", { class: "card-fault" }, content.fallbackText || t("noRenderer"));
  library.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown(text);
    result.didProcess = true;
  };
  const json = structuredClone(content);
  const marks = markActions(json);
  const card = new library.AdaptiveCard();
  card.hostConfig = new library.HostConfig(HOST);
  const serial = (drawnSoFar += 1);
  card.onInlineCardExpanded = (action, isOpen) => requestAnimationFrame(() => afterOpening(card, marks, { serial, action, isOpen }));
  card.onExecuteAction = (action) => whenPressed(action, card, onPress);
  try {
    card.parse(json);
    const drawn = card.render();
    drawn.setAttribute("lang", json.lang || language);
    finish(card, marks, serial);
    watchBlocked(drawn, card, { marks, onBlocked });
    return drawn;
  } catch (error) {
    console.error("card", error);
    return h("p", { class: "card-fault" }, content.fallbackText || String(error));
  }
}
