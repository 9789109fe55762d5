// Search words and filter choices stay in the page: not in an address, in history, in a request or in
// the browser's stores.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { NO_TRACES, Site, assertNone, launch, traces } from "./support.mjs";

const BOX = "form[role=search] input[type=search]";
const RESULTS = "#search-results a";
const CHOICES = "fieldset[data-filter] input[type=checkbox]";

const site = await Site.example();
const browser = await launch();

describe("search", () => {
  after(async () => {
    await browser.close();
    await site.close();
  });

  const searching = (story) => on("search/", story);

  /** Runs a story on a page, in a browser that remembers nothing. */
  async function on(path, story) {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(site.url(path), { waitUntil: "networkidle" });
      return await story(page);
    } finally {
      await context.close();
    }
  }

  function place(page) {
    return page.evaluate(() => [location.href, history.length, history.state]);
  }

  async function type(page, words) {
    await page.locator(BOX).first().fill("");
    await page.locator(BOX).first().pressSequentially(words);
  }

  async function find(page, words) {
    await type(page, words);
    await page.locator(RESULTS).first().waitFor({ timeout: 10_000 });
  }

  test("finds refuges, and its results lead to pages", async () => {
    await searching(async (page) => {
      await find(page, "refuge");
      assert.match(await page.locator("#search-results").innerText(), /refuge/i);
      for (const link of await page.locator(RESULTS).all()) {
        const address = await link.evaluate((link) => link.href);
        assert.equal((await fetch(address)).status, 200, address);
      }
    });
  });

  test("finds nothing where there is nothing", async () => {
    await searching(async (page) => {
      await find(page, "refuge");
      await type(page, "zqxjkvw");
      await page.locator(RESULTS).first().waitFor({ state: "detached", timeout: 5_000 });
    });
  });

  test("leaves the address and the history as they are", async () => {
    await searching(async (page) => {
      const before = await place(page);
      await find(page, "refuge");
      await page.keyboard.press("Enter");
      await find(page, "housing");
      assert.deepEqual(await place(page), before);
    });
  });

  test("cannot put its words in an address without scripts either", async () => {
    await searching(async (page) => {
      const box = page.locator(BOX).first();
      assert.equal(await box.getAttribute("name"), null);
      assert.equal(await box.getAttribute("autocomplete"), "off");
      // Some browsers send what is checked for its spelling to their maker.
      assert.equal(await box.getAttribute("spellcheck"), "false");
    });
  });

  test("sends nothing where scripts are off", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.url());
    await page.locator("input[type=search]").first().fill("refuge");
    await page.keyboard.press("Enter");
    await page.waitForURL(/services\/a-z/);
    assert.ok(!page.url().includes("refuge") && !/[?#]./.test(page.url()), page.url());
    // What stands in for the search there.
    await page.goto(site.url("search/"));
    assert.ok((await page.locator('main a[href$="/services/a-z/"]:visible').count()) > 0, "the A to Z is offered");
    await context.close();
  });

  test("fetches its index once, whatever the words", async () => {
    const requestsFor = (...queries) =>
      searching(async (page) => {
        const requests = [];
        page.on("request", (request) => requests.push(`${request.method()} ${request.url()}`));
        await page.reload({ waitUntil: "networkidle" });
        for (const words of queries) await find(page, words);
        return requests;
      });
    const requests = await requestsFor("refuge", "housing", "police");
    const ofTheIndex = requests.filter((request) => request.includes("search-index"));
    assert.equal(ofTheIndex.length, 1, requests.join("\n"));
    assert.deepEqual((await requestsFor("children")).sort(), requests.sort());
  });

  test("has forgotten the words when one comes back", async () => {
    await searching(async (page) => {
      await find(page, "refuge");
      await page.goto(site.url());
      await page.goBack({ waitUntil: "commit" });
      await page.locator(BOX).first().waitFor();
      assert.equal(await page.locator(BOX).first().inputValue(), "");
      assert.equal(await page.locator(RESULTS).count(), 0);
    });
  });

  test("leaves no trace in the browser", async () => {
    await searching(async (page) => {
      await find(page, "refuge");
      assert.deepEqual(await traces(page), NO_TRACES);
    });
  });

  test("by filters narrows the list and tells no one", async () => {
    await on("services/", async (page) => {
      await openFilters(page);
      const before = await place(page);
      const all = await page.locator("main").innerText();
      const requests = [];
      page.on("request", (request) => requests.push(request.url()));
      const choice = page.locator(CHOICES).first();
      await choice.check();
      assert.notEqual(await page.locator("main").innerText(), all);
      assert.deepEqual(await place(page), before);
      assertNone(requests);
      assert.deepEqual(await traces(page), NO_TRACES);

      await page.goto(site.url());
      await page.goBack({ waitUntil: "commit" });
      await choice.waitFor({ state: "attached" });
      assert.equal(await page.locator(`${CHOICES}:checked`).count(), 0);
    });
  });

  /** On a narrow screen or a long page the choices may be folded away. */
  async function openFilters(page) {
    await page.evaluate((choices) => {
      const folds = document.querySelectorAll(`details:has(${choices})`);
      for (const fold of folds) fold.open = true;
    }, CHOICES);
  }
});
