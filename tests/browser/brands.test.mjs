// A partnership changes its name, logo, colour and navigation in `site.yaml` alone, and the site can still be read.

import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { COLOURS, troubles } from "./axe.mjs";
import { PROJECT, Site, assertNone, launch } from "./support.mjs";

const BRANDS = { teal: "#1d5c63", "deep red": "#8b0000", yellow: "#ffd500", "near-black": "#111111", neon: "#39ff14" };

/** Kinds of pages that use the colour in every way that there is: boards, marks, charts, the calendar, a diagram. */
const KINDS = ["home", "services", "plan", "evidence", "governance", "pathway", "training-month", "search"];

/** What style.css says beside its tokens: a text or mark, what it stands on, and the least contrast. */
const PROMISES = [
  ["--brand-text", "--brand", 4.5],
  ["--link", "--ground", 4.5],
  ["--link", "--panel", 4.5],
  ["--link", "--tint", 4.5],
  ["--mark", "--ground", 4.5],
  ["--mark", "--panel", 3],
  ["--ink", "--ground", 7],
  ["--ink", "--panel", 7],
  ["--ink", "--tint", 7],
  ["--muted", "--ground", 4.5],
  ["--muted", "--panel", 4.5],
  ["--muted", "--tint", 4.5],
  ["--field", "--ground", 3],
  ["--exit-text", "--exit", 4.5],
  ["--alert-text", "--alert", 4.5],
];

const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="18" fill="#777"/></svg>';

const NAVIGATION = `navigation:
  - {title: Find help, link: /services/}
  - {title: Our plan, link: /strategy/}
`;

let browser;

before(async () => (browser = await launch()));
after(() => browser?.close());

for (const [name, colour] of Object.entries(BRANDS)) {
  describe(`a site in ${name}`, () => {
    let folder, site, page;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "fingerpost-brand-"));
      await cp(join(PROJECT, "content"), join(folder, "content"), { recursive: true });
      await changeSettings(folder, colour);
      site = await Site.start(folder);
      page = await browser.newPage();
    });

    after(async () => {
      await page?.close();
      await site?.close();
      await rm(folder, { recursive: true, force: true });
    });

    test("reaches what the stylesheet promises, by day and by night", async () => {
      await page.goto(site.url());
      const found = [];
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        const contrasts = await page.evaluate(measure, PROMISES);
        for (const [text, ground, least, contrast] of contrasts) {
          if (contrast < least) found.push(`${colorScheme}: ${text} on ${ground} is ${contrast.toFixed(2)}, not ${least}`);
        }
      }
      assertNone(found);
    });

    test("has text that can be read wherever the colour is used", async () => {
      const found = [];
      for (const path of KINDS.map((kind) => site.first(kind))) {
        await page.goto(site.url(path));
        for (const colorScheme of ["light", "dark"]) {
          await page.emulateMedia({ colorScheme });
          found.push(...(await troubles(page, COLOURS)).map((trouble) => `/${path}, ${colorScheme}: ${trouble}`));
        }
      }
      assertNone(found);
    });

    test("has the name, the logo and the navigation of its settings on every kind of page", async () => {
      await page.setViewportSize({ width: 1280, height: 800 });
      // What a page's head is made of does not hang on the colour.
      const pages = name === "teal" ? await site.covering() : KINDS.map((kind) => ({ kind, path: site.first(kind) }));
      for (const { path, kind } of pages) {
        await page.goto(site.url(path));
        const header = page.locator(".site-header");
        assert.match(await header.locator(".wordmark").innerText(), /Ashmere Safety Board/, kind);
        assert.deepEqual(await header.locator("nav a").allInnerTexts(), ["Find help", "Our plan"], kind);
        const { width, height } = await header.locator(".wordmark img").boundingBox();
        assert.ok(width > 20 && height > 20 && height <= 44, `${kind}: the logo is ${width} × ${height}`);
        assert.match(await page.title(), /Ashmere/, kind);
      }
    });
  });
}

async function changeSettings(folder, colour) {
  const file = join(folder, "content/site.yaml");
  const written = await readFile(file, "utf8");
  const changed = written
    .replace(/^name: .*$/m, "name: Ashmere Safety Board")
    .replace(/^short_name: .*$/m, "short_name: Ashmere Board")
    .replace(/^ {2}colour: .*$/m, `  colour: "${colour}"\n  logo: files/ashmere.svg`)
    .replace(/^navigation:\n(?: .*\n)+/m, NAVIGATION);
  await writeFile(file, changed);
  await mkdir(join(folder, "content/files"), { recursive: true });
  await writeFile(join(folder, "content/files/ashmere.svg"), LOGO);
}

/** Runs in the page: each promise with the contrast that is really there. */
function measure(promises) {
  const probe = document.createElement("i");
  document.body.append(probe);
  const luminance = (token) => {
    probe.style.color = `var(${token})`;
    const parts = getComputedStyle(probe).color.match(/[\d.]+/g).slice(0, 3);
    const [red, green, blue] = parts.map(Number).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const measured = promises.map(([text, ground, least]) => {
    const [a, b] = [luminance(text), luminance(ground)];
    return [text, ground, least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)];
  });
  probe.remove();
  return measured;
}
