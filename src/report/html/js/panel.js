/* The chosen finding: what is wrong, what to do, where, why; and the decision. */

let single = false; // whether only this place of a conflict is decided
let nth = 0; // which of several fixes is meant

function drawPanel(editing) {
  const { item, finding, article } = state;
  const panel = $("panel");
  document.body.classList.toggle("choosing", !!finding);
  if (!finding) {
    const words = article.items.length > 0 ? ["Choose a finding, or press ", el("kbd", {}, "j"), " for the first."] : ["Nothing was found in this article."];
    panel.replaceChildren(el("p", { class: "empty" }, words));
    return;
  }
  const top = panel.scrollTop;
  const same = panel.dataset.finding === finding.id;
  panel.dataset.finding = finding.id;
  panel.replaceChildren(
    heading(item, finding),
    el("p", { class: "message", dir: "auto" }, message(finding.message)),
    ...(editing ? editor(item, finding) : [change(article, finding), ...actions(item, finding)]),
    finding.help ? el("div", { class: "help" }, el("h3", {}, "What to do"), el("p", { dir: "auto" }, message(finding.help))) : "",
    places(item, finding),
    about(finding),
  );
  panel.scrollTop = same ? top : 0;
}

function heading(item, finding) {
  const where = finding.unit ? `unit ${finding.unit}` : `line ${finding.line}, column ${finding.column}`;
  const times = item.findings.length > 1 ? ` · place ${item.findings.indexOf(finding) + 1} of ${item.findings.length}` : "";
  return el(
    "header",
    {},
    el("h2", {}, sign(finding.severity), ` ${finding.severity} `, el("code", {}, finding.rule)),
    el("p", { class: "at" }, where + times),
    el("div", { class: "steps" },
      button("‹", { "aria-label": "Previous finding", title: "Previous (k)", onclick: () => step(-1) }),
      button("›", { "aria-label": "Next finding", title: "Next (j)", onclick: () => step(1) }),
      button("×", { "aria-label": "Close", title: "Close (Esc)", onclick: close })),
  );
}

/* What stands there and what will. */
function change(article, finding) {
  const decision = decisionOf(article, finding);
  const decided = replacement(article, finding);
  const fixes = fixesOf(article, finding);
  const fix = decision && decision.is === "accept" ? finding.fixes[decision.fix] : fixes[nth] || fixes[0];
  const next = decided !== null ? decided : fix && fix.own ? fix.shown : null;
  const out = el("div", { class: "change" });
  if (finding.text) out.append(el("p", { class: "old", dir: "auto" }, el("span", { class: "quiet" }, finding.at && finding.at[0] === SOURCE ? "Source: " : "Now: "), visible(finding.text)));
  if (next !== null) {
    const text = next === "" ? el("i", {}, "taken out") : el("bdi", {}, visible(next));
    out.append(el("p", { class: "next", dir: "auto" }, el("span", { class: "quiet" }, "Then: "), text));
  } else if (fix) out.append(el("p", { class: "next" }, `${plural(fix.edits.length, "edit")} elsewhere in the article`));
  return out;
}

function actions(item, finding) {
  const { article } = state;
  const fixes = fixesOf(article, finding);
  const decision = decisionOf(article, finding);
  const press = (kind) => String(!!decision && decision.is === kind);
  const out = [];
  if (fixes.length > 1) {
    const choice = (fix, i) =>
      el("label", {}, el("input", { type: "radio", name: "fix", checked: i === nth, onchange: () => ((nth = i), drawPanel()) }), " ", el("bdi", {}, visible(fix.shown || "(taken out)")));
    out.push(el("fieldset", { class: "fixes" }, el("legend", {}, "Suggested"), fixes.map(choice)));
  }
  const bar = el(
    "div",
    { class: "actions" },
    fixes.length > 0 ? button("Accept ", { class: "primary", "aria-pressed": press("accept"), onclick: () => act("accept") }, el("kbd", {}, "a")) : null,
    editable(finding) ? button("Edit ", { "aria-pressed": press("edit"), onclick: () => drawPanelEditing() }, el("kbd", {}, "e")) : null,
    button("Ignore ", { "aria-pressed": press("ignore"), onclick: () => act("ignore") }, el("kbd", {}, "i")),
    decision ? button("Reopen", { onclick: () => act("reopen") }) : null,
  );
  out.push(bar);
  const wide = item.group && index.groups[item.group] ? scope(item, false).reduce((n, [, list]) => n + list.length, 0) : item.findings.length;
  if (wide > 1) {
    const box = el("input", { type: "checkbox", checked: single, onchange: (event) => (single = event.target.checked) });
    const more = wide > item.findings.length ? ` in ${plural(index.groups[item.group].length, "article")}` : "";
    out.push(el("p", { class: "scope" }, `A decision holds for all ${wide} places${more}. `, el("label", {}, box, " this place alone")));
  }
  if (decision && decision.is === "ignore") {
    const input = el("input", { type: "text", value: decision.reason || "", placeholder: "why it is right as it is", onchange: (event) => giveReason(item, event.target.value) });
    out.push(el("label", { class: "reason" }, "Reason ", input));
  }
  return out;
}

