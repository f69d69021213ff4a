// The words of the page, and times as its readers write them.
import { EN } from "./words/en.js";
import { SV } from "./words/sv.js";

const ZONE = "Europe/Stockholm";
const chosen = new URLSearchParams(location.search).get("lang") || localStorage.getItem("emulator-language");
export const language = chosen === "en" ? "en" : "sv";
const words = language === "en" ? EN : SV;
const locale = language === "en" ? "en-GB" : "sv-SE";

export function t(key, values = {}) {
  return (words[key] ?? values.name ?? "").replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

// Tells whether the page has words for *key*; kinds of the API may be newer than the page.
export function hasWords(key) {
  return key in words;
}

// The highest role first, as the people file lists them; codes that the page does not know are shown as they are.
export function roleName(role) {
  return words.roles[role] ?? role;
}

export function roleLine(person) {
  const role = person.roles.length ? roleName(person.roles[0]) : "";
  const units = person.units.length > 2 ? `${person.units[0]}–${person.units.at(-1)}` : person.units.join(", ");
  return [role, units].filter(Boolean).join(" · ");
}

// A person in one line, by *first* and what is known of them besides.
export const personLine = (first, person, ...more) => [first, roleLine(person), ...more].filter(Boolean).join(" · ");

function formatter(options) {
  const format = new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });
  return (moment) => format.format(moment);
}

export const timeOf = formatter({ hour: "2-digit", minute: "2-digit" });
export const secondOf = formatter({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
export const dayOf = formatter({ weekday: "long", day: "numeric", month: "long" });
export const shortDayOf = formatter({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
const parts = new Intl.DateTimeFormat("sv-SE", {
  timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
});

// "2022-03-15T10:00" in Swedish time.
export function localIso(moment) {
  return parts.format(moment).replace(" ", "T").slice(0, 16);
}

// The moment that Swedish clocks show as *written* ("2022-03-15T10:00"), right across both clock changes.
export function momentAt(written) {
  const asUtc = new Date(`${written}:00Z`);
  const offset = (moment) => Date.parse(`${parts.format(moment).replace(" ", "T")}Z`) - Math.floor(moment / 1000) * 1000;
  const guess = new Date(asUtc - offset(asUtc));
  return new Date(asUtc - offset(guess));
}
