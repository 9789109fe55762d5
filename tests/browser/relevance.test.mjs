// The search finds what people look for: judged queries, put to the built script and index of two sites. RELEVANCE=all also
// asks the third that is kept from whoever tunes the search; RELEVANCE_MISSES=1 lists the queries that were answered
// badly, never one of the unseen ones.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { SITES, queriesOn } from "./relevance/queries.mjs";
import { judge, scoreGroups, table } from "./relevance/score.mjs";
import { searchOn } from "./relevance/search.mjs";
import { PROJECT, Site, assertNone } from "./support.mjs";

/** Beyond these a change has made the search worse: the least MRR@10 and recall@3, and the greatest share of queries
 * without any answer. They stand a little below what is reached; raise them when that gets better. */
const FLOORS = {
  marlsea: {
    "plain words": { mrr: 0.6, recall: 0.45, none: 0 },
    typos: { mrr: 0.85, recall: 0.65, none: 0 },
    abbreviations: { mrr: 0.8, recall: 0.55, none: 0 },
    synonyms: { mrr: 0.8, recall: 0.5, none: 0 },
    who: { mrr: 0.6, recall: 0.35, none: 0 },
    where: { mrr: 0.85, recall: 0.6, none: 0 },
    prefix: { mrr: 0.95, recall: 0.65, none: 0 },
    titles: { mrr: 0.98, recall: 0.98, none: 0 },
    numbers: { mrr: 0.98, recall: 0.9, none: 0 },
    "own words": { mrr: 0.78, recall: 0.72, none: 0 },
    all: { mrr: 0.87, recall: 0.73, none: 0 },
  },
  ashbrook: {
    "plain words": { mrr: 0.6, recall: 0.55, none: 0 },
    typos: { mrr: 0.7, recall: 0.7, none: 0 },
    abbreviations: { mrr: 0.85, recall: 0.8, none: 0 },
    synonyms: { mrr: 0.6, recall: 0.6, none: 0 },
    who: { mrr: 0.9, recall: 0.75, none: 0 },
    where: { mrr: 0.95, recall: 0.7, none: 0 },
    prefix: { mrr: 0.95, recall: 0.9, none: 0 },
    titles: { mrr: 0.98, recall: 0.98, none: 0 },
    numbers: { mrr: 0.98, recall: 0.85, none: 0 },
    all: { mrr: 0.82, recall: 0.8, none: 0 },
  },
};

for (const name of Object.keys(SITES)) describe(`relevance on ${name}`, () => relevanceOn(name));

function relevanceOn(name) {
  const queries = queriesOn(name);
  const asked = process.env.RELEVANCE === "all" ? queries : queries.filter(({ seen }) => seen);
  let site, judged;

  before(async () => {
    site = SITES[name] === PROJECT ? await Site.example() : await Site.start(SITES[name]);
    const find = await searchOn(site);
    judged = asked.map((one) => {
      const found = find(one.query);
      return { ...one, found, ...judge(found, one.wanted) };
    });
  });

  after(() => site?.close());

  test("is judged by queries whose pages exist", () => {
    const paths = new Set(site.pages.map(({ path }) => path));
    // All of them, also those that are not asked now.
    const wanted = queries.flatMap((one) => one.wanted);
    assertNone(wanted.filter((path) => !paths.has(path)), "pages are wanted that do not exist");
    const words = queries.map(({ query }) => query);
    assertNone(words.filter((query, i) => words.indexOf(query) !== i), "queries stand there twice");
  });

  test("is scored as it is defined", () => {
    assert.deepEqual(judge(["a", "b", "c", "d"], ["c", "d"]), { reciprocalRank: 1 / 3, recall: 1 / 2, unanswered: 0 });
    assert.deepEqual(judge([], ["a"]), { reciprocalRank: 0, recall: 0, unanswered: 1 });
    const eleventh = [..."abcdefghij", "wanted"];
    assert.equal(judge(eleventh, ["wanted"]).reciprocalRank, 0);
    assert.equal(judge(["a", "b", "c"], ["a", "b", "c", "d", "e"]).recall, 1);
  });

  for (const seen of [true, false]) {
    const which = seen ? "seen" : "unseen";
    test(`holds for the ${which} queries`, { skip: !asked.some((one) => one.seen === seen) }, () => {
      const own = judged.filter((one) => one.seen === seen);
      const scores = scoreGroups(own);
      console.log(`\nRelevance on ${name}, ${which} queries\n${table(scores)}`);
      if (seen && process.env.RELEVANCE_MISSES) console.log(misses(own));
      assertNone(belowFloor(scores, FLOORS[name]), "scores are below their floor");
    });
  }
}

/** What is worse than the floors of a site allow. */
function belowFloor(scores, floors) {
  return [...scores].flatMap(([group, { mrr, recall, none }]) => {
    const floor = floors[group];
    assert.ok(floor, `the group "${group}" has a floor`);
    return [
      mrr < floor.mrr && `${group}: MRR@10 ${mrr.toFixed(3)} is below ${floor.mrr}`,
      recall < floor.recall && `${group}: recall@3 ${recall.toFixed(3)} is below ${floor.recall}`,
      none > floor.none && `${group}: without an answer ${none.toFixed(3)} is above ${floor.none}`,
    ].filter(Boolean);
  });
}

/** The queries whose first wanted page is not among the first two, with what came instead. */
function misses(judged) {
  const missed = judged.filter(({ reciprocalRank }) => reciprocalRank < 0.5);
  const lines = missed.map(
    ({ group, query, reciprocalRank, wanted, found }) =>
      `${group} | ${query} | ${reciprocalRank.toFixed(2)} | wanted ${wanted[0]} | found ${found.slice(0, 3).join(" ")}`,
  );
  return lines.join("\n");
}