function giveReason(item, reason) {
  const words = reason.replace(/\s+/g, " ").trim();
  decide(item, single, (article, f) => (decisionOf(article, f) || {}).is === "ignore" && { is: "ignore", reason: words });
  say("The reason is kept.");
}

function editor(item, finding) {
  const decision = decisionOf(state.article, finding);
  const fix = fixesOf(state.article, finding)[nth];
  const begin = decision && decision.is === "edit" ? decision.text : fix && fix.own ? fix.shown : editable(finding).text;
  const field = el("textarea", { id: "wording", rows: "3", dir: "auto", spellcheck: "true", lang: state.article.langs[TARGET] });
  field.value = begin;
  const save = () => act("edit", field.value);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      save();
    }
  });
  const label = finding.text && finding.at[0] === TARGET ? ["Write instead of ", el("bdi", { class: "cited" }, visible(shorten(finding.text, 60)))] : ["Write what is missing"];
  return [
    el("label", { for: "wording", class: "wording" }, label),
    field,
    el("div", { class: "actions" }, button("Keep this wording ", { class: "primary", onclick: save }, el("kbd", {}, "⏎")), button("Cancel ", { onclick: () => drawPanel() }, el("kbd", {}, "Esc"))),
  ];
}

function drawPanelEditing() {
  if (!state.finding || !editable(state.finding)) return say("There is no place in the translation to write at.");
  drawPanel(true);
  const field = $("wording");
  field.focus();
  // A wording is written over; the blank before a sentence that is missing stays.
  if (field.value.trim()) field.select();
}

/* The places of the conflict and those that belong to the finding. */
function places(item, finding) {
  const own = item.findings.filter((f) => f !== finding);
  if (own.length + finding.related.length === 0) return "";
  const list = el("ul", { class: "places" });
  const add = (label, text, at, line, go) => {
    const parts = [el("span", { class: "line" }, line), el("span", { class: "said", dir: "auto" }, context(state.article, at, text, 24)), el("span", { class: "label" }, label)];
    list.append(el("li", {}, go ? button("", { onclick: go }, parts) : el("div", {}, parts)));
  };
  for (const r of finding.related) {
    const side = r.at && r.at[0] === SOURCE ? "source, " : "";
    const other = r.at ? null : index.articles.findIndex((a) => a.path === r.path);
    const go = r.at ? () => jump(r.at) : other >= 0 ? () => openArticle(other) : null;
    add(message(r.message), r.text, r.at, r.at ? `${side}line ${r.line}` : `${r.path}:${r.line}`, go);
  }
  const most = 200;
  for (const f of own.slice(0, most)) add(message(f.message), f.text, f.at, `line ${f.line}`, () => choose(item, f));
  if (own.length > most) list.append(el("li", {}, `and ${own.length - most} more`));
  return el("div", {}, el("h3", {}, "Places"), list);
}

/* A place with some characters around it. */
function context(article, at, text, around) {
  if (!at || at[2] < 0) return visible(shorten(text, 80));
  const all = textOf(article, at[0], at[1]);
  const [start, end] = [Math.max(0, at[2] - around), Math.min(all.length, at[3] + 2 * around)];
  const cut = (a, b) => visible(all.slice(a, b).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, ""));
  return [start > 0 ? "…" : "", cut(start, at[2]), el("b", {}, visible(shorten(all.slice(at[2], at[3]), 80)) || "‸"), cut(at[3], end), end < all.length ? "…" : ""].flat();
}

function about(finding) {
  const rule = index.rules[finding.rule] || { summary: "", doc: "" };
  const sure = finding.confidence === null ? "" : el("p", {}, `Of such findings in annotated translations, ${Math.round(finding.confidence * 100)} in 100 were right.`);
  const entry = finding.entry && finding.entry !== finding.rule ? el("p", {}, "Told by ", el("code", {}, finding.entry), ".") : "";
  return el("details", { class: "rule" }, el("summary", {}, "Why: ", el("span", {}, rule.summary)), entry, sure, ...documentation(rule.doc));
}

/* The Markdown that rules are documented in: headings, paragraphs, lists and examples. */
function documentation(doc) {
  const out = [];
  let paragraph = [];
  let example = null;
  const flush = () => {
    if (paragraph.length > 0) out.push(el("p", {}, message(paragraph.join(" "))));
    paragraph = [];
  };
  for (const raw of doc.split("\n")) {
    const line = raw.replace(/^ /, "");
    if (line.startsWith("```")) {
      flush();
      if (example) {
        out.push(el("pre", {}, marked(example.lines.join("\n"))));
        example = null;
      } else {
        example = { lines: [] };
        if (/^```(flags|passes)/.test(line)) out.push(el("p", { class: "kind" }, line.startsWith("```flags") ? "Reported:" : "Left alone:"));
      }
    } else if (example) example.lines.push(line);
    else if (line.startsWith("#")) {
      flush();
      out.push(el("h4", {}, line.replace(/^#+\s*/, "")));
    } else if (line.trim() === "") flush();
    else if (/^[-*] /.test(line)) {
      flush();
      paragraph.push(`• ${line.slice(2)}`);
    } else paragraph.push(line.trim());
  }
  flush();
  return out;
}

const marked = (text) => text.split(/(\[\[.*?\]\])/s).map((part) => (part.startsWith("[[") ? el("mark", {}, part.slice(2, -2)) : part));
