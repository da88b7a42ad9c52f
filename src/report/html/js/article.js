/* The article: its rows, source beside translation, drawn some hundred at a time. */

const BATCH = 300;
let drawing = null;

function drawArticle(article) {
  const node = $("article");
  node.replaceChildren();
  node.classList.toggle("two", article.text[SOURCE].length > 0);
  drawing = { article, next: 0, rows: new Map(), nodes: new Map() };
  for (const [i, sides] of article.rows.entries()) {
    for (const side of [SOURCE, TARGET]) for (const segment of sides[side]) drawing.rows.set(keyOf(side, segment), i);
  }
  for (const finding of article.findings) finding.shown = passes(finding.item);
  drawRows(BATCH);
  const more = () => {
    if (!drawing || drawing.article !== article || drawing.next >= article.rows.length) return;
    drawRows(drawing.next + BATCH);
    setTimeout(more);
  };
  setTimeout(more);
  if (article.rows.length === 0) node.append(el("p", { class: "empty" }, "There is no text in this article."));
}

function drawRows(end) {
  const { article } = drawing;
  const list = document.createDocumentFragment();
  for (; drawing.next < Math.min(end, article.rows.length); drawing.next++) {
    list.append(row(article, article.rows[drawing.next]));
  }
  $("article").append(list);
}

function row(article, sides) {
  const cell = (side) =>
    el("div", { class: side === SOURCE ? "source" : "target" }, sides[side].map((number) => drawSegment(article, side, number)));
  const first = sides[TARGET].length > 0 ? [TARGET, sides[TARGET][0]] : [SOURCE, sides[SOURCE][0]];
  const [, role, line, unit] = article.text[first[0]][first[1]];
  const number = el("span", { class: "line", title: unit ? `unit ${unit}` : `line ${line}` }, unit ? shorten(unit, 8) : `${line}`);
  const node = el("div", { class: `row of-${role}` }, number);
  if (article.text[SOURCE].length > 0) {
    const source = cell(SOURCE);
    if (sides[SOURCE].length === 0) source.classList.add("none");
    node.append(source);
  }
  const target = cell(TARGET);
  if (sides[TARGET].length === 0) target.classList.add("none");
  node.append(target);
  return node;
}

function drawSegment(article, side, number) {
  const node = segment(article, side, number);
  drawing.nodes.set(keyOf(side, number), node);
  return node;
}

/* Draws segments again, after the choice, a decision or the filter changed what is over them. */
function redraw(keys) {
  if (!drawing) return;
  for (const key of new Set(keys)) {
    const old = drawing.nodes.get(key);
    if (!old) continue;
    const [side, number] = key.split(":").map(Number);
    old.replaceWith(drawSegment(drawing.article, side, number));
  }
}

function redrawAll() {
  const article = state.article;
  const changed = [];
  for (const finding of article.findings) {
    const shown = passes(finding.item) || finding.item === state.item;
    if (shown !== finding.shown && finding.at) changed.push(keyOf(finding.at[0], finding.at[1]));
    finding.shown = shown;
  }
  redraw(changed);
}

/* The segments that a choice is drawn over. */
function touched(item, finding, spot) {
  const keys = [];
  const add = (at) => at && keys.push(keyOf(at[0], at[1]));
  if (item) for (const f of item.findings) add(f.at);
  if (finding) for (const r of finding.related) add(r.at);
  add(spot);
  return keys;
}

/* The node of a segment, drawn if it is not yet. */
function nodeOf(at) {
  const key = keyOf(at[0], at[1]);
  const number = drawing.rows.get(key);
  if (number === undefined) return null;
  if (number >= drawing.next) drawRows(number + BATCH);
  return drawing.nodes.get(key);
}

/* Scrolls to a place and lights up its pair of sentences. */
function show(at) {
  if (!at || !drawing) return;
  const node = nodeOf(at);
  if (!node) return;
  const place = node.querySelector(".here, .point.chosen, .spot, .chosen") || node;
  const pane = $("article");
  const scroller = getComputedStyle(pane).overflowY === "auto" ? pane : document.scrollingElement;
  const box = place.getBoundingClientRect();
  const top = scroller === pane ? pane.getBoundingClientRect().top : 0;
  const height = scroller.clientHeight;
  // A sheet over the text leaves its upper part.
  const room = scroller === pane ? height : height * 0.45;
  if (box.top < top + 70 || box.bottom > top + room - 40) scroller.scrollTop += box.top - top - room * 0.35;
  light(pairOf(state.article, at), "lit");
}

function light(pair, name) {
  for (const node of $("article").querySelectorAll(`.${name}`)) node.classList.remove(name);
  if (pair === null || pair === undefined) return;
  for (const node of $("article").querySelectorAll(`.s[data-pair="${Number(pair)}"]`)) node.classList.add(name);
}

function listenToArticle() {
  const pane = $("article");
  pane.addEventListener("mouseover", (event) => {
    const sentence = event.target.closest(".s");
    light(sentence ? sentence.dataset.pair : null, "near");
  });
  pane.addEventListener("mouseleave", () => light(null, "near"));
  pane.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-f]");
    if (!mark || !getSelection().isCollapsed) return;
    const found = mark.dataset.f.split(" ").map((n) => state.article.findings[n]);
    // A second click on overlapping marks takes the next of them.
    const now = found.indexOf(state.finding);
    const finding = found[(now + 1) % found.length];
    choose(finding.item, finding, { scroll: false });
  });
}
