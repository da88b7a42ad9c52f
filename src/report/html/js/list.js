/* The list of findings, each conflict once, with its filters. */

let rows = new Map(); // item -> its row

function drawList() {
  const list = document.createDocumentFragment();
  rows = new Map();
  for (const item of state.article.items) {
    const row = listRow(item);
    rows.set(item, row);
    list.append(row);
  }
  $("list").replaceChildren(list);
  filterList();
}

function listRow(item) {
  const first = item.findings[0];
  const fix = first.fixes[0];
  const what = el("span", { class: "what" });
  if (fix && fix.own && fix.shown && first.text) what.append(el("bdi", {}, visible(shorten(first.text, 60))), " → ", el("bdi", {}, visible(shorten(fix.shown, 60))));
  else what.append(el("bdi", {}, context(state.article, first.at, first.text, 14)));
  const count = item.findings.length > 1 ? el("span", { class: "times" }, `×${item.findings.length}`) : null;
  const about = el("span", { class: "about" }, `${first.rule} · ${first.unit ? `unit ${shorten(first.unit, 12)}` : `line ${first.line}`}`);
  const choice = button("", { tabindex: "-1", onclick: () => choose(item, firstOpen(item)) }, sign(item.severity));
  choice.append(el("span", { class: "quiet" }, item.severity), el("span", { class: "both" }, what, about), count || "", el("span", { class: "standing" }));
  return el("li", { class: "item" }, choice);
}

/* The place of an item to look at first. */
const firstOpen = (item) => item.findings.find((f) => !decisionOf(state.article, f)) || item.findings[0];

function markRow(item) {
  const row = rows.get(item);
  if (!row) return;
  const word = standing(state.article, item);
  row.classList.toggle("done", isDone(state.article, item));
  row.querySelector(".standing").textContent = word;
}

/* Shows the rows that pass, and counts. */
function filterList() {
  let shown = 0;
  for (const [item, row] of rows) {
    markRow(item);
    const pass = passes(item) || item === state.item;
    row.hidden = !pass;
    if (pass) shown += 1;
  }
  const all = state.article.items.length;
  $("count").textContent =
    all === 0 ? "Nothing was found in this article." : shown === all ? plural(all, "decision") : `${shown} of ${plural(all, "decision")}`;
  const own = state.item && !rows.get(state.item).hidden ? state.item : [...rows].find(([, row]) => !row.hidden)?.[0];
  for (const [item, row] of rows) row.firstChild.tabIndex = item === own ? 0 : -1;
}

function markChosen(before) {
  for (const [item, chosen] of [[before, false], [state.item, true]]) {
    const row = item && rows.get(item);
    if (!row) continue;
    row.classList.toggle("chosen", chosen);
    const button = row.firstChild;
    if (chosen) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    button.tabIndex = chosen ? 0 : -1;
    if (chosen) {
      const list = $("list").getBoundingClientRect();
      const box = row.getBoundingClientRect();
      if (box.top < list.top || box.bottom > list.bottom) $("list").scrollTop += box.top - list.top - list.height / 3;
    }
  }
}

/* The item `step` further that passes the filter; from the end to the beginning again. */
function neighbour(step, wanted = () => true) {
  const items = state.article.items;
  const from = state.item ? state.item.number : step > 0 ? -1 : items.length;
  for (let i = 1; i <= items.length; i++) {
    const item = items[(from + step * i + items.length * (i + 1)) % items.length];
    if (item !== state.item && passes(item) && wanted(item)) return item;
  }
  return null;
}

function drawFilters() {
  const counts = { error: 0, warning: 0, info: 0 };
  const rules = new Map();
  for (const item of state.article.items) {
    counts[item.severity] += 1;
    const rule = item.findings[0].rule;
    rules.set(rule, (rules.get(rule) || 0) + 1);
  }
  $("severities").replaceChildren(
    ...SEVERITIES.map((severity) => {
      const on = state.filter.severities.has(severity);
      const chip = button(sign(severity), { class: "chip", "aria-pressed": String(on), onclick: () => toggleSeverity(severity) });
      chip.append(` ${severity} ${counts[severity]}`);
      return chip;
    }),
  );
  if (!rules.has(state.filter.rule)) state.filter.rule = "";
  const option = ([rule, n]) => el("option", { value: rule, selected: rule === state.filter.rule }, `${rule} (${n})`);
  const sorted = [...rules].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  $("rule").replaceChildren(el("option", { value: "" }, "All rules"), ...sorted.map(option));
}

function toggleSeverity(severity) {
  const on = state.filter.severities;
  if (!on.delete(severity)) on.add(severity);
  const at = SEVERITIES.indexOf(severity);
  $("severities").children[at].setAttribute("aria-pressed", String(on.has(severity)));
  refilter();
}

function refilter() {
  filterList();
  redrawAll();
  say($("count").textContent);
}

function listenToList() {
  const filter = state.filter;
  $("filter").addEventListener("input", debounce(120, () => {
    filter.text = $("filter").value.trim().toLowerCase();
    refilter();
  }));
  $("rule").addEventListener("change", () => ((filter.rule = $("rule").value), refilter()));
  $("status").addEventListener("change", () => ((filter.status = $("status").value), refilter()));
  $("list").addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const item = neighbour(step);
    if (!item) return;
    choose(item, firstOpen(item));
    rows.get(item).firstChild.focus({ preventScroll: true });
  });
}

function progress() {
  const items = state.article.items;
  const done = items.filter((item) => isDone(state.article, item)).length;
  $("progress-text").textContent = items.length > 0 ? `${done} of ${items.length} decided` : "";
  $("progress").max = Math.max(items.length, 1);
  $("progress").value = done;
}
