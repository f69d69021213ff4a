// An activity as it stands on the wire.
import { openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { t } from "./texts.js";

function forms(raw) {
  const now = [[t("rawNow"), raw.activity]];
  const views = Object.entries(raw.views).map(([name, card]) => [t("rawViews", { name }), card]);
  const earlier = raw.earlier.map((form, index) => [t("rawEarlier", { n: index + 1 }), form]);
  return [...now, ...views, ...earlier.reverse()];
}

export async function showRaw(room, id) {
  const raw = await room.raw(id);
  const shown = h("pre", { class: "raw-json", tabindex: "0", "data-testid": "raw-json", "aria-label": t("rawTitle", { id }) });
  const buttons = forms(raw).map(([name, form], index) =>
    h("button", { type: "button", class: "chip", "aria-pressed": String(index === 0), onclick: () => show(index, form) }, name));
  const copy = h("button", { type: "button", class: "chip quiet", onclick: async () => {
    await navigator.clipboard.writeText(shown.textContent);
    copy.textContent = t("copied");
  } }, t("copy"));
  const show = (index, form) => {
    shown.textContent = JSON.stringify(form, null, 2);
    copy.textContent = t("copy");
    buttons.forEach((button, place) => button.setAttribute("aria-pressed", String(place === index)));
  };
  show(0, raw.activity);
  openDialog({ title: t("rawTitle", { id }), testid: "raw-dialog", kind: "raw", body: h("div", { class: "raw-body" }, h("div", { class: "raw-forms" }, buttons, copy), shown) });
}
