// An activity as it stands on the wire, and what went between Teams and the bot about it.
import { openDialog } from "./dialog.js";
import { chip, h } from "./dom.js";
import { server } from "./server.js";
import { secondOf, t } from "./texts.js";

const MOST_ABOUT = 8;
const WELL = 300;

export const answerOf = ({ status }) => (status ? String(status) : t("noAnswer"));
export const isWell = ({ status }) => status > 0 && status < WELL;

const PARTS = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d[\d.eE+-]*/g;

// JSON with its names, texts and values told apart by colour too.
function coloured(json) {
  const nodes = [];
  let at = 0;
  for (const found of json.matchAll(PARTS)) {
    const [all, text, colon] = found;
    const kind = colon ? "name" : text ? "text" : "value";
    nodes.push(json.slice(at, found.index), h("span", { class: `raw-${kind}` }, text ?? all), colon ?? "");
    at = found.index + all.length;
  }
  return [...nodes, json.slice(at)];
}

function written(body) {
  if (body === null || body === undefined) return [t("rawEmpty")];
  return typeof body === "string" ? [body] : coloured(JSON.stringify(body, null, 2));
}

// Shows one of several forms at a time; each is {name, line, body}, or {name, load} when it is fetched first.
function openForms({ title, note = null, groups }) {
  const line = h("p", { class: "raw-line", hidden: true });
  const shown = h("pre", { class: "raw-json", role: "region", tabindex: "0", "data-testid": "raw-json", "aria-label": title });
  const copy = chip(t("copy"), { class: "chip quiet", onclick: async () => {
    await navigator.clipboard.writeText(shown.textContent);
    copy.textContent = t("copied");
  } });
  const buttons = [];
  const show = async (form, button) => {
    const { line: said = "", body } = form.load ? await form.load() : form;
    line.textContent = said;
    line.hidden = !said;
    shown.replaceChildren(...written(body));
    shown.scrollTop = 0;
    copy.textContent = t("copy");
    buttons.forEach((each) => each.setAttribute("aria-pressed", String(each === button)));
  };
  const button = (form) => {
    const made = chip(form.name, { "aria-pressed": "false", onclick: () => show(form, made) });
    buttons.push(made);
    return made;
  };
  const rows = groups.filter(({ forms }) => forms.length).map(({ label, forms }, at) => h("div", { class: "raw-forms", role: "group", "aria-label": label ?? title },
    label ? h("span", { class: "raw-label" }, label) : null, forms.map(button), at ? null : copy));
  show(groups[0].forms[0], buttons[0]);
  openDialog({ title, testid: "raw-dialog", kind: "raw", body: h("div", { class: "raw-body" }, note, rows, line, shown) });
}

function formsOf(raw) {
  const now = { name: t("rawNow"), body: raw.activity };
  const views = Object.entries(raw.views).map(([name, cards]) => ({ name: t("rawViews", { name }), body: cards.length > 1 ? cards : cards[0] }));
  const earlier = raw.earlier.map((form, index) => ({ name: t("rawEarlier", { n: index + 1 }), body: form }));
  return [now, ...views, ...earlier.reverse()];
}

const requestLine = ({ method, address }) => `${method} ${address}`;

// A press, a change, a reaction … of the message: what was sent, with its answer.
function aboutForm(summary) {
  const load = async () => {
    const { request, response, ...exchange } = await server.exchange(summary.seq);
    return { line: requestLine(exchange), body: { request, status: exchange.status, response } };
  };
  const what = summary.towards === "bot" ? summary.type : summary.method;
  return { name: `${secondOf(new Date(summary.when))} ${what} → ${answerOf(summary)}`, load };
}

export async function showRaw(room, id) {
  const [raw, { exchanges }] = await Promise.all([room.raw(id), server.traffic({ about: id })]);
  const about = exchanges.slice(-MOST_ABOUT).reverse().map(aboutForm);
  openForms({ title: t("rawTitle", { id }), groups: [{ forms: formsOf(raw) }, { label: t("rawAbout"), forms: about }] });
}

// One exchange: what was sent, and what was answered. *told* says in words whose it was and how it went.
export async function showExchange(seq, told) {
  const exchange = await server.exchange(seq);
  const { request, response } = exchange;
  const forms = [
    { name: t("rawRequest"), line: requestLine(exchange), body: request },
    { name: t("rawResponse", { status: answerOf(exchange) }), body: response },
  ];
  openForms({ title: told.title, note: h("p", { class: "raw-note" }, told.detail), groups: [{ forms }] });
}
