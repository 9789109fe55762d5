// What comes again on every page comes in the same order: the exit, the name, the main links, the search, the way to
// help, the foot. WCAG 2.2, criteria 3.2.3, 3.2.4 and 3.2.6.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { Site, assertNone, launch } from "./support.mjs";

const site = await Site.start();
const browser = await launch();

describe("every page", () => {
  after(async () => {
    await browser.close();
    await site.close();
  });

  test("has what comes again in the same order and with the same words", async () => {
    const page = await browser.newPage();
    await page.goto(site.url());
    const looks = [];
    for (const { path, kind } of site.pages) {
      const html = await readFile(join(site.out, path === "" || path.endsWith("/") ? `${path}index.html` : path), "utf8");
      looks.push({ path, kind, ...(await page.evaluate(blocks, html)) });
    }
    const usual = looks.find(({ kind }) => kind === "service");
    assert.ok(usual.order.length >= 5, usual.order.join());
    const found = [];
    for (const { path, order, links } of looks) {
      // A page may lack a part that it needs no second time; those that are there keep their order.
      const places = order.map((part) => usual.order.indexOf(part));
      if (places.includes(-1) || places.some((place, at) => at > 0 && place < places[at - 1])) found.push(`${path}: ${order.join(", ")}`);
      for (const part of Object.keys(usual.links)) {
        if (links[part] !== usual.links[part]) found.push(`${path}: ${part}: ${links[part]}`);
      }
    }
    assertNone(found);
  });
});

/** Runs in a page: the parts of another one, in order, and the links of those that come again. */
function blocks(html) {
  const other = new DOMParser().parseFromString(html, "text/html");
  const parts = {
    skip: "a.skip:not(.exit-secondary)",
    exit: "a.exit-this-page",
    name: "a.wordmark",
    navigation: "nav[aria-label=Main]",
    search: "header form[role=search]",
    crumbs: "nav.crumbs",
    main: "main",
    help: "aside.emergency-band",
    foot: "footer.site-footer",
  };
  const there = Object.entries(parts).map(([name, selector]) => [name, other.querySelector(selector)]).filter(([, element]) => element);
  there.sort(([, a], [, b]) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  const words = (selector) => [...other.querySelectorAll(`${selector} a`)].map((link) => `${link.textContent.trim()} ${link.getAttribute("href")}`).join("; ");
  return { order: there.map(([name]) => name), links: { navigation: words(parts.navigation), foot: words(parts.foot) } };
}
