// Files on their way into a message: chosen, pasted or dropped.
import { h, icon, iconButton } from "./dom.js";
import { t } from "./texts.js";

const KILO = 1024;
const LARGEST = 20 * KILO * KILO;
const MOST = 10;
const CARD = "application/vnd.microsoft.card.adaptive";

export function sizeOf(bytes) {
  if (bytes < KILO) return `${bytes} B`;
  if (bytes < KILO * KILO) return `${Math.round(bytes / KILO)} kB`;
  return `${(bytes / KILO / KILO).toFixed(1)} MB`;
}

function base64Of(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result.slice(reader.result.indexOf(",") + 1)));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}

// What a card is about: its first large text, or else its first text.
function titleOf(card) {
  const texts = (card.body ?? []).flatMap((item) => item.items ?? item).filter((item) => item.text);
  const heading = texts.find((item) => item.style === "heading" && item.size) ?? texts.find((item) => /large/i.test(item.size ?? ""));
  return (heading ?? texts[0])?.text ?? card.title ?? t("card");
}

// What goes with the message that is being written. *onchange* is called when that becomes more or less.
export class Tray {
  constructor({ onchange, toast }) {
    this.items = [];
    this.onchange = onchange;
    this.toast = toast;
    this.element = h("ul", { class: "tray", hidden: true, "aria-label": t("goesWith") });
  }

  get isEmpty() {
    return this.items.length === 0;
  }

  addFiles(files) {
    for (const file of files) {
      if (file.size > LARGEST) this.toast(t("fileTooLarge", { name: file.name, most: sizeOf(LARGEST) }));
      else if (this.items.length >= MOST) this.toast(t("tooManyFiles", { most: MOST }));
      else this.add({ file, name: file.name || t("pastedName"), detail: sizeOf(file.size) });
    }
  }

  addCard(attachment) {
    const { contentType, content } = attachment;
    this.add({ card: { contentType, content }, name: titleOf(content), detail: contentType === CARD ? t("card") : t("preview") });
  }

  add(item) {
    this.items.push(item);
    this.draw();
  }

  take(item) {
    if (item.address) URL.revokeObjectURL(item.address);
    this.items = this.items.filter((other) => other !== item);
    this.draw();
  }

  clear() {
    for (const item of this.items) if (item.address) URL.revokeObjectURL(item.address);
    this.items = [];
    this.draw();
  }

  draw() {
    this.element.hidden = this.isEmpty;
    this.element.replaceChildren(...this.items.map((item) => this.line(item)));
    this.onchange();
  }

  line(item) {
    return h("li", { class: "tray-item", "data-testid": "tray-item" }, this.picture(item),
      h("span", { class: "tray-name" }, item.name), h("span", { class: "tray-detail" }, item.detail),
      iconButton("close", t("takeAway", { name: item.name }), { class: "icon-button small", onclick: () => this.take(item) }));
  }

  picture(item) {
    if (!item.file?.type.startsWith("image/")) return icon(item.card ? "frame" : "file");
    item.address ??= URL.createObjectURL(item.file);
    return h("img", { class: "tray-picture", src: item.address, alt: "" });
  }

  // Gives the attachments in the form that the API takes.
  async attachments() {
    return Promise.all(this.items.map(async ({ file, card, name }) =>
      card ?? { name, contentType: file.type || "application/octet-stream", base64: await base64Of(file) }));
  }
}

// Lets files be dropped on *element*.
export function acceptDrops(element, onfiles) {
  const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  let depth = 0;
  const show = (change) => {
    depth = Math.max(0, depth + change);
    element.classList.toggle("is-drop", depth > 0);
  };
  element.addEventListener("dragenter", (event) => hasFiles(event) && show(1));
  element.addEventListener("dragleave", (event) => hasFiles(event) && show(-1));
  element.addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
  element.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth = 0;
    element.classList.remove("is-drop");
    onfiles([...event.dataTransfer.files]);
  });
}
