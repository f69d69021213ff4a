// The panel of faults: choose one, see what is in force and what has struck, end it; and Teams' own limits.
import { chip, h, iconButton } from "./dom.js";
import { KINDS, spare, struckName, toldOf } from "./faultwords.js";
import { segments } from "./segments.js";
import { server } from "./server.js";
import { t, timeOf } from "./texts.js";

const LOOK_MS = 1500;
const LOOK_RARELY_MS = 8000;
const MOST_STRUCK = 6;
const HUNDRED = 100;

function numberField(label, attributes) {
  const input = h("input", { type: "number", class: "line-field", required: true, ...attributes });
  return { input, element: h("label", { class: "field-label" }, h("span", {}, label), input) };
}

export class FaultsPanel {
  constructor(panel) {
    this.panel = panel;
    this.board = panel.board;
    this.state = { rules: [], mix: {}, presets: {} };
    this.limits = null;
    this.element = this.build();
    this.seen = { connector: 0, delivery: 0 };
    this.newest = [];
    setInterval(() => panel.shown === "faults" && this.read(), LOOK_MS);
    setInterval(() => this.state.rules.length && this.read(), LOOK_RARELY_MS);
  }

  build() {
    this.inForce = h("ul", { class: "lines", "data-testid": "faults-in-force" });
    this.struck = h("ul", { class: "lines is-small", "data-testid": "faults-struck" });
    this.clear = chip(t("faultsClear"), { "data-testid": "faults-clear", onclick: () => this.end() });
    this.presets = h("div", { class: "chips" });
    this.limitBox = h("div", {});
    return h("div", { class: "panel-parts" }, h("p", { class: "panel-lead" }, t("faultsLead")), this.form(),
      h("section", {}, h("div", { class: "section-head" }, h("h3", {}, t("faultsInForce")), this.clear), this.inForce),
      h("section", { class: "presets" }, h("h3", {}, t("faultsPresets")), this.presets),
      h("section", {}, h("h3", {}, t("faultsStruck")), this.struck),
      this.limitBox);
  }

  form() {
    const option = ([kind]) => h("option", { value: kind }, t(`fault_${kind}`));
    const side = (isDelivery) => Object.entries(KINDS).filter(([, each]) => Boolean(each.isDelivery) === isDelivery).map(option);
    this.kind = h("select", { class: "line-field", "data-testid": "fault-kind", onchange: () => this.fit() },
      h("optgroup", { label: t("faultCalls") }, side(false)), h("optgroup", { label: t("faultDeliveries") }, side(true)));
    this.often = segments("fault-often", t("faultOften"), [["times", t("faultTimes")], ["always", t("faultAlways")], ["chance", t("faultChance")]]);
    this.often.addEventListener("change", () => this.fit());
    this.times = numberField(t("faultTimesField"), { min: "1", max: "999", value: "1", "data-testid": "fault-times" });
    this.chance = numberField(t("faultChanceField"), { min: "1", max: "100", value: "10", "data-testid": "fault-chance" });
    this.retryAfter = numberField(t("faultRetryAfterField"), { min: "0", max: "600", value: "2", "data-testid": "fault-retry_after" });
    this.delay = numberField(t("faultDelayField"), { min: "1", max: "60000", value: "1500", "data-testid": "fault-delay_ms" });
    this.whom = h("select", { class: "line-field", "data-testid": "fault-whom" }, h("option", { value: "" }, t("everybody")),
      this.board.people.map((person) => h("option", { value: person.code }, `${person.name} · ${person.code}`)));
    this.whomLabel = h("label", { class: "field-label" }, h("span", {}, t("faultWhom")), this.whom);
    const form = h("form", { class: "panel-form", onsubmit: (event) => { event.preventDefault(); this.add(); } },
      h("label", { class: "field-label" }, h("span", {}, t("faultKind")), this.kind), this.often,
      h("div", { class: "field-row" }, this.times.element, this.chance.element, this.retryAfter.element, this.delay.element),
      this.whomLabel, h("button", { type: "submit", class: "button-main", "data-testid": "fault-add" }, t("faultAdd")));
    queueMicrotask(() => this.fit());
    return form;
  }

  get how() {
    return this.often.querySelector("input:checked").value;
  }

  // Shows only the fields that say something about what is chosen.
  fit() {
    const { how } = this;
    const { asks } = KINDS[this.kind.value];
    const show = ({ element, input }, isOn) => {
      element.hidden = !isOn;
      input.disabled = !isOn;
    };
    show(this.times, how === "times");
    show(this.chance, how === "chance");
    show(this.retryAfter, asks === "retry_after" && how !== "chance");
    show(this.delay, asks === "delay_ms" && how !== "chance");
    this.whomLabel.hidden = how === "chance";
  }

  async add() {
    const kind = KINDS[this.kind.value];
    const state = await this.board.attempt(() => server.addFaults(this.how === "chance" ? this.mixWith(kind) : this.ruleOf(kind)));
    if (state) this.take(state);
  }

