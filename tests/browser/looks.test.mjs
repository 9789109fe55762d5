// Every structure that a page of the example site has, on a phone and on a desk: what the looks in looks/ find there.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { VISITS, wantedLooks } from "./looks.mjs";
import "./looks/keyboard.mjs";
import "./looks/words.mjs";
import "./looks/axe.mjs";
import "./looks/reflow.mjs";
import "./looks/exit.mjs";
import "./looks/filters.mjs";
import "./looks/search_box.mjs";
import { Site, assertNone, launch, standInForExit } from "./support.mjs";

const AT_ONCE = 3;

const looks = wantedLooks();
const site = await Site.example();
const covering = await site.covering();
const browser = await launch();

describe("a page with each structure", () => {
  const results = new Map(looks.map(({ name }) => [name, { found: [], taken: 0, milliseconds: 0 }]));

  after(async () => {
    await browser.close();
    await site.close();
  });

  test("is there for every kind of page", () => {
    assertNone(site.pages.filter(({ kind }) => kind === undefined).map(({ path }) => path), "pages do not say their kind");
    const kinds = (pages) => [...new Set(pages.map(({ kind }) => kind))].sort();
    assert.ok(kinds(site.pages).length >= 40, kinds(site.pages).join());
    assert.deepEqual(kinds(covering), kinds(site.pages));
  });

  for (const visit of Object.keys(VISITS)) {
    const here = looks.filter(({ visits }) => visits.includes(visit));
    if (here.length === 0) continue;

    test(`can be loaded and looked at on a ${visit}, ${VISITS[visit].width} pixels wide`, async (story) => {
      const waiting = [...covering];
      await Promise.all(Array.from({ length: AT_ONCE }, async () => {
        const context = await browser.newContext({ viewport: VISITS[visit], colorScheme: "light" });
        await standInForExit(context);
        while (waiting.length > 0) {
          const next = waiting.pop();
          await lookAt(await context.newPage(), { ...next, visit }, here);
        }
        await context.close();
      }));
      story.diagnostic(`${covering.length} of ${site.pages.length} pages`);
    });
  }

  for (const { name, visits } of looks) {
    test(name, (story) => {
      const { found, taken, milliseconds } = results.get(name);
      story.diagnostic(`${(milliseconds / 1000).toFixed(1)} s on ${taken} pages`);
      assert.equal(taken, visits.length * covering.length);
      assertNone(found);
    });
  }

  /** Loads a page and gives it to each look. */
  async function lookAt(page, { path, kind, visit }, looks) {
    await page.goto(site.url(path));
    for (const { name, see } of looks) {
      const result = results.get(name);
      const started = performance.now();
      const found = await see(page, { path, kind, visit });
      result.found.push(...found.map((trouble) => `/${path} (${kind}, ${visit}): ${trouble}`));
      result.milliseconds += performance.now() - started;
      result.taken += 1;
    }
    await page.close();
  }
});
