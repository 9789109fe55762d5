// The timeline of a plan: boxes that narrow the list, in the page alone.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { NO_TRACES, Site, launch, traces } from "./support.mjs";

const TIMELINE = "strategy/strategy-2025-2028/timeline/index.html";

const site = await Site.example();
const browser = await launch();

describe("the filter of a plan's actions", () => {
  let page;

  before(async () => {
    page = await browser.newPage();
    await page.goto(site.url(TIMELINE));
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  /** The actions that can be seen, by the values of one attribute. */
  const shown = (name) =>
    page.$$eval(
      "tr[data-statuses]",
      (rows, name) => rows.filter((row) => !row.hidden).map((row) => row.getAttribute(name)),
      name,
    );

  /** Ticks or unticks a box, wherever it is folded away. */
  const press = (filter, id) =>
    page.$eval(`fieldset[data-filter="${filter}"] input[value="${id}"]`, (box) => box.click());

  test("shows the actions that fit, counts them, and leaves no heading without any", async () => {
    const all = await shown("data-statuses");
    await press("statuses", "off-track");
    const off = await shown("data-statuses");
    assert.ok(off.length > 0 && off.length < all.length);
    assert.deepEqual([...new Set(off)], ["off-track"]);
    const told = await page.textContent('form.filters [role="status"]');
    assert.equal(told, `${off.length} of ${all.length} actions shown`);
    const empty = await page.$$eval("tbody[data-group]", (groups) =>
      groups.filter((group) => !group.hidden && !group.querySelector("tr[data-statuses]:not([hidden])")),
    );
    assert.equal(empty.length, 0);
    await press("statuses", "off-track");
    assert.equal((await shown("data-statuses")).length, all.length);
  });

  test("finds those of a lead, those of nobody, and those with a reason", async () => {
    for (const [filter, id] of [
      ["leads", "safe-harbour"],
      ["leads", "none"],
      ["reasons", "needs-assessment-2024"],
      ["sections", "early-help"],
    ]) {
      await press(filter, id);
      const fits = await shown(`data-${filter}`);
      assert.ok(fits.length > 0, `${filter} ${id}`);
      for (const ids of fits) assert.ok(ids.split(" ").includes(id), `${ids} has no ${id}`);
      await press(filter, id);
    }
  });

  test("touches neither the address nor the history nor any storage", async () => {
    const before = [page.url(), await page.evaluate(() => history.length)];
    await press("sections", "early-help");
    assert.deepEqual([page.url(), await page.evaluate(() => history.length)], before);
    assert.deepEqual(await traces(page), NO_TRACES);
  });

  test("is not needed: without script the whole list is there, and a page for each section", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(site.url(TIMELINE));
    assert.equal(await plain.isVisible("form.filters"), false);
    assert.ok((await plain.locator("tr[data-statuses]").count()) > 50);
    assert.ok((await plain.locator('main .post a[href*="/strategy/"]').count()) >= 5);
    await context.close();
  });
});
