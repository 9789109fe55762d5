// A page as it comes to an old phone on a slow line.

import { TODAY } from "./support.mjs";

/** The slow 3G of Chromium's own tools: a wait for each answer, and then so much a second. */
export const SLOW_3G = { latency: 400, kilobits: 400 };
/** How many times slower than here the processor is. */
export const SLOWED = 4;

/** In milliseconds: five times what the slowest page takes, and how long a page may still move once it has loaded. */
const LONGEST = 60_000;
const AFTER_LOADING = 1000;

/**
 * Opens an address in a fresh browser; with `from`, as the next page after that address; with `day`, on another day
 * than that of the build. Gives when the largest thing
 * of the first screen was painted, in milliseconds; how much moved, as "cumulative layout shift"; and the bytes that
 * came until the page had loaded.
 */
export async function lookAt(browser, address, viewport, { from, day = TODAY } = {}) {
  const context = await browser.newContext({ viewport, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
  try {
    const page = await context.newPage();
    await page.addInitScript(watch);
    await page.clock.setFixedTime(new Date(`${day}T12:00:00Z`));
    const session = await context.newCDPSession(page);
    if (from) await page.goto(from, { waitUntil: "networkidle" });
    let bytes = 0;
    session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
    await session.send("Network.enable");
    const throughput = (SLOW_3G.kilobits * 1000) / 8;
    const line = { latency: SLOW_3G.latency, downloadThroughput: throughput, uploadThroughput: throughput };
    await session.send("Network.emulateNetworkConditions", { offline: false, ...line });
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
    await page.goto(address, { waitUntil: "load", timeout: LONGEST });
    // What a page fetches for the next one comes after this, and may take as long as it likes.
    await page.waitForTimeout(AFTER_LOADING);
    const seen = await page.evaluate(() => window.seen);
    return { ...seen, bytes };
  } finally {
    await context.close();
  }
}

/** Runs in the page, before anything of its own. */
function watch() {
  window.seen = { painted: 0, moved: 0, movers: [] };
  const name = (node) => node?.outerHTML?.slice(0, 80) ?? node?.nodeName ?? "something gone";
  const place = ({ x, y, width, height }) => `${x},${y} ${width}×${height}`;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      window.seen.painted = entry.startTime;
    }
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      window.seen.moved += entry.value;
      window.seen.movers.push(...entry.sources.map(({ node, previousRect: from, currentRect: to }) => `${place(from)} → ${place(to)} ${name(node)}`));
    }
  }).observe({ type: "layout-shift", buffered: true });
}
