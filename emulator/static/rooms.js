// Groups and channels: making one, and who is in it.
import { openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { Refused, server } from "./server.js";
import { personLine, t } from "./texts.js";

const CHANNEL = { room: "channel", kind: "channel", name: "", members: [], installation: "installed" };

// The rooms that are not somebody's own chat.
export async function sharedRooms() {
  try {
    const { rooms } = await server.rooms();
    return rooms.filter((room) => room.kind !== "personal");
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return [CHANNEL];
  }
}

export function roomName(room) {
  return room.name || t(room.kind === "channel" ? "channel" : "group");
}

// Those chosen already come first.
function memberList(everybody, chosen) {
  const people = [...everybody].sort((one, other) => chosen.includes(other.code) - chosen.includes(one.code));
  return h("fieldset", { class: "member-list" }, h("legend", {}, t("members")), people.map((person) => h("label", { class: "member" },
    h("input", { type: "checkbox", value: person.code, checked: chosen.includes(person.code) }),
    h("span", {}, person.name), h("span", { class: "member-role" }, personLine(person.code, person)))));
}

function chosenIn(form) {
  return [...form.querySelectorAll("input[type=checkbox]:checked")].map((box) => box.value);
}

// Asks for a name, a kind and members; *onmade* gets the new room.
export function makeRoom(board, onmade) {
  const name = h("input", { class: "line-field", required: true, maxlength: "60", "data-testid": "room-name" });
  const kind = h("select", { class: "line-field", "data-testid": "room-kind" }, h("option", { value: "group" }, t("group")), h("option", { value: "channel" }, t("channel")));
  const form = h("form", { class: "dialog-body", onsubmit: async (event) => {
    event.preventDefault();
    const members = chosenIn(form);
    if (!members.length) return void board.toast(t("needMembers"));
    const room = await board.attempt(() => server.makeRoom({ kind: kind.value, name: name.value.trim(), members }));
    if (!room) return;
    dialog.close();
    onmade(room);
  } },
  h("div", { class: "field-row" }, h("label", { class: "field-label" }, h("span", {}, t("roomName")), name), h("label", { class: "field-label" }, h("span", {}, t("roomKind")), kind)),
  memberList(board.people, board.shownPeople()),
  h("div", { class: "dialog-buttons" }, h("button", { type: "submit", class: "button-main", "data-testid": "room-make" }, t("makeRoom"))));
  const dialog = openDialog({ title: t("newRoom"), body: form, testid: "room-dialog" });
}

// Shows and changes who is in the chat's room.
export async function showMembers(chat) {
  const room = await chat.attempt(() => chat.room.read());
  if (!room) return;
  const before = room.members ?? [];
  const form = h("form", { class: "dialog-body", onsubmit: async (event) => {
    event.preventDefault();
    const now = chosenIn(form);
    const add = now.filter((code) => !before.includes(code));
    const remove = before.filter((code) => !now.includes(code));
    if (add.length || remove.length) await chat.attempt(() => chat.room.act("members", { add, remove }));
    dialog.close();
  } }, memberList(chat.board.people, before), h("div", { class: "dialog-buttons" }, h("button", { type: "submit", class: "button-main" }, t("save"))));
  const dialog = openDialog({ title: t("membersOf", { name: chat.name }), body: form, testid: "members-dialog" });
}
