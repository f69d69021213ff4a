// One message in a chat.
import { renderCard } from "./card.js";
import { h, icon, iconButton, logo } from "./dom.js";
import { markdown, plain } from "./markup.js";
import { t, timeOf } from "./texts.js";

const CARD = "application/vnd.microsoft.card.adaptive";

function body(activity) {
  const html = activity.textFormat === "markdown" ? markdown(activity.text) : plain(activity.text);
  const words = h("div", { class: "words" });
  words.innerHTML = html;
  return words;
}

function attachment(item, activity, chat) {
  if (item.contentType === CARD) {
    const card = h("div", { class: "card", "data-testid": "card" });
    card.append(renderCard(item.content, {
      onPress: (press) => chat.press(activity, press, card),
      onBlocked: (names) => chat.notice({ activity: activity.id, level: "error", text: t("hiddenInputs", { names: names.join(", ") }) }),
    }));
    return card;
  }
  if (item.contentType === "text/html") return null;
  if (item.contentType?.startsWith("image/")) return h("img", { class: "picture", src: item.contentUrl, alt: item.name ?? "" });
  return h("p", { class: "file" }, item.name || t("attachment", { type: item.contentType ?? "?" }));
}

function foot(activity, chat) {
  if (activity.delivery === "sending") return h("p", { class: "delivery" }, t("sending"));
  if (activity.delivery !== "failed") return null;
  const again = h("button", { type: "button", class: "link", onclick: () => chat.retry(activity) }, t("retry"));
  return h("p", { class: "delivery is-failed", role: "alert" }, t("failed"), " ", again);
}

function tools(activity, chat, isOwn) {
  const raw = iconButton("code", t("raw"), { "data-testid": "raw", onclick: () => chat.raw(activity) });
  const own = isOwn && !activity.deleted && [
    iconButton("edit", t("edit"), { "data-testid": "edit", onclick: () => chat.beginEdit(activity) }),
    iconButton("bin", t("remove"), { "data-testid": "delete", onclick: () => chat.erase(activity) }),
  ];
  return h("div", { class: "tools" }, own || [], raw);
}

function meta(activity, chat, isOwn) {
  const who = isOwn ? null : h("span", { class: "who" }, chat.botName);
  const when = h("time", { datetime: activity.when }, timeOf(new Date(activity.when)));
  const changed = activity.updated && !activity.deleted
    ? h("span", { class: "changed" }, t("updated", { time: timeOf(new Date(activity.updatedAt)) })) : null;
  return h("div", { class: "meta" }, who, when, changed);
}

// *chat* gives botName and what buttons do; *isFollowing* leaves out the name when the same one goes on speaking.
export function renderMessage(activity, chat, { isFollowing }) {
  const isOwn = activity.from !== "bot";
  const content = activity.deleted
    ? [h("p", { class: "deleted" }, t("deleted"))]
    : [activity.text ? body(activity) : null, ...activity.attachments.map((item) => attachment(item, activity, chat))];
  const holdsCard = activity.attachments.some((item) => item.contentType === CARD);
  const bubble = h("div", { class: `bubble${holdsCard ? " holds-card" : ""}` }, content);
  return h("article",
    {
      class: `message ${isOwn ? "is-own" : "is-bot"}${isFollowing ? " is-following" : ""}`,
      "data-testid": "message",
      "data-activity": activity.id,
      "data-from": activity.from,
      "data-updated": String(activity.updated),
      "aria-label": `${isOwn ? t("you") : chat.botName} ${timeOf(new Date(activity.when))}`,
    },
    isOwn ? null : h("div", { class: "avatar-slot" }, isFollowing ? null : logo()),
    h("div", { class: "said" }, meta(activity, chat, isOwn), h("div", { class: "row" }, bubble, tools(activity, chat, isOwn)), foot(activity, chat)));
}

export function suggestions(activity, chat) {
  const actions = activity.suggestedActions?.actions ?? [];
  const chips = actions.map((action) =>
    h("button", { type: "button", class: "chip", onclick: () => chat.write(String(action.value ?? action.title)) }, action.title));
  return chips.length ? h("div", { class: "suggestions" }, chips) : null;
}

export function newMessagesButton(onclick) {
  return h("button", { type: "button", class: "jump", hidden: true, onclick }, icon("down"), t("jump"));
}
