// The box at the top of each page brings the search to where one is, and takes it away again.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { NO_TRACES, Site, assertNone, launch, stories, traces } from "./support.mjs";

const HEADER_BOX = ".site-header input[type=search]";
const BOX = "main input[type=search]";
const RESULTS = "#search-results a";

const site = await Site.example();
const browser = await launch();

describe("the search box of a page", () => {
  after(async () => {
    await browser.close();
    await site.close();
  });

  const on = stories(site, browser);

  async function search(page, words) {
    await page.locator(HEADER_BOX).fill(words);
    await page.keyboard.press("Enter");
    await page.locator(RESULTS).first().waitFor({ timeout: 10_000 });
  }

  test("asks for the same files whatever the words", async () => {
    const requestsFor = (words) =>
      on("", async (page) => {
        const requests = [];
        page.on("request", (request) => requests.push(`${request.method()} ${request.url()} ${request.postData()}`));
        await search(page, words);
        // The browser asks for the icon of the tab when it likes.
        return requests.filter((request) => !request.includes("favicon")).sort();
      });
    const requests = await requestsFor("refuge");
    assert.ok(requests.length >= 3, requests.join("\n"));
    assert.deepEqual(await requestsFor("he hits me"), requests);
    assertNone(requests.filter((request) => /refuge|hits/.test(request)));
  });

  test("brings the page back with a press, and can be used again", async () => {
    await on("", async (page) => {
      const words = await page.locator("main h1").innerText();
      await search(page, "refuge");
      await page.getByRole("button", { name: "Close the search" }).click();
      assert.equal(await page.locator("main h1").innerText(), words);
      assert.equal(await page.locator(HEADER_BOX).inputValue(), "");
      assert.ok(await page.locator(HEADER_BOX).evaluate((box) => box === document.activeElement));
      await search(page, "housing");
      assert.equal(await page.locator(BOX).inputValue(), "housing");
    });
  });

  test("comes once, however often it is asked for while it is on its way", async () => {
    await on("", async (page) => {
      const words = await page.locator("main h1").innerText();
      let release;
      const wait = new Promise((resolve) => (release = resolve));
      await page.route("**/search/", async (route) => {
        await wait;
        await route.continue();
      });
      await page.locator(HEADER_BOX).fill("refuge");
      for (let time = 0; time < 3; time += 1) await page.keyboard.press("Enter");
      release();
      await page.locator(RESULTS).first().waitFor();
      assert.equal(await page.locator("main h1").count(), 1);
      await page.getByRole("button", { name: "Close the search" }).click();
      assert.equal(await page.locator("main h1").innerText(), words);
    });
  });

  test("stays, with its words, when the last of the page comes after it", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    let release;
    const wait = new Promise((resolve) => (release = resolve));
    await page.route("**/print.*.css", async (route) => {
      await wait;
      await route.continue();
    });
    await page.goto(site.url(""), { waitUntil: "domcontentloaded" });
    await search(page, "refuge");
    release();
    await page.waitForLoadState("load");
    await page.waitForTimeout(100);
    assert.equal(await page.locator(BOX).inputValue(), "refuge");
    await context.close();
  });

  test("has its name here too", async () => {
    await on("", async (page) => {
      await search(page, "refuge");
      assert.equal(await page.getByRole("searchbox", { name: "Search this site" }).count(), 1);
      const twice = await page.evaluate(() => {
        const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
        return ids.filter((id, at) => ids.indexOf(id) !== at);
      });
      assert.deepEqual(twice, []);
    });
  });

  test("is empty, and its page as it was, when one comes back", async () => {
    await on("", async (page) => {
      await search(page, "refuge");
      await page.locator(RESULTS).first().click();
      await page.waitForLoadState();
      await page.goBack({ waitUntil: "commit" });
      await page.locator(HEADER_BOX).waitFor();
      assert.equal(await page.locator(RESULTS).count(), 0);
      assert.equal(await page.locator(HEADER_BOX).inputValue(), "");
    });
  });

  test("leads to the services from A to Z without scripts", async () => {
    await on(
      "",
      async (page) => {
        await page.locator(HEADER_BOX).fill("refuge");
        await page.keyboard.press("Enter");
        await page.waitForURL(/\/services\/a-z\//);
        assert.ok(!/refuge/.test(page.url()), page.url());
      },
      { javaScriptEnabled: false },
    );
  });
});
