// Pages of the example site, opened: what they ask for and what they leave behind.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { NO_TRACES, Site, assertNone, launch, traces } from "./support.mjs";

const AT_ONCE = 4;


const site = await Site.example();
const covering = await site.covering();
const browser = await launch();

describe("a page with each structure, opened,", () => {
  let seen;

  before(async () => (seen = await crawl()));

  after(async () => {
    await browser.close();
    await site.close();
  });

  test("asks no one else for anything", () => {
    assert.equal(seen.pages, covering.length);
    assertNone(seen.elsewhere);
  });

  test("has all that it asks for", () => {
    assertNone(seen.failed);
  });

  test("leaves no trace in the browser", () => {
    assert.deepEqual(seen.left, NO_TRACES);
  });

  test("runs without a complaint from the browser", () => {
    assertNone(seen.complaints);
  });

  test("loads nothing that depends on what was looked at before", () => {
    // A page is a file: asking twice gives the same, and nothing is asked for in the background.
    assertNone(seen.parameters);
  });
});

/** Opens the pages and notes what happened. */
async function crawl() {
  const context = await browser.newContext();
  const seen = { pages: 0, elsewhere: [], failed: [], complaints: [], parameters: [], left: {} };
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(site.url()) && !url.startsWith("data:")) seen.elsewhere.push(url);
    if (/[?#]./.test(url)) seen.parameters.push(url);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) seen.failed.push(response.url());
  });
  const waiting = covering.map(({ path }) => path);
  const visitor = async () => {
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") seen.complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => seen.complaints.push(`${page.url()}: ${error}`));
    while (waiting.length > 0) {
      const path = waiting.pop();
      await page.goto(site.url(path));
      seen.pages += 1;
    }
    return page;
  };
  const [page] = await Promise.all(Array.from({ length: AT_ONCE }, visitor));
  seen.left = await traces(page);
  await context.close();
  return seen;
}
