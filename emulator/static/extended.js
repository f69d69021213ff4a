// What extended Markdown has beyond Markdown: tables, headings, task lists and lines across.
const RULE = /^ {0,3}([-*_])( *\1){2,} *$/;
const HEADING = /^ {0,3}(#{1,6}) +(.*?)(?: +#+)? *$/;
const DELIMITER = /^ {0,3}\|? *:?-+:? *(\| *:?-+:? *)*\|? *$/;
const DEEPEST = 3;

const cells = (row) => row.trim().replace(/^\||\|$/g, "").split("|").map((cell) => cell.trim());
const sideOf = (mark) => (/^:-+:$/.test(mark) ? "center" : /-:$/.test(mark) ? "right" : "left");

function table([head, marks, ...rows], words) {
  const sides = cells(marks).map(sideOf);
  const row = (line, [open, close]) => {
    const found = cells(line);
    return `<tr>${sides.map((side, at) => `<${open} class="is-${side}">${words(found[at] ?? "")}</${close}>`).join("")}</tr>`;
  };
  const body = rows.map((line) => row(line, ["td", "td"])).join("");
  return `<div class="table-frame"><table><thead>${row(head, ['th scope="col"', "th"])}</thead><tbody>${body}</tbody></table></div>`;
}

// How many lines the table that begins here has; 0 where none does.
function tableLength(lines, at) {
  const isTable = lines[at].includes("|") && DELIMITER.test(lines[at + 1] ?? "") && cells(lines[at]).length === cells(lines[at + 1]).length;
  if (!isTable) return 0;
  const end = lines.findIndex((line, place) => place > at + 1 && !line.includes("|"));
  return (end < 0 ? lines.length : end) - at;
}

// Below the headings of the page: a message stands under that of its chat.
function heading(line, words) {
  const [, marks, said] = HEADING.exec(line);
  const level = Math.min(marks.length, DEEPEST);
  return `<h${level + 2} class="head-${level}">${words(said)}</h${level + 2}>`;
}

function special(lines, at, { words, hasTables }) {
  const length = hasTables ? tableLength(lines, at) : 0;
  if (length) return { length, html: table(lines.slice(at, at + length), words) };
  if (HEADING.test(lines[at])) return { length: 1, html: heading(lines[at], words) };
  return RULE.test(lines[at]) ? { length: 1, html: "<hr>" } : null;
}

const task = (line) => line.replace(/^(\s*[-*] )\[([ xX])\] /, (_, mark, done) => `${mark}${done === " " ? "☐" : "☑"} `);

// Lines of escaped text as HTML; *rest* draws those that are nothing special, *words* what stands in a line.
export function extended(lines, how) {
  const html = [];
  let plain = [];
  const settle = () => {
    if (plain.length) html.push(how.rest(plain.map(task), how.words));
    plain = [];
  };
  for (let at = 0; at < lines.length;) {
    const found = special(lines, at, how);
    if (found) {
      settle();
      html.push(found.html);
    } else plain.push(lines[at]);
    at += found?.length ?? 1;
  }
  settle();
  return html.join("");
}
