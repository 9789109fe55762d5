// Pictures of the example site.
//
//   node screenshots.mjs FOLDER          one page of each kind: at three widths, light and dark, and printed
//   node screenshots.mjs --compared      the small pictures that appearance.test.mjs compares pages with
//   node screenshots.mjs --readme FILE   the home page, for the README

import { mkdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { LOOKS, fileOf, sketch } from "./appearance.mjs";
import { Site, launch } from "./support.mjs";

const WIDTHS = [320, 768, 1280];

const README_WIDTH = 1000;
// The tallest of these that is small enough for a README to carry.
const README_HEIGHTS = [900, 800, 700, 600, 500];
const README_BYTES = 120_000;

async function everyKind(site, browser, folder) {
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage();
  for (const { path, kind } of site.onePageOfEachKind()) {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(site.url(path));
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        const name = `${kind}-${width}-${colorScheme}.png`;
        await page.screenshot({ path: join(folder, name), fullPage: true });
      }
    }
    await page.emulateMedia({ colorScheme: "light" });
    await page.pdf({ path: join(folder, `${kind}.pdf`), preferCSSPageSize: true, format: "A4" });
  }
}

async function compared(site, browser) {
  for (const look of LOOKS) {
    await mkdir(dirname(fileOf(look)), { recursive: true });
    await writeFile(fileOf(look), await sketch(browser, site, look));
  }
}

async function forReadme(site, browser, file) {
  await mkdir(dirname(file), { recursive: true });
  const page = await browser.newPage({ colorScheme: "light" });
  for (const height of README_HEIGHTS) {
    await page.setViewportSize({ width: README_WIDTH, height });
    await page.goto(site.url());
    await page.screenshot({ path: file });
    if ((await stat(file)).size <= README_BYTES) return;
  }
  throw new Error(`no picture of the home page is under ${README_BYTES} bytes`);
}

const [first, second] = process.argv.slice(2);
const make = { "--readme": second && forReadme, "--compared": compared }[first] ?? (first?.startsWith("--") ? undefined : first && everyKind);
if (!make) {
  console.error("usage: node screenshots.mjs FOLDER | --compared | --readme FILE");
  process.exit(2);
}
const site = await Site.start();
try {
  const browser = await launch();
  await make(site, browser, second ?? first);
  await browser.close();
} finally {
  await site.close();
}
