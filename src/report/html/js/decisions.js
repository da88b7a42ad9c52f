/* What was decided, kept in this browser under the path and the text of each article, so that a changed text has none. */

const history = [];
let keeps = true;

const storeKey = (article) => `mtlint/1/${article.path}/${article.hash}`;

function stored(article) {
  try {
    return localStorage.getItem(storeKey(article));
  } catch {
    keeps = false;
    return null;
  }
}

function readDecisions(article) {
  try {
    return new Map(Object.entries(JSON.parse(stored(article)) || {}));
  } catch {
    return new Map();
  }
}

function keepDecisions(article) {
  try {
    if (article.decisions.size === 0) localStorage.removeItem(storeKey(article));
    else localStorage.setItem(storeKey(article), JSON.stringify(Object.fromEntries(article.decisions)));
  } catch {
    if (keeps) notice("This browser keeps nothing for this page: export the decisions before you close it.");
    keeps = false;
  }
}

const decisionOf = (article, finding) => article.decisions.get(finding.id);
const isDone = (article, item) => item.findings.every((f) => article.decisions.has(f.id));

/* A fix that can be accepted: its edits are in the article itself. */
const fixesOf = (article, finding) => finding.fixes.filter((fix) => fix.edits.every((e) => e.path === article.path));

/* The bytes that another wording would take the place of; what is missing is put where it should stand. */
function editable(finding) {
  if (!finding.at) return null;
  if (finding.at[0] === TARGET) return finding.at[2] >= 0 ? { span: finding.span, text: finding.text } : null;
  const gap = finding.related.find((r) => r.at && r.at[0] === TARGET && r.span[0] === r.span[1]);
  return gap ? { span: gap.span, text: " " } : null;
}

/* The findings that a decision is about: all of the conflict, in all articles, or one. */
function scope(item, single) {
  if (single) return [[state.article, [state.finding]]];
  const others = (item.group && index.groups[item.group]) || [];
  const out = [[state.article, item.findings]];
  for (const number of others) {
    if (number === state.article.number) continue;
    const article = load(number);
    out.push([article, article.findings.filter((f) => f.group === item.group)]);
  }
  return out;
}

/* Decides; `make` gives the decision on a finding, or nothing where it cannot be. Returns how many were decided. */
function decide(item, single, make) {
  const before = [];
  let count = 0;
  for (const [article, findings] of scope(item, single)) {
    for (const finding of findings) {
      const decision = make(article, finding);
      if (!decision) continue;
      before.push([article, finding, article.decisions.get(finding.id)]);
      article.decisions.set(finding.id, decision);
      count += 1;
    }
    keepDecisions(article);
  }
  if (count > 0) history.push({ item, finding: state.finding, article: state.article, before });
  return count;
}

function accept(item, single, nth) {
  const wanted = fixesOf(state.article, state.finding)[nth];
  return decide(item, single, (article, finding) => {
    const fixes = fixesOf(article, finding);
    // The finding's own number of a fix that says the same, else its first.
    const same = wanted ? fixes.findIndex((fix) => fix.shown === wanted.shown) : -1;
    const fix = fixes[same < 0 ? 0 : same];
    return fix && { is: "accept", fix: finding.fixes.indexOf(fix) };
  });
}

const rewrite = (item, single, text) => decide(item, single, (_, f) => editable(f) && { is: "edit", text });
const ignore = (item, single, reason) => decide(item, single, () => ({ is: "ignore", reason }));

/* Takes decisions on an item back. */
function reopen(item, single) {
  return decide(item, single, (article, finding) => {
    article.decisions.delete(finding.id);
    return null;
  });
}

/* Takes the last step back; gives what it was about. */
function undo() {
  const step = history.pop();
  if (!step) return null;
  for (const [article, finding, decision] of step.before) {
    if (decision) article.decisions.set(finding.id, decision);
    else article.decisions.delete(finding.id);
    keepDecisions(article);
  }
  return step;
}

/* What will stand in the article in place of a finding; nothing if that is not decided or lies elsewhere. */
function replacement(article, finding) {
  const decision = decisionOf(article, finding);
  if (!decision) return null;
  if (decision.is === "edit") return decision.text;
  const fix = decision.is === "accept" && finding.fixes[decision.fix];
  return fix && fix.own ? fix.shown : null;
}

const WORDS = { accept: "Accepted", edit: "Rewritten", ignore: "Ignored" };

/* How an item stands, in a word; nothing while it is open. */
function standing(article, item) {
  const done = item.findings.filter((f) => article.decisions.has(f.id));
  if (done.length === 0) return "";
  if (done.length < item.findings.length) return `${done.length} of ${item.findings.length} decided`;
  const kinds = new Set(done.map((f) => decisionOf(article, f).is));
  return kinds.size > 1 ? "Decided" : WORDS[[...kinds][0]];
}
