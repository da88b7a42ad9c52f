/* Every name and term with its renderings, and where in the article each of them stands. */

const STEP = 150;
const naming = { text: "", kind: "all", several: false, most: STEP };

function drawNames() {
  const view = $("names");
  const controls = el(
    "div",
    { class: "controls" },
    el("input", { type: "search", placeholder: "Filter names", "aria-label": "Filter names and terms", autocomplete: "off", value: naming.text, oninput: debounce(120, () => refreshNames({ text: view.querySelector("input").value.trim().toLowerCase() })) }),
    el("select", { "aria-label": "Kind", onchange: (event) => refreshNames({ kind: event.target.value }) },
      [["all", "Names and terms"], ["name", "Names"], ["term", "Terms"]].map(([value, label]) => el("option", { value, selected: value === naming.kind }, label))),
    el("label", {}, el("input", { type: "checkbox", checked: naming.several, onchange: (event) => refreshNames({ several: event.target.checked }) }), " in several renderings only"),
  );
  const note = el("p", { class: "note" }, "Each bar runs from the beginning of the article to its end; a stroke is a mention. Several bars under one name are several renderings.");
  view.replaceChildren(el("h2", {}, "Names and terms"), note, controls, el("p", { class: "count", id: "names-count" }), el("div", { id: "names-list" }));
  listNames();
}

function refreshNames(change) {
  Object.assign(naming, { most: STEP }, change);
  listNames();
  say($("names-count").textContent);
}

function listNames() {
  const { article } = state;
  const fits = (entry) =>
    (naming.kind === "all" || entry.term === (naming.kind === "term")) &&
    (!naming.several || entry.renderings.length > 1) &&
    (!naming.text || [entry.source || "", ...entry.renderings.map(([text]) => text)].join("\n").toLowerCase().includes(naming.text));
  const found = article.names.filter(fits);
  const several = found.filter((entry) => entry.renderings.length > 1).length;
  $("names-count").textContent = found.length === 0 ? "No name or term fits." : `${plural(found.length, "name or term", "names and terms")}, ${several} in several renderings`;
  const list = found.slice(0, naming.most).map((entry) => nameEntry(article, entry));
  if (found.length > naming.most) list.push(button(`Show ${Math.min(STEP, found.length - naming.most)} more`, { onclick: () => ((naming.most += STEP), listNames()) }));
  $("names-list").replaceChildren(...list);
}

function nameEntry(article, entry) {
  const count = entry.renderings.reduce((n, [, places]) => n + places.length / 3, 0);
  const [first] = entry.renderings;
  const title = entry.source ? el("span", { lang: article.langs[SOURCE] }, entry.source) : el("span", { lang: article.langs[TARGET] }, first[0]);
  const what = el("p", { class: "kind" }, `${entry.term ? "term" : "name"}, ${plural(count, "mention")}`);
  const lanes = entry.renderings.map((rendering, i) => lane(article, rendering, i, entry.renderings.length));
  return el("section", { class: entry.renderings.length > 1 ? "name several" : "name" }, el("div", { class: "head" }, el("h3", { dir: "auto" }, title), what), el("div", { class: "lanes" }, lanes));
}

function lane(article, [text, flat], number, of) {
  const places = [];
  for (let i = 0; i < flat.length; i += 3) places.push([TARGET, flat[i], flat[i + 1], flat[i + 2]]);
  let next = 0;
  const go = () => {
    const at = places[next % places.length];
    next += 1;
    jumpFromNames(at, text);
  };
  const length = article.starts[article.starts.length - 1] || 1;
  const parts = places.map((at) => ((article.starts[at[1]] + at[2]) / length) * 100);
  const times = plural(places.length, "time");
  const label = button(el("bdi", {}, visible(text)), { class: "rendering", title: "Go to the next mention", onclick: go, lang: article.langs[TARGET] });
  const strip = drawStrip(parts, of > 1 ? number % 6 : 6);
  strip.setAttribute("aria-label", `${text}: ${times}, at ${parts.slice(0, 8).map((p) => `${Math.round(p)} %`).join(", ")}${parts.length > 8 ? " and on" : ""} of the article`);
  strip.addEventListener("click", (event) => {
    const box = strip.getBoundingClientRect();
    const wanted = ((event.clientX - box.left) / box.width) * 100;
    const nearest = parts.reduce((best, part, i) => (Math.abs(part - wanted) < Math.abs(parts[best] - wanted) ? i : best), 0);
    jumpFromNames(places[nearest], text);
  });
  return el("div", { class: "lane" }, label, el("span", { class: "times" }, `${places.length}×`), strip);
}

const SVG = "http://www.w3.org/2000/svg";

/* A bar with a stroke at each part of a hundred. */
function drawStrip(parts, colour) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `strip c${colour}`);
  svg.setAttribute("role", "img");
  for (const part of parts) {
    const rect = document.createElementNS(SVG, "rect");
    rect.setAttribute("x", `${(part * 0.992).toFixed(2)}%`);
    rect.setAttribute("width", "3");
    rect.setAttribute("height", "100%");
    svg.append(rect);
  }
  return svg;
}

function jumpFromNames(at, text) {
  goto("article");
  jump(at);
  say(`${text}, line ${state.article.text[at[0]][at[1]][2]}`);
}
