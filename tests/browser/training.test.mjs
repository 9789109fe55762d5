// The training calendar, with the browser's clock set to one moment after another: the site was built once and for all.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { NO_TRACES, Site, launch, traces } from "./support.mjs";

const BUILT = "2026-11-22T12:00:00Z";
// It ends at 20:30; the next one of its course is on 1 December.
const EVENING = '[data-session="2026-11-25-evening"]';
const COURSE = "training/see-it-say-it/";

const site = await Site.example();
const browser = await launch();

after(async () => {
  await browser.close();
  await site.close();
});

/** A page at a moment. */
async function at(moment, path, story, options = {}) {
  const context = await browser.newContext({ timezoneId: "Europe/London", ...options });
  try {
    const page = await context.newPage();
    await page.clock.install({ time: new Date(moment) });
    await page.goto(site.url(path));
    return await story(page);
  } finally {
    await context.close();
  }
}

const shown = (page) =>
  page.$$eval("[data-session]", (rows) =>
    rows.filter((row) => row.offsetParent).map((row) => row.querySelector("time").getAttribute("datetime")),
  );
const status = (page) => page.textContent('form.filters [role="status"]');
const press = (page, filter, id) =>
  page.$eval(`fieldset[data-filter="${filter}"] input[value="${id}"]`, (box) => box.click());

describe("what is over", () => {
  test("has left the calendar, months after the site was built", async () => {
    const all = await at(BUILT, "training/", shown);
    const later = await at("2027-02-15T12:00:00Z", "training/", async (page) => {
      const rows = await shown(page);
      assert.equal(await status(page), `${rows.length} of ${rows.length} sessions shown`);
      assert.equal((await page.locator("#part-sessions h2:visible").first().textContent()).trim(), "February 2027");
      return rows;
    });
    assert.deepEqual(
      later,
      all.filter((start) => Date.parse(start) > Date.parse("2027-02-15T12:00:00Z")),
    );
    assert.ok(later.length > 10 && later.length < all.length, `${later.length} of ${all.length}`);
  });

  test("leaves at the minute in which it ends, and those who look see it go", () =>
    at("2026-11-25T20:29:00Z", "training/", async (page) => {
      const row = page.locator(EVENING);
      assert.equal(await row.count(), 1);
      const before = (await shown(page)).length;
      await page.clock.fastForward("02:00");
      assert.equal(await row.count(), 0);
      assert.equal((await shown(page)).length, before - 1);
      assert.equal(await status(page), `${before - 1} of ${before - 1} sessions shown`);
    }));

  test("does not go from under the fingers", () =>
    at("2026-11-25T20:29:00Z", "training/", async (page) => {
      const row = page.locator(EVENING);
      await row.locator("a").focus();
      await page.clock.fastForward("02:00");
      assert.equal(await row.count(), 1);
      await page.locator("h1 ~ nav a").first().focus();
      await page.clock.fastForward("02:00");
      assert.equal(await row.count(), 0);
    }));

  test("is kept on its course's page under past dates", () =>
    at("2026-12-01T12:01:00Z", COURSE, async (page) => {
      const past = page.locator("[data-past] > li");
      assert.equal(await past.first().getAttribute("data-session"), "see-it-say-it-2026-12-01");
      assert.equal(await page.locator(".dates > li").first().getAttribute("data-session"), "see-it-say-it-2026-12-08");
      assert.match(await page.textContent("[data-upcoming=one] p:visible"), /Next: .*8 December 2026/);
      await page.click("summary:has-text('Past dates')");
      assert.ok(await past.first().isVisible());
    }));

  test("says so on its own page, and cannot be booked", async () => {
    const path = "training/children-and-domestic-abuse/children-and-domestic-abuse-2026-12-03/";
    const look = (page) =>
      Promise.all([page.isVisible("text=This session is over"), page.isVisible("main a.arm[rel=noreferrer]")]);
    assert.deepEqual(await at(BUILT, path, look), [false, true]);
    assert.deepEqual(await at("2026-12-03T15:31:00Z", path, look), [true, false]);
    await at("2026-12-01T00:00:00Z", path, async (page) => {
      assert.ok(await page.isVisible("text=Booking closed on 30 November 2026"));
      assert.deepEqual(await look(page), [false, false]);
    });
  });

  test("leaves words where nothing is left", async () => {
    const nothing = (page) => page.isVisible("text=No dates are set just now.");
    assert.equal(await at(BUILT, "training/", nothing), false);
    assert.equal(await at("2029-01-01T12:00:00Z", "training/", nothing), true);
    assert.equal(await at("2029-01-01T12:00:00Z", COURSE, nothing), true);
    const month = "training/month/2026-12/";
    assert.equal(await at("2029-01-01T12:00:00Z", month, (page) => page.isVisible("text=Everything in this month is over")), true);
  });

  test("is there without script, for a list can be read against its dates", async () => {
    const rows = await at("2029-01-01T12:00:00Z", "training/", shown, { javaScriptEnabled: true });
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const page = await plain.newPage();
    await page.goto(site.url("training/"));
    assert.equal(rows.length, 0);
    assert.ok((await page.locator("[data-session]").count()) > 10);
    assert.equal(await page.locator("[data-session] time[datetime]").count(), await page.locator("[data-session]").count());
    await plain.close();
  });
});

