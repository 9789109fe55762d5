// On a slow line and a slow phone nothing moves under the reader's finger.

import { after, before, describe, test } from "node:test";
import { lookAt } from "./slow_phone.mjs";
import { Site, assertNone, launch } from "./support.mjs";

const VIEWPORTS = [
  { width: 320, height: 640 },
  { width: 1280, height: 800 },
];

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
  for (const viewport of VIEWPORTS) {
    test(`moves nothing that is already to be seen, ${viewport.width} px wide`, async () => {
      const found = [];
      for (const { kind, path } of site.onePageOfEachKind()) {
        const { moved, movers } = await lookAt(browser, site.url(path), viewport);
        if (moved > 0) found.push(`${kind}, /${path}: ${moved.toFixed(4)}: ${movers.join(", ")}`);
      }
      assertNone(found, "pages on which something moves");
    });
  }
});
