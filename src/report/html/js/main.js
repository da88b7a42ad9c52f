/* What happens: choosing, deciding, going from view to view. */

const narrow = () => matchMedia("(max-width: 899px)").matches;

function choose(item, finding, { scroll = true, speak = true } = {}) {
  const before = state.item;
  const old = touched(state.item, state.finding, state.spot);
  Object.assign(state, { item, finding, spot: null });
  if (before !== item) single = false;
  nth = 0;
  if (state.view !== "article" && item) goto("article");
  redraw([...old, ...touched(item, finding, null)]);
  markChosen(before);
  drawPanel();
  if (!finding) return;
  if (scroll) show(finding.at);
  else light(pairOf(state.article, finding.at), "lit");
  if (speak) say(`${finding.severity}, ${finding.message.replaceAll("`", "“")}, line ${finding.line}. ${standing(state.article, item)}`);
}

function close() {
  if (!state.item) return;
  const row = rows.get(state.item);
  choose(null, null);
  if (row && !narrow()) row.firstChild.focus({ preventScroll: true });
}

function step(by, wanted) {
  const item = neighbour(by, wanted);
  if (item) choose(item, firstOpen(item));
  else say(state.item ? "There is no other." : "No finding passes the filter.");
  return item;
}

function otherPlace(by) {
  if (!state.item) return;
  const all = state.item.findings;
  const at = (all.indexOf(state.finding) + by + all.length) % all.length;
  choose(state.item, all[at]);
}

/* A place that is no finding of its own. */
function jump(at) {
  const old = touched(null, null, state.spot);
  state.spot = at;
  redraw([...old, keyOf(at[0], at[1])]);
  show(at);
  const node = nodeOf(at);
  const spot = [...node.querySelectorAll(".spot")].pop();
  if (spot) spot.classList.add("flash");
}

/* Decides on what is chosen and goes on to the next that is open. */
function act(what, text) {
  const { item, article } = state;
  if (!item) return step(1);
  const alone = single && item.findings.length > 0;
  let count = 0;
  if (what === "accept") count = accept(item, alone, nth);
  else if (what === "ignore") count = ignore(item, alone, "");
  else if (what === "edit") count = rewrite(item, alone, text);
  else count = reopenItem(item, alone);
  if (count === 0) return say(what === "accept" ? "There is no suggestion here; press e to write one." : "Nothing to decide here.");
  afterDecision(item);
  const done = `${{ accept: "Accepted", ignore: "Ignored", edit: "Rewritten", reopen: "Open again" }[what]}${count > 1 ? `, ${count} places` : ""}.`;
  if (what === "reopen") return say(done);
  const next = alone && item.findings.find((f) => !decisionOf(article, f));
  if (next) choose(item, next, { speak: false });
  else if (!step(1, (other) => !isDone(article, other))) drawPanel();
  say(`${done} ${state.finding && state.item !== item ? `Next: ${state.finding.message.replaceAll("`", "“")}` : ""}`);
  return null;
}

function reopenItem(item, alone) {
  const before = scope(item, alone).flatMap(([article, list]) => list.map((f) => [article, f, article.decisions.get(f.id)])).filter(([, , d]) => d);
  reopen(item, alone);
  if (before.length > 0) history.push({ item, finding: state.finding, article: state.article, before });
  return before.length;
}

function afterDecision(item) {
  redraw(touched(item, state.finding, null));
  markRow(item);
  filterList();
  progress();
  drawPanel();
}

function takeBack() {
  const step = undo();
  if (!step) return say("There is nothing to take back.");
  if (step.article !== state.article) openArticle(step.article.number);
  choose(step.item, step.finding, { speak: false });
  afterDecision(step.item);
  say("Taken back.");
  return null;
}

function openArticle(number) {
  state.number = number;
  state.article = load(number);
  Object.assign(state, { item: null, finding: null, spot: null });
  const { article } = state;
  const entry = index.articles[number];
  $("where").textContent = article.path;
  $("chooser").value = String(number);
  $("figures").textContent = [`score ${entry.score}`, plural(entry.words, "word"), article.source ? `from ${article.source}` : "", article.encoding === "utf-8" ? "" : article.encoding].filter(Boolean).join(" · ");
  drawFilters();
  drawList();
  drawArticle(article);
  drawPanel();
  progress();
  if (state.view === "names") drawNames();
  $("article").scrollTop = 0;
  if (state.view !== "names") goto("article");
}

function goto(view) {
  if (view === "findings" && !narrow()) view = "article";
  state.view = view;
  document.body.dataset.view = view;
  for (const node of document.querySelectorAll("[data-goto]")) {
    const on = node.dataset.goto === view;
    if (on) node.setAttribute("aria-current", "page");
    else node.removeAttribute("aria-current");
  }
  $("names").hidden = view !== "names";
  $("summary").hidden = view !== "summary";
  if (view === "names") drawNames();
  if (view === "summary") drawSummary();
}

function turnTheme() {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const root = document.documentElement;
  const now = root.dataset.theme || (dark ? "dark" : "light");
  root.dataset.theme = now === "dark" ? "light" : "dark";
  try {
    localStorage.setItem("mtlint/theme", root.dataset.theme);
  } catch {
    keeps = false;
  }
}

/* In print the findings stand behind the article, as the filter has them. */
function fillPrint() {
  const line = (f) => {
    const decision = decisionOf(state.article, f);
    const next = replacement(state.article, f) ?? (f.fixes[0] || {}).shown;
    return el("li", {}, `line ${f.line}, ${f.severity}, ${f.rule}: `, message(f.message), next ? [" → ", el("bdi", {}, visible(next))] : "", decision ? ` (${WORDS[decision.is].toLowerCase()})` : "");
  };
  const items = state.article.items.filter(passes);
  $("printed").hidden = false;
  $("printed").replaceChildren(el("h2", {}, "Findings"), el("ol", {}, items.flatMap((item) => item.findings.map(line))));
}

function listen() {
  for (const node of document.querySelectorAll("[data-goto]")) node.addEventListener("click", () => goto(node.dataset.goto));
  $("chooser").addEventListener("change", () => openArticle(Number($("chooser").value)));
  $("export").addEventListener("click", exportDecisions);
  $("import").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", () => {
    if ($("file").files[0]) importDecisions($("file").files[0]);
    $("file").value = "";
  });
  $("forget").addEventListener("click", forget);
  $("theme").addEventListener("click", turnTheme);
  $("print").addEventListener("click", () => print());
  $("help").addEventListener("click", showKeys);
  $("menu").addEventListener("click", (event) => event.target.closest("button") && ($("menu").open = false));
  document.addEventListener("click", (event) => !event.target.closest("#menu") && ($("menu").open = false));
  addEventListener("beforeprint", fillPrint);
  addEventListener("afterprint", () => ($("printed").hidden = true));
  listenToArticle();
  listenToList();
  listenToKeys();
}

function begin() {
  try {
    const theme = localStorage.getItem("mtlint/theme");
    if (theme) document.documentElement.dataset.theme = theme;
  } catch {
    keeps = false;
  }
  state.filter.severities = new Set(index.show_info ? SEVERITIES : ["error", "warning"]);
  listen();
  if (index.articles.length === 0) {
    $("where").textContent = "No article was checked";
    $("main").replaceChildren(el("p", { class: "empty" }, ["No text was found to check.", ...index.errors].join(" ")));
    return;
  }
  if (index.articles.length > 1) {
    $("chooser").hidden = false;
    $("chooser").append(...index.articles.map((a, i) => el("option", { value: String(i) }, a.path)));
    document.querySelector("[data-goto=summary]").hidden = false;
    document.body.classList.add("many");
  }
  openArticle(0);
  goto(index.articles.length > 1 ? "summary" : "article");
  if (index.errors.length > 0) notice(`${plural(index.errors.length, "file")} could not be read or used: ${index.errors[0]}`);
}

begin();
