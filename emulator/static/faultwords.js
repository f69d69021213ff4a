// The faults that can be chosen, as rules of the API and as kinds of its mix; and how one in force is told.
import { hasWords, t } from "./texts.js";

const NOT_FOUND = { status: 404, code: "ActivityNotFoundInConversation", method: "PUT" };

// *mix* is what the same fault is called where chance decides; *asks* which figure the form asks for.
export const KINDS = {
  throttled: { rule: { status: 429 }, asks: "retry_after", mix: "throttled" },
  precondition: { rule: { status: 412 }, mix: "precondition" },
  bad_gateway: { rule: { status: 502 }, mix: "bad_gateway" },
  timeout: { rule: { status: 504 }, mix: "timeout" },
  blocked: { rule: { status: 403, code: "MessageWritesBlocked" }, mix: "blocked" },
  activity_lost: { rule: NOT_FOUND, mix: "activity_lost" },
  slow: { rule: {}, asks: "delay_ms", mix: "slow" },
  cut_before: { rule: { cut: "before" }, mix: "cut_before" },
  cut_after: { rule: { cut: "after" }, mix: "cut_after" },
  twice: { rule: { deliver_twice: true }, mix: "twice", isDelivery: true },
  late: { rule: { deliver: "late" }, mix: "late", isDelivery: true },
  out_of_order: { rule: { deliver: "out_of_order" }, mix: "out_of_order", isDelivery: true },
  slow_delivery: { rule: { deliver: "slow" }, asks: "delay_ms", mix: "slow_delivery", isDelivery: true },
};

// A rule as the API wants it, of those that it gave: only what says something.
export function spare(rule) {
  const kept = Object.entries(rule).filter(([name, value]) => name === "times" || (value !== null && value !== "" && value !== 0 && value !== false));
  return Object.fromEntries(kept);
}

function kindOf(rule) {
  if (rule.status === 403) return "blocked";
  if (rule.status === 404) return "activity_lost";
  const byStatus = Object.entries(KINDS).find(([, { rule: own }]) => own.status && own.status === rule.status);
  if (byStatus) return byStatus[0];
  if (rule.deliver_twice || rule.deliver === "twice") return "twice";
  if (rule.deliver) return rule.deliver === "slow" ? "slow_delivery" : rule.deliver;
  if (rule.cut) return `cut_${rule.cut}`;
  return rule.delay_ms ? "slow" : "";
}

function figures(rule) {
  return [
    rule.retry_after ? t("faultRetryAfter", { n: rule.retry_after }) : "",
    rule.delay_ms ? t("faultDelay", { n: rule.delay_ms }) : "",
    rule.method && rule.status !== 404 ? rule.method : "",
    rule.path_contains ?? "",
  ].filter(Boolean);
}

// What the log calls a fault that has struck: a kind, or for a rule its status.
export function struckName({ fault_kind: kind, status, kind: side }) {
  const known = kind === "slow" && side === "delivery" ? "slow_delivery" : kind;
  if (hasWords(`fault_${known}`)) return t(`fault_${known}`);
  const byStatus = kindOf({ status: Number(kind) });
  return byStatus ? t(`fault_${byStatus}`) : t("faultHttp", { status: kind || status || t("faultCut") });
}

// What a rule does, for whom and how many times more: {title, detail}.
export function toldOf(rule, nameOf) {
  const kind = kindOf(rule);
  const left = rule.times === null ? t("faultForEver") : rule.times === 0 ? t("faultSpent") : rule.times === 1 ? t("faultOnce") : t("faultLeft", { n: rule.times });
  const whom = rule.person ? nameOf(rule.person) : t("everybody");
  return { title: kind ? t(`fault_${kind}`) : `HTTP ${rule.status ?? "?"}`, detail: [...figures(rule), whom, left].join(" · ") };
}
