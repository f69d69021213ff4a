// The markup that words may have, as Teams draws it: Markdown in messages and cards, and a few tags. Everything is escaped first,
// and what is put in afterwards is put in by one pass, so that nothing written can become a tag or an attribute.
import { extended } from "./extended.js";

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const QUOTE = /^&gt; ?/;
const MENTION = /&lt;at&gt;((?:(?!&lt;).)*)&lt;\/at&gt;/g;
const FENCE = /^ {0,3}(`{3,}|~{3,})[^`]*$/;

export function escape(text) {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]);
}

const link = (address, words) => `<a href="${address}" target="_blank" rel="noopener noreferrer">${words}</a>`;
const image = (address, alt) => `<img class="picture" src="${address}" alt="${alt.replace(/[*_~]/g, "")}" loading="lazy">`;

// Links, and pictures where there may be any; other addresses than those of the web, mail and telephone stay as written.
function linked(line, hasPictures) {
  return line.replace(/(!?)\[([^[\]]*)\]\((https?:\/\/[^\s)]+|mailto:[^\s)]+|tel:[^\s)]+)\)/g, (written, mark, words, address) => {
    if (mark && hasPictures) return /^https?:/.test(address) ? image(address, words) : written;
    return words ? mark + link(address, words) : written;
  });
}

function inline(line, hasPictures = false) {
  return linked(line.replace(MENTION, "@$1"), hasPictures)
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>")
    .replace(/(^|[\s(])_([^_]+)_(?=[\s).,!?:;]|$)/g, "$1<em>$2</em>")
    .replace(/(^|[\s(])\*([^*\s][^*]*)\*(?=[\s).,!?:;]|$)/g, "$1<em>$2</em>");
}

