// The panel of traffic: all that goes between Teams and the bot, newest first; each opens as it stood on the wire.
import { h, icon } from "./dom.js";
import { arrange } from "./log.js";
import { answerOf, isWell, showExchange } from "./raw.js";
import { segments } from "./segments.js";
import { server } from "./server.js";
import { hasWords, secondOf, t } from "./texts.js";

const LOOK_MS = 1000;
const MOST_KEPT = 600;
const MOST_SHOWN = 120;

// What stands on an exchange: the type of an activity that went to the bot; of the bot's calls the method, and of what.
function titleOf({ towards, type, method, address }) {
  if (towards === "bot") return type;
  const place = /\/(members|pagedmembers|attachments|teams)\b/.exec(address)?.[1];
  return `${method} ${place ?? (type || (address.includes("/activities") ? "activity" : "conversation"))}`;
}

export class TrafficPanel {
  constructor(panel) {
    this.panel = panel;
    this.board = panel.board;
    this.exchanges = [];
    this.rows = new Map();
    this.newest = 0;
    this.element = this.build();
    setInterval(() => panel.shown === "traffic" && this.read(), LOOK_MS);
  }

  build() {
    this.way = segments("traffic-way", t("trafficWay"), [["", t("trafficAll")], ["bot", t("trafficToBot")], ["teams", t("trafficFromBot")]]);
    this.type = h("select", { class: "line-field", "data-testid": "traffic-type" });
    this.whose = h("select", { class: "line-field", "data-testid": "traffic-room" });
    const filters = h("form", { class: "panel-form", onchange: () => this.draw(), onsubmit: (event) => event.preventDefault() }, this.way,
      h("div", { class: "field-row" },
        h("label", { class: "field-label" }, h("span", {}, t("trafficType")), this.type),
        h("label", { class: "field-label" }, h("span", {}, t("trafficRoom")), this.whose)));
    this.list = h("ul", { class: "lines exchanges", "data-testid": "exchanges", onkeydown: (event) => this.walk(event) });
    return h("div", { class: "panel-parts" }, h("p", { class: "panel-lead" }, t("trafficLead")), filters, this.list);
  }

  async read() {
    const answer = await server.traffic({ since: this.newest }).catch(() => null);
    if (!answer) return;
    this.newest = answer.exchanges.at(-1)?.seq ?? this.newest;
    this.exchanges = [...this.exchanges, ...answer.exchanges].slice(-MOST_KEPT);
    const oldest = this.exchanges[0]?.seq ?? 0;
    for (const seq of this.rows.keys()) if (seq < oldest) this.rows.delete(seq);
    if (answer.exchanges.length || !this.list.hasChildNodes()) this.draw();
  }

  // Begins anew: all was forgotten, or the emulator has been started again and counts from 1.
  reset() {
    this.newest = 0;
    this.exchanges = [];
    this.rows.clear();
    this.draw();
  }

  roomName(room) {
    return this.board.find(room)?.name ?? this.board.rooms.find((each) => each.room === room)?.name ?? room;
  }

  // Offers what there is, and keeps what is chosen.
  offer(select, all, options) {
    const chosen = select.value;
    const wanted = [["", all], ...options];
    if (wanted.length === select.options.length) return;
    select.replaceChildren(...wanted.map(([value, words]) => h("option", { value }, words)));
    select.value = chosen;
  }

  draw() {
    const known = (name) => [...new Set(this.exchanges.map((each) => each[name]).filter(Boolean))].sort();
    this.offer(this.type, t("trafficEvery"), known("type").map((type) => [type, type]));
    this.offer(this.whose, t("everybody"), known("room").map((room) => [room, this.roomName(room)]));
    const way = this.way.querySelector("input:checked").value;
    const fits = (each) => (!way || each.towards === way) && (!this.type.value || each.type === this.type.value) && (!this.whose.value || each.room === this.whose.value);
    const shown = this.exchanges.filter(fits).slice(-MOST_SHOWN).reverse().map((each) => this.row(each));
    arrange(this.list, shown.length ? shown : [h("li", { class: "is-nothing" }, t("trafficNone"))]);
  }

  row(exchange) {
    if (!this.rows.has(exchange.seq)) this.rows.set(exchange.seq, this.newRow(exchange));
    return this.rows.get(exchange.seq);
  }

  newRow(exchange) {
    const title = titleOf(exchange);
    const isOutward = exchange.towards === "teams";
    const mark = h("span", { class: `exchange-way is-${exchange.towards}` }, icon(isOutward ? "fromBot" : "toBot"), h("span", { class: "unseen" }, `${t(isOutward ? "trafficFromBot" : "trafficToBot")}:`));
    const words = h("span", { class: "exchange-words" }, h("strong", {}, title, exchange.detail ? h("span", {}, ` ${exchange.detail}`) : null), h("span", { class: "exchange-detail" }, this.detailOf(exchange)));
    const status = h("span", { class: `status ${isWell(exchange) ? "is-good" : "is-bad"}` }, answerOf(exchange));
    const told = { title: [title, exchange.detail].filter(Boolean).join(" · "), detail: this.detailOf(exchange) };
    return h("li", {}, h("button", {
      type: "button", class: "exchange", "data-testid": "exchange", "data-type": exchange.type, "data-towards": exchange.towards,
      onclick: () => this.board.attempt(() => showExchange(exchange.seq, told)),
    }, mark, words, status));
  }

  detailOf({ room, person, when, durationMs, attempt, fault }) {
    const who = person ? this.roomName(person) : "";
    const where = room && room !== person ? this.roomName(room) : "";
    const again = attempt > 1 ? t("trafficAttempt", { n: attempt }) : "";
    const wrong = fault ? t("trafficFault", { fault: hasWords(`fault_${fault}`) ? t(`fault_${fault}`) : fault }) : "";
    return [who, where, secondOf(new Date(when)), `${Math.round(durationMs)} ms`, again, wrong].filter(Boolean).join(" · ");
  }

  // Arrow keys, Home and End go from one exchange to another.
  walk(event) {
    const buttons = [...this.list.querySelectorAll(".exchange")];
    const at = buttons.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    buttons[Math.max(0, Math.min(to, buttons.length - 1))].focus();
  }
}
