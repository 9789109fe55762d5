// What every test needs: the example site, built by the program and served as a plain web host would, and a browser to
// look at it. Within a run (run.mjs) all test files share one built example and one browser.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { coveringPages } from "./cover.mjs";

export const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

// The site must look the same whenever the tests run.
export const TODAY = "2026-11-22";

// A prefix, so that a link which forgets the base path is found out.
const BASE = "/marlsea/";

export const EXIT = "https://www.bbc.co.uk/weather";

export const BROWSER_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".pdf": "application/pdf",
  ".xml": "application/xml; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

const COMPRESSED = /^text|javascript|json|xml/;

/** The first of the places that exists, or an error that says what is missing. */
function found(what, places) {
  const place = places.find((place) => place && existsSync(place));
  if (!place) throw new Error(`${what} (looked in: ${places.filter(Boolean).join(", ")})`);
  return place;
}

/** The program as it was built last, or the one that FINGERPOST names. */
export function program() {
  if (process.env.FINGERPOST) return found("FINGERPOST names no file", [process.env.FINGERPOST]);
  const target = resolve(PROJECT, process.env.CARGO_TARGET_DIR ?? "target");
  const builds = ["release", "debug"].map((build) => join(target, build, "fingerpost")).filter((build) => existsSync(build));
  const age = (build) => Date.now() - statSync(build).mtimeMs;
  return found("the program is missing: run `cargo build` first", builds.sort((a, b) => age(a) - age(b)));
}

/**
 * A site, the example unless another is named, built and served. `close` ends the server and removes the files. With
 * `compresses` it sends texts compressed, as hosts do.
 */
export class Site {
  /** The example site, to be read only: that of the run where there is one. */
  static async example() {
    const shared = process.env.FINGERPOST_TEST_SITE;
    return shared ? Object.assign(Object.create(Site.prototype), JSON.parse(shared)) : Site.start();
  }

  /** What another process needs to use this site. */
  async shared() {
    const { folder, out, source, origin, pages } = this;
    const cover = await this.covering();
    return JSON.stringify({ folder, out, source, origin, pages, cover });
  }

  static async start(source = PROJECT, { compresses = false } = {}) {
    const folder = await mkdtemp(join(tmpdir(), "fingerpost-browser-"));
    const site = new Site(folder, source);
    site.compresses = compresses;
    try {
      await site.listen();
      site.build();
      await site.readPages();
    } catch (error) {
      await site.close();
      throw error;
    }
    return site;
  }

  constructor(folder, source) {
    this.folder = folder;
    this.source = source;
    this.out = join(folder, "public");
    this.server = createServer((request, response) => this.answer(request, response));
  }

  listen() {
    return new Promise((done, failed) => {
      this.server.once("error", failed);
      this.server.listen(0, "127.0.0.1", () => {
        this.origin = `http://127.0.0.1:${this.server.address().port}`;
        done();
      });
    });
  }

  build() {
    const options = ["--site", this.source, "--out", this.out, "--today", TODAY];
    const url = ["--base-url", this.origin + BASE];
    const { status, error, stderr } = spawnSync(program(), ["build", ...options, ...url], {
      encoding: "utf8",
    });
    if (error) throw error;
    if (status !== 0) throw new Error(`the build ended with ${status}:\n${stderr}`);
    if (!existsSync(join(this.out, "index.html"))) throw new Error("the build made no home page");
  }

