// The search of the site beside the search engines that other sites put into the browser, in one run: the same pages,
// the same queries, the same browser. It prints tables in Markdown, for the sites that are named, or for both.

import { SITES, queriesOn } from "../../browser/relevance/queries.mjs";
import { judge, score, scoreGroups } from "../../browser/relevance/score.mjs";
import { Site, launch } from "../../browser/support.mjs";
import * as elasticlunr from "./engines/elasticlunr.mjs";
import * as lunr from "./engines/lunr.mjs";
import * as careful from "./engines/minisearch-careful.mjs";
import * as keywords from "./engines/minisearch-keywords.mjs";
import * as minisearch from "./engines/minisearch.mjs";
import * as ours from "./engines/ours.mjs";
import * as pagefind from "./engines/pagefind.mjs";
import { measure } from "./measure.mjs";
import { pagesOf } from "./pages.mjs";

const ENGINES = [ours, elasticlunr, lunr, minisearch, careful, keywords, pagefind];

const named = process.argv.slice(2);
const browser = await launch();
try {
  for (const name of named.length > 0 ? named : Object.keys(SITES)) await compareOn(name);
  console.log("\nHow each was set up:\n");
  for (const { NAME, HOW } of ENGINES) console.log(`- ${NAME}: ${HOW}`);
} finally {
  await browser.close();
}

async function compareOn(name) {
  const site = await Site.start(SITES[name]);
  try {
    const pages = await pagesOf(site, browser);
    const rows = [];
    for (const engine of ENGINES) {
      const where = await engine.publish(site, pages);
      const { answers, ...costs } = await measure({ browser, site, ...where }, queriesOn(name));
      const judged = answers.map((one) => ({ ...one, ...judge(one.found, one.wanted) }));
      rows.push({ engine, judged, ...costs });
    }
    print(name, pages, rows);
  } finally {
    await site.close();
  }
}

function print(name, pages, rows) {
  const asked = rows[0].judged.length;
  console.log(`\nThe site ${name}: ${pages.length} pages, ${asked} queries, a third of them kept from who tuned.\n`);
  const kB = (bytes) => (bytes / 1000).toFixed(1);
  const costs = ["kB gzip", "kB brotli", "first, ms", "next, ms", "slowed, ms", "slowed 95 %, ms"];
  line("Engine", "MRR@10", "unseen", "recall@3", "none", ...costs);
  line(...Array(5 + costs.length).fill("---"));
  for (const { engine, judged, gzip, brotli, first, next, slowed, slowest } of rows) {
    const { mrr, recall, none } = score(judged);
    const unseen = score(judged.filter(({ seen }) => !seen)).mrr;
    const relevance = [mrr.toFixed(3), unseen.toFixed(3), recall.toFixed(3), `${(none * 100).toFixed(1)} %`];
    const times = [first, next, slowed, slowest].map((ms) => ms.toFixed(1));
    line(engine.NAME, ...relevance, kB(gzip), kB(brotli), ...times);
  }

  console.log("\nMRR@10 by group:\n");
  const groups = [...scoreGroups(rows[0].judged).keys()];
  line("Engine", ...groups);
  line(...Array(groups.length + 1).fill("---"));
  for (const { engine, judged } of rows) {
    const scores = scoreGroups(judged);
    line(engine.NAME, ...groups.map((group) => scores.get(group).mrr.toFixed(2)));
  }
}

function line(...cells) {
  console.log(`| ${cells.join(" | ")} |`);
}
