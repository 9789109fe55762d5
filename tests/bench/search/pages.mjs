// What is searched: the pages that the site's own search can find, as every other engine would be given them.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";

/** The kinds of pages that have something to find. */
const KINDS = new Set(["service", "page", "update", "course", "action", "plan", "section", "network"]);
/** Actions of a plan that has ended are not searched. */
const ENDED = "strategy/strategy-2021-2024/";

/** The pages with the title, the summary and the text of their main part, and the words that authors gave them. */
export async function pagesOf(site, browser) {
  const searched = site.pages.filter(({ path, kind }) => KINDS.has(kind) && !path.startsWith(ENDED));
  const words = await Vocabulary.of(join(site.source, "content"));
  const page = await browser.newPage();
  await page.goto(site.url("search/"));
  const read = await page.evaluate(readPages, searched.map(({ path }) => site.url(path)));
  await page.close();
  return Promise.all(
    searched.map(async ({ path, kind }, i) => ({
      id: i,
      path,
      ...read[i],
      keywords: kind === "service" ? await words.around(path) : "",
    })),
  );
}

/** Runs in the browser, which reads HTML best. */
async function readPages(addresses) {
  const pages = [];
  for (const address of addresses) {
    const html = await (await fetch(address)).text();
    const read = new DOMParser().parseFromString(html, "text/html");
    const main = read.querySelector("main");
    const title = main.querySelector("h1").textContent.trim();
    main.querySelector("h1").remove();
    for (const other of main.querySelectorAll("script, noscript, form")) other.remove();
    // Without this the words of neighbouring blocks would run into one.
    for (const block of main.querySelectorAll("*")) block.append(" ");
    pages.push({
      title,
      summary: read.querySelector("meta[name=description]")?.content ?? "",
      body: main.textContent.replace(/\s+/g, " ").trim(),
      html,
    });
  }
  return pages;
}

/** The other words for what a service is for, from the vocabulary and from its own file. */
class Vocabulary {
  static async of(content) {
    const lists = parse(await readFile(join(content, "vocabulary.yaml"), "utf8"));
    return new Vocabulary(content, new Map(Object.values(lists).flat().map((term) => [term.id, term])));
  }

  constructor(content, terms) {
    this.content = content;
    this.terms = terms;
  }

  async around(path) {
    const id = path.split("/").at(-2);
    const text = await readFile(join(this.content, `services/${id}.md`), "utf8");
    const { keywords = [], needs = [], audiences = [], areas = [] } = parse(text.split(/^---$/m)[1]);
    const terms = [...needs, ...audiences, ...areas].map((id) => this.terms.get(id)).filter(Boolean);
    return [...keywords, ...terms.flatMap(({ name, also = [] }) => [name, ...also])].join(" . ");
  }
}
