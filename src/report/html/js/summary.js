/* All articles: what each rule found in each of them, the worst first. */

let sorting = "score";
let summaryText = "";

function drawSummary() {
  const view = $("summary");
  const search = el("input", { type: "search", placeholder: "Filter by path", "aria-label": "Filter articles by path", autocomplete: "off", value: summaryText });
  search.addEventListener("input", debounce(120, () => ((summaryText = search.value.trim().toLowerCase()), drawTable())));
  const sort = el("select", { "aria-label": "Order", onchange: (event) => ((sorting = event.target.value), drawTable()) },
    [["score", "Worst first"], ["findings", "Most findings first"], ["path", "By path"]].map(([value, label]) => el("option", { value, selected: value === sorting }, label)));
  const all = index.articles.reduce((n, a) => n + a.severities.reduce((x, y) => x + y, 0), 0);
  const figures = el("p", { class: "note" }, `${plural(index.articles.length, "article")}, ${plural(all, "finding")}, score ${index.score} of 100. The darker a cell, the more of its rule was found.`);
  const faults = index.errors.length > 0 ? el("div", { class: "faults" }, el("h3", {}, "Could not be read"), el("ul", {}, index.errors.map((e) => el("li", {}, e)))) : "";
  view.replaceChildren(el("h2", {}, "All articles"), figures, faults, el("div", { class: "controls" }, search, sort), el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Articles by rules", id: "table" }));
  drawTable();
}

const total = (article) => article.severities.reduce((a, b) => a + b, 0);

const ORDERS = {
  score: (a, b) => a.score - b.score || total(b) - total(a),
  findings: (a, b) => total(b) - total(a),
  path: () => 0,
};

function drawTable() {
  const counts = new Map();
  for (const article of index.articles) for (const [rule, n] of Object.entries(article.rules)) counts.set(rule, (counts.get(rule) || 0) + n);
  const rules = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([rule]) => rule);
  const most = Math.max(1, ...index.articles.flatMap((a) => Object.values(a.rules)));
  const numbered = index.articles.map((article, number) => ({ ...article, number }));
  const shown = numbered.filter((a) => a.path.toLowerCase().includes(summaryText)).sort((a, b) => ORDERS[sorting](a, b) || (a.path < b.path ? -1 : 1));
  const head = el("tr", {}, el("th", { scope: "col", class: "path" }, "Article"), el("th", { scope: "col" }, "Score"), el("th", { scope: "col" }, "Found"),
    rules.map((rule) => el("th", { scope: "col", class: "rule", title: (index.rules[rule] || {}).summary }, el("span", {}, rule))));
  const body = shown.map((a) => articleRow(a, rules, most));
  const empty = shown.length === 0 ? el("tr", {}, el("td", { colspan: String(3 + rules.length) }, "No article fits.")) : "";
  $("table").replaceChildren(el("table", { class: "heat" }, el("caption", { class: "quiet" }, "Findings in each article, by rule"), el("thead", {}, head), el("tbody", {}, body, empty)));
}

function articleRow(article, rules, most) {
  const cell = (rule) => {
    const n = article.rules[rule] || 0;
    if (n === 0) return el("td", { class: "h0" }, el("span", { class: "quiet" }, "0"));
    const heat = Math.min(5, 1 + Math.floor((4.99 * Math.log1p(n - 1)) / Math.log1p(Math.max(most - 1, 1))));
    const go = () => {
      state.filter.rule = rule;
      openArticle(article.number);
    };
    return el("td", { class: `h${heat}` }, button(String(n), { "aria-label": `${n} ${rule} in ${article.path}`, title: rule, onclick: go }));
  };
  const open = button(el("bdi", {}, article.path.split(/(?<=\/)/).flatMap((part, i) => (i > 0 ? [el("wbr"), part] : [part]))), { class: "link", onclick: () => ((state.filter.rule = ""), openArticle(article.number)) });
  return el("tr", {}, el("th", { scope: "row", class: "path" }, open), el("td", { class: "score" }, article.score.toFixed(1)), el("td", { class: "score" }, String(total(article))), rules.map(cell));
}
