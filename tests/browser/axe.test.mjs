// One page of each kind, light and dark, on a phone and on a desk: what axe-core can tell, and reflow.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, describe, test } from "node:test";
import { Site, assertNone, launch } from "./support.mjs";

const AXE = await readFile(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

const OPTIONS = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  // Off by default in axe-core, though a part of WCAG 2.2 AA.
  rules: { "target-size": { enabled: true } },
};

const site = await Site.start();
const browser = await launch();
const page = await browser.newPage();

describe("accessibility", () => {
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** Shows each kind of page in each way, and gathers what the look at it finds. */
  async function everywhere(look, widths = [320, 1280]) {
    const found = [];
    for (const { path, kind } of site.onePageOfEachKind()) {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 720 });
        await page.goto(site.url(path));
        for (const colorScheme of ["light", "dark"]) {
          await page.emulateMedia({ colorScheme });
          const troubles = await look();
          found.push(...troubles.map((trouble) => `${kind} ${width} ${colorScheme}: ${trouble}`));
        }
      }
    }
    return found;
  }

  test("there are pages of many kinds to look at", () => {
    assert.ok(site.onePageOfEachKind().length >= 15, JSON.stringify(site.onePageOfEachKind()));
    const silent = site.pages.filter(({ kind }) => kind === undefined).map(({ path }) => path);
    assertNone(silent, "pages that do not say their kind");
  });

  test("axe-core finds nothing", async () => {
    const found = await everywhere(async () => {
      // Given by the test's own channel, which the page's content policy does not bind.
      await page.evaluate(AXE);
      const { violations } = await page.evaluate((options) => axe.run(options), OPTIONS);
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, html }) => `${id}: ${help}: ${target.join(" ")}: ${html.slice(0, 160)}`),
      );
    });
    assertNone(found);
  });

  test("no page scrolls sideways", async () => {
    const found = await everywhere(async () => {
      const [needed, there] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return [scrollWidth, clientWidth];
      });
      return needed > there ? [`${needed} pixels in ${there}`] : [];
    }, [320, 480, 768, 912, 1280]);
    assertNone(found);
  });
});
