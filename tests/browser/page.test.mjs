// The page as an editor uses it: by keyboard alone, on small and large screens, in light and dark.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import axe from "axe-core";
import { ARTICLE, HOSTILE, browser, clean, mtlint, open, page } from "./browser.mjs";

let context;

before(async () => {
  context = await browser();
});

after(async () => {
  await context.close();
  clean();
});

/** No script failed, nothing was asked for from outside. */
function healthy() {
  assert.deepEqual(context.faults, []);
}

async function accessible(tab, what) {
  await tab.evaluate(axe.source);
  const { violations } = await tab.evaluate(() => globalThis.axe.run());
  const serious = violations.filter((v) => ["serious", "critical"].includes(v.impact));
  const told = serious.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.target} ${n.failureSummary}`).join("; ")}`);
  assert.deepEqual(told, [], what);
}

const text = (tab, selector) => tab.textContent(selector);
const press = async (tab, ...keys) => {
  for (const key of keys) await tab.keyboard.press(key);
};

test("an editor works through an article by keyboard, and the decisions take effect", async () => {
  const path = page("keyboard", ARTICLE);
  const tab = await open(context, path);
  // The two places of a name in another spelling are one decision.
  assert.equal(await tab.locator("#list li:visible").count(), 4);

  await press(tab, "j", "j");
  assert.match(await text(tab, "#panel .message"), /东风/);
  assert.match(await text(tab, "#panel .help"), /dōngfēng/);
  assert.equal(await tab.locator(".source .s.lit").count(), 1, "the partner is lit");
  assert.match(await text(tab, ".source .s.lit"), /东风/);
  assert.match(await text(tab, "#live"), /error, .*东风/);

  // Its own wording.
  await press(tab, "e");
  await tab.keyboard.type(" east wind");
  await press(tab, "Enter");
  assert.match(await text(tab, "#article"), /the东风 east wind/);

  // The next has a suggestion.
  await tab.waitForFunction(() => /，/.test(document.querySelector("#panel .message").textContent));
  await press(tab, "a");
  assert.equal(await tab.locator("#list li.done").count(), 2);

  // Taken back, and done again.
  await press(tab, "u");
  assert.equal(await tab.locator("#list li.done").count(), 1);
  await press(tab, "a");

  // The name, found by the filter.
  await press(tab, "/");
  await tab.keyboard.type("brandvol");
  await tab.waitForFunction(() => /^[12] of/.test(document.querySelector("#count").textContent));
  await press(tab, "Escape", "k");
  assert.match(await text(tab, "#panel .message"), /Brandvold/);
  assert.match(await text(tab, "#panel .scope"), /all 2 places/);
  await press(tab, "n");
  assert.match(await text(tab, "#panel .at"), /place 2 of 2/);
  await press(tab, "i", "/", "ControlOrMeta+a", "Delete", "Escape");

  assert.match(await text(tab, "#progress-text"), /^3 of /);
  await tab.reload();
  assert.match(await text(tab, "#progress-text"), /^3 of /, "kept over a reload");

  const [download] = await Promise.all([tab.waitForEvent("download"), tab.click("#export")]);
  const base = dirname(path);
  await download.saveAs(join(base, "decisions.json"));
  const kinds = JSON.parse(readFileSync(join(base, "decisions.json"))).files[0].decisions.map((d) => d.decision);
  assert.deepEqual(kinds.sort(), ["accept", "edit", "ignore", "ignore"]);
  assert.match(mtlint(base, "apply", "decisions.json"), /1 fix, 1 new wording, 2 ignored by comments/);
  const done = readFileSync(join(base, "lighthouse.en.md"), "utf8");
  assert.match(done, /for the east wind to come, and then Brandvold slept\. <!-- mtlint-ignore name-variant\/\S+ -->/);

  // What was decided on a text that has changed since can be loaded, and is wiped on demand.
  mtlint(base, "check", ".", "--quiet", "--fail-on", "never", "--no-ignores", "--output", "html:page.html");
  await tab.goto(`file://${path}`);
  assert.match(await text(tab, "#progress-text"), /^0 of /);
  await tab.setInputFiles("#file", join(base, "decisions.json"));
  await tab.waitForFunction(() => /2 decisions loaded/.test(document.querySelector("#notice").textContent));
  await tab.click("#menu summary");
  await tab.click("#forget");
  await tab.click("#sure .primary");
  assert.match(await text(tab, "#progress-text"), /^0 of /);
  assert.equal(await tab.evaluate(() => Object.keys(localStorage).filter((k) => k.includes("lighthouse")).length), 1, "that of the old text");
  await tab.close();
  healthy();
});

