// A channel: one block for each thread, with its answers and a place to answer.
import { Composer } from "./composer.js";
import { chip, h, icon } from "./dom.js";
import { arrange, Log } from "./log.js";
import { suggestions } from "./message.js";
import { dayOf, t } from "./texts.js";

class Thread {
  constructor(root, host) {
    this.root = root;
    this.host = host;
    this.answers = h("div", { class: "answers" });
    this.answer = chip(t("answerThread"), { class: "chip quiet answer", "data-testid": "reply", onclick: () => this.write() }, icon("reply"));
    this.foot = h("div", { class: "thread-foot" }, this.answer);
    this.head = h("div", {});
    this.element = h("section", { class: "thread", "data-testid": "thread", "data-thread": root, "aria-label": t("thread") }, this.head, this.answers, this.foot);
  }

  write() {
    this.composer ??= new Composer(this.host, {
      label: t("answerThread"), hasMention: true, testids: `${this.host.code}-thread`,
      send: (message) => this.send(message), onLeave: () => this.endWriting(),
    });
    this.foot.replaceChildren(this.composer.element);
    this.composer.field.focus();
  }

  async send(message) {
    this.endWriting();
    await this.host.write({ ...message, thread: this.root });
  }

  endWriting() {
    this.foot.replaceChildren(this.answer);
    this.answer.focus();
  }
}

export class ThreadLog extends Log {
  threads = new Map();

  blocks(activities) {
    const roots = new Map();
    for (const activity of activities) {
      const root = activity.thread || activity.id;
      roots.set(root, [...(roots.get(root) ?? []), activity]);
    }
    let lastDay = "";
    return [...roots].flatMap(([root, messages]) => {
      const day = dayOf(new Date(messages[0].when));
      const isNewDay = day !== lastDay;
      lastDay = day;
      const block = this.thread(root, messages);
      return isNewDay ? [this.dayLine(day), block] : [block];
    });
  }

  thread(root, messages) {
    if (!this.threads.has(root)) this.threads.set(root, new Thread(root, this.host));
    const thread = this.threads.get(root);
    const [first, ...answers] = this.run(messages, { hasDays: false });
    const chips = suggestions(messages.at(-1), this.host);
    arrange(thread.head, [first]);
    arrange(thread.answers, chips ? [...answers, chips] : answers);
    thread.answers.hidden = answers.length === 0;
    return thread.element;
  }
}
