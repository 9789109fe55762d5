// `_headers` and `_redirects` of the example site, as Netlify's own readers take them.

import assert from "node:assert/strict";
import { join, relative, sep } from "node:path";
import { after, describe, test } from "node:test";
import { parseAllHeaders } from "@netlify/headers-parser";
import { parseAllRedirects } from "@netlify/redirect-parser";
import { Site, assertNone, filesUnder } from "./support.mjs";

const site = await Site.example();
const base = new URL(site.url()).pathname;
const { headers, errors } = await parseAllHeaders({
  headersFiles: [join(site.out, "_headers")],
  configHeaders: [],
  minimal: false,
});
const read = await parseAllRedirects({ redirectsFiles: [join(site.out, "_redirects")] });

describe("Netlify", () => {
  after(() => site.close());

  test("understands every line", () => {
    assertNone([...errors, ...read.errors].map(String));
  });

  test("sends each page the headers that keep a visit quiet", () => {
    const found = [];
    for (const { path } of site.pages) {
      const sent = headersOf(base + path);
      const wrong = [
        [/frame-ancestors 'none'/, "Content-Security-Policy"],
        [/^no-referrer$/, "Referrer-Policy"],
        [/^nosniff$/, "X-Content-Type-Options"],
        [/geolocation=\(\)/, "Permissions-Policy"],
        [/^no-store$/, "Cache-Control"],
      ].filter(([value, name]) => !(sent[name]?.length === 1 && value.test(sent[name][0])));
      found.push(...wrong.map(([, name]) => `${path}: ${name}: ${sent[name]}`));
    }
    assertNone(found);
  });

  test("keeps assets, and nothing else", async () => {
    for (const file of await filesUnder(site.out)) {
      const path = relative(site.out, file).split(sep).join("/");
      const kept = headersOf(base + path)["Cache-Control"]?.some((value) => value.includes("immutable"));
      assert.equal(kept ?? false, path.startsWith("assets/"), path);
    }
  });

  test("leads on from an old address, though a page stands there", () => {
    const moved = read.redirects.find(({ from }) => from === `${base}find-help/`);
    assert.equal(moved?.to, `${base}services/`);
    assert.equal(moved?.status, 301);
    assert.equal(moved?.force, true);
  });
});

/** Every value that Netlify's rules give a header of an address. */
function headersOf(address) {
  const sent = {};
  for (const { forRegExp, values } of headers) {
    if (!forRegExp.test(address)) continue;
    for (const [name, value] of Object.entries(values)) (sent[name] ??= []).push(value);
  }
  return sent;
}
