// On a slow line and a slow device nothing moves under the reader's finger.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { lookAt } from "./slow_phone.mjs";
import { Site, assertNone, launch } from "./support.mjs";

const PHONE = { width: 320, height: 640 };
/** A slow page is mostly waited for. */
const AT_ONCE = 8;
const LOOKS = 3;
/** Ten days after the build, when some sessions are over. */
const LATER = "2026-12-02";

let site, browser;

before(async () => {
  site = await Site.start(undefined, { compresses: true });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

describe("a page that comes slowly", () => {
  test("moves nothing that is already to be seen", async () => {
    await assertStill(await site.covering());
  });

  test("shows nothing that is over, to take it away before the reader's eyes", async () => {
    const lists = /^training\/(month\/2026-1[12]\/|programme\/2026-27-q3\/)?$/;
    const pages = site.pages.filter(({ path }) => lists.test(path));
    assert.equal(pages.length, 4);
    await assertStill(pages, { day: LATER });
  });

  test("waits for no script and no style if it is not the first of a visit", async () => {
    const context = await browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    await page.goto(site.url("about/"), { waitUntil: "networkidle" });
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    const kept = new Set();
    session.on("Network.requestServedFromCache", ({ requestId }) => kept.add(requestId));
    const fetched = [];
    session.on("Network.responseReceived", ({ requestId, type, response }) => {
      const cached = kept.has(requestId) || response.fromDiskCache || response.fromPrefetchCache;
      if (["Script", "Stylesheet"].includes(type) && !cached) fetched.push(response.url);
    });
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    for (const path of ["services/", "training/", ""]) await page.goto(site.url(path), { waitUntil: "networkidle" });
    await context.close();
    assert.ok(asked.some((address) => address.includes("/assets/filter.")), asked.join("\n"));
    assert.deepEqual(fetched, []);
  });
});

async function assertStill(pages, options) {
  const waiting = [...pages];
  const found = [];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (waiting.length > 0) {
      const { kind, path } = waiting.pop();
      // Where a packet ended within a word, the word moved that once, and a browser that is slowed down may lose a page
      // once: only what happens each time is the page's doing.
      let wrong = "";
      for (let look = 1; look <= LOOKS; look += 1) {
        wrong = await whatMoves(path, options);
        if (!wrong) break;
      }
      if (wrong) found.push(`${kind}, /${path}: ${wrong}`);
    }
  }));
  assertNone(found, "pages on which something moves");
}

/** What moves on a page, in words; nothing if it keeps still. */
async function whatMoves(path, options) {
  try {
    const { moved, movers } = await lookAt(browser, site.url(path), PHONE, options);
    return moved === 0 ? "" : `${moved.toFixed(4)}: ${movers.join(", ")}`;
  } catch (error) {
    if (error.name !== "TimeoutError") throw error;
    return error.message;
  }
}
