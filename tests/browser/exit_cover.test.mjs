// From the press to the next frame: nothing of the page can be seen, read or reached, and its title is another.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { assertCovered, nextFrame, watchNextFrame } from "./exit_cover.mjs";
import { EXIT, Site, assertNone, exitLink, launch, stories } from "./support.mjs";

const LINK = "a.exit-this-page";
const PRESSES = 6;
const SLOWED = 6;
const FAST = Boolean(process.env.FAST);

const site = await Site.example();
const browser = await launch();
const on = stories(site, browser);
const LONG = {
  service: await site.longest("service"),
  "a-z": site.first("a-z"),
  "plan-timeline": await site.longest("plan-timeline"),
};

describe("pressing the exit", () => {
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const slowed of FAST ? [SLOWED] : [1, SLOWED]) {
    for (const [kind, path] of Object.entries(LONG).slice(1)) {
      test(`covers the ${kind} page in the very next frame, on a processor slowed ${slowed} times`, async (story) => {
        const times = [];
        await onItsWay(path, async (page) => {
          const session = await page.context().newCDPSession(page);
          const slowDown = (rate) => session.send("Emulation.setCPUThrottlingRate", { rate });
          for (let press = 0; press < PRESSES; press += 1) {
            if (press > 0) await page.goto(site.url(path));
            const heading = await page.locator("h1").innerText();
            await page.evaluate(watchNextFrame);
            const { x, y, width, height } = await exitLink(page).boundingBox();
            await slowDown(slowed);
            const [frame] = await Promise.all([
              nextFrame(page),
              page.mouse.click(x + width / 2, y + height / 2),
            ]);
            // Answered once the page has been left.
            slowDown(1).catch(() => {});
            assertCovered(frame, heading);
            times.push(frame.painted);
          }
        });
        times.sort((a, b) => a - b);
        const [median, worst] = [times[PRESSES / 2], times[PRESSES - 1]].map((time) => time.toFixed(1));
        story.diagnostic(
          `${kind}, processor slowed ${slowed} times: from the press to the cover ${median} ms (median), ` +
            `${worst} ms (worst of ${PRESSES})`,
        );
      });
    }
  }

  for (const colours of [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }].slice(0, FAST ? 1 : 3)) {
    const [name] = Object.values(colours);
    test(`leaves a sheet that looks the same whatever was there: ${name}`, async () => {
      const sheets = [];
      for (const path of Object.values(LONG)) {
        await onItsWay(
          path,
          async (page) => {
            const before = await picture(page);
            await page.evaluate(watchNextFrame);
            const [frame] = await Promise.all([nextFrame(page), page.evaluate(press, LINK)]);
            const sheet = await picture(page);
            assert.notEqual(sheet, before);
            sheets.push(sheet);
            assert.equal(frame.ground, frame.canvas, "the cover has the colour of the reader's system");
          },
          colours,
        );
      }
      assert.ok(sheets.every((sheet) => sheet === sheets[0]), "the sheets differ");
    });
  }

  test("while the page is still coming leaves nothing of what comes later to be seen", async () => {
    // One that can be slow belongs to this test alone.
    const slow = await Site.start();
    for (const path of Object.values(LONG)) {
      const release = slow.holdBack(path, "<footer");
      await on("", async (page) => {
        await page.route(`${EXIT}**`, () => {});
        await page.goto(slow.url(path), { waitUntil: "commit" });
        await exitLink(page).waitFor();
        assert.equal(await page.evaluate(() => document.readyState), "loading");
        const heading = await page.locator("h1").innerText();
        await page.evaluate(watchNextFrame);
        await page.evaluate(lookAgain, 600);
        const later = nextFrame(page, "later");
        const [frame] = await Promise.all([nextFrame(page), page.evaluate(press, LINK)]);
        assertCovered(frame, heading);
        release();
        assert.equal((await later).text, "Loading.");
      });
    }
    await slow.close();
  });

  test("covers without the style sheet too", async () => {
    await on("", async (page) => {
      await page.route("**/*.css", (route) => route.abort());
      await page.route(`${EXIT}**`, () => {});
      await page.goto(site.url(LONG.service));
      await page.evaluate(watchNextFrame);
      const [{ text, shown }] = await Promise.all([nextFrame(page), page.evaluate(press, LINK)]);
      assert.equal(text, "Loading.");
      assertNone(shown);
    });
  });

  test("changes the title first, then replaces the page", async () => {
    await onItsWay(LONG.service, async (page) => {
      const title = await page.title();
      const leaving = await page.evaluate(pressAndListen, LINK);
      assert.equal(leaving.url, EXIT);
      assert.equal(leaving.type, "replace");
      assert.notEqual(leaving.title, title);
      assert.doesNotMatch(leaving.title, /abuse|help|partnership|service/i);
    });
  });

  test("keeps the other title and the cover while the way out takes three seconds", async () => {
    await on("", async (page) => {
      await page.route(`${EXIT}**`, async (route) => {
        await pause(3_000);
        await route.fulfill({ contentType: "text/html", body: "<title>Weather</title>Rain" });
      });
      await page.goto(site.url(LONG.service));
      const looks = [];
      page.on("console", (message) => looks.push(message.text()));
      await page.evaluate(() => setInterval(() => console.log(`${document.title}: ${document.body.innerText.trim()}`), 250));
      await page.evaluate(press, LINK);
      await page.waitForURL(EXIT);
      assert.ok(looks.length > 8, looks.join("\n"));
      assert.deepEqual([...new Set(looks)], ["New tab: Loading."]);
    });
  });

  test("offers a way back where the way out leads nowhere", async () => {
    await on("", async (page) => {
      // An answer without content leaves the browser where it is.
      await page.route(`${EXIT}**`, (route) => route.fulfill({ status: 204 }));
      await page.clock.install();
      await page.goto(site.url(LONG.service));
      const heading = await page.locator("h1").innerText();
      await Promise.all([page.waitForResponse(EXIT), page.evaluate(press, LINK)]);
      await page.clock.fastForward(9_000);
      assert.equal(await page.evaluate(() => document.body.innerText.trim()), "Loading.");
      await page.clock.fastForward(2_000);
      assert.match(await page.evaluate(() => document.body.innerText.trim()), /^This page was closed\.\s+Open it again$/);
      assert.equal(await page.title(), "New tab");
      await page.getByRole("button", { name: "Open it again" }).click();
      assert.equal(await page.locator("h1").innerText(), heading);
      assert.notEqual(await page.title(), "New tab");
    });
  });

  test("is told by an alert, which is there before its words", async () => {
    await onItsWay(LONG.service, async (page) => {
      const alerts = [];
      page.on("console", (message) => alerts.push(message.text()));
      await page.evaluate(noteAlerts);
      await page.evaluate(watchNextFrame);
      await Promise.all([nextFrame(page), page.evaluate(press, LINK)]);
      assert.deepEqual(alerts.slice(0, 2), ["an empty alert", "Loading."]);
    });
  });

  test("waits for the finger to be lifted: a press that slides off does nothing", async () => {
    await onItsWay(LONG.service, async (page) => {
      const box = await exitLink(page).boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height + 200);
      await page.mouse.up();
      assert.ok(await page.locator("h1").isVisible());
      assert.equal(page.url(), site.url(LONG.service));
    });
  });

  /** Runs a story on a page that, once it is left, stays on its way, so that it can be looked at. */
  function onItsWay(path, story, options) {
    return on(
      "",
      async (page) => {
        await page.route(`${EXIT}**`, () => {});
        await page.goto(site.url(path));
        await story(page);
      },
      options,
    );
  }
});

/** What is on the screen, to the pixel. */
async function picture(page) {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "png" });
  return data;
}

// What follows runs in the page.

function press(link) {
  document.querySelector(link).click();
}

function lookAgain(later) {
  setTimeout(() => console.log(`later ${JSON.stringify({ text: document.body.innerText.trim() })}`), later);
}

function pressAndListen(link) {
  return new Promise((done) => {
    navigation.addEventListener("navigate", ({ destination, navigationType }) =>
      done({ url: destination.url, type: navigationType, title: document.title }),
    );
    document.querySelector(link).click();
  });
}

function noteAlerts() {
  new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node.matches?.("[role=alert]")) console.log("an empty alert");
      else if (node.parentElement?.matches("[role=alert]")) console.log(node.textContent);
    }
  }).observe(document.body, { childList: true, subtree: true });
}
