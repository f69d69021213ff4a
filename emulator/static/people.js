// Choosing whose chat to see.
import { h } from "./dom.js";
import { roleLine, roleName } from "./texts.js";

// A native list, grouped by role, laid invisibly over the name: the platform's own keyboard, search and touch handling.
export function pickPerson(people, current, { testid, onpick, taken }) {
  const select = h("select", {
    class: "picker", "data-testid": testid,
    onchange: () => onpick(people.find((person) => person.code === select.value)),
    onfocus: () => markTaken(select, current, taken()),
  });
  const byRole = Map.groupBy ? Map.groupBy(people, firstRole) : grouped(people);
  for (const [role, members] of byRole) {
    const options = members.map((person) => h("option", { value: person.code }, `${person.name} · ${roleLine(person)} · ${person.code}`));
    select.append(h("optgroup", { label: roleName(role) }, options));
  }
  select.value = current?.code ?? "";
  return select;
}

function firstRole(person) {
  return person.roles[0] ?? "";
}

function grouped(people) {
  const groups = new Map();
  for (const person of people) groups.set(firstRole(person), [...(groups.get(firstRole(person)) ?? []), person]);
  return groups;
}

function markTaken(select, current, taken) {
  for (const option of select.options) option.disabled = option.value !== current?.code && taken.includes(option.value);
}
