// What hangs on a message: cards of every kind, pictures and files.
import { countActions, renderCard } from "./card.js";
import { chip, h, icon } from "./dom.js";
import { sizeOf } from "./files.js";
import { countButtons, isPlainCard, renderPlainCard } from "./plaincards.js";
import { t } from "./texts.js";

const CARDS = "application/vnd.microsoft.card.";
const FILES = "application/vnd.microsoft.teams.";
export const ADAPTIVE = `${CARDS}adaptive`;

// The place of an attachment's first button among all of the message's: those of adaptive cards come first.
function firstPlace(item, activity) {
  const isAdaptive = (each) => each.contentType === ADAPTIVE;
  const before = (each) => activity.attachments.indexOf(each) < activity.attachments.indexOf(item);
  const cards = activity.attachments.filter((each) => isAdaptive(each) && (before(each) || !isAdaptive(item)));
  const plain = activity.attachments.filter((each) => !isAdaptive(item) && !isAdaptive(each) && before(each));
  const count = (counted, each) => counted + each;
  return cards.map((each) => countActions(each.content)).reduce(count, 0)
    + plain.map(countButtons).reduce(count, 0);
}

function adaptive(item, activity, chat) {
  const card = h("div", { class: "card", "data-testid": "card" });
  const first = firstPlace(item, activity);
  card.append(renderCard(item.content, {
    onPress: (press) => chat.press(activity, { ...press, action: first + press.action }, card),
    onBlocked: (names) => chat.notice({ activity: activity.id, level: "error", text: t("hiddenInputs", { names: names.join(", ") }) }),
    search: (asked) => chat.typeAhead(activity, asked),
  }));
  return card;
}

function fileLine(name, detail, address) {
  const words = [icon("file"), h("span", { class: "file-name" }, name), detail ? h("span", { class: "file-detail" }, detail) : null];
  if (!address) return h("p", { class: "file" }, words);
  return h("a", { class: "file", href: address, download: name, "aria-label": t("download", { name }) }, words);
}

function consentCard(item, activity, chat) {
  const { description, sizeInBytes } = item.content ?? {};
  const isAsked = (activity.consent ?? "asked") === "asked" && activity.from !== chat.me;
  const said = activity.consent === "accepted" ? t("consentGiven") : activity.consent === "declined" ? t("consentRefused") : null;
  return h("div", { class: "card plain-card consent", "data-testid": "consent" },
    fileLine(item.name ?? t("file"), sizeInBytes ? sizeOf(sizeInBytes) : ""),
    description ? h("p", {}, description) : null,
    isAsked ? h("div", { class: "plain-buttons" },
      chip(t("allow"), { class: "chip main", "data-testid": "consent-allow", onclick: () => chat.consent(activity, true) }),
      chip(t("decline"), { "data-testid": "consent-decline", onclick: () => chat.consent(activity, false) })) : null,
    said ? h("p", { class: "subtitle" }, said) : null);
}

export function renderAttachment(item, activity, chat) {
  const { contentType = "", contentUrl, name, content } = item;
  if (contentType === ADAPTIVE) return adaptive(item, activity, chat);
  if (isPlainCard(contentType)) return renderPlainCard(item, { first: firstPlace(item, activity), activity, chat });
  if (contentType === "text/html") return null;
  if (contentType === `${FILES}card.file.consent`) return consentCard(item, activity, chat);
  if (contentType.startsWith(FILES)) return fileLine(name ?? t("file"), content?.fileType ?? "", content?.downloadUrl ?? contentUrl);
  if (contentType.startsWith("image/")) return h("img", { class: "picture", src: contentUrl, alt: name || t("picture") });
  return fileLine(name || t("attachment", { type: contentType || "?" }), "", contentUrl);
}
