// Every page of the example site, light and dark, on a phone and on a desk: what axe-core can tell, and that nothing
// scrolls sideways.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { COLOURS, EVERYTHING, troubles } from "./axe.mjs";
import { Site, assertNone, launch } from "./support.mjs";

// Nobody presses paper.
const ON_PAPER = { ...EVERYTHING, rules: { "target-size": { enabled: false } } };

const WIDTHS = [320, 1280];
const AT_ONCE = 3;

const site = await Site.start();
const browser = await launch();

describe("accessibility", () => {
  after(async () => {
    await browser.close();
    await site.close();
  });

  test("there are pages of many kinds to look at", () => {
    assert.ok(site.onePageOfEachKind().length >= 15, JSON.stringify(site.onePageOfEachKind()));
    const silent = site.pages.filter(({ kind }) => kind === undefined).map(({ path }) => path);
    assertNone(silent, "pages that do not say their kind");
  });

  for (const width of WIDTHS) {
    test(`axe-core finds nothing on any page, light or dark, ${width} pixels wide`, async (story) => {
      const looks = await eachPage(site.pages, width, async (page) => {
        const light = await troubles(page, EVERYTHING);
        await page.emulateMedia({ colorScheme: "dark" });
        const dark = await troubles(page, COLOURS);
        await page.emulateMedia({ colorScheme: "light" });
        return [...light, ...dark.map((trouble) => `dark: ${trouble}`), ...(await page.evaluate(sideways))];
      });
      story.diagnostic(`${looks.pages} pages, ${width} pixels wide, light and dark`);
      assert.equal(looks.pages, site.pages.length);
      assertNone(looks.found);
    });
  }

  for (const [name, media, rules] of [
    ["in forced colours", { forcedColors: "active" }, EVERYTHING],
    ["in print", { media: "print" }, ON_PAPER],
    ["in the dark, with every rule", { colorScheme: "dark" }, EVERYTHING],
  ]) {
    test(`axe-core finds nothing on a page of each kind ${name}`, async () => {
      const { found } = await eachPage(site.onePageOfEachKind(), 1280, async (page) => {
        await page.emulateMedia(media);
        const found = await troubles(page, rules);
        await page.emulateMedia({ media: "screen", forcedColors: "none", colorScheme: "light" });
        return found;
      });
      assertNone(found);
    });
  }

  test("no page scrolls sideways at any width between", async () => {
    for (const width of [480, 768, 912]) {
      const { found } = await eachPage(site.onePageOfEachKind(), width, (page) => page.evaluate(sideways));
      assertNone(found, `${width} pixels wide`);
    }
  });

  /** Looks at pages, a few at once, and gathers what is found on each. */
  async function eachPage(pages, width, look) {
    const waiting = [...pages];
    const found = [];
    let seen = 0;
    const looker = async () => {
      const page = await browser.newPage({ viewport: { width, height: 720 }, colorScheme: "light" });
      while (waiting.length > 0) {
        const { path } = waiting.pop();
        await page.goto(site.url(path));
        found.push(...(await look(page)).map((trouble) => `/${path}: ${trouble}`));
        seen += 1;
      }
      await page.close();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, looker));
    return { found, pages: seen };
  }
});

/** Runs in the page. */
function sideways() {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [`${scrollWidth} pixels wide in ${clientWidth}`] : [];
}
