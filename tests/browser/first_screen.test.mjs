// What a resident sees on a small phone before anything is scrolled.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Site, exitLink, launch, stories } from "./support.mjs";

const SMALL_PHONE = { viewport: { width: 320, height: 640 } };

let site, browser, on;

before(async () => {
  site = await Site.example();
  browser = await launch();
  on = stories(site, browser);
});

after(async () => {
  await browser?.close();
  await site?.close();
});

describe("the first screen of a small phone", () => {
  for (const javaScriptEnabled of [true, false]) {
    test(`tells what this is and holds every way to help, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
      await on("", everyWayIsThere, { ...SMALL_PHONE, javaScriptEnabled });
    });
  }

  test("leads from “find support” to the ways into the directory", async () => {
    await on(
      "",
      async (page) => {
        await page.getByRole("link", { name: "Find support" }).click();
        const way = page.getByRole("link", { name: /^Text or chat/ });
        await way.waitFor();
        assert.ok((await way.boundingBox()).y < SMALL_PHONE.viewport.height, "the ways are in view");
        await assertUncovered(page, way);
      },
      SMALL_PHONE,
    );
  });
});

async function everyWayIsThere(page) {
  const main = page.locator("main");
  const texts = [main.getByRole("heading", { level: 1 }), main.locator(".what"), main.getByText("press 55").first()];
  const presses = [
    exitLink(page),
    main.getByRole("link", { name: /^Call 999/ }),
    main.getByRole("link", { name: /^0808 157 0001/ }),
    main.getByRole("link", { name: "Find support" }),
  ];
  for (const thing of [...texts, ...presses]) await assertInView(page, thing);
  for (const thing of presses) {
    await assertUncovered(page, thing);
    const { width, height } = await thing.boundingBox();
    assert.ok(width >= 44 && height >= 44, `${await thing.textContent()} can be hit: ${width} × ${height}`);
  }
  assert.match(await presses[1].getAttribute("href"), /^tel:999$/);
  assert.match(await presses[2].getAttribute("href"), /^tel:\+44808/);
}

async function assertInView(page, thing) {
  const words = (await thing.textContent()).trim();
  const box = await thing.boundingBox();
  assert.ok(box, `“${words}” is shown`);
  const { width, height } = page.viewportSize();
  const inside = box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
  assert.ok(inside, `“${words}” is on the screen of ${width} × ${height}: ${JSON.stringify(box)}`);
}

/** Nothing lies over the middle of a thing. */
async function assertUncovered(page, thing) {
  const { x, y, width, height } = await thing.boundingBox();
  const { x: left, y: top } = { x: x + width / 2, y: y + height / 2 };
  const words = (await thing.textContent()).trim();
  const hit = await thing.evaluate((element, [left, top]) => element.contains(document.elementFromPoint(left, top)), [left, top]);
  assert.ok(hit, `nothing covers “${words}”`);
}