  ruleOf(kind) {
    const rule = { ...kind.rule, times: this.how === "always" ? null : Number(this.times.input.value) };
    if (kind.asks) rule[kind.asks] = Number((kind.asks === "delay_ms" ? this.delay : this.retryAfter).input.value);
    if (this.whom.value) rule.person = this.whom.value;
    return { rules: [rule] };
  }

  mixWith(kind) {
    return { mix: { ...this.state.mix, [kind.mix]: Number(this.chance.input.value) / HUNDRED } };
  }

  async read() {
    const state = await server.faults().catch(() => null);
    if (state) this.take(state);
    if (this.panel.shown !== "faults") return;
    this.limits = await server.limits().catch(() => null);
    await Promise.all(Object.keys(this.seen).map((kind) => this.readLog(kind)));
    this.drawStruck();
    this.drawLimits();
  }

  // Reads what has come to the log since last time, and keeps the newest that were faults.
  async readLog(kind) {
    const { entries } = await server.log(kind, this.seen[kind]).catch(() => ({ entries: [] }));
    this.seen[kind] = entries.at(-1)?.seq ?? this.seen[kind];
    const struck = new Map([...this.newest, ...entries.filter((entry) => entry.fault)].map((entry) => [entry.seq, entry]));
    this.newest = [...struck.values()].sort((one, other) => other.seq - one.seq).slice(0, MOST_STRUCK);
  }

  take(state) {
    const rules = state.rules.filter((rule) => rule.times !== 0);
    const next = { mix: {}, presets: {}, ...state, rules };
    // The lines that stand there end the rules they were drawn from, so those stay while nothing has changed.
    if (JSON.stringify(next) === JSON.stringify(this.state) && this.inForce.hasChildNodes()) return;
    this.state = next;
    this.board.head.mark("faults", rules.length + Object.keys(next.mix ?? {}).length);
    this.draw();
  }

  draw() {
    const rules = this.state.rules.map((rule) => {
      const { title, detail } = toldOf(rule, (code) => this.board.find(code)?.name ?? code);
      return this.line(title, detail, () => this.without({ rules: this.state.rules.filter((other) => other !== rule), mix: this.state.mix }));
    });
    const mix = Object.entries(this.state.mix ?? {}).map(([kind, share]) => {
      const rest = Object.fromEntries(Object.entries(this.state.mix).filter(([other]) => other !== kind));
      return this.line(t(`fault_${kind}`), t("faultShare", { n: Math.round(share * HUNDRED) }), () => this.without({ rules: this.state.rules, mix: rest }));
    });
    const lines = [...rules, ...mix];
    this.clear.hidden = lines.length === 0;
    this.inForce.replaceChildren(...(lines.length ? lines : [h("li", { class: "is-nothing" }, t("faultsNone"))]));
    this.drawPresets();
  }

  line(title, detail, ontake) {
    return h("li", { class: "line", "data-testid": "fault" }, h("div", {}, h("strong", {}, title), h("span", {}, detail)),
      iconButton("close", t("faultEnd", { name: title }), { onclick: ontake }));
  }

  drawPresets() {
    const names = Object.keys(this.state.presets ?? {});
    this.presets.parentElement.hidden = names.length === 0;
    this.presets.replaceChildren(...names.map((name) => chip(t(`preset_${name}`, { name }), { onclick: () => this.usePreset(name) })));
  }

  async usePreset(name) {
    const preset = this.state.presets[name];
    const state = await this.board.attempt(() => server.addFaults({ mix: preset.mix ?? preset }));
    if (state) this.take(state);
  }

  // The API ends all at once, so what shall stay is ordered again.
  async without({ rules, mix }) {
    await this.board.attempt(async () => {
      let state = await server.clearFaults();
      if (rules.length) state = await server.addFaults({ rules: rules.map(spare) });
      if (Object.keys(mix ?? {}).length) state = await server.addFaults({ mix });
      this.take(state);
    });
    this.element.querySelector("select").focus();
  }

  end() {
    return this.without({ rules: [], mix: {} });
  }

  drawStruck() {
    const lines = this.newest.map((entry) => h("li", { class: "line", "data-testid": "struck" },
      h("div", {}, h("strong", {}, struckName(entry)),
        h("span", {}, [timeOf(new Date(entry.time)), entry.method ?? entry.type, this.board.find(entry.person)?.name].filter(Boolean).join(" · ")))));
    this.struck.replaceChildren(...(lines.length ? lines : [h("li", { class: "is-nothing" }, t("faultsNotStruck"))]));
  }

  drawLimits() {
    if (!this.limits || this.limitBox.hasChildNodes()) return;
    const set = (limits) => this.board.attempt(() => server.setLimits(limits));
    const on = h("input", { type: "checkbox", checked: this.limits.on, "data-testid": "limits", onchange: () => set({ on: on.checked }) });
    this.limitBox.replaceChildren(h("section", {}, h("h3", {}, t("limits")), h("label", { class: "switch" }, on, h("span", {}, t("limitsOn", { n: this.limits.app_per_second }))), h("p", { class: "panel-lead" }, t("limitsLead"))));
  }
}
