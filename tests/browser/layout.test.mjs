// On a slow line and a slow phone nothing moves under the reader's finger. (On a wide screen and as slow a line, the
// columns of long tables still settle while their rows come: `tests/bench/pages/speed.mjs` tells of phones only.)

import { after, before, describe, test } from "node:test";
import { lookAt } from "./slow_phone.mjs";
import { Site, assertNone, launch } from "./support.mjs";

const VIEWPORT = { width: 320, height: 640 };

let site, browser;

before(async () => {
  site = await Site.start(undefined, { asHosted: true });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

describe("a page that comes slowly", () => {
  test("moves nothing that is already to be seen", async () => {
    const found = [];
    for (const { kind, path } of site.onePageOfEachKind()) {
      const { moved, movers } = await lookAt(browser, site.url(path), VIEWPORT);
      if (moved > 0) found.push(`${kind}, /${path}: ${moved.toFixed(4)}: ${movers.join(", ")}`);
    }
    assertNone(found, "pages on which something moves");
  });
});
