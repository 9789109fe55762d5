// Finding help: five journeys without script on a narrow phone, and the boxes that narrow the list.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { NO_TRACES, Site, launch, traces } from "./support.mjs";

const MOST = 3;

const site = await Site.example();
const browser = await launch();

after(async () => {
  await browser.close();
  await site.close();
});

describe("a journey at 320 px without script", () => {
  const walked = [];

  after(() => console.log(walked.map((line) => `  ${line}`).join("\n")));

  /** Presses one thing after another, each of which must be there to be seen, and ends at an address. */
  async function walk(who, steps, end) {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    await page.goto(site.url());
    for (const [role, words] of steps) {
      const thing =
        role === "unfold"
          ? page.locator("main summary", { hasText: words })
          : page.locator("main a:visible", { hasText: words }).first();
      assert.ok(await thing.isVisible(), `${who}: cannot see ${words}`);
      const box = await thing.boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= 320, `${who}: ${words} reaches out of the screen`);
      await thing.click();
    }
    assert.equal(page.url(), site.url(end), who);
    assert.ok(await page.locator("main a.call").first().isVisible(), `${who}: nothing to press at the end`);
    assert.ok(steps.length <= MOST, `${who}: ${steps.length} presses`);
    walked.push(`${steps.length} presses: ${who} (${steps.map(([, words]) => words).join(" > ")})`);
    await context.close();
  }

  test("a man who wants to talk at night", () =>
    walk(
      "a man who wants to talk at night",
      [["follow", /^All \d+ lines that answer day and night/], ["follow", "Marlsea Domestic Abuse Helpline"]],
      "services/marlsea-helpline/",
    ));

  test("a woman with children who needs somewhere to go", () =>
    walk(
      "a woman with children who needs somewhere to go",
      [["unfold", "What would help?"], ["follow", "A safe place to stay"], ["follow", "Safe Harbour refuge"]],
      "services/safe-harbour-refuge/",
    ));

  test("someone deaf, by text or chat", () =>
    walk(
      "someone deaf, by text or chat",
      [["follow", /^Text or chat/], ["follow", "Deaf people's support"]],
      "services/deaf-support/",
    ));

  test("someone in Eastfield, near by", () =>
    walk(
      "someone in Eastfield, near by",
      [["unfold", "Where?"], ["follow", /^Eastfield/], ["follow", "Family hubs"]],
      "services/community-family-hubs/",
    ));

  test("someone who was told a name", () =>
    walk(
      "someone who was told a name",
      [["follow", "Services from A to Z"], ["follow", "Sanctuary"]],
      "services/sanctuary-scheme/",
    ));
});

