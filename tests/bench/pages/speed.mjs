// How soon each kind of page can be read on a slow line and a slow phone, and whether anything moves meanwhile.
//
//   node speed.mjs          one page of each kind
//   node speed.mjs home     pages of these kinds
//
// Times depend on the computer and on what else it does, so no test asserts them. That nothing moves is asserted by
// tests/browser/layout.test.mjs.

import { Site, launch } from "../../browser/support.mjs";
import { SLOWED, SLOW_3G, lookAt } from "../../browser/slow_phone.mjs";

const VIEWPORT = { width: 360, height: 640 };
/** Each page is opened so often, and the median told. */
const TIMES = 3;

const kinds = process.argv.slice(2);
const site = await Site.start(undefined, { compresses: true });
const browser = await launch();
try {
  console.log(`slow 3G: ${SLOW_3G.latency} ms, ${SLOW_3G.kilobits} kbit/s; processor slowed ${SLOWED} times`);
  console.log("the largest thing is painted after so many ms, as the first page of a visit and as a later one");
  console.log(line("kind", "first", "later", "moved", "kB", "path"));
  const pages = site.onePageOfEachKind().filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  for (const { kind, path } of pages) {
    const before = site.url(kind === "home" ? "get-help/" : "");
    const first = await median(site.url(path));
    const later = await median(site.url(path), before);
    const moved = Math.max(first.moved, later.moved).toFixed(3);
    const sent = (first.bytes / 1000).toFixed(1);
    console.log(line(kind, Math.round(first.painted), Math.round(later.painted), moved, sent, `/${path}`));
  }
} finally {
  await browser.close();
  await site.close();
}

async function median(address, from) {
  const looks = [];
  for (let time = 0; time < TIMES; time += 1) looks.push(await lookAt(browser, address, VIEWPORT, { from }));
  return looks.sort((a, b) => a.painted - b.painted)[Math.floor(TIMES / 2)];
}

function line(kind, ...cells) {
  const path = cells.pop();
  return [String(kind).padEnd(18), ...cells.map((cell) => String(cell).padStart(8)), `  ${path}`].join("");
}
