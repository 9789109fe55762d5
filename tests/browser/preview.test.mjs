// The preview on one's own computer says that it is one. What is published does not, and cannot be taken for one.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { after, describe, test } from "node:test";
import { EVERYTHING, COLOURS, troubles } from "./axe.mjs";
import { PROJECT, Site, assertNone, launch, program } from "./support.mjs";

const site = await Site.example();
const browser = await launch();

describe("the preview", () => {
  after(async () => {
    await browser.close();
    await site.close();
  });

  test("says what it is, and a build does not", () =>
    preview(async (page, url) => {
      assert.match(new URL(url).hostname, /^(127\.0\.0\.1|localhost)$/);
      await page.goto(url);
      await page.getByText("Local preview").first().waitFor({ timeout: 10_000 });
      // The exit works here too: people try it before they trust it.
      assert.equal(await page.locator("a.exit-this-page").count(), 1);
      await page.goto(site.url());
      assert.equal(await page.getByText("Local preview").count(), 0);
    }));

  test("shows the site as it is on another day", () =>
    preview(async (page, url) => {
      const shown = async (words) => page.getByText(words).first().waitFor({ timeout: 10_000 });
      await page.goto(new URL("strategy/strategy-2025-2028/", url).href);
      await shown("As it stood on 22 November 2026");
      await page.getByLabel("The site on").fill("2027-03-01");
      await shown("As it stood on 1 March 2027");
      await page.getByRole("button", { name: "Today" }).click();
      await shown("As it stood on 22 November 2026");
    }));

  test("has a styleguide in which axe-core finds nothing, light or dark", () =>
    preview(async (page, url) => {
      await page.goto(new URL("styleguide/", url).href);
      const light = await troubles(page, EVERYTHING);
      await page.emulateMedia({ colorScheme: "dark" });
      assertNone([...light, ...(await troubles(page, COLOURS))]);
    }));

  async function preview(story) {
    const server = spawn(program(), ["serve", "--site", PROJECT, "--port", "0", "--today", "2026-11-22"]);
    const page = await browser.newPage();
    try {
      const url = await new Promise((done, failed) => {
        server.once("exit", (code) => failed(new Error(`the preview ended with ${code}`)));
        server.stdout.on("data", (text) => {
          const found = /http:\/\/\S+/.exec(text);
          if (found) done(found[0]);
        });
      });
      await story(page, url);
    } finally {
      await page.close();
      server.kill();
    }
  }
});