describe("the boxes that narrow the list of services", () => {
  let page;
  const requests = [];

  before(async () => {
    page = await browser.newPage({ viewport: { width: 320, height: 800 } });
    await page.clock.install({ time: new Date("2026-11-28T22:00:00Z") });
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(site.url("services/"));
  });

  const shown = (name) =>
    page.$$eval(
      "#part-services > li",
      (cards, name) => cards.filter((card) => !card.hidden).map((card) => card.getAttribute(name) ?? ""),
      name,
    );
  const count = async () => (await shown("data-needs")).length;
  const status = () => page.textContent('form.filters [role="status"]');
  const press = (filter, id) =>
    page.$eval(`fieldset[data-filter="${filter}"] input[value="${id}"]`, (box) => box.click());
  const chosen = () => page.$$eval(".chosen button", (buttons) => buttons.map((button) => button.textContent));

  test("combine, count and announce", async () => {
    const all = await count();
    assert.equal(await status(), `${all} of ${all} services shown`);
    await press("audiences", "men");
    const men = await count();
    assert.ok(men > 0 && men < all);
    for (const ids of await shown("data-audiences")) assert.ok(ids.split(" ").includes("men"), ids);
    await press("needs", "talk");
    await press("contact", "text-or-chat");
    const fits = await count();
    assert.ok(fits > 0 && fits < men);
    assert.equal(await status(), `${fits} of ${all} services shown`);
    for (const ways of await shown("data-contact")) assert.ok(ways.split(" ").includes("text-or-chat"), ways);
    assert.deepEqual(await chosen(), ["Remove Text or chat", "Remove Someone to talk to", "Remove Men"]);
  });

  test("are put away by a button that says how many are left, and printed with what was chosen", async () => {
    await page.click("form.filters > details > summary");
    const see = page.locator(".see");
    assert.equal(await see.textContent(), `Show ${await count()} services`);
    await see.click();
    assert.equal(await page.$eval("form.filters > details", (fold) => fold.open), false);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Filter the list");
    await page.emulateMedia({ media: "print" });
    const paper = (await page.innerText("main")).replace(/\s+/g, " ");
    assert.match(paper, /Text or chat.* Someone to talk to.* Men.*\d+ of \d+ services shown/);
    await page.emulateMedia({ media: "screen" });
  });

  test("each is taken away by a button, which leaves the focus near by", async () => {
    await page.click('.chosen button:has-text("Someone to talk to")');
    assert.deepEqual(await chosen(), ["Remove Text or chat", "Remove Men"]);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Remove Men");
    assert.equal(await page.isChecked('fieldset[data-filter="needs"] input[value="talk"]'), false);
    await page.click('button:has-text("Show all")');
    // A form is reset after its event, so the script looks at it a moment later.
    await page.waitForSelector(".chosen button", { state: "detached", timeout: 5000 });
    assert.deepEqual(await chosen(), []);
    assert.equal(await page.isVisible('button:has-text("Show all")'), false);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "SUMMARY");
  });

  test("a service for the whole area fits each part of it; one for others does not", async () => {
    await press("areas", "northcliff");
    for (const ids of await shown("data-areas")) assert.ok(!ids || ids.split(" ").includes("northcliff"), ids);
    assert.ok((await shown("data-areas")).includes(""));
    await press("areas", "northcliff");
  });

  test("what is open now is known on a Saturday night, and changes with the time", async () => {
    await press("now", "open");
    const late = await count();
    for (const state of await shown("data-now")) assert.equal(state, "open");
    assert.ok(late >= 9, `${late} are open`);
    await page.clock.pauseAt(new Date("2026-11-30T11:00:00Z"));
    await page.clock.runFor(61_000);
    assert.ok((await count()) > late, `${await count()} on Monday morning, ${late} on Saturday night`);
    await press("now", "open");
  });

  test("where nothing fits there is a kind word, a way on, and the lines that answer", async () => {
    await press("needs", "pets");
    await press("areas", "northcliff");
    await press("audiences", "board-members").catch(() => press("audiences", "sex-workers"));
    assert.equal(await count(), 0);
    assert.match(await status(), /^No service fits all of that\. Take one choice away, or call one of the lines above/);
    assert.ok(await page.isVisible(".call-now a.call"));
    assert.ok(await page.isVisible('button:has-text("Show all")'));
    await page.click('button:has-text("Show all")');
  });

  test("touch neither the address nor the history, nor any storage, and ask the server for nothing", async () => {
    const before = [page.url(), await page.evaluate(() => history.length), requests.length];
    await press("audiences", "women");
    await press("needs", "legal");
    await press("features", "step-free");
    assert.deepEqual([page.url(), await page.evaluate(() => history.length), requests.length], before);
    assert.deepEqual(await traces(page), NO_TRACES);
  });

  test("are empty again for whoever comes back, and the link that was followed is where it was", async () => {
    const link = page.locator("#part-services > li:not([hidden]) h2 a").nth(2);
    await link.scrollIntoViewIfNeeded();
    const top = (await link.boundingBox()).y;
    const href = await link.getAttribute("href");
    await link.click();
    await page.waitForURL(`**${href}`);
    await page.goBack({ waitUntil: "commit" });
    await page.waitForFunction(() => !document.querySelector(".chosen button"));
    assert.equal(await page.$$eval("form.filters input:checked", (boxes) => boxes.length), 0);
    assert.equal(await count(), await page.locator("#part-services > li").count());
    const again = (await page.locator(`#part-services a[href="${href}"]`).first().boundingBox()).y;
    assert.ok(again > -800 && again < 1600, `${top} before, ${again} after`);
  });
});
