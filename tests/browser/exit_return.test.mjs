// Coming back after the exit: a plain sheet with one way back to the site, on every page of the visit, whether the
// browser kept the page or loads it anew. And no sheet at all where nobody has left.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { EXIT, Site, exitLink, hasLeft, launch, pressShift, stories } from "./support.mjs";

const site = await Site.example();
const service = site.first("service");
const browsers = {
  "which keeps pages that were left": await launch(),
  "which loads them anew": await launch({ remembersPages: false }),
};
let marks = 0;

describe("after the exit", () => {
  after(async () => {
    for (const browser of Object.values(browsers)) await browser.close();
    await site.close();
  });

  for (const [which, browser] of Object.entries(browsers)) {
    describe(`in a browser ${which}`, () => {
      const kept = which.includes("keeps");
      /** Runs a story that begins on a page elsewhere, from which the site is then opened. */
      const visit = (story) =>
        stories(site, browser)("", async (page) => {
          await page.context().route("https://elsewhere.example/", (route) =>
            route.fulfill({ contentType: "text/html", body: "<title>Elsewhere</title>Elsewhere" }),
          );
          await page.addInitScript(() => {
            window.addEventListener("pageshow", ({ persisted }) => (window.keptPage = persisted));
          });
          await page.goto("https://elsewhere.example/");
          await page.goto(site.url("services/"));
          await story(page);
        });

      test("Back leads past the page where it was pressed", async () => {
        for (const leave of [(page) => exitLink(page).click(), (page) => pressShift(page, 3)]) {
          await visit(async (page) => {
            await leave(page);
            await hasLeft(page);
            await step(page, -1);
            assert.equal(page.url(), "https://elsewhere.example/");
          });
        }
      });

      test("Back to any page of the visit, and Forward again, shows a plain sheet", async () => {
        await visit(async (page) => {
          await follow(page, `main a[href$="/${service}"]`);
          await follow(page, "nav[aria-label=Main] a");
          await exitLink(page).click();
          await hasLeft(page);
          await step(page, -1);
          assert.equal(page.url(), site.url(service));
          assert.equal(await page.evaluate(() => window.keptPage), kept, "the browser does what this test is about");
          await isSheet(page);
          await step(page, -1);
          assert.equal(page.url(), site.url("services/"));
          await isSheet(page);
          await step(page, +1);
          await isSheet(page);
          await step(page, +1);
          assert.equal(page.url(), EXIT);
        });
      });

      test("after steps back and forward in the visit, too", async () => {
        await visit(async (page) => {
          await follow(page, `main a[href$="/${service}"]`);
          await follow(page, "nav[aria-label=Main] a");
          for (const by of [-1, -1, +1, +1]) await step(page, by);
          await isPage(page);
          await exitLink(page).click();
          await hasLeft(page);
          await step(page, -1);
          await isSheet(page);
        });
      });

      test("the sheet has one way back, which shows the page as it was", async () => {
        await visit(async (page) => {
          await follow(page, `main a[href$="/${service}"]`);
          await exitLink(page).click();
          await hasLeft(page);
          await step(page, -1);
          await isSheet(page);
          await page.getByRole("button", { name: "Open it again" }).click();
          await isPage(page);
          // And it stays open for whoever goes on from here and comes back.
          await follow(page, `main a[href$="/${service}"]`);
          await step(page, -1);
          await isPage(page);
          // The exit works as it did.
          await pressShift(page, 3);
          await hasLeft(page);
        });
      });

      test("and without it Back and Forward show the pages", async () => {
        await visit(async (page) => {
          await follow(page, `main a[href$="/${service}"]`);
          await follow(page, "nav[aria-label=Main] a");
          for (const by of [-1, -1, +1, +1, -1]) {
            await step(page, by);
            await isPage(page);
          }
          await page.reload();
          await isPage(page);
        });
      });

      test("and without it Back from another site shows the page", async () => {
        await visit(async (page) => {
          await follow(page, `main a[href$="/${service}"]`);
          // A link out, as a service's website is one.
          await page.evaluate(() => {
            const link = document.createElement("a");
            link.href = "https://elsewhere.example/";
            document.querySelector("main").append(link);
            link.click();
          });
          await page.waitForURL("https://elsewhere.example/");
          await step(page, -1);
          await isPage(page);
          await step(page, -1);
          await isPage(page);
        });
      });
    });
  }

  test("a browser that cannot tell shows the page, and the exit works in it", async () => {
    await stories(site, browsers["which keeps pages that were left"])("", async (page) => {
      await page.addInitScript(() => Object.defineProperty(window, "navigation", { value: undefined }));
      const errors = [];
      page.on("pageerror", (error) => errors.push(error));
      await page.goto(site.url("services/"));
      assert.equal(await page.evaluate(() => typeof window.navigation), "undefined");
      await follow(page, `main a[href$="/${service}"]`);
      await step(page, -1);
      await isPage(page);
      await pressShift(page, 3);
      await hasLeft(page);
      assert.deepEqual(errors, []);
    });
  });

  function follow(page, selector) {
    return leave(page, (selector) => document.querySelector(selector).click(), selector);
  }

  /** A step in the tab's history, as the browser's own buttons make it. */
  function step(page, by) {
    return leave(page, (by) => history.go(by), by);
  }

  /** Does what leads to another page, and waits until that is on the screen and ready, however slow the machine. */
  async function leave(page, way, argument) {
    marks += 1;
    // The way is taken once the answer is back, which would be lost with the page.
    await page.evaluate(`window.mark = ${marks}; setTimeout(() => (${way})(${JSON.stringify(argument)}), 0); true`);
    for (let tries = 0; ; tries += 1) {
      await new Promise((done) => setTimeout(done, 60));
      const arrived = page.evaluate((mark) => window.mark !== mark && document.readyState === "complete", marks);
      if (await arrived.catch(() => false)) break;
      assert.ok(tries < 100, `${page.url()} leads nowhere`);
    }
    await new Promise((done) => setTimeout(done, 60));
  }

  async function isSheet(page) {
    const { text, title, others } = await page.evaluate(() => ({
      text: document.body.innerText.replace(/\s+/g, " ").trim(),
      title: document.title,
      others: [...document.body.children].filter(
        (element) => element.className !== "exit-cover" && getComputedStyle(element).display !== "none",
      ).length,
    }));
    assert.equal(text, "This page was closed. Open it again", page.url());
    assert.equal(title, "New tab");
    assert.equal(others, 0);
  }

  async function isPage(page) {
    assert.ok(page.url().startsWith(site.url()), page.url());
    assert.ok(await page.locator("h1").isVisible(), `${page.url()} can be read`);
    assert.equal(await page.locator(".exit-cover").count(), 0, page.url());
    assert.notEqual(await page.title(), "New tab");
  }
});
