// Leaving in one press: with and without scripts, by the link and by three Shifts.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { EXIT, Site, launch, standInForExit } from "./support.mjs";

const LINK = "a.exit-this-page";

const site = await Site.start();
const browser = await launch();
const service = site.pages.find((page) => page.kind === "service")?.path;
assert.ok(service, "the example site has a page of the kind service");

describe("the exit", () => {
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** Runs a story on a fresh page of the site, with nothing kept from another one. */
  async function on(path, story, options = {}) {
    const context = await browser.newContext(options);
    try {
      await standInForExit(context);
      const page = await context.newPage();
      await page.goto(site.url(path));
      await story(page);
    } finally {
      await context.close();
    }
  }

  async function hasLeft(page) {
    await page.waitForURL(EXIT, { timeout: 5_000 });
  }

  async function hasStayed(page) {
    await pause(300);
    assert.equal(page.url(), site.url(service));
    assert.ok(await page.locator("h1").isVisible(), "the page can still be read");
  }

  async function pressShift(page, times) {
    for (let press = 0; press < times; press += 1) await page.keyboard.press("Shift");
  }

  test("is a plain link on every kind of page", async () => {
    for (const { path, kind } of site.onePageOfEachKind()) {
      await on(path, async (page) => {
        const links = await page
          .locator(LINK)
          .evaluateAll((links) => links.map(({ href, rel, target }) => ({ href, rel, target })));
        assert.ok(links.length > 0, `${kind} has an exit`);
        for (const { href, rel, target } of links) {
          assert.equal(href, EXIT, kind);
          assert.match(rel, /\bnoreferrer\b/, kind);
          assert.match(rel, /\bnofollow\b/, kind);
          assert.equal(target, "", kind);
        }
      });
    }
  });

  test("is the second thing that the Tab key reaches", async () => {
    await on(service, async (page) => {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.href), EXIT);
    });
  });

  for (const [width, height] of [
    [320, 568],
    [1280, 720],
  ]) {
    test(`stays in view, large enough to press, at ${width} by ${height}`, async () => {
      await on(
        service,
        async (page) => {
          for (const part of [0, 0.5, 1]) {
            const sizes = await page.evaluate(exitInView, { part, link: LINK });
            assert.ok(
              sizes.some(({ onTop, width, height }) => onTop && width >= 44 && height >= 44),
              `scrolled to ${part}: ${JSON.stringify(sizes)}`,
            );
          }
        },
        { viewport: { width, height } },
      );
    });
  }

  test("is not printed", async () => {
    await on(service, async (page) => {
      await page.emulateMedia({ media: "print" });
      for (const link of await page.locator(LINK).all()) assert.ok(await link.isHidden());
    });
  });

  test("works without JavaScript", async () => {
    await on(
      service,
      async (page) => {
        await exitLink(page).click();
        await hasLeft(page);
      },
      { javaScriptEnabled: false },
    );
  });

  test("works when every other script is missing", async () => {
    await on("", async (page) => {
      await page.route("**/*.js", async (route) => {
        const first = await firstScript(site, service);
        return route.request().url() === first ? route.continue() : route.abort();
      });
      await page.goto(site.url(service));
      await pressShift(page, 3);
      await hasLeft(page);
    });
  });

  test("covers the page within one frame", async () => {
    await on(service, async (page) => {
      await neverArrives(page);
      const heading = await page.locator("h1").innerText();
      const { text, covered } = await page.evaluate(pressAndLook, LINK);
      assert.ok(!text.includes(heading), `can still be read: ${text}`);
      assert.doesNotMatch(text, /abuse|police|999/i);
      assert.ok(covered, "the cover reaches every corner");
    });
  });

  test("changes the title first, then replaces the page", async () => {
    await on(service, async (page) => {
      await neverArrives(page);
      const title = await page.title();
      const leaving = await page.evaluate(pressAndListen, LINK);
      assert.equal(leaving.url, EXIT);
      assert.equal(leaving.type, "replace");
      assert.notEqual(leaving.title, title);
      assert.doesNotMatch(leaving.title, /abuse|help|partnership|service/i);
    });
  });

  for (const [way, leave] of [
    ["the link", (page) => exitLink(page).click()],
    ["three Shifts", (page) => pressShift(page, 3)],
  ]) {
    test(`by ${way} is not undone by one step back`, async () => {
      await on("", async (page) => {
        await page.goto(site.url(service));
        await leave(page);
        await hasLeft(page);
        await page.goBack({ waitUntil: "commit" });
        assert.notEqual(page.url(), site.url(service));
      });
    });
  }

  test("follows three Shifts in the search box", async () => {
    await on("search/", async (page) => {
      await page.locator("input[type=search]").first().focus();
      await pressShift(page, 3);
      await hasLeft(page);
    });
  });

  test("does not follow Shift that makes a capital", async () => {
    await on(service, async (page) => {
      for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift+A");
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
      for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down("Shift");
      await page.keyboard.up("Shift");
      await hasStayed(page);
    });
  });

  test("does not follow a Shift that comes too late", async () => {
    await on(service, async (page) => {
      await pressShift(page, 2);
      await pause(5_300);
      await pressShift(page, 1);
      await hasStayed(page);
    });
  });

  test("keeps a neutral cover, with a way back, on return", async () => {
    await on(service, async (page) => {
      // An answer without content leaves the browser where it is, as a return from its memory does.
      await page.route(`${EXIT}**`, (route) => route.fulfill({ status: 204 }));
      const heading = await page.locator("h1").innerText();
      await page.evaluate(pressAndLook, LINK);
      await page.evaluate(() =>
        window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })),
      );
      const text = await page.evaluate(() => document.body.innerText);
      assert.ok(!text.includes(heading), `can be read on return: ${text}`);
      await page.locator("body :is(a, button):visible").first().click();
      await page.getByRole("heading", { name: heading, level: 1 }).waitFor({ timeout: 5_000 });
    });
  });

  function exitLink(page) {
    return page.locator(LINK).filter({ visible: true }).first();
  }
});

/** Keeps the browser on its way, so that the page which it is leaving can be looked at. */
async function neverArrives(page) {
  await page.route(`${EXIT}**`, () => {});
}

/** The address of the first script in a page's source. */
async function firstScript(site, path) {
  const html = await (await fetch(site.url(path))).text();
  const source = /<script\b[^>]*\bsrc="?([^"\s>]+)/.exec(html)?.[1];
  assert.ok(source, "the page has a script");
  return new URL(source, site.url(path)).href;
}

// What follows runs in the page.

function exitInView({ part, link }) {
  window.scrollTo({ top: part * document.documentElement.scrollHeight, behavior: "instant" });
  return [...document.querySelectorAll(link)].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const topmost = document.elementFromPoint(left + width / 2, top + height / 2);
    return { width, height, onTop: element.contains(topmost) };
  });
}

function pressAndLook(link) {
  document.querySelector(link).click();
  return new Promise((done) =>
    requestAnimationFrame(() => {
      const { innerWidth: width, innerHeight: height } = window;
      const corners = [
        [1, 1],
        [width - 2, 1],
        [1, height - 2],
        [width - 2, height - 2],
      ].map(([x, y]) => document.elementFromPoint(x, y));
      const covered = corners.every(
        (element) => element === corners[0] && element.closest("main, header, footer") === null,
      );
      done({ text: document.body.innerText, covered });
    }),
  );
}

function pressAndListen(link) {
  return new Promise((done) => {
    navigation.addEventListener("navigate", ({ destination, navigationType }) =>
      done({ url: destination.url, type: navigationType, title: document.title }),
    );
    document.querySelector(link).click();
  });
}
