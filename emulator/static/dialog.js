// A dialog above the page: the browser's own, so that Esc, the focus and the rest of the page behave.
import { h, iconButton } from "./dom.js";
import { t } from "./texts.js";

let opened = 0;

// Shows *body* under *title* and returns the dialog; *onclose* is called once it has gone.
export function openDialog({ title, body, testid, kind = "", onclose = () => {} }) {
  opened += 1;
  const heading = h("h2", { id: `dialog-title-${opened}` }, title);
  const close = iconButton("close", t("closeDialog"), { onclick: () => dialog.close() });
  const dialog = h("dialog", { class: `dialog ${kind}`, "aria-labelledby": heading.id, "data-testid": testid },
    h("div", { class: "dialog-head" }, heading, close), body);
  dialog.addEventListener("close", () => {
    dialog.remove();
    onclose();
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector(":is(input, select, textarea):not([type=checkbox])")?.focus();
  return dialog;
}
