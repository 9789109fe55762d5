// Asks an engine every query through its page, and measures what that costs.

import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** The query of which the first answer is measured: one word that every engine finds. */
const FIRST = "refuge";
/** A cheap telephone beside this computer, as Chromium's own tools take it. */
const SLOWED = 6;

/**
 * The paths that each query found, the bytes that came before the first answer, and times in milliseconds: to the
 * first answer, the median of those after it, and on a slow processor their median and what nineteen of twenty keep
 * within. `counts` tells which addresses belong to the search.
 */
export async function measure({ browser, site, path, counts }, queries) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(`${path}: ${error.message}`));
  const fetched = [];
  page.on("response", (response) => {
    if (counts(response.url())) fetched.push(response.body());
  });
  await page.goto(site.url(path), { waitUntil: "networkidle" });
  const [first] = await page.evaluate(ask, [FIRST]);
  await page.waitForLoadState("networkidle");
  const bodies = await Promise.all(fetched);
  const words = queries.map(({ query }) => query);
  const asked = await page.evaluate(ask, words);

  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  const askedSlowed = await page.evaluate(ask, words);
  await context.close();

  const paths = (links) => [...new Set(links.map((link) => link.replace(site.url(), "").replace(/[?#].*$/, "")))];
  return {
    answers: queries.map((query, i) => ({ ...query, found: paths(asked[i].links) })),
    gzip: sum(bodies.map(gzipped)),
    brotli: sum(bodies.map(brotlied)),
    first: first.took,
    next: quantile(asked, 0.5),
    slowed: quantile(askedSlowed, 0.5),
    slowest: quantile(askedSlowed, 0.95),
  };
}

/** Runs in the page: types each query and gives the links that were answered, and how long that took. */
async function ask(queries) {
  const box = document.querySelector("main form[role=search] input[type=search]");
  const results = document.getElementById("search-results");
  const status = document.getElementById("search-status");
  const someShown = () => status.textContent.trim() !== "" || results.querySelector("a") !== null;

  const type = (words, shown) =>
    new Promise((done, failed) => {
      const timer = setTimeout(() => failed(new Error(`no answer to "${words}"`)), 10_000);
      const observer = new MutationObserver(look);
      for (const part of [results, status]) {
        observer.observe(part, { childList: true, characterData: true, subtree: true });
      }
      box.value = words;
      box.dispatchEvent(new Event("input", { bubbles: true }));
      look();
      function look() {
        if (someShown() !== shown) return;
        observer.disconnect();
        clearTimeout(timer);
        done();
      }
    });

  const answers = [];
  for (const query of queries) {
    await type("", false);
    const began = performance.now();
    box.focus();
    await type(query, true);
    const took = performance.now() - began;
    answers.push({ links: [...results.querySelectorAll("a")].map((link) => link.href), took });
  }
  return answers;
}

// What is compressed already does not get smaller.
function gzipped(bytes) {
  return Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length);
}

function brotlied(bytes) {
  const size = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return Math.min(bytes.length, brotliCompressSync(bytes, { params: size }).length);
}

function sum(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function quantile(asked, share) {
  const sorted = asked.map(({ took }) => took).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)];
}
