// The little markup that messages may have: bold, italic, links, lists and line breaks. Everything is escaped first.
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const QUOTE = /^&gt; ?/;

export function escape(text) {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]);
}

// What messages have beyond cards: code, strikethrough, quotes.
function inlineOfMessage(line) {
  const parts = line.split(/(`[^`]+`)/);
  return parts.map((part, at) => (at % 2 ? `<code>${part.slice(1, -1)}</code>` : inline(part.replace(/~~([^~]+)~~/g, "<s>$1</s>")))).join("");
}

function inline(line) {
  return line
    .replace(/&lt;at&gt;(.*?)&lt;\/at&gt;/g, "@$1")
    .replace(/\[([^\]]+)\]\((https?:\/\/[^\s)]+|mailto:[^\s)]+|tel:[^\s)]+)\)/g, '<a href="$2" target="_blank" rel="noopener noreferrer">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>")
    .replace(/(^|[\s(])_([^_]+)_(?=[\s).,!?:;]|$)/g, "$1<em>$2</em>")
    .replace(/(^|[\s(])\*([^*\s][^*]*)\*(?=[\s).,!?:;]|$)/g, "$1<em>$2</em>");
}

function list(lines, tag, { marker, words }) {
  const items = lines.map((line) => `<li>${words(line.replace(marker, ""))}</li>`).join("");
  return `<${tag}>${items}</${tag}>`;
}

function block(lines, words) {
  if (lines.every((line) => /^\s*[-*] /.test(line))) return list(lines, "ul", { marker: /^\s*[-*] /, words });
  if (lines.every((line) => /^\s*\d+\. /.test(line))) return list(lines, "ol", { marker: /^\s*\d+\. /, words });
  if (words !== inline && lines.every((line) => QUOTE.test(line))) {
    return `<blockquote>${lines.map((line) => words(line.replace(QUOTE, ""))).join("<br>")}</blockquote>`;
  }
  return `<p>${lines.map(words).join("<br>")}</p>`;
}

// Lines that belong together: a list's items, or the lines of a paragraph.
function blocks(text) {
  const kind = (line) => (/^\s*[-*] /.test(line) ? "ul" : /^\s*\d+\. /.test(line) ? "ol" : QUOTE.test(line) ? "quote" : line.trim() ? "p" : "");
  const found = [];
  let last = "";
  for (const line of text.split(/\r?\n/)) {
    const now = kind(line);
    if (now && now === last) found.at(-1).push(line);
    else if (now) found.push([line]);
    last = now;
  }
  return found;
}

// A backslash keeps the sign after it from being markup; meanwhile it stands beyond all letters that people write.
const KEPT = 0xe000;
const put = (text) => text.replace(/\\([\\`*_{}[\]<>()#+\-.!~|=])/g, (_, sign) => String.fromCharCode(KEPT + sign.charCodeAt(0)));
const back = (html) => html.replace(/[\ue020-\ue07e]/g, (sign) => escape(String.fromCharCode(sign.charCodeAt(0) - KEPT)));

const marked = (text, words) => back(blocks(escape(put(text))).map((lines) => block(lines, words)).join(""));

export const markdown = (text) => marked(text, inline);

// Text of the format xml: the tags that Teams knows, without what stands in them, and links to the web; the rest is shown as written.
function markup(text) {
  const shown = escape(text)
    .replace(/&lt;(\/?)(b|strong|i|em|u|s|strike|p|ul|ol|li|blockquote|pre|code)&gt;/gi, "<$1$2>")
    .replace(/&lt;br ?\/?&gt;/gi, "<br>")
    .replace(/&lt;a href=(?:&quot;|&#39;)(https?:\/\/[^\s]*?)(?:&quot;|&#39;)&gt;(.*?)&lt;\/a&gt;/gi, '<a href="$1" target="_blank" rel="noopener noreferrer">$2</a>')
    .replace(/&lt;at&gt;(.*?)&lt;\/at&gt;/g, "@$1");
  return /<p>/i.test(shown) ? shown : `<p>${shown}</p>`;
}

function plain(text) {
  return `<p>${escape(text).replace(/&lt;at&gt;(.*?)&lt;\/at&gt;/g, "@$1").replace(/\r?\n/g, "<br>")}</p>`;
}

// The text of a message as people see it; where <at>Name</at> stands they see @Name.
export function messageHtml({ text, textFormat }) {
  if (textFormat === "xml") return markup(text);
  return textFormat === "markdown" ? marked(text, inlineOfMessage) : plain(text);
}
