// The bot's tab, in a frame in the column, as a personal app shows it beside the chat.
import { h, icon } from "./dom.js";
import { server } from "./server.js";
import { t } from "./texts.js";

export class TabFrame {
  constructor(chat) {
    this.chat = chat;
    this.element = h("div", { class: "tab-frame", hidden: true, "data-testid": `tab-frame-${chat.code}` });
  }

  async show(isOn) {
    this.element.hidden = !isOn;
    if (!isOn) return;
    this.element.replaceChildren(h("p", { class: "empty" }, t("tabLoading")));
    const tab = await server.tab(this.chat.me).catch(() => ({ url: "", status: 0 }));
    this.element.replaceChildren(tab.url && tab.status === 200 ? this.frame(tab.url) : this.nothing(tab));
  }

  frame(url) {
    const title = t("tabOf", { bot: this.chat.botName, name: this.chat.person.name });
    return h("iframe", { class: "tab-page", src: url, title, sandbox: "allow-scripts allow-forms allow-same-origin allow-popups allow-downloads" });
  }

  nothing({ status }) {
    const why = status === 0 ? t("tabSilent") : t("tabStatus", { status });
    return h("div", { class: "empty" }, h("div", { class: "empty-icon" }, icon("frame")),
      h("p", { class: "empty-title" }, t("tabNone", { bot: this.chat.botName })), h("p", {}, why), h("p", {}, t("tabHint")));
  }
}
