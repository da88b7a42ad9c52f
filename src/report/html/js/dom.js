/* Small helpers. Text is always set as text, never as markup. */

const $ = (id) => document.getElementById(id);

function el(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "class") node.className = value;
    else if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat().filter((c) => c !== null && c !== undefined && c !== false));
  return node;
}

function button(label, props, ...more) {
  return el("button", { type: "button", ...props }, label, ...more);
}

/* Characters that are not seen, or that turn the text around them: shown by their numbers. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/gu;

/* Text with what is not seen in it made visible. */
function visible(text) {
  const out = [];
  let at = 0;
  for (const match of text.matchAll(UNSEEN)) {
    if (match.index > at) out.push(text.slice(at, match.index));
    const number = match[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    out.push(el("span", { class: "unseen" }, `U+${number}`));
    at = match.index + match[0].length;
  }
  if (at < text.length) out.push(text.slice(at));
  return out;
}

/* A message: what stands in backticks is a text of the article. */
function message(text) {
  const parts = text.split("`");
  if (parts.length % 2 === 0) return [text];
  return parts.map((part, i) => (i % 2 ? el("bdi", { class: "cited" }, visible(part)) : part));
}

const plural = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many || one + "s"}`;

function shorten(text, most) {
  const chars = Array.from(text);
  return chars.length > most ? chars.slice(0, most).join("") + "…" : text;
}

let spoken = 0;

/* Tells it to those who listen to the page. */
function say(text) {
  // The same text twice is read twice only if it differs.
  $("live").textContent = text + (spoken++ % 2 ? "\u00a0" : "");
}

function debounce(wait, run) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, wait);
  };
}

const SEVERITIES = ["error", "warning", "info"];
const SIGNS = { error: "●", warning: "▲", info: "○" };

function sign(severity) {
  return el("span", { class: `sign ${severity}`, "aria-hidden": "true" }, SIGNS[severity]);
}
