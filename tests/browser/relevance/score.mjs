// How good a list of results is, and a table of it.

const LOOKED_AT = 10;
const FIRST = 3;

/** How well a list of paths, best first, answers a query that wants some of them. */
export function judge(found, wanted) {
  const rank = found.slice(0, LOOKED_AT).findIndex((path) => wanted.includes(path)) + 1;
  const first = found.slice(0, FIRST).filter((path) => wanted.includes(path)).length;
  return {
    reciprocalRank: rank === 0 ? 0 : 1 / rank,
    // Where more pages are wanted than fit, filling the first places with them is all that can be done.
    recall: first / Math.min(FIRST, wanted.length),
    unanswered: found.length === 0 ? 1 : 0,
  };
}

/** The means over some judged queries: MRR@10, recall@3 and the share without any answer. */
export function score(judged) {
  const mean = (name) => judged.reduce((sum, one) => sum + one[name], 0) / judged.length;
  return { queries: judged.length, mrr: mean("reciprocalRank"), recall: mean("recall"), none: mean("unanswered") };
}

/** The score of each group in the order in which the groups come, and that of all together. */
export function scoreGroups(judged) {
  const groups = [...new Set(judged.map(({ group }) => group))];
  const scores = groups.map((group) => [group, score(judged.filter((one) => one.group === group))]);
  return new Map([...scores, ["all", score(judged)]]);
}

/** Scores as lines of text in columns. */
export function table(scores) {
  const line = (name, ...cells) => name.padEnd(15) + cells.map((cell) => String(cell).padStart(9)).join("");
  const rows = [...scores].map(([group, { queries, mrr, recall, none }]) =>
    line(group, queries, mrr.toFixed(3), recall.toFixed(3), `${(none * 100).toFixed(1)} %`),
  );
  return [line("", "queries", "MRR@10", "recall@3", "none"), ...rows].join("\n");
}
