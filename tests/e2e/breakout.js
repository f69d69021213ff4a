// Puts texts together of what could break out of markup, and returns what came of it that is no known tag, attribute or address.
async () => {
  const { cardHtml, cardMarkdown, markdown, messageHtml } = await import("/static/markup.js");
  const bits = ["<", ">", '"', "'", "&quot;", "|", "|-|", "\n", "`", "```", "~~", "**", "_", "\\", "[", "](https://a.b/", ")",
    "![", "![x](https://c.d)", "<a href='https://e.f'>", "<a href=", "<img src='https://g.h' alt='", "'>", "javascript:alert`1`",
    " onerror=alert`1` ", "<script>", "<b>", "</b>", "<h1>", "<at>", "</at>", "# ", "- [ ] ", "> ", " ", "\ue022", "/"];
  const known = ["![[a](https://a.b) ](https://c/ onerror=x)", "![[a](https://a.b) ](https://c/onerror=x)", "![a](https://a.b/![b](https://c.d))",
    "<a href='https://a.b/<img src='https://c.d' alt='x'>'>y</a>", "<img src='https://a.b' alt='<a href='https://c/onerror=alert`1`'>'>", "|`|<b>|\n|-|-|\n|`|x|"];
  const tags = new Set("A B STRONG I EM U S STRIKE P UL OL LI BLOCKQUOTE PRE CODE BR IMG H3 H4 H5 HR DIV TABLE THEAD TBODY TR TH TD".split(" "));
  const names = new Set(["href", "src", "alt", "class", "target", "rel", "loading", "scope"]);
  const ways = [cardHtml, cardMarkdown, markdown, ...["xml", "markdown", "extendedmarkdown", "plain"].map((textFormat) => (text) => messageHtml({ text, textFormat }))];
  let seed = 7;
  const next = (most) => { seed = (seed * 48271) % 2147483647; return seed % most; };
  const found = [];
  const made = Array.from({ length: 1000 }, () => Array.from({ length: 3 + next(14) }, () => bits[next(bits.length)]).join(""));
  for (const text of [...known, ...made]) {
    for (const way of ways) {
      const page = new DOMParser().parseFromString(way(text), "text/html");
      for (const element of page.body.querySelectorAll("*")) {
        const wrong = [...element.attributes].filter(({ name, value }) => !names.has(name) || (/^(href|src)$/.test(name) && !/^(https?:|mailto:|tel:)/.test(value)));
        if (!tags.has(element.tagName) || wrong.length) found.push(`${JSON.stringify(text)} ${element.outerHTML}`);
      }
    }
  }
  return found.slice(0, 3);
}
