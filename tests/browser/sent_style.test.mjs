// What is sent of the stylesheet means what was written.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { PROJECT, Site, launch } from "./support.mjs";

test("the sheet that is sent has the rules of the one that is written, and the partnership's colours after them", async () => {
  const site = await Site.example();
  const browser = await launch();
  try {
    const name = (await readdir(join(site.out, "assets"))).find((name) => /^style\..*\.css$/.test(name));
    const sent = await readFile(join(site.out, "assets", name), "utf8");
    const parts = join(PROJECT, "templates/assets/style");
    const written = await Promise.all((await readdir(parts)).map((part) => readFile(join(parts, part), "utf8")));
    const page = await browser.newPage();
    const rules = (text) =>
      page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        // Values that hold variables are kept as they were written: a space after a comma means nothing in them.
        return [...sheet.cssRules].map((rule) => rule.cssText.replace(/([,(])\s+/g, "$1"));
      }, text);
    const all = await rules(sent);
    let own = 0;
    for (const part of written) {
      const rulesOfPart = await rules(part);
      own += rulesOfPart.length;
      assert.ok(all.join("\n").includes(rulesOfPart.join("\n")), part.slice(0, 80));
    }
    assert.ok(own > 200, `${own} rules`);
    const colours = all.slice(own);
    assert.equal(colours.length, 2, "by day and by night");
    assert.ok(colours.every((rule) => rule.includes("--brand: #")), colours.join("\n"));
  } finally {
    await browser.close();
    await site.close();
  }
});
