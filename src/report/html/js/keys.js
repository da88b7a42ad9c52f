/* The keyboard. */

const KEYS = [
  [["j", "k"], "next and previous finding"],
  [["a"], "accept the suggestion"],
  [["i"], "ignore: it is right as it is"],
  [["e"], "edit: write it yourself"],
  [["u"], "take the last decision back"],
  [["n", "p"], "next and previous place of the conflict"],
  [["/"], "filter by text"],
  [["[", "]"], "previous and next article"],
  [["1", "2", "3"], "article, names, all articles"],
  [["Esc"], "close, or leave the field"],
  [["?"], "this help"],
];

const RUN = {
  j: () => step(1),
  k: () => step(-1),
  a: () => act("accept"),
  i: () => act("ignore"),
  e: () => drawPanelEditing(),
  u: () => takeBack(),
  n: () => otherPlace(1),
  p: () => otherPlace(-1),
  "/": () => {
    goto(narrow() ? "findings" : "article");
    $("filter").focus();
    $("filter").select();
  },
  "[": () => index.articles.length > 1 && openArticle((state.number + index.articles.length - 1) % index.articles.length),
  "]": () => index.articles.length > 1 && openArticle((state.number + 1) % index.articles.length),
  1: () => goto("article"),
  2: () => goto("names"),
  3: () => index.articles.length > 1 && goto("summary"),
  "?": () => showKeys(),
};

const IN_ARTICLE = new Set(["j", "k", "a", "i", "e", "n", "p"]);

function showKeys() {
  const dialog = $("keys");
  const rows = KEYS.map(([keys, what]) => el("div", {}, el("dt", {}, keys.map((key) => el("kbd", {}, key))), el("dd", {}, what)));
  dialog.replaceChildren(
    el("h2", { id: "keys-title" }, "Keys"),
    el("dl", {}, rows),
    el("p", {}, "Decisions are kept in this browser until you forget them. Export them, and put them into the files with ", el("code", {}, "mtlint apply decisions.json"), "."),
    el("p", { class: "legend" }, SEVERITIES.map((severity) => el("span", {}, el("mark", { class: `m ${severity} n1 l0-${severity}` }, severity), " "))),
    el("div", { class: "actions" }, button("Close", { class: "primary", onclick: () => dialog.close() })),
  );
  dialog.showModal();
}

function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    const field = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select");
    if (event.key === "Escape") return escape(event, field);
    if (field || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector("dialog[open]")) return;
    const run = RUN[event.key];
    if (!run) return;
    event.preventDefault();
    if (IN_ARTICLE.has(event.key) && state.view !== "article" && state.view !== "findings") goto("article");
    run();
  });
}

function escape(event, field) {
  if (document.querySelector("dialog[open]")) return;
  if ($("menu").open) {
    $("menu").open = false;
    $("menu").firstElementChild.focus();
  } else if (field && field.id === "wording") {
    drawPanel();
    $("panel").focus({ preventScroll: true });
  } else if (field) field.blur();
  else close();
  event.preventDefault();
}
