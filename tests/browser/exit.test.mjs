// Leaving in one press: with and without scripts, by the links and by three Shifts.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { EXIT, Site, assertNone, exitLink, hasLeft, launch, pressShift, stories } from "./support.mjs";

const site = await Site.example();
const browser = await launch();
const on = stories(site, browser);
const service = site.first("service");

/** Longer than this may pass between two presses of Shift, and they count no more. */
const TOO_LONG = 5_001;
const JUST_IN_TIME = 4_900;

describe("the exit", () => {
  after(async () => {
    await browser.close();
    await site.close();
  });

  async function hasStayed(page, path = service) {
    await pause(150);
    assert.equal(page.url(), site.url(path));
    assert.ok(await page.locator("h1").isVisible(), "the page can still be read");
  }

  /** Runs a story on a page whose clock is the test's, and stands still between its words. */
  function withClock(path, story) {
    return on("", async (page) => {
      const opened = Date.UTC(2026, 10, 25, 12);
      await page.clock.install({ time: opened });
      await page.goto(site.url(path));
      await page.clock.pauseAt(opened + 10 * 60_000);
      await story(page);
    });
  }

  const announced = (page) => page.locator(".exit-bar [role=status]").textContent();

  for (const javaScriptEnabled of [true, false]) {
    const scripts = javaScriptEnabled ? "with" : "without";

    test(`works by a press, ${scripts} JavaScript`, async () => {
      await on(
        service,
        async (page) => {
          await exitLink(page).click();
          await hasLeft(page);
        },
        { javaScriptEnabled },
      );
    });

    test(`works by its second link and the keyboard, ${scripts} JavaScript`, async () => {
      await on(
        service,
        async (page) => {
          await page.keyboard.press("Tab");
          await page.keyboard.press("Tab");
          await page.keyboard.press("Enter");
          await hasLeft(page);
        },
        { javaScriptEnabled },
      );
    });
  }

  test("leaves with the middle button and with keys held, and opens nothing beside", async () => {
    for (const how of [{ button: "middle" }, { modifiers: ["Control"] }, { modifiers: ["Shift"] }]) {
      await on(service, async (page) => {
        await exitLink(page).click(how);
        await hasLeft(page);
        assert.equal(page.context().pages().length, 1, JSON.stringify(how));
      });
    }
  });

  test("works when every other script is missing, and when every other script throws", async () => {
    for (const spoil of [(route) => route.abort(), (route) => route.fulfill({ body: 'throw new Error("broken");' })]) {
      for (const path of [service, "services/", "search/"]) {
        await on("", async (page) => {
          const first = await firstScript(site, path);
          await page.route("**/*.js", (route) => (route.request().url() === first ? route.continue() : spoil(route)));
          await page.goto(site.url(path));
          await pressShift(page, 3);
          await hasLeft(page);
        });
      }
    }
  });

  test("follows three Shifts, each just in time, and says how many are missing", async () => {
    await withClock(service, async (page) => {
      assert.equal(await announced(page), "");
      await pressShift(page, 1);
      assert.match(await announced(page), /2 more times/);
      assert.equal(await exitLink(page).getAttribute("data-presses"), "1");
      await page.clock.fastForward(JUST_IN_TIME);
      await pressShift(page, 1);
      assert.match(await announced(page), /1 more time\b/);
      await page.clock.fastForward(JUST_IN_TIME);
      await pressShift(page, 1);
      await hasLeft(page);
    });
  });

  test("does not follow a Shift that comes too late, and says so", async () => {
    for (const before of [1, 2]) {
      await withClock(service, async (page) => {
        await pressShift(page, before);
        await page.clock.fastForward(TOO_LONG);
        assert.match(await announced(page), /too slow/);
        await pressShift(page, 2);
        await hasStayed(page);
        await pressShift(page, 1);
        await hasLeft(page);
      });
    }
  });

  test("follows three Shifts in the search box", async () => {
    await on("search/", async (page) => {
      await page.locator("input[type=search]").first().focus();
      await pressShift(page, 3);
      await hasLeft(page);
    });
  });

  test("does not follow Shift that makes a capital", async () => {
    await on("search/", async (page) => {
      await page.locator("input[type=search]").first().focus();
      for (let press = 0; press < 4; press += 1) await page.keyboard.press("Shift+A");
      await hasStayed(page, "search/");
    });
  });

  test("does not follow Shift together with Control, Alt or the mouse", async () => {
    await on(service, async (page) => {
      for (const key of ["Control", "Alt", "Meta"]) {
        for (let press = 0; press < 3; press += 1) await page.keyboard.press(`${key}+Shift`);
      }
      for (let press = 0; press < 3; press += 1) {
        await page.keyboard.down("Shift");
        await page.locator("h1").click();
        await page.keyboard.up("Shift");
      }
      await hasStayed(page);
    });
  });

  test("does not follow Shifts with another key between them", async () => {
    await on(service, async (page) => {
      await pressShift(page, 2);
      await page.keyboard.press("a");
      await pressShift(page, 1);
      await hasStayed(page);
    });
  });

  test("does not follow a Shift that is held", async () => {
    await on(service, async (page) => {
      for (let repeat = 0; repeat < 8; repeat += 1) await page.keyboard.down("Shift");
      await page.keyboard.up("Shift");
      await hasStayed(page);
    });
  });

});

/** The address of the first script in a page's source. */
async function firstScript(site, path) {
  const html = await (await fetch(site.url(path))).text();
  const source = /<script\b[^>]*\bsrc="?([^"\s>]+)/.exec(html)?.[1];
  assert.ok(source, "the page has a script");
  return new URL(source, site.url(path)).href;
}
