// Signing in: the window that Teams would open, in which one chooses how it goes.
import { openDialog } from "./dialog.js";
import { chip, h, icon } from "./dom.js";
import { t } from "./texts.js";

const LOGIN = "application/vnd.microsoft.activity.loginRequest";

export const isLogin = (answer) => answer?.result?.type === LOGIN;

// *again* does once more, with what the person has then, the press by which a card asked for it.
export function askToSignIn(chat, activity, button, again = null) {
  const act = again ?? ((how) => chat.room.act("signin", { activity: activity.id, ...how }));
  const tell = async (how) => {
    const answer = await chat.attempt(() => act(how));
    if (!answer) return;
    if (answer.status === 412 || answer.result?.statusCode === 412) said.textContent = t("signInWindow");
    else dialog.close();
  };
  const number = h("input", { class: "line-field", inputmode: "numeric", required: true, "data-testid": "signin-state" });
  const address = String(button?.value ?? "");
  const said = h("p", { class: "dialog-words", role: "status" }, t("signInHow"));
  const body = h("div", { class: "dialog-body" }, said,
    /^https?:/.test(address) ? h("a", { class: "link", href: address, target: "_blank", rel: "noopener noreferrer" }, t("signInOpen")) : null,
    h("form", { class: "field-row", onsubmit: (event) => { event.preventDefault(); tell({ state: number.value.trim() }); } },
      h("label", { class: "field-label" }, h("span", {}, t("signInNumber")), number), h("button", { type: "submit", class: "button-main" }, t("signIn"))),
    h("div", { class: "dialog-buttons" },
      chip(t("signInToken"), { "data-testid": "signin-token", onclick: () => tell({ token: true }) }, icon("key")),
      again ? null : chip(t("signInFails"), { "data-testid": "signin-fails", onclick: () => tell({ failure: "resourcematchfailed" }) })));
  const dialog = openDialog({ title: t("signIn"), body, testid: "signin" });
}
