// A page still looks as it did. After a change that is meant to be seen: `node screenshots.mjs --compared`, and look at
// what the change did to the pictures.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { LOOKS, difference, fileOf, sketch } from "./appearance.mjs";
import { Site, assertNone, launch } from "./support.mjs";

/** Other fonts and a new line of text stay well below, a rule that is lost comes out well above. */
const MOST = 3.2;

/** Slips in a style that a reader would see at once, each with a page that shows it. */
const SLIPS = {
  "boards are gone": ["*::before { display: none }", { kind: "home", width: 320, colorScheme: "light" }],
  "the page keeps to one side": [".beside { display: block !important }", { kind: "service", width: 1280, colorScheme: "light" }],
  "night is as bright as day": [":root { --ground: #fff; --ink: #211d19 }", { kind: "search", width: 320, colorScheme: "dark" }],
  "the header's colours are lost": [":root { --exit: #fff; --brand: #fff; --alert: #fff }", { kind: "home", width: 320, colorScheme: "light" }],
  "the calendar is a list on a desk": [".month, .month * { display: block !important }", { kind: "training-month", width: 1280, colorScheme: "light" }],
  "headings are as small as text": ["h1, h2 { font-size: 1rem !important; margin: 0 !important }", { kind: "service", width: 320, colorScheme: "light" }],
  "charts have no fill": [".chart [data-rating] rect { fill: none !important }", { kind: "plan", width: 1280, colorScheme: "light" }],
};

let site, browser;

before(async () => {
  site = await Site.example();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

describe("the appearance of pages", () => {
  test("is that of the stored pictures", async (story) => {
    const found = [];
    for (const look of LOOKS) {
      const apart = difference(await sketch(browser, site, look), await readFile(fileOf(look), "utf8"));
      const name = `${look.kind}, ${look.width} px, ${look.colorScheme}`;
      story.diagnostic(`${name}: ${apart.toFixed(2)}`);
      if (apart > MOST) found.push(`${name}: ${apart.toFixed(2)}, at most ${MOST}`);
    }
    assertNone(found, "pages that look otherwise");
  });

  for (const [slip, [style, look]] of Object.entries(SLIPS)) {
    test(`is another where ${slip}`, async (story) => {
      const apart = difference(await sketch(browser, site, look, style), await readFile(fileOf(look), "utf8"));
      story.diagnostic(apart.toFixed(2));
      assert.ok(apart > MOST, `it would not be noticed: ${apart.toFixed(2)}`);
    });
  }

  test("is the same with another font", async (story) => {
    for (const look of LOOKS.slice(0, 5)) {
      const style = ":root { --font: serif }";
      const apart = difference(await sketch(browser, site, look, style), await readFile(fileOf(look), "utf8"));
      story.diagnostic(`${look.kind}: ${apart.toFixed(2)}`);
      assert.ok(apart <= MOST, `${look.kind}: ${apart.toFixed(2)}`);
    }
  });
});
