// The head of a column: whose it is, the bot's tab, and what else can be done in the chat.
import { avatar } from "./avatar.js";
import { h, icon, iconButton } from "./dom.js";
import { pickPerson } from "./people.js";
import { showMembers } from "./rooms.js";
import { roleLine, t } from "./texts.js";

function whose(chat) {
  const { person, code, board } = chat;
  const picker = pickPerson(board.people, person, {
    testid: `picker-${code}`, onpick: (other) => board.switchPerson(code, other), label: t("switchPerson"),
    taken: () => (chat.isPersonal ? board.shownPeople() : []), only: chat.members,
  });
  const first = chat.isPersonal ? person.name : chat.name;
  const second = chat.isPersonal ? roleLine(person) : t("seenBy", { name: person.name });
  const mark = chat.isPersonal ? h("span", { class: "code" }, code) : null;
  return h("label", { class: "who-line" },
    h("span", { class: "name" }, h("span", { class: "name-words" }, first), mark, icon("chevron")),
    h("span", { class: "role" }, second), picker);
}

function tabButton(chat) {
  const button = iconButton("frame", t("showTab"), {
    "aria-pressed": "false", "data-testid": `frame-${chat.code}`,
    onclick: () => {
      const isOn = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(isOn));
      chat.showTab(isOn);
    },
  });
  return button;
}

function menuOf(chat) {
  const { code, botName: bot } = chat;
  const entry = (key, testid, act) => h("button", {
    type: "button", "data-testid": `${testid}-${code}`,
    onclick: () => {
      menu.open = false;
      menu.querySelector("summary").focus();
      act();
    },
  }, t(key, { bot }));
  const menu = h("details", { class: "menu" },
    h("summary", { class: "icon-button", "aria-label": t("moreOf", { name: chat.isPersonal ? chat.person.name : chat.name }), title: t("more"), "data-testid": `more-${code}` }, icon("more")),
    h("div", { class: "menu-list" },
      entry("tellTyping", "typing-as", () => chat.tellTyping()),
      chat.isPersonal ? null : entry("members", "members", () => showMembers(chat)),
      entry("removeBot", "remove", () => chat.removeBot()),
      entry("close", "close", () => chat.board.close(code))));
  return menu;
}

export function chatHead(chat) {
  const face = chat.isPersonal ? avatar(chat.me, chat.person.name) : h("div", { class: "avatar is-room", "aria-hidden": "true" }, icon(chat.kind === "channel" ? "hash" : "people"));
  const heading = h("h2", { class: "unseen" }, chat.isPersonal ? chat.person.name : chat.name);
  return h("header", { class: "chat-head" }, heading, face, whose(chat), chat.isPersonal ? tabButton(chat) : null, menuOf(chat));
}
