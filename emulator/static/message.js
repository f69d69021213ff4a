// One message in a chat.
import { ADAPTIVE, renderAttachment } from "./attachments.js";
import { avatar } from "./avatar.js";
import { h, icon, iconButton, logo } from "./dom.js";
import { feedbackRow } from "./feedback.js";
import { messageHtml } from "./markup.js";
import { reactionMenu, reactionRow } from "./reactions.js";
import { t, timeOf } from "./texts.js";

const BOT = "bot";

function body(activity) {
  const words = h("div", { class: "words" });
  words.innerHTML = messageHtml(activity);
  return words;
}

function foot(activity, chat) {
  if (activity.delivery === "sending") return h("p", { class: "delivery" }, t("sending"));
  if (activity.delivery !== "failed") return null;
  const again = h("button", { type: "button", class: "link", onclick: () => chat.retry(activity) }, t("retry"));
  return h("p", { class: "delivery is-failed", role: "alert" }, t("failed"), " ", again);
}

function toolsOf(activity, chat, isOwn) {
  const tool = (name, key, onclick, testid) => iconButton(name, t(key), { class: "icon-button tool", "data-testid": testid, onclick });
  if (activity.deleted) {
    return [isOwn && tool("undo", "undelete", () => chat.undelete(activity), "undelete"), tool("code", "raw", () => chat.raw(activity), "raw")];
  }
  return [
    reactionMenu(activity, chat),
    activity.refreshable && tool("undo", "refreshCard", () => chat.refreshCard(activity), "refresh-card"),
    isOwn && tool("edit", "edit", () => chat.beginEdit(activity), "edit"),
    isOwn && tool("bin", "remove", () => chat.erase(activity), "delete"),
    tool("code", "raw", () => chat.raw(activity), "raw"),
  ];
}

function tools(activity, chat, isOwn) {
  return h("div", { class: "tools", role: "group", "aria-label": t("tools") }, toolsOf(activity, chat, isOwn));
}

// The tools of a message take part in Tab only while the focus is in it, so that one can get past many messages.
function reachWithin(message) {
  const set = (place) => message.querySelectorAll(".tool").forEach((tool) => { tool.tabIndex = place; });
  set(-1);
  message.addEventListener("focusin", () => set(0));
  message.addEventListener("focusout", (event) => message.contains(event.relatedTarget) || set(-1));
  return message;
}

function meta(activity, chat, isOwn) {
  const who = isOwn ? null : h("span", { class: "who" }, chat.nameOf(activity.from));
  const when = h("time", { datetime: activity.when }, timeOf(new Date(activity.when)));
  const changed = activity.updated && !activity.deleted
    ? h("span", { class: "changed" }, t("updated", { time: timeOf(new Date(activity.updatedAt)) })) : null;
  return h("div", { class: "meta" }, who, when, changed);
}

function bubbleOf(activity, chat) {
  const content = activity.deleted
    ? [h("p", { class: "deleted" }, t("deleted"))]
    : [activity.text ? body(activity) : null, ...activity.attachments.map((item) => renderAttachment(item, activity, chat))];
  const holdsCard = activity.attachments.some((item) => item.contentType === ADAPTIVE || item.contentType?.includes(".card."));
  return h("div", { class: `bubble${holdsCard ? " holds-card" : ""}` }, content);
}

function face(activity, { isFollowing, chat }) {
  const picture = activity.from === BOT ? logo() : avatar(activity.from, chat.nameOf(activity.from), "small");
  return h("div", { class: "avatar-slot" }, isFollowing ? null : picture);
}

// *chat* gives me, botName, nameOf and what buttons do; *isFollowing* leaves out the name when the same one goes on speaking.
export function renderMessage(activity, chat, { isFollowing }) {
  const isOwn = activity.from === chat.me;
  const kind = isOwn ? "is-own" : activity.from === BOT ? "is-bot" : "is-other";
  return reachWithin(h("article",
    {
      class: `message ${kind}${isFollowing ? " is-following" : ""}`,
      tabindex: "-1",
      "data-testid": "message",
      "data-activity": activity.id,
      "data-from": activity.from,
      "data-updated": String(activity.updated),
      "aria-label": `${isOwn ? t("you") : chat.nameOf(activity.from)} ${timeOf(new Date(activity.when))}`,
    },
    isOwn ? null : face(activity, { isFollowing, chat }),
    h("div", { class: "said" }, meta(activity, chat, isOwn),
      h("div", { class: "row" }, bubbleOf(activity, chat), tools(activity, chat, isOwn)),
      feedbackRow(activity, chat), reactionRow(activity, chat), foot(activity, chat))));
}

export function suggestions(activity, chat) {
  if (activity.from !== BOT) return null;
  const actions = activity.suggestedActions?.actions ?? [];
  const chips = actions.map((action) =>
    h("button", { type: "button", class: "chip", onclick: () => chat.suggested(activity, action) }, action.title));
  return chips.length ? h("div", { class: "suggestions" }, chips) : null;
}

export function newMessagesButton(onclick) {
  return h("button", { type: "button", class: "jump", hidden: true, onclick }, icon("down"), t("jump"));
}