test("Tab goes through the page in order, and every stop is seen", async () => {
  const tab = await open(context, page("tab", ARTICLE));
  const stops = [];
  for (let i = 0; i < 40; i++) {
    await press(tab, "Tab");
    const stop = await tab.evaluate(() => {
      const node = document.activeElement;
      const style = getComputedStyle(node);
      const name = node.id || node.getAttribute("aria-label") || node.textContent.trim().slice(0, 20);
      return { name, seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0, body: node === document.body };
    });
    if (stop.body) break;
    stops.push(stop);
  }
  assert.deepEqual(stops.filter((s) => !s.seen).map((s) => s.name), []);
  const names = stops.map((s) => s.name);
  assert.equal(names[0], "Skip to the article");
  assert.ok(names.indexOf("filter") < names.indexOf("article") && names.indexOf("article") > 0, names.join(", "));
  // The list is one stop, whatever it holds.
  assert.ok(names.length < 20, names.join(", "));
  await tab.close();
  healthy();
});

for (const dark of [false, true]) {
  for (const width of [1280, 380]) {
    test(`no serious fault of accessibility, ${dark ? "dark" : "light"}, ${width} px`, async () => {
      const tab = await open(context, page("axe", { ...ARTICLE, "b.en.md": "Riding on the东风 of it.\n" }), { dark, width });
      await accessible(tab, "summary");
      await tab.locator("#table button.link", { hasText: "lighthouse" }).click();
      await accessible(tab, "article");
      await press(tab, "j");
      await accessible(tab, "a chosen finding");
      await press(tab, "e");
      await accessible(tab, "editing");
      await press(tab, "Escape", "i", "2");
      await accessible(tab, "names");
      await press(tab, "?");
      await accessible(tab, "help");
      await press(tab, "Escape");
      if (width < 900) {
        await tab.click("[data-goto=findings]");
        await accessible(tab, "findings");
      }
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0, "nothing sticks out");
      await tab.close();
      healthy();
    });
  }
}

test("on a small screen a finding opens on a sheet that leaves its place in sight", async () => {
  const tab = await open(context, page("small", ARTICLE), { width: 380, height: 740 });
  await tab.click("[data-goto=findings]");
  await tab.locator("#list button").nth(3).click();
  await tab.waitForFunction(() => document.body.dataset.view === "article");
  const boxes = await tab.evaluate(() => {
    const place = document.querySelector(".m.here").getBoundingClientRect();
    return [place.top, place.bottom, document.querySelector("#panel").getBoundingClientRect().top];
  });
  assert.ok(boxes[0] > 60 && boxes[1] < boxes[2], boxes.join(", "));
  await tab.close();
  healthy();
});

test("an article cannot break out of the page", async () => {
  const tab = await open(context, page("hostile", HOSTILE));
  assert.match(await tab.title(), /^evil <b> &amp; 'quoted'\.en\.md/);
  assert.match(await text(tab, "#article"), /U\+202Eturned/);
  assert.equal(await tab.locator("#article script, #article b, #list script, #panel script").count(), 0);
  await press(tab, "j", "j", "e");
  await tab.keyboard.type("</script><img src=x onerror=alert(1)>");
  await press(tab, "Enter");
  assert.match(await text(tab, "#article"), /<img src=x/);
  assert.equal(await tab.locator("img").count(), 0);
  await tab.close();
  healthy();
});

test("overlapping findings each have their line, and a click takes one after the other", async () => {
  const tab = await open(context, page("overlap", { "a.en.txt": "The plan of the the东风，was was 3.5亿亿 tall.\n" }));
  const data = await tab.evaluate(() => JSON.parse(document.getElementById("data-0").textContent).findings.map((f) => f.text));
  assert.equal(await tab.locator("#list li").count(), new Set(data).size === data.length ? data.length : await tab.locator("#list li").count());
  // Every finding is drawn, also where another is.
  const drawn = await tab.evaluate(() => [...new Set([...document.querySelectorAll("#article [data-f]")].flatMap((n) => n.dataset.f.split(" ")))].length);
  assert.equal(drawn, data.length);
  await tab.close();
  healthy();
});

test("right-to-left text, tables, headings, units and other encodings have their places", async () => {
  const utf16 = Buffer.from("\ufeffRiding on the东风 of it.\n", "utf16le");
  const files = {
    "arabic.ar.md": "# المنارة\n\nأصلح العجوز المنارة 东风 ثم نام.\n",
    "table.en.md": "# One\n\n## Two\n\n| a | b |\n|---|---|\n| the 算法 | fine |\n\n> quoted 东风\n\n- item 靶材\n",
    "units.jsonl": '{"id":"u-7","doc":"d","source":"东风来了。","target":"The 东风 came.","source_lang":"zh","target_lang":"en"}\n',
    "wide.en.txt": utf16,
  };
  const tab = await open(context, page("kinds", files));
  const opened = async (name) => tab.selectOption("#chooser", { label: name });
  await opened("table.en.md");
  assert.deepEqual(await tab.locator("#article .seg").evaluateAll((all) => all.map((n) => n.className.replace("seg ", ""))), ["title", "heading", "cell", "cell", "cell", "cell", "quote", "item"]);
  assert.deepEqual(await tab.locator("#article .m").allTextContents(), ["算法", "东风", "靶材"]);
  await opened("units.jsonl");
  assert.equal(await text(tab, "#article .line"), "u-7");
  await opened("wide.en.txt");
  assert.match(await text(tab, "#figures"), /utf-16le/);
  assert.deepEqual(await tab.locator("#article .m").allTextContents(), ["东风"]);
  if (await tab.locator("#chooser option", { hasText: "arabic" }).count()) {
    await opened("arabic.ar.md");
    assert.equal(await tab.evaluate(() => getComputedStyle(document.querySelector("#article .seg.paragraph")).direction), "rtl");
  }
  await tab.close();
  healthy();
});

