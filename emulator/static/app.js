// Starts the page.
import { Board } from "./board.js";
import { h } from "./dom.js";
import { server } from "./server.js";
import { language, t } from "./texts.js";

document.documentElement.lang = language;
document.getElementById("skip").textContent = t("skip");
try {
  const board = new Board(await server.people());
  await board.start();
} catch (error) {
  console.error(error);
  document.getElementById("board").append(h("p", { class: "silence" }, t("loadFailed")));
}
