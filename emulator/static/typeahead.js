// A field of a card that is searched while typing (choices.data): our own list under the library's field.
import { h } from "./dom.js";
import { t } from "./texts.js";

const REST_MS = 200;
let made = 0;

class TypeAhead {
  // *input* is the library's; *search* gives [{value, title}] for a text.
  constructor(input, { search, Choice }) {
    this.input = input;
    this.search = search;
    this.Choice = Choice;
    this.field = input.renderedElement.querySelector("input");
    this.at = -1;
    this.begin();
  }

  begin() {
    const { field, input } = this;
    made += 1;
    this.list = h("ul", { class: "type-ahead", id: `type-ahead-${made}`, role: "listbox", hidden: true, "aria-label": t("found") });
    const chosen = input.choices.find((choice) => choice.value === input.defaultValue);
    if (chosen) field.value = chosen.title;
    field.removeAttribute("list");
    for (const [name, value] of Object.entries({ role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id })) field.setAttribute(name, value);
    this.nameField();
    field.after(this.list);
    this.settled = field.value;
    field.addEventListener("input", () => this.later());
    field.addEventListener("keydown", (event) => this.onKey(event));
    field.addEventListener("focus", () => field.select());
    field.addEventListener("blur", () => this.leave());
  }

  // The library names the frame around the field, again and again; the name is the field's.
  nameField() {
    const { input, field } = this;
    const name = input.updateInputControlAriaLabelledBy.bind(input);
    input.updateInputControlAriaLabelledBy = () => {
      name();
      const label = field.parentElement.getAttribute("aria-labelledby");
      if (label) field.setAttribute("aria-labelledby", label);
      field.parentElement.removeAttribute("aria-labelledby");
    };
    input.updateInputControlAriaLabelledBy();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), REST_MS);
  }

  async ask() {
    const { value } = this.field;
    const { dataset } = this.input.choicesData;
    const found = await this.search({ text: value.trim(), dataset });
    if (value !== this.field.value || document.activeElement !== this.field) return;
    this.fixed ??= [...this.input.choices];
    this.input.choices = [...this.fixed, ...found.map((each) => new this.Choice(each.title, each.value))];
    this.show(found);
  }

  show(found) {
    const options = found.map((each, index) => h("li", {
      role: "option", class: "option", id: `${this.list.id}-${index}`, "aria-selected": "false", "data-testid": "choice",
      onpointerdown: (event) => { event.preventDefault(); this.choose(each.title); },
    }, each.title));
    this.list.replaceChildren(...(options.length ? options : [h("li", { class: "option is-nothing", "aria-disabled": "true" }, t("foundNothing"))]));
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    this.mark(options.length ? 0 : -1);
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  mark(index) {
    this.at = index;
    this.options.forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    const option = this.options[index];
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  onKey(event) {
    const { options } = this;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (this.list.hidden) this.ask();
      else if (options.length) this.mark((this.at + step + options.length) % options.length);
    } else if (event.key === "Enter" && !this.list.hidden) {
      event.preventDefault();
      if (this.at >= 0) this.choose(options[this.at].textContent);
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.stopPropagation();
      this.close();
    }
  }

  choose(title) {
    this.field.value = title;
    this.settled = title;
    this.input.valueChanged();
    this.close();
  }

  // Only what was found can be chosen: anything else that was typed gives way to the last choice.
  leave() {
    this.close();
    const isKnown = !this.field.value || this.input.choices.some((choice) => choice.title === this.field.value);
    if (isKnown) this.settled = this.field.value;
    else this.field.value = this.settled;
  }

  close() {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }
}

// Makes every searched field of *card* work that has not been seen before.
export function addTypeAhead(card, { search, Choice }) {
  for (const input of card.getAllInputs(true)) {
    if (!input.choicesData?.dataset || !input.renderedElement || input.isSearched) continue;
    input.isSearched = true;
    new TypeAhead(input, { search, Choice });
  }
}