test("the summary has the worst first and leads into an article; names lead to their places", async () => {
  const files = { ...ARTICLE, "bad.en.md": "东风 东方 and 靶材 算法 left.\n", "good.en.md": "All is well.\n" };
  const tab = await open(context, page("many", files));
  const paths = await tab.locator("#table tbody th").allTextContents();
  assert.deepEqual([paths[0], paths.at(-1)], ["bad.en.md", "good.en.md"]);
  await tab.locator("#table tbody tr").first().locator("td button").first().click();
  assert.equal(await text(tab, "#where"), "bad.en.md");
  await tab.selectOption("#chooser", { label: "lighthouse.en.md" });
  await press(tab, "2");
  const name = tab.locator(".name.several");
  assert.ok((await name.count()) >= 1, await text(tab, "#names"));
  assert.ok((await name.first().locator(".strip rect").count()) >= 3);
  await name.first().locator(".rendering").nth(1).click();
  assert.match(await tab.locator("#article .spot").first().textContent(), /Brandvol/);
  await tab.close();
  healthy();
});

test("a name is decided in all articles at once, and what is missing can be written", async () => {
  const files = {
    "a.en.md": "Old Brandvold rose. Then Brandvold sat. At last Brandvold slept.\n",
    "b.en.md": "In the morning Brandvolt came.\n",
    "c.en.md": "In the evening Brandvolt left.\n",
    "gap.zh.md": "2015年，布兰沃德在海边修好了一座灯塔，灯塔高72米。当时没有人想到，三十个工程师会为它在风里等上七天。十年以后，全世界的船都看得见这座灯塔，布兰沃德还住在那里。\n",
    "gap.en.md": "In 2015 Brandvold mended a lighthouse by the sea, which was 72 meters high. Ten years later, ships from all over the world can see the lighthouse, and Brandvold still lives there.\n",
  };
  const path = page("across", files, "--across");
  const tab = await open(context, path);
  await tab.selectOption("#chooser", { label: "b.en.md" });
  await press(tab, "j");
  assert.match(await text(tab, "#panel .scope"), /all 2 places in 2 articles/);
  await press(tab, "e");
  await tab.keyboard.type("Brandvold");
  await press(tab, "Enter", "]");
  assert.equal(await text(tab, "#where"), "c.en.md");
  assert.match(await text(tab, "#progress-text"), /^1 of 1/);
  await tab.selectOption("#chooser", { label: "gap.en.md" });
  await press(tab, "j");
  assert.match(await text(tab, "#panel"), /omission/);
  await press(tab, "e");
  await tab.keyboard.type("Thirty engineers waited.");
  await press(tab, "Enter");
  const [download] = await Promise.all([tab.waitForEvent("download"), tab.click("#export")]);
  await download.saveAs(join(dirname(path), "decisions.json"));
  mtlint(dirname(path), "apply", "decisions.json");
  const read = (name) => readFileSync(join(dirname(path), name), "utf8");
  assert.equal(read("b.en.md") + read("c.en.md"), "In the morning Brandvold came.\nIn the evening Brandvold left.\n");
  assert.match(read("gap.en.md"), /72 meters high\. Thirty engineers waited\. Ten years later/);
  await tab.close();
  healthy();
});

test("two thousand findings are no burden", async () => {
  const line = (i) => `Line ${i} of the report has 东风${i % 7} left in it, and the clerks of the harbour read it twice before noon.\n\n`;
  const path = page("thousands", { "a.en.md": Array.from({ length: 2000 }, (_, i) => line(i)).join("") });
  const start = Date.now();
  const tab = await open(context, path);
  await tab.waitForFunction(() => document.querySelectorAll("#list li").length >= 2000 && document.querySelectorAll("#article .row").length >= 2000);
  const opened = Date.now() - start;
  const stepped = await tab.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const times = [];
    for (const key of ["j", "j", "i", "j", "k", "i"]) {
      const at = performance.now();
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      await frame();
      times.push(performance.now() - at);
    }
    return Math.max(...times);
  });
  console.log(`    2,000 findings: open after ${opened} ms, the slowest key ${Math.round(stepped)} ms`);
  assert.ok(opened < 5000 && stepped < 500, `${opened} ms, ${stepped} ms`);
  await tab.close();
  healthy();
});

test("in print the article stands with its findings behind it", async () => {
  const tab = await open(context, page("print", ARTICLE));
  await tab.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await tab.emulateMedia({ media: "print" });
  assert.equal(await tab.locator("#list").isVisible(), false);
  assert.equal(await tab.locator("#article").isVisible(), true);
  assert.ok((await tab.locator("#printed li").count()) >= 5);
  await tab.close();
  healthy();
});
