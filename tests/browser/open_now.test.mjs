// The mark beside written hours, at one moment after another: its arithmetic without a browser, and what it does to a
// page in one.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { runOnPage } from "./in_node.mjs";
import { Site, launch } from "./support.mjs";

/** Mo-Fr 10:00-17:00; PH off */
const WEEKDAYS = "services/deaf-support/";

const site = await Site.example();
const browser = await launch();

after(async () => {
  await browser.close();
  await site.close();
});

/** What the mark on a service's page works out at a moment, with other hours where some are given. */
async function workedOut(moment, hours) {
  const prepare = (document) => hours && document.querySelector("p.hours .now").setAttribute("data-open", hours);
  const { document } = await runOnPage(site, WEEKDAYS, "open-now", { moment: Date.parse(moment), prepare });
  return document.querySelector("p.hours .now").textContent;
}

/** What the mark on a service's page says in a browser at a moment; nothing where there is no mark. */
async function said(moment, { zone = "Europe/London", path = WEEKDAYS } = {}) {
  const context = await browser.newContext({ timezoneId: zone });
  const page = await context.newPage();
  // It stands still, however long the page takes to come.
  await page.clock.setFixedTime(new Date(moment));
  await page.goto(site.url(path));
  const mark = page.locator("p.hours .now");
  const words = (await mark.count()) ? await mark.textContent() : undefined;
  await context.close();
  return words;
}

const DAILY = "600-1320;600-1320;600-1320;600-1320;600-1320;600-1320;600-1320";

const EVENINGS = "1080-1560;1080-1560;1080-1560;1080-1560;1080-1560;1080-1560;1080-1560";

const STORIES = [
  // An ordinary Tuesday in November, when London keeps Greenwich time.
  ["a minute before it opens", "2026-11-24T09:59:00Z", "Closed now, opens today at 10am"],
  ["as it opens", "2026-11-24T10:00:00Z", "Open now, until 5pm"],
  ["a minute before it closes", "2026-11-24T16:59:59Z", "Open now, until 5pm"],
  ["as it closes", "2026-11-24T17:00:00Z", "Closed now, opens tomorrow at 10am"],
  ["Friday night", "2026-11-27T20:00:00Z", "Closed now, opens on Monday at 10am"],
  ["Sunday", "2026-11-29T12:00:00Z", "Closed now, opens tomorrow at 10am"],
  // Good Friday and Easter Monday 2026; the clocks have changed by then.
  ["the day before Good Friday", "2026-04-02T16:30:00Z", "Closed now, opens on Tuesday at 10am"],
  ["Good Friday", "2026-04-03T11:00:00Z", "Closed now, opens on Tuesday at 10am"],
  ["the day after Easter Monday", "2026-04-07T09:00:00Z", "Open now, until 5pm"],
  ["Boxing Day's stand-in", "2026-12-28T11:00:00Z", "Closed now, opens tomorrow at 10am"],
  // The clocks go forward on 29 March and back on 25 October 2026.
  ["the Friday before summer time", "2026-03-27T09:59:00Z", "Closed now, opens today at 10am"],
  ["the Monday after, an hour too early", "2026-03-30T08:59:00Z", "Closed now, opens today at 10am"],
  ["the Monday after, in time", "2026-03-30T09:00:00Z", "Open now, until 5pm"],
  ["the last Friday of summer time", "2026-10-23T15:59:00Z", "Open now, until 5pm"],
  ["the first Monday of winter time", "2026-10-26T09:59:00Z", "Closed now, opens today at 10am"],
  ["the first Monday of winter time, later", "2026-10-26T16:59:00Z", "Open now, until 5pm"],
  // Where knowledge ends.
  ["two years later", "2028-11-28T11:00:00Z", "Open now, until 5pm"],
  ["the last hour that is known", "2028-12-31T23:30:00Z", "Closed now"],
  ["the first that is not", "2029-01-01T00:00:00Z", ""],
  ["a year past the table", "2030-06-04T11:00:00Z", ""],
  ["a phone that thinks it is 1970", "1970-01-05T11:00:00Z", ""],
  // Hours past midnight.
  ["before a night's work", "2026-11-27T21:59:00Z", "Closed now, opens today at 10pm", ";;;;1320-1560;;;?"],
  ["after midnight", "2026-11-28T01:59:00Z", "Open now, until 2am", ";;;;1320-1560;;;?"],
  ["after a night's work", "2026-11-28T02:00:00Z", "Closed now, opens on Friday at 10pm", ";;;;1320-1560;;;?"],
  ["the night the clocks go forward", "2026-03-29T00:59:00Z", "Open now, until 3am", ";;;;;1320-1620;;?"],
  ["that night, an hour later by the clock", "2026-03-29T01:59:00Z", "Open now, until 3am", ";;;;;1320-1620;;?"],
  ["that night, at the end", "2026-03-29T02:00:00Z", "Closed now, opens on Saturday at 10pm", ";;;;;1320-1620;;?"],
  ["the night the clocks go back, the first time round", "2026-10-25T00:30:00Z", "Open now, until 2am", ";;;;;1320-1560;;?"],
  ["that night, the second time round", "2026-10-25T01:30:00Z", "Open now, until 2am", ";;;;;1320-1560;;?"],
  ["that night, at the end", "2026-10-25T02:00:00Z", "Closed now, opens on Saturday at 10pm", ";;;;;1320-1560;;?"],
  // What hours do not say of a bank holiday.
  ["a bank holiday of which nothing is said", "2026-12-28T11:00:00Z", "Today’s hours may differ", DAILY + ";?"],
  ["Boxing Day on a Saturday", "2026-12-26T11:00:00Z", "Today’s hours may differ", DAILY + ";"],
  ["a bank holiday with hours of its own", "2026-12-28T13:00:00Z", "Open now, until 4pm", DAILY + ";720-960"],
  ["the night after it, which may be its own", "2026-12-29T00:30:00Z", "", EVENINGS + ";?"],
  ["the morning after it", "2026-12-29T02:00:00Z", "Closed now, opens today at 6pm", EVENINGS + ";?"],
  ["the night after one on which it is closed", "2026-12-29T00:30:00Z", "Closed now, opens today at 6pm", EVENINGS + ";"],
  ["a day of the year when it is closed", "2026-12-30T13:00:00Z", "Closed now, opens on Saturday at 10am", DAILY + ";;1224-101"],
  ["from one day into the next", "2026-11-24T23:30:00Z", "Open now, until midnight on Saturday", "0-1440;0-1440;0-1440;0-1440;0-1440;0-1440;;?"],
  ["day and night", "2035-01-01T00:00:00Z", "Open now", "always"],
];

