// Text that would like to be a script, in every field of every kind of record, looked at by a real browser: nothing
// runs, and nothing is on a page that the templates did not put there. The Rust tests go through all the rounds and
// formats; here are as many rounds as a browser has time for.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { after, describe, test } from "node:test";
import { PROJECT, assertNone, filesUnder, launch, program } from "./support.mjs";

const ROUNDS = 4;
const TRIES = 12;
const AT_ONCE = 4;
const BASE = "http://site.example/under/";

const specimen = join(PROJECT, "tests/injection/site");
const attacks = JSON.parse(await readFile(join(PROJECT, "tests/injection/attacks.json"), "utf8")).map((attack) =>
  attack === "LONG" ? '<b>long" '.repeat(200) : attack,
);
const browser = await launch();

describe("hostile text", () => {
  after(() => browser.close());

  test("runs nowhere", async () => {
    const found = [];
    let pages = 0;
    for (let number = 0; number < ROUNDS; number += 1) {
      const round = Math.floor((number * attacks.length) / ROUNDS);
      const folder = await mkdtemp(join(tmpdir(), "fingerpost-hostile-"));
      try {
        await build(folder, (field) => attacks[(field + round) % attacks.length]);
        const looks = await look(join(folder, "public"));
        pages += looks.pages;
        found.push(...looks.found.map((trouble) => `round ${round}: ${trouble}`));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }
    assert.ok(pages > ROUNDS * 20, `${pages} pages`);
    assertNone(found);
  });
});

/** Opens every page of a built site, and gathers what should not be. */
async function look(out) {
  const context = await browser.newContext();
  const found = [];
  const files = (await filesUnder(out)).filter((file) => file.endsWith(".html"));
  await context.route("**", async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const path = decodeURIComponent(pathname.slice("/under/".length));
    if (`${origin}/under/` !== BASE || !pathname.startsWith("/under/")) {
      found.push(`asks for ${route.request().url()}`);
      return route.abort();
    }
    const body = await readFile(join(out, path.endsWith("/") || path === "" ? `${path}index.html` : path)).catch(() => undefined);
    return body ? route.fulfill({ body, contentType: TYPES[path.split(".").pop()] ?? "text/html" }) : route.fulfill({ status: 404 });
  });
  const pages = files.length;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    const page = await context.newPage();
    page.on("dialog", (dialog) => found.push(`dialog on ${page.url()}`) && dialog.dismiss());
    while (files.length > 0) {
      const file = files.pop();
      // A page that leads on from an old address is gone before it could be looked at; the Rust tests read it.
      if (/data-kind="redirect"/.test(await readFile(file, "utf8"))) continue;
      const path = relative(out, file).split(sep).map(encodeURIComponent).join("/");
      await page.goto(BASE + path, { waitUntil: "load" });
      found.push(...(await page.evaluate(strangers)).map((trouble) => `${path}: ${trouble}`));
    }
  }));
  await context.close();
  return { found, pages };
}

const TYPES = { js: "text/javascript", css: "text/css", svg: "image/svg+xml", json: "application/json" };

/** Runs in the page. */
function strangers() {
  const found = "pwned" in window ? ["a script of the content ran"] : [];
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on") || name === "style" || name === "srcdoc" || name === "formaction") found.push(`${element.tagName} ${name}`);
      if (["href", "src", "action"].includes(name) && /^\s*(javascript|data|vbscript):/i.test(value.replace(/[\u0000-\u0020]/g, ""))) {
        found.push(`${element.tagName} ${name}=${value}`);
      }
    }
    if (["IFRAME", "OBJECT", "EMBED", "BASE", "STYLE"].includes(element.tagName)) found.push(element.outerHTML.slice(0, 120));
    if (element.tagName === "SCRIPT" && element.type !== "application/ld+json" && !element.src.startsWith(`${location.origin}/under/assets/`)) {
      found.push(element.outerHTML.slice(0, 120));
    }
    if (element.protocol && !["http:", "https:", "mailto:", "tel:", "sms:", "webcal:"].includes(element.protocol)) found.push(element.href);
  }
  return found;
}

/** Builds the specimen with an attack in each field, leaving out those that the program refuses. */
async function build(folder, attack) {
  const files = await Promise.all((await filesUnder(specimen)).sort().map(async (file) => [relative(specimen, file).split(sep).join("/"), await readFile(file, "utf8")]));
  const refused = new Set();
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    let field = 0;
    const lines = new Map();
    for (const [path, text] of files) {
      const body = text.startsWith("---\n") ? text.indexOf("\n---\n", 4) : text.length;
      let out = "";
      let from = 0;
      for (const { index, 0: whole, 1: peace } of text.matchAll(/⟦([^⟧]*)⟧/g)) {
        out += text.slice(from, index);
        const value = refused.has(field) ? peace : attack(field);
        const first = out.split("\n").length;
        out += index > body ? value : inQuotes(value);
        for (let line = first; line <= out.split("\n").length + (index > body ? 1 : 0); line += 1) {
          lines.set(`${path}:${line}`, [...(lines.get(`${path}:${line}`) ?? []), field]);
        }
        from = index + whole.length;
        field += 1;
      }
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), out + text.slice(from));
    }
    const options = ["--site", folder, "--today", "2026-11-22"];
    const checked = spawnSync(program(), ["check", "--format", "json", ...options], { encoding: "utf8", maxBuffer: 1 << 28 });
    const errors = JSON.parse(checked.stdout).filter(({ severity }) => severity === "error");
    if (errors.length === 0) {
      const built = spawnSync(program(), ["build", ...options, "--base-url", BASE], { encoding: "utf8", maxBuffer: 1 << 28 });
      assert.equal(built.status, 0, built.stderr);
      return;
    }
    const before = refused.size;
    for (const { path, line } of errors) for (const field of lines.get(`${path}:${line}`) ?? []) refused.add(field);
    if (refused.size === before) {
      const paths = new Set(errors.map(({ path }) => path));
      for (const [place, fields] of lines) if (paths.has(place.replace(/:\d+$/, ""))) fields.forEach((field) => refused.add(field));
    }
    assert.ok(refused.size > before, JSON.stringify(errors));
  }
  throw new Error(`after ${TRIES} tries there are still errors`);
}

function inQuotes(text) {
  const letter = (letter) =>
    /["\\]/.test(letter) ? `\\${letter}` : /[ -~]/.test(letter) ? letter : `\\U${letter.codePointAt(0).toString(16).padStart(8, "0")}`;
  return `"${[...text].map(letter).join("")}"`;
}
