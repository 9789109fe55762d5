// The site on paper: a service on one sheet, a plan as a paper for a board, a leaflet on the paper it names.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { getDocumentProxy } from "unpdf";
import { Site, assertNone, launch } from "./support.mjs";

const A4 = [595, 842];
const A5 = [420, 595];

const site = await Site.example();
const browser = await launch();
const page = await browser.newPage();

after(async () => {
  await browser.close();
  await site.close();
});

/** A page as it is printed: its sheets, each with its size and its words, and how large each word is. */
async function printed(path) {
  await page.goto(site.url(path));
  const bytes = await page.pdf({ format: "A4", preferCSSPageSize: true });
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const sheets = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const sheet = await pdf.getPage(number);
    const { items } = await sheet.getTextContent();
    const words = items.filter(({ str, hasEOL }) => str !== "" || hasEOL);
    sheets.push({
      size: sheet.view.slice(2).map(Math.round),
      text: tidy(words.map(({ str, hasEOL }) => (hasEOL ? `${str} ` : str)).join("")),
      words: words.filter(({ str }) => str.trim() !== "").map(({ str, transform }) => ({ text: str, points: Math.hypot(transform[2], transform[3]) })),
    });
  }
  await pdf.destroy();
  return sheets;
}

const tidy = (text) => text.replace(/\s+/g, " ").trim();
const digits = (text) => text.replace(/\D/g, "");

function differs([width, height], [other, otherHeight]) {
  return Math.abs(width - other) > 2 || Math.abs(height - otherHeight) > 2;
}

describe("a service on paper", () => {
  const services = site.pages.filter(({ kind }) => kind === "service");

  test("takes one sheet of A4, with its number large, and what to do in danger", async () => {
    assert.ok(services.length > 50, "the example site has its services");
    const found = [];
    for (const { path } of services) {
      const sheets = await printed(path);
      if (sheets.length !== 1) found.push(`${path}: ${sheets.length} sheets`);
      const [{ size, text, words }] = sheets;
      if (differs(size, A4)) found.push(`${path}: a sheet of ${size}`);
      if (!sheets.at(-1).text.includes("In danger now? Call 999")) found.push(`${path}: not what to do in danger`);
      const number = await page.evaluate(() => document.querySelector("main .calls [href^='tel:'] b")?.textContent);
      if (number === undefined) continue;
      const large = words.filter(({ points }) => points >= 20).map(({ text }) => digits(text)).join("");
      if (!large.includes(digits(number))) found.push(`${path}: ${number} is not large`);
      if (!text.includes(number)) found.push(`${path}: ${number} is missing`);
    }
    assertNone(found);
  });

  test("leaves out what cannot be pressed, and gives the addresses of links that lead away from a text", async () => {
    const [{ text }] = await printed("services/marlsea-helpline/");
    for (const gone of ["Exit this page", "Menu", "Home", "Search", "Leaflets", "Read more", "Open now", "Accessibility"]) {
      assert.ok(!text.includes(gone), `"${gone}" is not printed`);
    }
    assert.match(text, /online referral form \(https:\/\/safeharbour\.example\.org\/refer\)/);
    assert.match(text, /in the browser \(https:\/\/safeharbour\.example\.org\/chat\)/);
    // Within the site, and beside words that are the address itself, it would be in the way.
    assert.ok(!text.includes(site.origin), "no address of the site's own");
    assert.equal(text.match(/https:/g).length, 2);
  });
});

