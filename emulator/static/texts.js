// Every sentence of the page, in Swedish and English.
const SV = {
  title: "Provrum",
  tagline: "Ett låtsas-Teams på den egna datorn",
  clockLabel: "Botens klocka",
  clockUnknown: "Klockan saknas",
  noClock: "Boten har ingen klocka som går att ställa",
  botSilent: "Boten svarar inte",
  botSilentLong: "Boten svarar inte på sin adress. Sidan försöker igen av sig själv.",
  moving: "Klockan går …",
  plusHour: "+1 h",
  plusHourLong: "Flytta klockan en timme framåt",
  evening: "I kväll",
  eveningLong: "Flytta klockan till kl. 18:00 i dag",
  morning: "I morgon",
  morningLong: "Flytta klockan till kl. 08:00 i morgon",
  plusDay: "+1 dygn",
  plusDayLong: "Flytta klockan ett dygn framåt",
  moveTo: "Flytta till …",
  moveToField: "Dag och tid",
  moveToGo: "Flytta",
  forwardOnly: "Klockan går bara framåt.",
  clockFailed: "Klockan kunde inte flyttas.",
  themeDark: "Mörkt",
  themeLight: "Ljust",
  otherLanguage: "English",
  addPerson: "Lägg till person",
  person: "Person",
  close: "Stäng kolumnen",
  more: "Mer",
  removeBot: "Ta bort {bot} ur chatten",
  restoreBot: "Lägg till {bot} igen",
  removed: "{name} har tagit bort {bot} och kan inte få meddelanden.",
  write: "Skriv till {bot}",
  send: "Skicka",
  emptyTitle: "Här pratar {name} med {bot}",
  emptyHint: "Skriv som du skulle säga det, till exempel:",
  emptyExample: "Kan någon byta lysröret i sal B214 imorgon före 8?",
  emptyQuestion: "Vad kan du hjälpa mig med?",
  working: "{bot} arbetar",
  updated: "Ändrat {time}",
  deleted: "Meddelandet har tagits bort.",
  sending: "Skickas …",
  failed: "Kunde inte skickas.",
  retry: "Försök igen",
  raw: "Visa som JSON",
  rawTitle: "Aktivitet {id}",
  rawNow: "Nu",
  rawEarlier: "Tidigare {n}",
  rawViews: "Bara för {name}",
  copy: "Kopiera",
  copied: "Kopierat",
  closeDialog: "Stäng",
  pressFailed: "Något gick fel. Försök igen.",
  hiddenInputs: "Knappen går inte att trycka på: dolda fält i kortet godkänns inte ({names}). I Teams händer ingenting alls.",
  noRenderer: "Kortvisaren saknas. Kör make setup och ladda om sidan.",
  unread: "{n} olästa",
  jump: "Nya meddelanden",
  you: "Du",
  today: "i dag",
  edit: "Ändra",
  remove: "Ta bort",
  save: "Spara",
  cancel: "Avbryt",
  editing: "Ändrar ett meddelande",
  loadFailed: "Provrummet svarar inte. Är det igång?",
  attachment: "Bilaga: {type}",
  log: "Chatt mellan {name} och {bot}",
  roles: {
    requester: "beställare",
    principal: "chef",
    service_employee: "servicemedarbetare",
    coordinator: "samordnare",
    project_leader: "projektledare",
    economist: "ekonom",
    project_owner: "projektägare",
    administrator: "systemförvaltare",
  },
};

const EN = {
  title: "Practice room",
  tagline: "A make-believe Teams on your own machine",
  clockLabel: "The bot's clock",
  clockUnknown: "No clock",
  noClock: "The bot has no clock that can be moved",
  botSilent: "The bot does not answer",
  botSilentLong: "The bot does not answer at its address. The page keeps trying.",
  moving: "The clock is running …",
  plusHour: "+1 h",
  plusHourLong: "Move the clock one hour ahead",
  evening: "Tonight",
  eveningLong: "Move the clock to 18:00 today",
  morning: "Tomorrow",
  morningLong: "Move the clock to 08:00 tomorrow",
  plusDay: "+1 day",
  plusDayLong: "Move the clock one day ahead",
  moveTo: "Move to …",
  moveToField: "Day and time",
  moveToGo: "Move",
  forwardOnly: "The clock only runs forward.",
  clockFailed: "The clock could not be moved.",
  themeDark: "Dark",
  themeLight: "Light",
  otherLanguage: "Svenska",
  addPerson: "Add a person",
  person: "Person",
  close: "Close the column",
  more: "More",
  removeBot: "Remove {bot} from the chat",
  restoreBot: "Add {bot} again",
  removed: "{name} has removed {bot} and can get no messages.",
  write: "Write to {bot}",
  send: "Send",
  emptyTitle: "{name} talks with {bot} here",
  emptyHint: "Write it as you would say it, for example:",
  emptyExample: "Can someone change the light tube in room B214 before 8 tomorrow?",
  emptyQuestion: "What can you help me with?",
  working: "{bot} is working",
  updated: "Changed {time}",
  deleted: "The message was deleted.",
  sending: "Sending …",
  failed: "Could not be sent.",
  retry: "Try again",
  raw: "Show as JSON",
  rawTitle: "Activity {id}",
  rawNow: "Now",
  rawEarlier: "Earlier {n}",
  rawViews: "Only for {name}",
  copy: "Copy",
  copied: "Copied",
  closeDialog: "Close",
  pressFailed: "Something went wrong. Try again.",
  hiddenInputs: "The button can't be pressed: hidden inputs of the card are invalid ({names}). In Teams nothing happens at all.",
  noRenderer: "The card renderer is missing. Run make setup and reload the page.",
  unread: "{n} unread",
  jump: "New messages",
  you: "You",
  today: "today",
  edit: "Edit",
  remove: "Delete",
  save: "Save",
  cancel: "Cancel",
  editing: "Editing a message",
  loadFailed: "The practice room does not answer. Is it running?",
  attachment: "Attachment: {type}",
  log: "Chat between {name} and {bot}",
  roles: {
    requester: "requester",
    principal: "principal",
    service_employee: "service employee",
    coordinator: "coordinator",
    project_leader: "project leader",
    economist: "economist",
    project_owner: "project owner",
    administrator: "administrator",
  },
};

const ZONE = "Europe/Stockholm";
const chosen = new URLSearchParams(location.search).get("lang") || localStorage.getItem("emulator-language");
export const language = chosen === "en" ? "en" : "sv";
const words = language === "en" ? EN : SV;
const locale = language === "en" ? "en-GB" : "sv-SE";

export function t(key, values = {}) {
  return words[key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
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

function formatter(options) {
  const format = new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });
  return (moment) => format.format(moment);
}

export const timeOf = formatter({ hour: "2-digit", minute: "2-digit" });
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
