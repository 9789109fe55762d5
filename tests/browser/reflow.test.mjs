// Every kind of page on small screens, with the reader's own spacing and colours: nothing scrolls sideways but tables
// in regions of their own, nothing is cut off, nothing depends on a colour or on how the screen is held.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Site, assertNone, launch } from "./support.mjs";

// What readers may set without loss: WCAG 2.2, criterion 1.4.12.
const SPACING =
  "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }";

const site = await Site.start();
const browser = await launch();

describe("a page of each kind", () => {
  let page;

  before(async () => {
    // Style is put in by the test's own channel, which the page's content policy would forbid.
    page = await (await browser.newContext({ bypassCSP: true })).newPage();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  /** Looks at one page of each kind in one way. */
  async function everyKind({ width, height }, look) {
    await page.setViewportSize({ width, height });
    const found = [];
    for (const { path, kind } of site.onePageOfEachKind()) {
      await page.goto(site.url(path));
      found.push(...(await look()).map((trouble) => `${kind}: ${trouble}`));
    }
    return found;
  }

  test("fits into 320 by 256 pixels, and only tables scroll, in regions with a name that take the focus", async () => {
    assertNone(await everyKind({ width: 320, height: 256 }, () => page.evaluate(sideways)));
  });

  test("loses no text when letters, words and lines are set wider apart", async () => {
    for (const width of [320, 1280]) {
      const found = await everyKind({ width, height: 720 }, async () => {
        await page.addStyleTag({ content: SPACING });
        return [...(await page.evaluate(sideways)), ...(await page.evaluate(cutOff))];
      });
      assertNone(found, `at ${width} pixels`);
    }
  });

  test("may be held upright or across", async () => {
    for (const [width, height] of [[390, 844], [844, 390]]) {
      const found = await everyKind({ width, height }, () =>
        page.evaluate(() => {
          const turned = [...document.querySelectorAll("html, body, main")].filter((element) => getComputedStyle(element).rotate !== "none" || getComputedStyle(element).transform !== "none");
          const seen = document.querySelector("h1").checkVisibility();
          return turned.length > 0 || !seen ? ["is turned or gone"] : [];
        }),
      );
      assertNone(found, `at ${width} by ${height}`);
    }
  });

  test("keeps its ratings' words and the edges of what can be pressed in forced colours", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    const found = await everyKind({ width: 320, height: 720 }, () => page.evaluate(lostInForcedColours));
    await page.emulateMedia({ forcedColors: "none" });
    assertNone(found);
  });

  test("says with a letter or in words what a rating's colour says", async () => {
    const kinds = new Set();
    const found = await everyKind({ width: 320, height: 720 }, async () => {
      const ratings = await page.locator("[data-rating]").evaluateAll((elements) =>
        elements.map((element) => [element.dataset.rating, element.textContent.trim()]),
      );
      ratings.forEach(([rating]) => kinds.add(rating));
      return ratings.filter(([rating, words]) => rating !== "none" && !/[a-z]/i.test(words)).map((rating) => rating.join(": "));
    });
    assertNone(found);
    assert.ok(kinds.has("red") && kinds.has("amber") && kinds.has("green"), [...kinds].join());
  });
});

// What follows runs in the page.

function sideways() {
  const { scrollWidth, clientWidth } = document.documentElement;
  const found = scrollWidth > clientWidth ? [`${scrollWidth} pixels wide in ${clientWidth}`] : [];
  for (const element of document.querySelectorAll("body *")) {
    const { overflowX } = getComputedStyle(element);
    if (!["auto", "scroll"].includes(overflowX) || element.scrollWidth <= element.clientWidth) continue;
    const named = element.matches("[aria-label], [aria-labelledby]") && element.matches("[role=region], [role=group], [role=img], section");
    if (!named || element.tabIndex !== 0 || !element.querySelector("table, svg, pre")) {
      found.push(`scrolls by itself: ${element.outerHTML.slice(0, 120)}`);
    }
  }
  return found;
}

/** Boxes with text of their own that hide a part of it. */
function cutOff() {
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    const style = getComputedStyle(element);
    const hides = [style.overflowX, style.overflowY].some((overflow) => ["hidden", "clip"].includes(overflow));
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
    if (!hides || !own || element.closest(".vh, svg") || !element.checkVisibility()) continue;
    if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) {
      found.push(`cut off: ${element.outerHTML.slice(0, 120)}`);
    }
  }
  return found;
}

function lostInForcedColours() {
  const found = [];
  const ground = getComputedStyle(document.body).backgroundColor;
  for (const rating of document.querySelectorAll("[data-rating]")) {
    if (!rating.checkVisibility() || rating.closest("svg")) continue;
    const { color, backgroundColor } = getComputedStyle(rating);
    if (color === ground || color === backgroundColor || !rating.textContent.trim()) found.push(rating.outerHTML.slice(0, 120));
  }
  for (const control of document.querySelectorAll("button, input, a.exit-this-page")) {
    if (!control.checkVisibility() || control.closest(".vh, .skip")) continue;
    const edges = [getComputedStyle(control), getComputedStyle(control, "::before")];
    const seen = edges.some(({ borderTopWidth, borderTopStyle, borderTopColor, outlineStyle, outlineWidth, backgroundColor, content }) =>
      (parseFloat(borderTopWidth) > 0 && borderTopStyle !== "none" && borderTopColor !== ground) ||
      (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) ||
      (content !== "none" && content !== "normal" && backgroundColor !== ground && backgroundColor !== "rgba(0, 0, 0, 0)"),
    );
    if (!seen && !["checkbox", "radio"].includes(control.type)) found.push(`no edge: ${control.outerHTML.slice(0, 120)}`);
  }
  return found;
}