describe("a plan on paper", () => {
  let sheets;

  before(async () => {
    const plan = site.pages.find(({ path }) => path === "strategy/strategy-2025-2028/board-paper/");
    sheets = await printed(plan.path);
  });

  test("is a board paper: title, date, contents, and the number of each page", async () => {
    const [first] = sheets;
    const heading = first.words.filter(({ points }) => points >= 16).map(({ text }) => text).join(" ");
    assert.match(heading, /Safe and heard, our domestic abuse strategy 2025 to 2028/);
    assert.match(first.text, /as it stood on 22 November 2026/);
    assert.match(first.text, /Contents .*Where the actions stand .*Risks/);
    for (const [at, { size, text }] of sheets.entries()) {
      assert.ok(!differs(size, A4), "it is printed on A4");
      assert.match(text, new RegExp(`Page ${at + 1} of ${sheets.length}`));
    }
  });

  test("keeps each priority together, where a sheet has room for it", async () => {
    const priorities = await page.evaluate(() =>
      [...document.querySelectorAll("section.kept")].map((section) => ({
        title: section.querySelector("h2").textContent,
        rows: [...section.querySelectorAll("tbody th[scope=row]")].map((row) => row.textContent.trim()),
      })),
    );
    assert.ok(priorities.length >= 6, "how the actions stand, and five priorities");
    for (const { title, rows } of priorities) {
      // In the contents the titles stand, too: the one with the first row below it is meant.
      const holds = (text, words) => text.includes(tidy(words));
      const on = sheets.filter(({ text }) => holds(text, title) && rows.every((row) => holds(text, row)));
      // One that is longer than a sheet begins at the head of one.
      const begins = sheets.some(({ text }) => text.replace(/^Page \d+ of \d+ /, "").startsWith(tidy(title)));
      assert.ok(on.length === 1 || begins, `"${title}" stands on one sheet with its ${rows.length} rows, or begins one`);
    }
  });

  test("says the headings of a table again where it goes on, and never leaves them alone", async () => {
    const tables = await page.evaluate(() =>
      // One with a chart in it has a heading that only a screen reader has.
      [...document.querySelectorAll("table:not(:has(.drawn))")].map((table) => ({
        heads: table.tHead.innerText,
        rows: [...table.tBodies[0].rows].map((row) => row.innerText),
      })),
    );
    const holds = ({ text }, words) => text.replace(/\s/g, "").includes(words.replace(/\s/g, ""));
    let parts = 0;
    for (const { heads, rows } of tables) {
      const on = sheets.filter((sheet) => rows.some((row) => holds(sheet, row)));
      parts += on.length - 1;
      for (const sheet of on) assert.ok(holds(sheet, heads), `"${tidy(heads)}" stands on each sheet of its table`);
      const alone = sheets.filter((sheet) => holds(sheet, heads) && !on.includes(sheet));
      const others = tables.filter((table) => table.heads === heads).flatMap((table) => table.rows);
      const empty = alone.filter((sheet) => !others.some((row) => holds(sheet, row)));
      assert.equal(empty.length, 0, `"${tidy(heads)}" stands above a row wherever it stands`);
    }
    assert.ok(parts > 0, "a table goes on, on another sheet");
  });
});

describe("other sheets", () => {
  test("a leaflet has nothing on it but its own words, on the paper it names", async () => {
    for (const { path } of site.pages.filter(({ kind }) => kind === "leaflet")) {
      const sheets = await printed(path);
      const size = await page.locator(".sheet").getAttribute("data-size");
      assert.ok(sheets.length <= 2, `${path}: ${sheets.length} sides`);
      for (const sheet of sheets) {
        assert.ok(!differs(sheet.size, size === "A5" ? A5 : A4), `${path}: ${sheet.size}`);
        assert.ok(!sheet.text.includes("Marlsea Partnership"), `${path}: the site's header is printed`);
      }
      const call = await page.locator(".sheet a[href^='tel:']").first().textContent();
      assert.ok(sheets[0].text.includes(call), `${path}: ${call}`);
    }
  });

  test("a session takes one sheet, with where to book", async () => {
    const session = site.pages.find(({ path }) => /housing-and-domestic-abuse-2027-02-11/.test(path));
    const sheets = await printed(session.path);
    assert.equal(sheets.length, 1);
    assert.match(sheets[0].text, /Book a place on Housing and domestic abuse \(https:\/\/training\.marlsea\.example\.org/);
    assert.ok(!sheets[0].text.includes("Add to calendar"));
  });
});
