// A dialog that the bot opens (a task module): a card or a page of its own, until the bot says that it is over.
import { renderCard } from "./card.js";
import { openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { t } from "./texts.js";

const SIZES = { small: 400, medium: 560, large: 760 };

function widthOf(width) {
  return `${SIZES[width] ?? (Number(width) || SIZES.medium)}px`;
}

class TaskDialog {
  constructor(chat, task) {
    this.chat = chat;
    this.body = h("div", { class: "task-body" });
    this.dialog = openDialog({ title: task.title || t("task"), body: this.body, testid: "task", kind: "task" });
    this.listener = (event) => this.hear(event);
    window.addEventListener("message", this.listener);
    this.dialog.addEventListener("close", () => window.removeEventListener("message", this.listener));
    this.show(task);
  }

  show(task) {
    this.task = task;
    this.dialog.style.setProperty("--wide", widthOf(task.width));
    this.dialog.querySelector("h2").textContent = task.title || t("task");
    this.fault = h("p", { class: "notice is-error", role: "alert", hidden: true });
    this.body.replaceChildren(task.card ? this.card(task.card) : this.page(task), this.fault);
    this.body.querySelector("input, select, textarea")?.focus();
  }

  card(content) {
    const card = h("div", { class: "card", "data-testid": "task-card" });
    card.append(renderCard(content, {
      onPress: ({ action, inputs }) => this.answer({ action, inputs }, card),
      search: ({ text, dataset }) => this.chat.typeAhead({ id: undefined }, { text, dataset }),
    }));
    return card;
  }

  page(task) {
    const height = Number(task.height) || SIZES.small;
    this.window = h("iframe", { class: "task-page", src: task.url, title: task.title || t("task"), "--tall": `${height}px`, sandbox: "allow-scripts allow-forms allow-same-origin allow-popups" });
    return this.window;
  }

  // A page hands in what it has by the Teams library, which posts a message to the window around it.
  hear(event) {
    if (event.source !== this.window?.contentWindow) return;
    const { func, args = [], id } = event.data ?? {};
    if (func === "initialize") event.source.postMessage({ id, args: ["sidePanel", "web", "{}", "2.0.0"] }, event.origin);
    else if (func === "tasks.submitTask" || func === "tasks.completeTask" || func === "dialog.url.submit") this.answer({ data: args[0] });
  }

  async answer(given, card = null) {
    if (card?.classList.contains("is-busy")) return;
    card?.classList.add("is-busy");
    this.fault.hidden = true;
    const answer = await this.chat.attempt(() => this.chat.room.act("task", { task: this.task.id, ...given }));
    card?.classList.remove("is-busy");
    if (!answer || answer.status >= 400 || answer.status === 0) this.fail();
    else if (answer.task) this.show(answer.task);
    else this.end(answer);
  }

  fail() {
    this.fault.textContent = t("pressFailed");
    this.fault.hidden = false;
  }

  // A dialog that was opened beside the field ends with a card that goes into the message.
  end({ message, result }) {
    const [card] = result?.composeExtension?.attachments ?? [];
    this.dialog.close();
    if (card) this.chat.composer.insert(card);
    if (message) this.chat.board.toast(message);
  }
}

export function openTask(chat, task) {
  return new TaskDialog(chat, task);
}
