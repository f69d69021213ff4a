// A step of a story, in words.
import { hasWords, t } from "./texts.js";

const LONGEST = 70;

function short(words) {
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}

export function stepWords(step, nameOf) {
  if (step.see) return t("step_see", { name: nameOf(step.see), words: short((step.words ?? []).join(" · ")) });
  const what = step.text ?? step.title ?? step.verb ?? step.to ?? step.type ?? step.reaction ?? (step.words ?? []).join(" · ");
  const values = { name: nameOf(step.as ?? step.room ?? ""), what: short(String(what ?? "")), do: step.do };
  return t(hasWords(`step_${step.do}`) ? `step_${step.do}` : "step_other", values);
}
