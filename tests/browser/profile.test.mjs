// What a browser keeps of its user on disk: after searching, choosing and leaving, neither the words nor the choices
// stand anywhere in it, and after the exit the title of the tab's last page is in it no more.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, describe, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { NO_TRACES, Site, assertNone, exitLink, filesUnder, hasLeft, launchWithProfile, standInForExit, traces } from "./support.mjs";

/** Words that stand nowhere else in the world. The first is typed, the second ticked. */
const TYPED = "zqxjkvwplover";
const TICKED = "zqxjkvwcurlew";

const site = await Site.example();

describe("the browser's own files", () => {
  after(() => site.close());

  test("hold neither what was searched for nor what was chosen", async () => {
    const folder = await mkdtemp(join(tmpdir(), "fingerpost-profile-"));
    try {
      await visit(folder);
      const files = await filesUnder(folder);
      const holding = await Promise.all(files.map(async (file) => [relative(folder, file), await readFile(file)]));
      // The look can find something: the addresses of the pages are in the history, as the site says.
      const history = holding.find(([name]) => name === join("Default", "History"))?.[1];
      assert.ok(history?.includes(site.url("search/")), "the history lists the pages that were seen");
      for (const word of [TYPED, TICKED]) {
        assertNone(
          holding.filter(([, bytes]) => holds(bytes, word)).map(([name]) => name),
          `files hold "${word}"`,
        );
      }
      // The last page's address is there, and its title is not: the exit has put another in its place.
      assert.ok(history.includes(site.url("services/")) && history.includes("Search - "), "titles are in the history");
      assert.ok(!history.includes("Find a service - "), "the title of the page where the exit was pressed is not");
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });

  /** Searches, chooses, leaves, and closes the browser as people do. */
  async function visit(folder) {
    const context = await launchWithProfile(folder);
    await standInForExit(context);
    const page = await context.newPage();
    await page.goto(site.url("search/"), { waitUntil: "networkidle" });
    const box = page.locator("form[role=search] input[type=search]").first();
    for (const words of [`refuge ${TYPED}`, TYPED]) {
      await box.fill("");
      await box.pressSequentially(words);
      await page.keyboard.press("Enter");
      await page.waitForTimeout(300);
    }
    await page.goto(site.url("services/"), { waitUntil: "networkidle" });
    await page.evaluate((word) => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
      // Every choice is made, one of them with a value that can be known again.
      const boxes = document.querySelectorAll("fieldset[data-filter] input[type=checkbox]");
      boxes[0].value = word;
      for (const box of boxes) box.click();
    }, TICKED);
    await page.waitForTimeout(300);
    assert.deepEqual(await traces(page), NO_TRACES);
    await exitLink(page).click();
    await hasLeft(page);
    // Time for the browser to write down what it means to keep.
    await page.waitForTimeout(1_500);
    await context.close();
  }

  function holds(bytes, word) {
    const needles = ["utf8", "utf16le", "base64", "hex"].map((form) =>
      form === "utf8" || form === "utf16le" ? Buffer.from(word, form) : Buffer.from(Buffer.from(word).toString(form).slice(1, -3)),
    );
    let unpacked = Buffer.alloc(0);
    try {
      unpacked = gunzipSync(bytes);
    } catch {
      // It is not packed.
    }
    return needles.some((needle) => bytes.includes(needle) || unpacked.includes(needle));
  }
});
