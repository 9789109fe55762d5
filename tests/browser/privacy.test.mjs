// Every page of the example site: what it asks for, what it leaves behind, what is written inside it.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { NO_TRACES, Site, assertNone, launch, traces } from "./support.mjs";

const AT_ONCE = 4;

const site = await Site.start();
const browser = await launch();
const seen = await crawl();

describe("every page", () => {
  after(async () => {
    await browser.close();
    await site.close();
  });

  test("asks no one else for anything", () => {
    assertNone(seen.elsewhere);
  });

  test("has all that it asks for", () => {
    assertNone(seen.failed);
  });

  test("leaves no trace in the browser", () => {
    assert.deepEqual(seen.left, NO_TRACES);
  });

  test("has no script, style or handler written inside it", () => {
    assertNone(seen.inline);
  });

  test("runs without a complaint from the browser", () => {
    assertNone(seen.complaints);
  });

  test("has a neutral mark for the tab, the same words for other sites as in its title, and no picture", () => {
    assertNone(seen.heads);
  });

  test("loads nothing that depends on what was looked at before", () => {
    // A page is a file: asking twice gives the same, and nothing is asked for in the background.
    assertNone(seen.parameters);
  });

  test("has a title of its own", () => {
    const pages = new Map();
    for (const [title, path] of seen.titles) pages.set(title, [...(pages.get(title) ?? []), path]);
    const shared = [...pages].filter(([title, paths]) => title === "" || paths.length > 1);
    assertNone(shared.map(([title, paths]) => `"${title}": ${paths.join(" ")}`));
  });
});

/** Opens every page and notes what happened. */
async function crawl() {
  const context = await browser.newContext();
  const seen = { elsewhere: [], failed: [], complaints: [], inline: [], titles: [], heads: [], parameters: [], left: {} };
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(site.url()) && !url.startsWith("data:")) seen.elsewhere.push(url);
    if (/[?#]./.test(url)) seen.parameters.push(url);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) seen.failed.push(response.url());
  });
  const waiting = site.pages.map(({ path }) => path);
  const visitor = async () => {
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") seen.complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => seen.complaints.push(`${page.url()}: ${error}`));
    while (waiting.length > 0) {
      const path = waiting.pop();
      await page.goto(site.url(path));
      seen.titles.push([await page.title(), path]);
      const inline = await page.evaluate(writtenInside);
      seen.inline.push(...inline.map((what) => `${path}: ${what}`));
      const head = await page.evaluate(headTroubles);
      seen.heads.push(...head.map((what) => `${path}: ${what}`));
    }
    return page;
  };
  const [page] = await Promise.all(Array.from({ length: AT_ONCE }, visitor));
  seen.left = await traces(page);
  await context.close();
  return seen;
}

/** Runs in the page. What tells others of it may not tell more, or other, than its title. */
function headTroubles() {
  const found = [];
  const content = (property) => document.querySelector(`meta[property="${property}"]`)?.content;
  if (content("og:title") !== document.title) found.push(`og:title is "${content("og:title")}"`);
  for (const picture of document.querySelectorAll('meta[property="og:image"], meta[name="twitter:image"], link[rel~="apple-touch-icon"]')) {
    found.push(picture.outerHTML);
  }
  const icons = [...document.querySelectorAll('link[rel~="icon"]')].map(({ href }) => href);
  if (icons.length !== 1 || !/\/assets\/favicon\.[0-9a-f]+\.svg$/.test(icons[0])) found.push(`icons: ${icons}`);
  return found;
}

/** Runs in the page. Structured data is a script element too, but nothing in it runs. */
function writtenInside() {
  const scripts = 'script:not([src], [type="application/ld+json"])';
  const found = [...document.querySelectorAll(`${scripts}, style, [style]`)].map((element) =>
    element.outerHTML.slice(0, 200),
  );
  for (const element of document.querySelectorAll("*")) {
    for (const { name } of element.attributes) {
      if (name.startsWith("on")) found.push(`${element.tagName} ${name}`);
    }
  }
  return found;
}