describe("the filters of the calendar", () => {
  test("combine level, audience, place and places, and leave no trace", () =>
    at(BUILT, "training/", async (page) => {
      const address = page.url();
      const history = await page.evaluate(() => window.history.length);
      const all = (await shown(page)).length;
      await press(page, "levels", "specialist");
      const specialist = (await shown(page)).length;
      await press(page, "audiences", "housing-staff");
      const housing = (await shown(page)).length;
      await press(page, "places", "left");
      const left = (await shown(page)).length;
      await press(page, "ways", "online");
      const online = (await shown(page)).length;
      assert.ok(all > specialist && specialist > housing && housing >= left && left > online && online > 0,
        [all, specialist, housing, left, online].join(" > "));
      assert.equal(await status(page), `${online} of ${all} sessions shown`);
      await press(page, "venues", "quay-centre");
      assert.match(await status(page), /No sessions fit all of that/);
      assert.equal(page.url(), address);
      assert.equal(await page.evaluate(() => window.history.length), history);
      assert.deepEqual(await traces(page), NO_TRACES);
    }));

  test("know that booking has closed since the site was built", () =>
    at("2026-12-01T09:00:00Z", "training/", async (page) => {
      const row = page.locator('[data-session="children-and-domestic-abuse-2026-12-03"]');
      assert.ok(await row.locator("text=Booking has closed.").isVisible());
      await press(page, "places", "left");
      assert.equal(await row.isVisible(), false);
    }));
});

describe("the sheet of a month", () => {
  test("marks today, and is walked with the keyboard from session to session", () =>
    at("2026-12-08T09:00:00Z", "training/month/2026-12/", async (page) => {
      assert.equal(await page.getAttribute("[aria-current=date]", "data-date"), "2026-12-08");
      const links = await page.$$eval(".month [data-session] a", (all) => all.map((link) => link.href));
      assert.ok(links.length > 3);
      await page.focus(".month caption a");
      for (const link of links) {
        await page.keyboard.press("Tab");
        assert.equal(await page.evaluate(() => document.activeElement.href), link);
      }
    }));

  test("is a list of its days on a phone", () =>
    at("2026-11-22T09:00:00Z", "training/month/2026-12/", async (page) => {
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      assert.equal(await page.locator(".month .free:visible").count(), 0);
      assert.ok(await page.isVisible("text=Tuesday 1 December 2026"));
    }, { viewport: { width: 320, height: 640 } }));

  test("has no heading of a day whose sessions are over", () =>
    at("2026-12-02T09:00:00Z", "training/month/2026-12/", async (page) => {
      assert.equal(await page.isVisible("text=Tuesday 1 December 2026"), false);
      assert.ok(await page.isVisible("text=Wednesday 2 December 2026"));
    }, { viewport: { width: 320, height: 640 } }));
});
