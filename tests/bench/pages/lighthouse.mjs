// What Lighthouse says of each kind of page, as its mobile profile has it.
//
//   npm ci && node lighthouse.mjs          one page of each kind
//   node lighthouse.mjs home service       pages of these kinds
//
// Its marks for speed depend on what else the computer does. What loses a point on purpose: docs/design.md.

import { launch as launchChrome } from "chrome-launcher";
import lighthouse from "lighthouse";
import { BROWSER_FLAGS, Site, chromiumPath } from "../../browser/support.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

const kinds = process.argv.slice(2);
const site = await Site.start(undefined, { compresses: true });
const chrome = await launchChrome({
  chromePath: chromiumPath(),
  chromeFlags: [...BROWSER_FLAGS, "--headless=new"],
});
let lost = 0;
try {
  console.log(line("kind", CATEGORIES, "path"));
  const pages = site.onePageOfEachKind().filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  for (const { kind, path } of pages) {
    const { lhr } = await lighthouse(site.url(path), { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "error" });
    const marks = CATEGORIES.map((category) => Math.round(lhr.categories[category].score * 100));
    console.log(line(kind, marks, `/${path}`));
    for (const category of CATEGORIES.filter((_, at) => marks[at] < 100)) {
      lost += 1;
      for (const words of whatCost(lhr, category)) console.log(`    ${category}: ${words}`);
    }
  }
} finally {
  await chrome.kill();
  await site.close();
}
console.log(lost === 0 ? "100 everywhere" : `${lost} marks below 100`);

/** The audits of a category that lost points, with what Lighthouse measured. */
function whatCost(lhr, category) {
  const counted = lhr.categories[category].auditRefs.filter(({ weight }) => weight > 0);
  const audits = counted.map(({ id }) => lhr.audits[id]).filter(({ score }) => score !== null && score < 0.995);
  return audits.map(({ id, title, displayValue }) => `${id}: ${title}${displayValue ? ` (${displayValue})` : ""}`);
}

function line(kind, marks, path) {
  return [String(kind).padEnd(18), ...marks.map((mark) => String(mark).padStart(16)), `  ${path}`].join("");
}
