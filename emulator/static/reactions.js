// Reactions to a message: those given, and the choice of one.
import { h, icon } from "./dom.js";
import { t } from "./texts.js";

const FACES = { like: "👍", heart: "❤️", laugh: "😆", surprised: "😮", sad: "😢", angry: "😠" };

function given(activity) {
  return Object.entries(activity.reactions ?? {}).filter(([, codes]) => codes.length);
}

export function reactionRow(activity, chat) {
  const chips = given(activity).map(([type, codes]) => {
    const isOwn = codes.includes(chat.me);
    const label = t("reactedBy", { what: t(`react_${type}`), names: codes.map((code) => chat.nameOf(code)).join(", ") });
    return h("button", {
      type: "button", class: "reaction", "aria-pressed": String(isOwn), "aria-label": label, title: label, "data-testid": `reaction-${type}`,
      onclick: () => chat.react(activity, type, !isOwn),
    }, h("span", { "aria-hidden": "true" }, FACES[type] ?? type), String(codes.length));
  });
  return chips.length ? h("div", { class: "reactions" }, chips) : null;
}

export function reactionMenu(activity, chat) {
  const choose = (type) => {
    menu.open = false;
    menu.querySelector("summary").focus();
    chat.react(activity, type, !(activity.reactions?.[type] ?? []).includes(chat.me));
  };
  const faces = Object.entries(FACES).map(([type, face]) =>
    h("button", { type: "button", "aria-label": t(`react_${type}`), title: t(`react_${type}`), "data-testid": `react-${type}`, onclick: () => choose(type) }, face));
  const menu = h("details", { class: "menu react-menu", ontoggle: () => menu.open && menu.lastChild.scrollIntoView({ block: "nearest" }) },
    h("summary", { class: "icon-button tool", "aria-label": t("react"), title: t("react"), "data-testid": "react" }, icon("smile")),
    h("div", { class: "menu-list faces", role: "group", "aria-label": t("react") }, faces));
  return menu;
}
