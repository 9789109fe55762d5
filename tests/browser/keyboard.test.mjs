// Every kind of page by the keyboard alone: each thing that can be pressed is reached in the order in which it is read,
// forwards and backwards, can be seen to be reached, is large enough for a finger, and says what it does.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Site, assertNone, launch } from "./support.mjs";

/** Past so many stops the rest of a long list is like the start of it. */
const MOST_STOPS = 60;

const site = await Site.start();
const browser = await launch();

describe("with the keyboard", () => {
  let page;

  before(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  async function everyKind(look, width = 1280) {
    await page.setViewportSize({ width, height: 720 });
    const found = [];
    for (const { path, kind } of site.onePageOfEachKind()) {
      await page.goto(site.url(path));
      found.push(...(await look(kind)).map((trouble) => `${kind}: ${trouble}`));
    }
    return found;
  }

  for (const width of [320, 1280]) {
    test(`everything is reached in the order of the page, marked and not hidden by the exit, ${width} pixels wide`, async () => {
      const found = await everyKind(async () => {
        const stops = Math.min(await page.evaluate(expectStops), MOST_STOPS);
        for (let stop = 0; stop < stops; stop += 1) await page.keyboard.press("Tab");
        const back = width > 320 ? stops - 1 : 0;
        for (let stop = 0; stop < back; stop += 1) await page.keyboard.press("Shift+Tab");
        return page.evaluate(whatWasReached, [stops, back]);
      }, width);
      assertNone(found);
    });
  }

  test("no place in the order is forced, and no key is taken", async () => {
    const found = await everyKind(() =>
      page.$$eval("[tabindex], [accesskey]", (elements) =>
        elements.filter((element) => element.tabIndex > 0 || element.accessKey).map((element) => element.outerHTML.slice(0, 120)),
      ),
    );
    assertNone(found);
  });

  test("the skip link leads to the main part", async () => {
    const found = await everyKind(async () => {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      const at = await page.evaluate(() => document.activeElement.id);
      return at === "main" ? [] : [`leads to "${at}"`];
    });
    assertNone(found);
  });

  test("what can be seen of a name is a part of it", async () => {
    assertNone(await everyKind(() => page.evaluate(namesWithoutTheirWords)));
  });

  test("what can be pressed is 24 pixels each way, or has that much room, or stands in a line of text", async () => {
    for (const width of [320, 1280]) assertNone(await everyKind(() => page.evaluate(tooSmall), width), `at ${width} pixels`);
  });

  test("links with the same words in the same part of a page lead to the same place", async () => {
    assertNone(await everyKind(() => page.evaluate(sameWordsElsewhere)));
  });

  test("a choice in a filter keeps the focus, leads nowhere, and its outcome is told", async () => {
    const found = await everyKind(async () => {
      const boxes = page.locator("form.filters fieldset[data-filter] input[type=checkbox]");
      if ((await boxes.count()) === 0) return [];
      await page.evaluate(() => document.querySelectorAll("form.filters details").forEach((fold) => (fold.open = true)));
      const url = page.url();
      const told = () => page.locator('form.filters [role="status"]').first().textContent();
      const before = await told();
      let changed = false;
      for (let number = 0; number < Math.min(await boxes.count(), 8); number += 1) {
        const box = boxes.nth(number);
        await box.focus();
        await page.keyboard.press("Space");
        assert.equal(await box.evaluate((box) => document.activeElement === box), true);
        changed ||= (await told()) !== before;
      }
      return [...(changed ? [] : [`nothing told but "${before}"`]), ...(page.url() === url ? [] : [page.url()])];
    });
    assertNone(found);
  });
});

// What follows runs in the page.

/** Gets ready to note what gets the focus, and counts what should. */
function expectStops() {
  const all = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const stops = [...document.querySelectorAll(all)].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled,
  );
  // Behind the last thing of the page the browser's own come, so that a walk ends there.
  window.expected = stops;
  window.reached = [];
  window.unmarked = [];
  document.addEventListener("focusin", ({ target }) => {
    window.reached.push(target);
    const { outlineStyle, outlineWidth } = getComputedStyle(target);
    const name = target.outerHTML.slice(0, 120);
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) window.unmarked.push(`no mark: ${name}`);
    const bar = document.querySelector(".exit-bar");
    if (bar.contains(target)) return;
    const { bottom } = bar.getBoundingClientRect();
    const seen = [...target.getClientRects()].some((box) => box.bottom > bottom + 1 && box.top < innerHeight - 1);
    if (!seen) window.unmarked.push(`hidden: ${name}`);
  });
  return stops.length;
}