describe("the mark that says whether a service is open now", () => {
  for (const [name, moment, words, hours] of STORIES) {
    test(`${name}: "${words}"`, async () => {
      assert.equal(await workedOut(moment, hours), words);
    });
  }

  test("goes by the site's clock, wherever the phone thinks it is", async () => {
    for (const zone of ["America/New_York", "Asia/Kolkata", "Pacific/Auckland"]) {
      assert.equal(await said("2026-11-24T10:00:00Z", { zone }), "Open now, until 5pm", zone);
      assert.equal(await said("2026-03-30T08:59:00Z", { zone }), "Closed now, opens today at 10am", zone);
    }
  });

  test("says nothing of hours that it cannot work with, and of a service that is closed", async () => {
    assert.equal(await said("2026-11-24T14:00:00Z", { path: "services/mens-advice-line/" }), undefined);
    assert.equal(await said("2026-11-24T14:00:00Z", { path: "services/peer-support-cafe/" }), undefined);
  });

  test("follows the time while the page stays open, and tells no one aloud", async () => {
    const page = await browser.newPage({ timezoneId: "Europe/London" });
    await page.clock.install({ time: new Date("2026-11-24T16:58:30Z") });
    await page.goto(site.url(WEEKDAYS));
    const mark = page.locator("p.hours .now");
    assert.equal(await mark.textContent(), "Open now, until 5pm");
    await page.clock.runFor("01:00");
    assert.equal(await mark.textContent(), "Open now, until 5pm");
    await page.clock.runFor("00:31");
    assert.equal(await mark.textContent(), "Closed now, opens tomorrow at 10am");
    const live = await mark.evaluate((node) => Boolean(node.closest("[aria-live], [role=status], [role=alert]")));
    assert.equal(live, false);
    await page.close();
  });

  test("stands beside the written hours, and leaves no gap where it does not come", async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
    await page.clock.install({ time: new Date("2026-11-24T14:00:00Z") });
    const height = () => page.$eval("p.hours", (hours) => hours.getBoundingClientRect().height);
    await page.goto(site.url(WEEKDAYS));
    assert.match(await page.textContent("p.hours"), /Open now, until 5pm\s+Open: Monday to Friday, 10am to 5pm/);
    const both = await height();
    await page.route("**/open-now.*.js", (route) => route.abort());
    await page.goto(site.url(WEEKDAYS));
    assert.equal(await page.textContent("p.hours"), " Open: Monday to Friday, 10am to 5pm. Closed on bank holidays.");
    assert.ok((await height()) < both - 10, `${await height()} and ${both}`);
    await page.close();
  });
});
