/* A segment as runs of text: sentences that light up with their partners, and findings that may overlap. */

const TAGS = { title: "h2", heading: "h3", code: "pre" };

function segment(article, side, number) {
  const [text, role, , , lang] = article.text[side][number];
  const node = el(side === TARGET ? TAGS[role] || "p" : "p", {
    class: `seg ${role}`,
    lang: lang || article.langs[side],
    dir: "auto",
    "data-key": keyOf(side, number),
  });
  node.append(...runs(article, side, number, text));
  return node;
}

/* What is drawn over a segment: findings that pass the filter, and the place that was jumped to. */
function drawn(article, side, number) {
  const list = (article.marks.get(keyOf(side, number)) || []).filter((m) => m.finding.shown);
  const spots = state.article === article ? spotsIn(side, number) : [];
  return [...list, ...spots];
}

function spotsIn(side, number) {
  const out = [];
  const add = (at) => {
    if (at && at[0] === side && at[1] === number && at[2] >= 0) out.push({ start: at[2], end: at[3], spot: true });
  };
  if (state.finding) for (const related of state.finding.related) add(related.at);
  add(state.spot);
  return out;
}

function runs(article, side, number, text) {
  const marks = drawn(article, side, number);
  const pairs = article.sentences.get(keyOf(side, number)) || [];
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...marks, ...pairs]) cuts.add(Math.min(start, text.length)).add(Math.min(end, text.length));
  const at = [...cuts].sort((a, b) => a - b);
  const waiting = marks.filter((m) => m.end > m.start).sort((a, b) => a.start - b.start);
  const points = marks.filter((m) => m.end <= m.start);
  const out = [];
  let open = [];
  let next = 0;
  let pair = 0;
  let sentence = null;
  for (const [i, start] of at.entries()) {
    for (const point of points) if (point.start === start) (sentence || out).push(pointAt(article, point));
    const end = at[i + 1];
    if (end === undefined) break;
    open = open.filter((m) => m.end > start);
    while (next < waiting.length && waiting[next].start <= start) open.push(waiting[next++]);
    while (pair < pairs.length && pairs[pair].end <= start) pair += 1;
    const inside = pair < pairs.length && pairs[pair].start <= start ? pairs[pair] : null;
    if (!inside) sentence = null;
    else if (!sentence || sentence.number !== inside.number) {
      sentence = [];
      sentence.number = inside.number;
      out.push(sentence);
    }
    (sentence || out).push(...run(article, text.slice(start, end), open, start, end));
  }
  return out.map((part) => (Array.isArray(part) ? el("span", { class: "s", "data-pair": part.number }, part) : part));
}

/* A run of text under the findings that cover it. */
function run(article, text, covering, start, end) {
  const found = covering.filter((m) => m.finding);
  const shown = visible(text);
  if (covering.length === 0) return shown;
  const classes = ["m"];
  if (covering.some((m) => m.spot)) classes.push("spot");
  if (found.length === 0) return [el("mark", { class: classes.join(" ") }, shown)];
  const worst = found.map((m) => m.finding).sort(bySeverity)[0];
  classes.push(worst.severity, `n${1 + Math.max(...found.map((m) => m.lane))}`);
  for (const m of found) {
    classes.push(`l${m.lane}-${decisionOf(article, m.finding) ? "done" : m.finding.severity}`);
    if (state.item && m.finding.item === state.item) classes.push("chosen");
    if (m.finding !== state.finding) continue;
    classes.push("here");
    if (m.start === start) classes.push("begin");
    if (m.end === end) classes.push("end");
  }
  const inserted = found.map((m) => [m, replacement(article, m.finding)]).filter(([, text]) => text !== null);
  if (inserted.length > 0) classes.push("gone");
  else if (found.every((m) => decisionOf(article, m.finding))) classes.push("let");
  const numbers = found.map((m) => m.finding.number).join(" ");
  const out = [el("mark", { class: [...new Set(classes)].join(" "), "data-f": numbers }, shown)];
  for (const [m, text] of inserted) {
    if (m.end === end && text) out.push(el("ins", { class: "new", "data-f": m.finding.number }, visible(text)));
  }
  return out;
}

const bySeverity = (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);

/* What is missing has no text: a caret stands where it should be. */
function pointAt(article, mark) {
  if (mark.spot) return el("span", { class: "point spot", "aria-hidden": "true" });
  const finding = mark.finding;
  const text = replacement(article, finding);
  const classes = ["point", decisionOf(article, finding) ? "let" : finding.severity];
  if (mark.hidden) classes.push("markup");
  if (state.item && finding.item === state.item) classes.push("chosen");
  const point = el("span", { class: classes.join(" "), "data-f": finding.number, "aria-hidden": "true" });
  return text ? el("ins", { class: "new", "data-f": finding.number }, point, visible(text)) : point;
}
