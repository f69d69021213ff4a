// Feedback buttons of a bot's message: thumbs, and the form that Teams or the bot opens for words.
import { openDialog } from "./dialog.js";
import { h, iconButton } from "./dom.js";
import { openTask } from "./task.js";
import { t } from "./texts.js";

const REACTIONS = ["like", "dislike"];

async function send(chat, activity, given) {
  const answer = await chat.attempt(() => chat.room.act("feedback", { activity: activity.id, ...given }));
  if (!answer) return false;
  if (answer.task) openTask(chat, answer.task);
  else if (answer.status >= 200 && answer.status < 300) chat.board.toast(t("feedbackThanks"));
  else chat.notice({ activity: activity.id, level: "error", text: t("pressFailed") });
  return true;
}

function askForWords(chat, activity, reaction) {
  const words = h("textarea", { class: "line-field", rows: "3", "data-testid": "feedback-words" });
  const form = h("form", { class: "dialog-body", onsubmit: async (event) => {
    event.preventDefault();
    if (await send(chat, activity, { reaction, text: words.value.trim() })) dialog.close();
  } }, h("label", { class: "field-label" }, h("span", {}, t(`feedbackWhy_${reaction}`)), words),
  h("div", { class: "dialog-buttons" }, h("button", { type: "submit", class: "button-main", "data-testid": "feedback-send" }, t("feedbackSend"))));
  const dialog = openDialog({ title: t("feedback"), body: form, testid: "feedback-form" });
}

export function feedbackRow(activity, chat) {
  if (!activity.feedback || activity.deleted) return null;
  const press = (reaction) => (activity.feedback === "custom" ? send(chat, activity, { reaction }) : askForWords(chat, activity, reaction));
  const thumbs = REACTIONS.map((reaction) =>
    iconButton(reaction, t(`feedback_${reaction}`), { "data-testid": `feedback-${reaction}`, onclick: () => press(reaction) }));
  return h("div", { class: "reactions", role: "group", "aria-label": t("feedback") }, thumbs);
}
