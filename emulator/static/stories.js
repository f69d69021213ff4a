// The panel of stories: record what people do, keep it, and play it again step by step.
import { announce } from "./announce.js";
import { chip, h, icon, iconButton } from "./dom.js";
import { server } from "./server.js";
import { stepWords } from "./storywords.js";
import { t } from "./texts.js";

const LOOK_MS = 1000;

function nameFor(title) {
  const plain = title.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40) || `berattelse-${Date.now() % 100000}`;
}

function saveAsFile(story) {
  const address = URL.createObjectURL(new Blob([JSON.stringify(story, null, 2)], { type: "application/json" }));
  h("a", { href: address, download: `${story.name}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), LOOK_MS);
}

export class StoriesPanel {
  constructor(panel) {
    this.panel = panel;
    this.board = panel.board;
    this.state = { recording: null, stories: [] };
    this.element = this.build();
    setInterval(() => (panel.shown === "stories" || this.state.recording) && this.read(), LOOK_MS);
  }

  build() {
    this.title = h("input", { class: "line-field", required: true, maxlength: "80", "data-testid": "story-title", placeholder: t("storyExample") });
    this.start = h("form", { class: "panel-form", onsubmit: (event) => { event.preventDefault(); this.record(); } },
      h("label", { class: "field-label" }, h("span", {}, t("storyTitle")), this.title),
      h("button", { type: "submit", class: "button-main is-record", "data-testid": "story-record" }, icon("record"), t("storyRecord")));
    this.words = h("p", { class: "recording-words", role: "status", "data-testid": "story-recording" });
    this.running = h("div", { class: "recording", hidden: true }, this.words,
      h("button", { type: "button", class: "button-main", "data-testid": "story-stop", onclick: () => this.stop() }, icon("stop"), t("storyStop")));
    this.list = h("ul", { class: "lines", "data-testid": "stories" });
    this.play = h("section", { class: "playing", hidden: true, "data-testid": "story-play" });
    return h("div", { class: "panel-parts" }, h("p", { class: "panel-lead" }, t("storiesLead")), this.start, this.running, this.play,
      h("section", {}, h("h3", {}, t("storiesKept")), this.list));
  }

  async read() {
    const state = await server.stories().catch(() => null);
    if (state) this.take(state);
  }

  take(state) {
    const before = JSON.stringify(this.state);
    this.state = state;
    this.board.head.mark("stories", state.recording ? 1 : 0);
    if (before !== JSON.stringify(state) || !this.list.hasChildNodes()) this.draw();
  }

  draw() {
    const { recording, stories } = this.state;
    this.start.hidden = Boolean(recording);
    this.running.hidden = !recording;
    if (recording) this.words.textContent = t("storyRecording", { title: recording.title || recording.name, n: recording.steps.length ?? recording.steps });
    const lines = stories.map((story) => this.line(story));
    this.list.replaceChildren(...(lines.length ? lines : [h("li", { class: "is-nothing" }, t("storiesNone"))]));
  }

  line({ name, title, steps, saved }) {
    const label = title || name;
    return h("li", { class: "line", "data-testid": "story", "data-story": name },
      h("div", {}, h("strong", {}, label), h("span", {}, t(saved ? "storySaved" : "storySteps", { n: steps }))),
      iconButton("play", t("storyPlay", { name: label }), { "data-testid": "story-again", onclick: () => this.playAgain(name) }),
      iconButton("save", t("storySave", { name: label }), { "data-testid": "story-save", onclick: () => this.save(name) }),
      iconButton("bin", t("storyForget", { name: label }), { "data-testid": "story-forget", onclick: () => this.forget(name) }));
  }

  async record() {
    const title = this.title.value.trim();
    const answer = await this.board.attempt(() => server.tellStory("start", { name: nameFor(title), title }));
    if (!answer) return;
    this.title.value = "";
    await this.read();
    this.running.querySelector("button").focus();
  }

  async stop() {
    await this.board.attempt(() => server.tellStory("stop"));
    await this.read();
    this.list.querySelector("button")?.focus();
  }

  async save(name) {
    const kept = await this.board.attempt(() => server.tellStory("save", { name }));
    if (!kept) return;
    this.board.toast(t("storyKept", { file: kept.file }));
    saveAsFile(await server.story(name));
    this.read();
  }

  async forget(name) {
    await this.board.attempt(() => server.forgetStory(name));
    this.read();
  }

  // Shows each step and marks how far it has come; what fails says why.
  async playAgain(name) {
    const story = await this.board.attempt(() => server.story(name));
    if (!story) return;
    this.steps = story.steps.map((step) => this.step(step));
    this.outcome = h("p", { class: "outcome", role: "status", "data-testid": "story-outcome" }, t("storyPlaying"));
    this.play.replaceChildren(h("h3", {}, story.title || story.name), this.outcome, h("ol", { class: "steps" }, this.steps));
    this.play.hidden = false;
    this.mark(0);
    const played = await this.board.attempt(() => server.tellStory("play", { name }));
    this.end(played);
  }

  step(step) {
    const nameOf = (code) => this.board.find(code)?.name ?? code;
    return h("li", { class: "step", "data-testid": "step" }, h("span", { class: "step-mark", "aria-hidden": "true" }), h("span", {}, stepWords(step, nameOf)));
  }

  // Those before *at* are done, and that one is being done.
  mark(at) {
    this.steps?.forEach((step, place) => {
      step.classList.toggle("is-done", place < at);
      step.classList.toggle("is-now", place === at);
      if (place === at) {
        step.setAttribute("aria-current", "step");
        step.scrollIntoView({ block: "nearest" });
      } else step.removeAttribute("aria-current");
    });
  }

  // The API counts steps from 1, and tells of each before it is done.
  receive({ step }) {
    if (step) this.mark(step - 1);
    else this.read();
  }

  end(answer) {
    if (!answer) return void (this.outcome.textContent = t("pressFailed"));
    const { failed } = answer;
    this.mark(failed ? failed.step - 1 : this.steps.length);
    if (failed) this.steps[failed.step - 1].classList.add("is-failed");
    this.outcome.textContent = failed ? t("storyFailed", { n: failed.step, why: failed.why }) : t("storyPlayed", { n: this.steps.length });
    this.outcome.classList.add(failed ? "is-failed" : "is-good");
    announce(this.outcome.textContent);
  }
}
