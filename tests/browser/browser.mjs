// What the tests share: articles of our own, the page that mtlint makes of them, a browser to open it in.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export const folder = mkdtempSync(join(tmpdir(), "mtlint-browser-"));

/** Writes files, and the page of them; gives the page's path. */
export function page(name, files, ...args) {
  const base = join(folder, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(base, path)), { recursive: true });
    writeFileSync(join(base, path), text);
  }
  mtlint(base, "check", ".", "--quiet", "--fail-on", "never", "--output", "html:page.html", ...args);
  return join(base, "page.html");
}

/** Runs mtlint in a folder; gives what it printed. */
export function mtlint(base, ...args) {
  return execFileSync(process.env.MTLINT, args, { cwd: base, encoding: "utf8" });
}

/** A browser with an empty profile. It is offline, and every request but for the page itself is a fault. */
export async function browser() {
  const profile = mkdtempSync(join(folder, "profile-"));
  const context = await chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM, args: FLAGS, headless: true, offline: true, acceptDownloads: true });
  context.faults = [];
  context.setDefaultTimeout(10_000);
  return context;
}

/** Opens a page; faults of its script, its policy and requests are collected. */
export async function open(context, path, { width = 1280, height = 800, dark = false } = {}) {
  const tab = await context.newPage();
  tab.on("pageerror", (error) => context.faults.push(error.message));
  tab.on("console", (line) => line.type() === "error" && context.faults.push(line.text()));
  tab.on("request", (request) => request.url() !== `file://${path}` && !request.url().startsWith("blob:") && context.faults.push(request.url()));
  await tab.setViewportSize({ width, height });
  await tab.emulateMedia({ colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
  await tab.goto(`file://${path}`);
  return tab;
}

export const clean = () => rmSync(folder, { recursive: true, force: true });

const source = `# 海边的灯塔

布兰沃德修好了灯塔。他等着东风，布兰沃德就睡了。

灯塔的算法很旧。工程师说，三十艘船都看得见它。

布兰沃德笑了。没有人知道布兰沃德为什么笑。
`;

const target = `# The Lighthouse by the Sea

Old Brandvold mended the lighthouse. He waited for the东风 to come，and then Brandvold slept.

The 算法 of the lighthouse is old. The engineer said that thirty ships can see it.

At last Brandvolt laughed. Nobody knew why Brandvolt laughed, and Brandvolt slept.
`;

/** An article with its source: two leftovers, a comma, a name in two spellings. */
export const ARTICLE = { "lighthouse.zh.md": source, "lighthouse.en.md": target };

/** What an article can do to a page. */
export const HOSTILE = {
  "evil <b> &amp; 'quoted'.en.md": `# </script><script>document.title = "gone"</script>

Riding on the东风 of <!-- it \u2028 and \u202eturned\u202c text & more 靶材 𠀀 end.
`,
};