  /** Reads every page with its kind, by address. */
  async readPages() {
    const pages = [];
    for (const file of await filesUnder(this.out)) {
      if (extname(file) !== ".html") continue;
      const html = await readFile(file, "utf8");
      const kind = /<body\b[^>]*\bdata-kind="?([\w-]+)/.exec(html)?.[1];
      // A page that leads on from an old address is gone before it could be looked at.
      if (kind === "redirect") continue;
      const path = relative(this.out, file).split(sep).join("/");
      pages.push({ path: path.replace(/(^|\/)index\.html$/, "$1"), kind });
    }
    this.pages = pages.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** The HTML of a page. */
  async html({ path }) {
    return readFile(join(this.out, path === "" || path.endsWith("/") ? `${path}index.html` : path), "utf8");
  }

  /** The pages to look at: those that have between them every structure of any page, or all when that is asked for. */
  async covering() {
    if (process.env.EVERY_PAGE) return this.pages;
    if (!this.cover) {
      const pages = await Promise.all(this.pages.map(async (page) => ({ ...page, html: await this.html(page) })));
      this.cover = coveringPages(pages).map(({ path, kind }) => ({ path, kind }));
    }
    return this.cover;
  }

  /** One page of each kind. */
  onePageOfEachKind() {
    return this.pages.filter(({ kind }, at) => this.pages.findIndex((page) => page.kind === kind) === at);
  }

  /** The first page of a kind, by its path. */
  first(kind) {
    const page = this.pages.find((page) => page.kind === kind);
    assert.ok(page, `the example site has a page of the kind ${kind}`);
    return page.path;
  }

  /** The page of a kind with the longest text. */
  async longest(kind) {
    const paths = this.pages.filter((page) => page.kind === kind).map(({ path }) => path);
    const sizes = await Promise.all(
      paths.map(async (path) => [(await (await fetch(this.url(path))).text()).length, path]),
    );
    return sizes.sort(([a], [b]) => b - a)[0][1];
  }

  /** The address of the page at a path under the site's root. */
  url(path = "") {
    return this.origin + BASE + path;
  }

  /**
   * Holds back the rest of a page, from some words on, until the function that is given back is called: a slow line.
   */
  holdBack(path, words) {
    let release;
    const released = new Promise((done) => (release = done));
    this.held = { pathname: BASE + path, words, released };
    return release;
  }

  async answer(request, response) {
    const { pathname } = new URL(request.url, this.origin);
    const file = await this.fileAt(decodeURIComponent(pathname));
    const missing = file === undefined;
    const type = TYPES[extname(file ?? ".html")] ?? "application/octet-stream";
    response.statusCode = missing ? 404 : 200;
    response.setHeader("Content-Type", type);
    if (this.held?.pathname === pathname) {
      const { words, released } = this.held;
      const text = await readFile(file, "utf8");
      const at = text.indexOf(words);
      assert.ok(at > 0, `"${words}" is on the page`);
      response.write(text.slice(0, at));
      await released;
      return response.end(text.slice(at));
    }
    const bytes = await readFile(file ?? join(this.out, "404.html")).catch(() => "not found");
    if (pathname.startsWith(`${BASE}assets/`)) response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    if (!this.compresses) return response.end(bytes);
    if (!COMPRESSED.test(type)) return response.end(bytes);
    response.setHeader("Content-Encoding", "gzip");
    response.end(gzipSync(bytes, { level: 9 }));
  }

  async fileAt(pathname) {
    if (!pathname.startsWith(BASE) || pathname.includes("..")) return undefined;
    const path = pathname.slice(BASE.length);
    const file = join(this.out, path === "" || path.endsWith("/") ? `${path}index.html` : path);
    return readFile(file).then(
      () => file,
      () => undefined,
    );
  }

  async close() {
    // That of a run belongs to the run.
    if (!this.server) return;
    this.server.closeAllConnections?.();
    await new Promise((done) => this.server.close(done));
    await rm(this.folder, { recursive: true, force: true });
  }
}

export async function filesUnder(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = entries.map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
  return (await Promise.all(nested)).flat();
}

export function chromiumPath() {
  return found("Chromium is missing: run `tests/run`, which installs it", [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ]);
}

/** Chromium, with its memory of left pages on: people have it, and Playwright turns it off. That of the run if it can be. */
export function launch({ remembersPages = true } = {}) {
  const shared = process.env.FINGERPOST_TEST_BROWSER;
  if (shared && remembersPages) return chromium.connect(shared);
  return chromium.launch({ ...chromiumOptions(), ignoreDefaultArgs: remembersPages ? KEPT_PAGES : [] });
}

/** Chromium for a whole run, which other processes use by its `wsEndpoint()`. */
export function launchServer() {
  return chromium.launchServer({ ...chromiumOptions(), ignoreDefaultArgs: KEPT_PAGES });
}

/** Chromium with a folder in which it keeps what it remembers of its user. */
export function launchWithProfile(folder) {
  return chromium.launchPersistentContext(folder, { ...chromiumOptions(), ignoreDefaultArgs: KEPT_PAGES });
}

const KEPT_PAGES = ["--disable-back-forward-cache"];

function chromiumOptions() {
  return { executablePath: chromiumPath(), args: BROWSER_FLAGS };
}

/** Runs a story on a fresh page of the site, with nothing kept from another one, and a stand-in for the exit. */
export function stories(site, browser) {
  return async function on(path, story, options = {}) {
    const context = await browser.newContext(options);
    try {
      await standInForExit(context);
      const page = await context.newPage();
      await page.goto(site.url(path));
      return await story(page);
    } finally {
      await context.close();
    }
  };
}

/** The exit that can be seen. */
export function exitLink(page) {
  return page.locator("a.exit-this-page");
}

export async function hasLeft(page) {
  await page.waitForURL(EXIT, { timeout: 5_000 });
}

export async function pressShift(page, times) {
  for (let press = 0; press < times; press += 1) await page.keyboard.press("Shift");
}

/** Lets the exit lead somewhere: the real place is not reached from a test. */
export async function standInForExit(context) {
  await context.route(`${EXIT}**`, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Weather</title>Rain" }),
  );
}

/** Fails with the list of what was found, one a line, where there should be nothing. */
export function assertNone(found, what = "found") {
  assert.ok(found.length === 0, `${found.length} ${what}:\n${found.join("\n")}`);
}

/** What a page has left behind in the browser, which should be nothing. */
export async function traces(page) {
  const left = await page.evaluate(async () => ({
    cookie: document.cookie,
    localStorage: localStorage.length,
    sessionStorage: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  left.cookies = (await page.context().cookies()).length;
  return left;
}

export const NO_TRACES = {
  cookie: "",
  localStorage: 0,
  sessionStorage: 0,
  databases: 0,
  caches: 0,
  workers: 0,
  cookies: 0,
};
