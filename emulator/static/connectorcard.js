// Connector cards for Microsoft 365 groups: sections with facts and pictures, and actions that may ask for something.
import { chip, h } from "./dom.js";
import { cardHtml, cardMarkdown } from "./markup.js";
import { facts, openLink, picture } from "./plaincards.js";

const MOST_SECTIONS = 10;
const MOST_OF_SECTION = 5;
const COLOUR = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i;

// Markdown unless the section says that its words are HTML.
function words(text, isMarkdown, attributes = {}) {
  if (!text) return null;
  const element = h("div", { class: "words", ...attributes });
  element.innerHTML = isMarkdown ? cardMarkdown(text) : cardHtml(text);
  return element;
}

function choices({ id, title, choices: offered = [], value = "", isMultiSelect, isRequired }) {
  const options = offered.map((each) => h("option", { value: each.value, selected: String(value).split(",").includes(each.value) }, each.display ?? each.value));
  const first = isMultiSelect ? [] : [h("option", { value: "" }, title ?? "")];
  return h("select", { class: "line-field", name: id, multiple: Boolean(isMultiSelect), required: Boolean(isRequired) }, first, options);
}

function field(input) {
  const { id, title, value = "", isRequired, maxLength } = input;
  const common = { class: "line-field", name: id, required: Boolean(isRequired) };
  if (input["@type"] === "MultichoiceInput") return choices(input);
  if (input["@type"] === "DateInput") return h("input", { ...common, type: input.includeTime ? "datetime-local" : "date", value });
  const written = { ...common, maxlength: maxLength ?? null, placeholder: title ?? "" };
  return input.isMultiline ? h("textarea", { ...written, rows: "3" }, value) : h("input", { ...written, type: "text", value });
}

// What was filled in; of several choices all, with commas between them as Adaptive Cards have them.
function filledIn(form) {
  const fields = [...form.querySelectorAll("[name]")];
  return Object.fromEntries(fields.map((each) => [each.name, each.multiple ? [...each.selectedOptions].map((option) => option.value).join(",") : each.value]));
}

function targetOf(action) {
  if (action["@type"] === "ViewAction") return action.target?.[0];
  return (action.targets?.find(({ os }) => os === "default") ?? action.targets?.[0])?.uri;
}

function button(action, shown, form = null) {
  const onclick = (event) => {
    if (action["@type"] !== "HttpPOST") return void openLink(String(targetOf(action) ?? ""));
    event.preventDefault();
    if (form && !form.reportValidity()) return;
    shown.chat.press(shown.activity, { action: shown.places.get(action), inputs: form ? filledIn(form) : {}, button: event.currentTarget }, null);
  };
  return chip(action.name ?? "", { "data-testid": "plain-action", onclick });
}

// An action that asks for something first is opened in place.
function actionCard(action, shown) {
  const form = h("form", { class: "action-card", onsubmit: (event) => event.preventDefault() });
  const inputs = (action.inputs ?? []).map((input) => h("label", { class: "field-label" }, h("span", {}, input.title || input.id), field(input)));
  form.append(...inputs, h("div", { class: "plain-buttons" }, (action.actions ?? []).map((each) => button(each, shown, form))));
  return h("details", { class: "action-details" }, h("summary", { class: "chip" }, action.name ?? ""), form);
}

function actions(listed, shown) {
  if (!listed.length) return null;
  return h("div", { class: "plain-buttons" }, listed.map((action) => (action["@type"] === "ActionCard" ? actionCard(action, shown) : button(action, shown))));
}

function section(part, shown) {
  const isMarkdown = part.markdown !== false;
  const { title, text, activityTitle, activitySubtitle, activityText, activityImage, activityImageType, images = [], facts: told = [], potentialAction = [] } = part;
  const face = picture(activityImage, "", { class: `activity-picture${activityImageType === "article" ? " is-article" : ""}` });
  const activity = [words(activityTitle, isMarkdown, { class: "words activity-title" }), words(activitySubtitle, isMarkdown, { class: "words subtitle" }), words(activityText, isMarkdown)];
  const value = (text) => words(String(text ?? ""), isMarkdown) ?? "";
  return h("section", { class: "connector-section" }, title ? h("h4", {}, title) : null,
    face || activity.some(Boolean) ? h("div", { class: "activity" }, face, h("div", { class: "activity-words" }, activity)) : null,
    words(text, isMarkdown), facts(told.map((fact) => [fact.name, value(fact.value)])),
    images.length ? h("div", { class: "section-pictures" }, images.slice(0, MOST_OF_SECTION).map((each) => picture(each.image, each.title, {}))) : null,
    actions(potentialAction.slice(0, MOST_OF_SECTION), shown));
}

export function connectorCard(item, shown) {
  const { title, text, themeColor, sections = [], potentialAction = [] } = item.content ?? {};
  const colour = COLOUR.exec(themeColor ?? "");
  return [colour ? h("div", { class: "theme-line", "--theme": `#${colour[1]}` }) : null, title ? h("h3", {}, title) : null, words(text, true),
    sections.slice(0, MOST_SECTIONS).map((part) => section(part, shown)), actions(potentialAction, shown)];
}