function whatWasReached([stops, back]) {
  const { expected, reached, unmarked } = window;
  const wanted = expected.slice(0, stops);
  const name = (element) => element?.outerHTML.slice(0, 100);
  const found = [...unmarked];
  wanted.forEach((element, at) => {
    if (reached[at] !== element) found.push(`stop ${at + 1} is ${name(reached[at])}, not ${name(element)}`);
  });
  [...wanted].reverse().slice(1, back + 1).forEach((element, at) => {
    if (reached[stops + at] !== element) found.push(`back, stop ${at + 1} is ${name(reached[stops + at])}, not ${name(element)}`);
  });
  return found.slice(0, 3);
}

function namesWithoutTheirWords() {
  const plain = (text) => text.replace(/\s+/g, " ").trim().toLowerCase();
  return [...document.querySelectorAll("a[aria-label], button[aria-label], summary[aria-label], [role=button][aria-label]")]
    .filter((element) => plain(element.innerText) && !plain(element.getAttribute("aria-label")).includes(plain(element.innerText)))
    .map((element) => `"${element.getAttribute("aria-label")}" shows "${element.innerText}"`);
}

function tooSmall() {
  const all = [...document.querySelectorAll("a[href], button, input, summary")].filter(
    (element) => element.checkVisibility() && !element.closest(".vh, .skip"),
  );
  const boxes = all.map((element) => element.getBoundingClientRect());
  const inText = (element) => {
    const display = getComputedStyle(element).display;
    const block = element.parentElement.closest("p, li, dd, td, th, h1, h2, h3, h4, figcaption, caption, summary, blockquote, label");
    return display === "inline" && block && block.innerText.trim() !== element.innerText.trim();
  };
  return all
    .filter((element, at) => {
      const { width, height, left, top } = boxes[at];
      if ((width >= 24 && height >= 24) || inText(element)) return false;
      const [x, y] = [left + width / 2, top + height / 2];
      // A circle of 24 pixels about it meets no other target.
      return boxes.some((box, other) => {
        if (other === at || all[other].contains(element) || element.contains(all[other])) return false;
        const apart = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
        return apart < 12;
      });
    })
    .map((element) => element.outerHTML.slice(0, 140));
}

/** What a screen reader's list of links would show as the same. */
function sameWordsElsewhere() {
  const found = [];
  for (const part of document.querySelectorAll("main, header, footer, nav")) {
    const places = new Map();
    for (const link of part.querySelectorAll("a[href]")) {
      const words = (link.getAttribute("aria-label") ?? link.textContent).replace(/\s+/g, " ").trim();
      // The words around a link tell two apart, in a table those at the heads of its row and column: WCAG 2.2, 2.4.4.
      const cell = link.closest("td");
      const around = cell ? [cell.closest("tr").querySelector("th"), cell] : [link.closest("li, dd, p, figure")];
      const place = cell && cell.closest("tr").querySelector("th") ? `${cell.closest("table").caption?.textContent} ${cell.cellIndex}` : "";
      const context = place + around.map((part) => part?.textContent.replace(/\s+/g, " ").trim()).join(" ");
      const key = `${words}|${context}`;
      if (places.has(key) && places.get(key) !== link.href) found.push(`"${words}": ${places.get(key)} and ${link.href}`);
      places.set(key, link.href);
    }
  }
  return found;
}
