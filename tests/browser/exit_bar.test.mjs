// The exit can always be pressed: in view wherever one has scrolled to, however far the page is enlarged, with nothing
// on top of it; large enough; not on paper.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { Site, assertNone, launch } from "./support.mjs";

const LINK = "a.exit-this-page";

/** Screens in CSS pixels. To enlarge a page by 200 or 400 % is to halve or quarter what there is of them. */
const SCREENS = [
  { name: "a phone", width: 320, height: 568 },
  { name: "a desk", width: 1280, height: 720 },
  { name: "a desk at 200 %", width: 640, height: 360, deviceScaleFactor: 2 },
  { name: "a desk at 400 %", width: 320, height: 180, deviceScaleFactor: 4 },
];

const LARGE_ENOUGH = 44;

const site = await Site.start();
const browser = await launch();

describe("the exit's bar", () => {
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** Looks at one page of each kind on a screen, and gathers what is found there. */
  async function everyKind({ width, height, deviceScaleFactor }, look) {
    const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor });
    const page = await context.newPage();
    const found = [];
    for (const { path, kind } of site.onePageOfEachKind()) {
      await page.goto(site.url(path));
      found.push(...(await look(page)).map((trouble) => `${kind}: ${trouble}`));
    }
    await context.close();
    return found;
  }

  for (const screen of SCREENS) {
    test(`stays in view with nothing on top of it, on ${screen.name}`, async () => {
      const found = await everyKind(screen, (page) => page.evaluate(exitInView, { link: LINK, least: LARGE_ENOUGH }));
      assertNone(found);
    });
  }

  test("is not printed, and what is printed has a neutral line at its head", async () => {
    const found = await everyKind(SCREENS[1], async (page) => {
      const short = await page.evaluate(() => document.querySelector(".print-only").textContent.trim());
      const seen = () => page.evaluate(() => [".exit-bar", ".print-only"].map((part) => document.querySelector(part).checkVisibility()));
      assert.deepEqual(await seen(), [true, false]);
      await page.emulateMedia({ media: "print" });
      const printed = await seen();
      await page.emulateMedia({ media: "screen" });
      // A leaflet is printed as itself, with its own head.
      const leaflet = await page.evaluate(() => document.body.dataset.kind === "leaflet");
      return printed[0] || printed[1] === leaflet || short !== "Marlsea Partnership" ? [`${printed} ${short}`] : [];
    });
    assertNone(found);
  });
});

// What follows runs in the page.

/** Opens whatever can be opened, scrolls through the page, and looks whether the exit can be pressed at each place. */
function exitInView({ link, least }) {
  const found = [];
  const element = document.querySelector(link);
  for (const open of [false, true]) {
    for (const fold of document.querySelectorAll("details")) fold.open = open;
    const { scrollHeight } = document.documentElement;
    for (const part of [0, 0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 1]) {
      window.scrollTo({ top: part * scrollHeight, behavior: "instant" });
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
      const where = `scrolled to ${part}${open ? ", all open" : ""}`;
      if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) found.push(`${where}: not wholly in view`);
      if (width < least || height < least) found.push(`${where}: ${width} by ${height}`);
      for (const [x, y] of [[0.5, 0.5], [0.1, 0.5], [0.85, 0.5], [0.5, 0.1], [0.5, 0.9]]) {
        const topmost = document.elementFromPoint(left + x * width, top + y * height);
        if (!element.contains(topmost)) found.push(`${where}: ${topmost?.outerHTML.slice(0, 100)} is on top`);
      }
    }
  }
  return found;
}
