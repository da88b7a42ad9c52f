/* The data of the page: an index of all articles, and each article when it is opened. */

const index = JSON.parse($("index").textContent);
const loaded = new Map();
const SOURCE = 0;
const TARGET = 1;

const state = {
  view: "article",
  number: 0, // of the article
  article: null,
  item: null, // the chosen decision
  finding: null, // the place of it that is looked at
  spot: null, // a place that was jumped to and is no finding
  filter: { severities: new Set(), rule: "", status: "all", text: "" },
};

const keyOf = (side, segment) => `${side}:${segment}`;

/* An article with what is derived from its data; it is read once. */
function load(number) {
  if (loaded.has(number)) return loaded.get(number);
  const article = JSON.parse($(`data-${number}`).textContent);
  article.number = number;
  article.decisions = readDecisions(article);
  article.items = items(article);
  article.marks = marks(article);
  article.sentences = sentences(article);
  article.starts = starts(article.text[TARGET]);
  loaded.set(number, article);
  return article;
}

/* The findings of one conflict are one decision. */
function items(article) {
  const groups = new Map();
  const out = [];
  for (const [i, finding] of article.findings.entries()) {
    finding.number = i;
    const known = finding.group && groups.get(finding.group);
    if (known) {
      known.findings.push(finding);
      finding.item = known;
      if (SEVERITIES.indexOf(finding.severity) < SEVERITIES.indexOf(known.severity)) known.severity = finding.severity;
      continue;
    }
    const item = { number: out.length, findings: [finding], severity: finding.severity, group: finding.group };
    finding.item = item;
    if (finding.group) groups.set(finding.group, item);
    out.push(item);
  }
  for (const item of out) item.words = item.findings.map(searched).join("\n").toLowerCase();
  return out;
}

function searched(f) {
  return [f.text, f.message, f.rule, f.entry, f.help, ...f.fixes.map((fix) => fix.shown)].filter(Boolean).join("\n");
}

/* The findings in each segment, by place, each with the line under the text that it is drawn in. */
function marks(article) {
  const out = new Map();
  for (const finding of article.findings) {
    if (!finding.at) continue;
    const [side, segment, start, end] = finding.at;
    const key = keyOf(side, segment);
    if (!out.has(key)) out.set(key, []);
    const whole = start < 0;
    out.get(key).push({ start: whole ? 0 : start, end: whole ? 0 : end, finding, hidden: whole });
  }
  for (const list of out.values()) {
    list.sort((a, b) => a.start - b.start || b.end - a.end);
    const ends = [];
    for (const mark of list) {
      const free = ends.findIndex((end) => end <= mark.start);
      mark.lane = Math.min(free < 0 ? ends.length : free, 2);
      ends[mark.lane] = Math.max(ends[mark.lane] || 0, mark.end);
    }
  }
  return out;
}

/* The sentences of each segment with the number of the pair that they belong to. */
function sentences(article) {
  const out = new Map();
  for (const [number, sides] of article.beads.entries()) {
    for (const [side, list] of sides.entries()) {
      for (let i = 0; i < list.length; i += 3) {
        const key = keyOf(side, list[i]);
        if (!out.has(key)) out.set(key, []);
        out.get(key).push({ start: list[i + 1], end: list[i + 2], number });
      }
    }
  }
  for (const list of out.values()) list.sort((a, b) => a.start - b.start);
  return out;
}

/* How much of the article stands before each segment; the last is its length. */
function starts(passages) {
  const out = [0];
  for (const [text] of passages) out.push(out[out.length - 1] + text.length + 1);
  return out;
}

const textOf = (article, side, segment) => article.text[side][segment][0];

/* The pair of sentences that a place is in. */
function pairOf(article, at) {
  if (!at) return null;
  const list = article.sentences.get(keyOf(at[0], at[1])) || [];
  const found = list.find((s) => at[2] < s.end) || list[list.length - 1];
  return found ? found.number : null;
}

/* The items that pass the filter. */
function passes(item) {
  const f = state.filter;
  if (!f.severities.has(item.severity)) return false;
  if (f.rule && item.findings[0].rule !== f.rule) return false;
  if (f.status !== "all" && (f.status === "done") !== isDone(state.article, item)) return false;
  return !f.text || item.words.includes(f.text);
}
