// Every page of the example site, as a browser reads it without running its scripts: what comes again comes in the same
// order (WCAG 2.2, criteria 3.2.3, 3.2.4 and 3.2.6), nothing is written inside that a content policy would have to allow,
// the head gives away no more than the title, no form can send what is typed, and nothing is wider than the screen.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Site, assertNone, launch } from "./support.mjs";

const WIDTH = 320;
const AT_ONCE = 3;

const site = await Site.example();
const browser = await launch();

describe("every page", () => {
  let read;

  before(async () => {
    const page = await browser.newPage();
    await page.goto(site.url("robots.txt"));
    read = await Promise.all(site.pages.map(async (one) => ({ ...one, ...(await page.evaluate(readPage, await site.html(one))) })));
    await page.close();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  /** Fails with what one list of every page holds. */
  function assertNothing(list) {
    assert.ok(read.length > 400, `${read.length} pages`);
    assertNone(read.flatMap((page) => page[list].map((what) => `/${page.path}: ${what}`)));
  }

  test("has what comes again in the same order and with the same words", () => {
    const usual = read.find(({ kind }) => kind === "service");
    assert.ok(usual.order.length >= 5, usual.order.join());
    const found = [];
    for (const { path, order, links } of read) {
      // A page may lack a part that it needs no second time; those that are there keep their order.
      const places = order.map((part) => usual.order.indexOf(part));
      if (places.includes(-1) || places.some((place, at) => at > 0 && place < places[at - 1])) found.push(`${path}: ${order.join(", ")}`);
      for (const part of Object.keys(usual.links)) {
        if (links[part] !== usual.links[part]) found.push(`${path}: ${part}: ${links[part]}`);
      }
    }
    assertNone(found);
  });

  test("has no script, style or handler written inside it", () => assertNothing("inline"));

  test("has a neutral mark for the tab, the same words for other sites as in its title, and no picture", () => assertNothing("head"));

  test("has a box to search in that sends nothing, also where scripts are off", () => {
    assertNothing("sends");
    assertNone(read.filter(({ boxes }) => boxes === 0).map(({ path }) => path), "pages without a search box");
  });

  // On wider screens: a look at the covering pages.
  test("does not scroll sideways on a phone", { skip: Boolean(process.env.FAST) }, async () => {
    const waiting = site.pages.map(({ path }) => path);
    const found = [];
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: WIDTH, height: 720 } });
      const page = await context.newPage();
      while (waiting.length > 0) {
        const path = waiting.pop();
        await page.goto(site.url(path));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > WIDTH) found.push(`/${path}: ${wide} pixels wide in ${WIDTH}`);
      }
      await context.close();
    }));
    assertNone(found);
  });

  test("has a title of its own", () => {
    const pages = new Map();
    for (const { title, path } of read) pages.set(title, [...(pages.get(title) ?? []), path]);
    const shared = [...pages].filter(([title, paths]) => title === "" || paths.length > 1);
    assertNone(shared.map(([title, paths]) => `"${title}": ${paths.join(" ")}`));
  });
});

/** Runs in a page: what another one is made of. */
function readPage(html) {
  const other = new DOMParser().parseFromString(html, "text/html");
  const all = (selector) => [...other.querySelectorAll(selector)];

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
  const words = (selector) => all(`${selector} a`).map((link) => `${link.textContent.trim()} ${link.getAttribute("href")}`).join("; ");

  // Structured data is a script element too, but nothing in it runs.
  const inline = all('script:not([src], [type="application/ld+json"]), style, [style]').map((element) => element.outerHTML.slice(0, 200));
  for (const element of all("*")) {
    for (const { name } of element.attributes) if (name.startsWith("on")) inline.push(`${element.tagName} ${name}`);
  }

  // What tells others of the page may not tell more, or other, than its title.
  const head = all('meta[property="og:image"], meta[name="twitter:image"], link[rel~="apple-touch-icon"]').map((element) => element.outerHTML);
  const shared = other.querySelector('meta[property="og:title"]')?.content;
  if (shared !== other.title) head.push(`og:title is "${shared}"`);
  const icons = all('link[rel~="icon"]').map((link) => link.getAttribute("href"));
  if (icons.length !== 1 || !/\/assets\/favicon\.[0-9a-f]+\.svg$/.test(icons[0])) head.push(`icons: ${icons}`);

  const boxes = all("input[type=search]");
  // Some browsers send what is checked for its spelling to their maker.
  const quiet = (box) => box.getAttribute("name") === null && box.getAttribute("autocomplete") === "off" && box.getAttribute("spellcheck") === "false";
  const sends = [...boxes.filter((box) => !quiet(box)), ...all("form [name]")].map((element) => element.outerHTML.slice(0, 120));

  return {
    title: other.title,
    order: there.map(([name]) => name),
    links: { navigation: words(parts.navigation), foot: words(parts.foot) },
    inline,
    head,
    boxes: boxes.length,
    sends,
  };
}
