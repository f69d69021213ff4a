// An activity as it stands on the wire.
import { h, iconButton } from "./dom.js";
import { server } from "./server.js";
import { t } from "./texts.js";

function forms(raw) {
  const now = [[t("rawNow"), raw.activity]];
  const views = Object.entries(raw.views).map(([name, card]) => [t("rawViews", { name }), card]);
  const earlier = raw.earlier.map((form, index) => [t("rawEarlier", { n: index + 1 }), form]);
  return [...now, ...views, ...earlier.reverse()];
}

export async function showRaw(code, id) {
  const raw = await server.raw(code, id);
  const shown = h("pre", { class: "raw-json", tabindex: "0", "data-testid": "raw-json" });
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
  const title = h("h2", { id: "raw-title" }, t("rawTitle", { id }));
  const dialog = h("dialog", { class: "raw", "aria-labelledby": "raw-title", "data-testid": "raw-dialog" },
    h("div", { class: "raw-head" }, title, iconButton("close", t("closeDialog"), { onclick: () => dialog.close() })),
    h("div", { class: "raw-forms" }, buttons, copy),
    shown);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  show(0, raw.activity);
  dialog.showModal();
}
