// The covering pages are worked out from the built site, so that what is new on one page alone is looked at.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { coveringPages, structuresOf } from "./cover.mjs";
import { Site } from "./support.mjs";

const site = await Site.example();
const pages = await Promise.all(site.pages.map(async (page) => ({ ...page, html: await site.html(page) })));

const paths = (pages) => pages.map(({ path }) => path);
const all = (pages) => new Set(pages.flatMap((page) => [...structuresOf(page)]));

describe("the covering pages", () => {
  after(() => site.close());

  test("have every structure that any page has, and are few", (story) => {
    const cover = coveringPages(pages);
    const found = all(pages);
    assert.deepEqual([...all(cover)].sort(), [...found].sort());
    assert.ok(found.size > 500, `${found.size} structures`);
    assert.ok(cover.length < pages.length / 5, `${cover.length} of ${pages.length} pages`);
    story.diagnostic(`${cover.length} of ${pages.length} pages have all ${found.size} structures`);
  });

  test("are always the same", () => {
    assert.deepEqual(paths(coveringPages(pages)), paths(coveringPages(pages)));
  });

  for (const [what, change] of [
    ["element", (html) => html.replace("</h1>", "</h1><aside><p>New</p></aside>")],
    ["class", (html) => html.replace("<h1", '<h1 class="new"')],
    ["state", (html) => html.replace("<h1", '<h1 aria-current="step"')],
    ["attribute for scripts", (html) => html.replace("<h1", "<h1 data-new")],
  ]) {
    test(`get a page that alone has a new ${what}`, () => {
      const cover = paths(coveringPages(pages));
      const other = pages.findLast(({ path, html }) => !cover.includes(path) && change(html) !== html);
      assert.ok(other);
      const changed = pages.map((page) => (page === other ? { ...page, html: change(page.html) } : page));
      assert.ok(paths(coveringPages(changed)).includes(other.path), other.path);
    });
  }
});