// What messages have beyond Adaptive Cards: code, strikethrough.
const inlineWith = (hasPictures) => (line) => line.split(/(`[^`]+`)/)
  .map((part, at) => (at % 2 ? `<code>${part.slice(1, -1)}</code>` : inline(part.replace(/~~([^~]+)~~/g, "<s>$1</s>"), hasPictures))).join("");
const inlineOfCard = (line) => inline(line);
const inlineOfMessage = inlineWith(false);
const inlineOfExtended = inlineWith(true);

function list(lines, tag, { marker, words }) {
  const items = lines.map((line) => `<li>${words(line.replace(marker, ""))}</li>`).join("");
  return `<${tag}>${items}</${tag}>`;
}

function block(lines, words) {
  if (lines.every((line) => /^\s*[-*] /.test(line))) return list(lines, "ul", { marker: /^\s*[-*] /, words });
  if (lines.every((line) => /^\s*\d+\. /.test(line))) return list(lines, "ol", { marker: /^\s*\d+\. /, words });
  if (words !== inlineOfCard && lines.every((line) => QUOTE.test(line))) {
    return `<blockquote>${lines.map((line) => words(line.replace(QUOTE, ""))).join("<br>")}</blockquote>`;
  }
  return `<p>${lines.map(words).join("<br>")}</p>`;
}

// Lines that belong together: a list's items, or the lines of a paragraph.
function blocks(lines) {
  const kind = (line) => (/^\s*[-*] /.test(line) ? "ul" : /^\s*\d+\. /.test(line) ? "ol" : QUOTE.test(line) ? "quote" : line.trim() ? "p" : "");
  const found = [];
  let last = "";
  for (const line of lines) {
    const now = kind(line);
    if (now && now === last) found.at(-1).push(line);
    else if (now) found.push([line]);
    last = now;
  }
  return found;
}

const drawn = (lines, words) => blocks(lines).map((each) => block(each, words)).join("");

// A backslash keeps the sign after it from being markup; meanwhile it stands beyond all letters that people write.
const KEPT = 0xe000;
const put = (text) => text.replace(/\\([\\`*_{}[\]<>()#+\-.!~|=])/g, (_, sign) => String.fromCharCode(KEPT + sign.charCodeAt(0)));
const back = (html) => html.replace(/[\ue020-\ue07e]/g, (sign) => escape(String.fromCharCode(sign.charCodeAt(0) - KEPT)));
const safely = (lines, draw) => back(draw(escape(put(lines.join("\n"))).split("\n")));

const linesOf = (text) => text.split(/\r\n|\r|\n/);
const codeBlock = (lines) => `<pre><code>${escape(lines.join("\n"))}</code></pre>`;

// Sets code between fences apart, as nothing in it is markup; a fence that is never closed goes on to the end.
function fenced(text, draw) {
  const html = [];
  let [plain, code, fence] = [[], [], ""];
  for (const line of linesOf(text)) {
    const mark = FENCE.exec(line)?.[1] ?? "";
    const closes = fence && mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark;
    if (closes) {
      html.push(codeBlock(code));
      [code, fence] = [[], ""];
    } else if (fence) code.push(line);
    else if (mark) {
      html.push(draw(plain));
      [plain, fence] = [[], mark];
    } else plain.push(line);
  }
  html.push(fence ? codeBlock(code) : draw(plain));
  return html.join("");
}

const ofMessage = (lines) => safely(lines, (escaped) => drawn(escaped, inlineOfMessage));
const ofExtended = (hasTables) => (lines) => safely(lines, (escaped) => extended(escaped, { words: inlineOfExtended, rest: drawn, hasTables }));

// Texts of Adaptive Cards, and of connector cards, which have all that messages can have but tables.
export const markdown = (text) => safely(linesOf(text), (escaped) => drawn(escaped, inlineOfCard));
export const cardMarkdown = (text) => fenced(text, ofExtended(false));

const TAGS = new Set(["b", "strong", "i", "em", "u", "s", "strike", "p", "ul", "ol", "li", "blockquote", "pre", "code"]);
const attribute = (written, name) => new RegExp(`\\s${name}=(&quot;|&#39;)(.*?)\\1`, "i").exec(written)?.[2] ?? "";

// One tag that was written, as itself when it is known; *isCard* tells whether headings and pictures are too.
function tagOf(written, { slash, name, rest, isCard }) {
  if (name === "br") return "<br>";
  if (name === "a" && slash) return "</a>";
  if (name === "a" && /^https?:\/\/[^\s]+$/.test(attribute(rest, "href"))) return link(attribute(rest, "href"), "").slice(0, -"</a>".length);
  if (isCard && name === "img" && !slash && /^https?:\/\/[^\s]+$/.test(attribute(rest, "src"))) return image(attribute(rest, "src"), attribute(rest, "alt"));
  if (isCard && name === "img" && slash) return "";
  if (isCard && /^h[1-3]$/.test(name)) return slash ? "</h4>" : `<h4 class="head-${name[1]}">`;
  return TAGS.has(name) && !rest.trim() ? `<${slash}${name}>` : written;
}

// Text with the tags that Teams knows, without what stands in them, and links to the web; the rest is shown as written.
function markup(text, isCard) {
  return escape(text).replace(MENTION, "@$1")
    .replace(/&lt;(\/?)([a-z]+[1-3]?)((?:\s(?:(?!&[lg]t;).)*)?)\/?&gt;/gis, (written, slash, name, rest) => tagOf(written, { slash, name: name.toLowerCase(), rest, isCard }));
}

// Texts of hero, thumbnail and receipt cards, which know tags and no Markdown.
export const cardHtml = (text) => `<div>${markup(text, true)}</div>`;

function tagged(text) {
  const shown = markup(text, false);
  return /<p>/i.test(shown) ? shown : `<p>${shown}</p>`;
}

function plain(text) {
  return `<p>${escape(text).replace(MENTION, "@$1").replace(/\r?\n/g, "<br>")}</p>`;
}

// The text of a message as people see it; where <at>Name</at> stands they see @Name.
export function messageHtml({ text, textFormat }) {
  const format = (textFormat ?? "").toLowerCase();
  if (format === "xml") return tagged(text);
  if (format === "extendedmarkdown") return fenced(text, ofExtended(true));
  return format === "markdown" ? fenced(text, ofMessage) : plain(text);
}
