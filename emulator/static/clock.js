// The bot's clock in the header.
import { h, icon } from "./dom.js";
import { server } from "./server.js";
import { localIso, momentAt, shortDayOf, t, timeOf } from "./texts.js";

const TICK_MS = 1000;
const READ_AGAIN_MS = 20_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export class Clock {
  constructor({ onSilence, onAnswer, toast }) {
    this.offset = null;
    this.fault = "";
    this.onSilence = onSilence;
    this.onAnswer = onAnswer;
    this.toast = toast;
    this.element = this.build();
  }

  build() {
    this.day = h("span", { class: "clock-day" });
    this.time = h("time", { class: "clock-time" }, "–:–");
    this.face = h("div", { class: "clock-face", "data-testid": "clock", role: "timer", "aria-label": t("clockLabel") }, this.time, this.day);
    this.steps = [
      this.step("clock-plus-hour", "plusHour", (now) => new Date(now.getTime() + HOUR_MS)),
      this.step("clock-evening", "evening", (now) => momentAt(`${localIso(now).slice(0, 10)}T18:00`)),
      this.step("clock-morning", "morning", (now) => momentAt(`${localIso(new Date(now.getTime() + DAY_MS)).slice(0, 10)}T08:00`)),
      this.step("clock-plus-day", "plusDay", (now) => momentAt(localIso(new Date(now.getTime() + DAY_MS)))),
    ];
    const element = h("div", { class: "clock" }, this.face,
      h("div", { class: "clock-steps", role: "group", "aria-label": t("clockLabel") }, this.steps, this.chooser()));
    return element;
  }

  step(testid, key, target) {
    const button = h("button", { type: "button", class: "chip", title: t(`${key}Long`), "aria-label": `${t(key)}: ${t(`${key}Long`)}`, "data-testid": testid },
      t(key));
    button.addEventListener("click", () => this.move(target(this.now())));
    return button;
  }

  chooser() {
    this.field = h("input", { type: "datetime-local", class: "date-field", "data-testid": "clock-to", required: true, step: "60" });
    const form = h("form", { class: "menu-list clock-form", onsubmit: (event) => {
      event.preventDefault();
      this.menu.open = false;
      this.move(momentAt(this.field.value.slice(0, 16)));
    } }, h("label", {}, h("span", {}, t("moveToField")), this.field),
    h("button", { type: "submit", class: "button-main", "data-testid": "clock-set" }, t("moveToGo")));
    this.menu = h("details", { class: "menu", ontoggle: () => this.menu.open && this.prefill() },
      h("summary", { class: "chip", "data-testid": "clock-open" }, t("moveTo"), icon("chevron")), form);
    return this.menu;
  }

  prefill() {
    this.field.min = localIso(this.now());
    this.field.value = localIso(this.now());
  }

  now() {
    return new Date(Date.now() + (this.offset ?? 0));
  }

  start() {
    setInterval(() => this.draw(), TICK_MS);
    setInterval(() => this.read(), READ_AGAIN_MS);
  }

  async read() {
    try {
      this.set((await server.clock()).now);
    } catch (error) {
      this.fail(error);
    }
  }

  set(now) {
    this.offset = Date.parse(now) - Date.now();
    this.fault = "";
    this.onAnswer();
    this.draw();
  }

  fail(error) {
    this.fault = error.code === "NoClock" ? t("noClock") : t("botSilent");
    if (error.code === "BotUnreachable" || !error.status) this.onSilence();
    else this.onAnswer();
    this.draw();
  }

  async move(to) {
    if (to <= this.now()) {
      this.toast(t("forwardOnly"));
      return;
    }
    this.setMoving(true);
    try {
      this.set((await server.moveClock(to.toISOString())).now);
    } catch (error) {
      this.toast(error.message || t("clockFailed"));
    }
    this.setMoving(false);
  }

  setMoving(isMoving) {
    this.isMoving = isMoving;
    this.element.classList.toggle("is-moving", isMoving);
    this.element.setAttribute("aria-busy", String(isMoving));
    this.draw();
  }

  draw() {
    const isKnown = this.offset !== null && !this.fault;
    const now = this.now();
    this.time.textContent = isKnown ? timeOf(now) : "–:–";
    this.day.textContent = this.isMoving ? t("moving") : isKnown ? shortDayOf(now) : this.fault || t("clockUnknown");
    if (isKnown) this.time.setAttribute("datetime", now.toISOString());
    this.element.classList.toggle("is-unknown", !isKnown);
    const isIdle = isKnown && !this.isMoving;
    for (const step of this.steps) step.disabled = !isIdle;
    this.steps[1].disabled = !isIdle || localIso(now).slice(11) >= "18:00";
    this.menu.inert = !isIdle;
    this.menu.classList.toggle("is-off", !isIdle);
  }
}
