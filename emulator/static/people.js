// Choosing whose chat to see, or as whom.
import { h } from "./dom.js";
import { personLine, roleName, t } from "./texts.js";

const ROOM = "room:";

// A native list, grouped by role, laid invisibly over the name: the platform's own keyboard, search and touch handling.
// *only* (codes) leaves out everybody else.
export function pickPerson(people, current, { testid, label, onpick, taken, only = null }) {
  const shown = only?.length ? people.filter((person) => only.includes(person.code)) : people;
  const select = h("select", {
    class: "picker", "data-testid": testid, "aria-label": label,
    onchange: () => onpick(people.find((person) => person.code === select.value)),
    onfocus: () => markTaken(select, current, taken()),
  });
  for (const [role, members] of grouped(shown)) {
    const options = members.map((person) => h("option", { value: person.code }, personLine(person.name, person, person.code)));
    select.append(h("optgroup", { label: roleName(role) }, options));
  }
  select.value = current?.code ?? "";
  return select;
}

// The same list with the rooms that are nobody's own before it, and a way to make one.
export function pickColumn(people, { rooms, nameOf, label, onperson, onroom, onnew, taken }) {
  const select = pickPerson(people, null, { testid: "add-person", label, taken, onpick: (person) => person ? onperson(person) : choose() });
  const choose = () => (select.value === ROOM ? onnew() : onroom(rooms.find((room) => `${ROOM}${room.room}` === select.value)));
  const options = rooms.map((room) => h("option", { value: `${ROOM}${room.room}` }, nameOf(room)));
  select.prepend(h("option", { value: "", disabled: true }, t("person")),
    h("optgroup", { label: t("rooms") }, options, h("option", { value: ROOM }, t("newRoomEntry"))));
  select.value = "";
  return select;
}

function grouped(people) {
  const groups = new Map();
  for (const person of people) {
    const role = person.roles[0] ?? "";
    groups.set(role, [...(groups.get(role) ?? []), person]);
  }
  return groups;
}

function markTaken(select, current, taken) {
  for (const option of select.options) if (option.value) option.disabled = option.value !== current?.code && taken.includes(option.value);
}
