// The little markup that messages may have: bold, italic, links, lists and line breaks. Everything is escaped first.
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function escape(text) {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]);
}

function inline(line) {
  return line
    .replace(/\[([^\]]+)\]\((https?:\/\/[^\s)]+|mailto:[^\s)]+|tel:[^\s)]+)\)/g, '<a href="$2" target="_blank" rel="noopener noreferrer">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>")
    .replace(/(^|[\s(])_([^_]+)_(?=[\s).,!?:;]|$)/g, "$1<em>$2</em>")
    .replace(/(^|[\s(])\*([^*\s][^*]*)\*(?=[\s).,!?:;]|$)/g, "$1<em>$2</em>");
}

function list(lines, tag, marker) {
  const items = lines.map((line) => `<li>${inline(line.replace(marker, ""))}</li>`).join("");
  return `<${tag}>${items}</${tag}>`;
}

function block(lines) {
  if (lines.every((line) => /^\s*[-*] /.test(line))) return list(lines, "ul", /^\s*[-*] /);
  if (lines.every((line) => /^\s*\d+\. /.test(line))) return list(lines, "ol", /^\s*\d+\. /);
  return `<p>${lines.map(inline).join("<br>")}</p>`;
}

// Lines that belong together: a list's items, or the lines of a paragraph.
function blocks(text) {
  const kind = (line) => (/^\s*[-*] /.test(line) ? "ul" : /^\s*\d+\. /.test(line) ? "ol" : line.trim() ? "p" : "");
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

export function markdown(text) {
  return back(blocks(escape(put(text))).map(block).join(""));
}

export function plain(text) {
  return `<p>${escape(text).replace(/\r?\n/g, "<br>")}</p>`;
}
