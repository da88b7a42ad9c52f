/* Decisions as a file: written, read back, forgotten. `mtlint apply` puts the file into effect. */

const VERSION = 1;

/* All articles with decisions, in the order of the page. */
function decided() {
  const out = [];
  for (const [number, entry] of index.articles.entries()) {
    const known = loaded.get(number);
    const has = known ? known.decisions.size > 0 : stored(entry) !== null;
    if (has) out.push(load(number));
  }
  return out;
}

function exported() {
  const files = decided().map((article) => {
    const findings = article.findings.filter((f) => article.decisions.has(f.id));
    return { path: article.path, hash: article.hash, decisions: findings.map((f) => exportedDecision(article, f)) };
  });
  return { version: VERSION, tool: { name: "mtlint", version: index.version }, files };
}

function exportedDecision(article, finding) {
  const decision = decisionOf(article, finding);
  const out = { fingerprint: finding.id, rule: finding.entry && finding.entry.includes("/") ? finding.entry : finding.rule, line: finding.line, text: finding.text, decision: decision.is };
  if (decision.is === "accept") {
    out.edits = finding.fixes[decision.fix].edits.map(({ start, end, replacement }) => ({ start, end, replacement }));
  } else if (decision.is === "edit") {
    const [start, end] = editable(finding).span;
    Object.assign(out, { start, end, replacement: decision.text });
  } else {
    const [start, end] = finding.span;
    Object.assign(out, { side: finding.at && finding.at[0] === SOURCE ? "source" : "target", start, end });
    if (decision.reason) out.reason = decision.reason;
  }
  return out;
}

function exportDecisions() {
  const file = exported();
  const count = file.files.reduce((n, f) => n + f.decisions.length, 0);
  if (count === 0) return say("Nothing is decided yet."), notice("Nothing is decided yet: there is nothing to export.");
  const url = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1) + "\n"], { type: "application/json" }));
  const link = el("a", { href: url, download: "decisions.json" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  notice(`${plural(count, "decision")} exported. Put them into effect with: mtlint apply decisions.json`);
}

/* Reads a file of decisions; what belongs to no finding of this page is counted and left. */
async function importDecisions(file) {
  let read;
  try {
    read = JSON.parse(await file.text());
    if (read.version !== VERSION || !Array.isArray(read.files)) throw new Error("another version");
  } catch {
    return notice(`${file.name} is no file of decisions that this page can read.`);
  }
  let [taken, left] = [0, 0];
  for (const entry of read.files) {
    const number = index.articles.findIndex((a) => a.path === entry.path);
    if (number < 0) {
      left += entry.decisions.length;
      continue;
    }
    const article = load(number);
    const byId = new Map(article.findings.map((f) => [f.id, f]));
    for (const d of entry.decisions) {
      const finding = byId.get(d.fingerprint);
      const decision = finding && importedDecision(article, finding, d);
      if (decision) article.decisions.set(finding.id, decision);
      taken += decision ? 1 : 0;
      left += decision ? 0 : 1;
    }
    keepDecisions(article);
  }
  history.length = 0;
  openArticle(state.number);
  notice(`${plural(taken, "decision")} loaded${left > 0 ? `; ${left} are for places that this page does not have, and stay in the file` : ""}.`);
}

function importedDecision(article, finding, d) {
  if (d.decision === "ignore") return { is: "ignore", reason: d.reason || "" };
  if (d.decision === "edit") return editable(finding) && typeof d.replacement === "string" ? { is: "edit", text: d.replacement } : null;
  const wording = (edits) => edits.map((e) => e.replacement).join("\u0000");
  const same = fixesOf(article, finding).find((fix) => wording(fix.edits) === wording(d.edits || []));
  return d.decision === "accept" && same ? { is: "accept", fix: finding.fixes.indexOf(same) } : null;
}

function forget() {
  ask("Forget all decisions?", "What was decided on this page is wiped out of this browser. A file that was exported stays.", "Forget them", () => {
    for (const article of decided()) {
      article.decisions.clear();
      keepDecisions(article);
    }
    history.length = 0;
    openArticle(state.number);
    say("All decisions are forgotten.");
  });
}

function ask(title, text, yes, run) {
  const dialog = $("sure");
  dialog.replaceChildren(
    el("h2", { id: "sure-title" }, title),
    el("p", {}, text),
    el("div", { class: "actions" }, button("Cancel", { onclick: () => dialog.close() }), button(yes, { class: "primary", onclick: () => (dialog.close(), run()) })),
  );
  dialog.showModal();
}

let clearing = 0;

function notice(text) {
  const node = $("notice");
  node.textContent = text;
  node.hidden = false;
  clearTimeout(clearing);
  clearing = setTimeout(() => (node.hidden = true), 9000);
}
