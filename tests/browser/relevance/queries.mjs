// The queries by which the search is judged: what frightened people, their friends and professionals type, and the
// pages that would help them. They were written from knowledge of the field, before anyone tuned the search; those of
// the group "own words" by someone who knew nothing of how it works, and who judged its answers. Those in unseen.json
// are kept from whoever tunes it, to tell what was learned from what was only fitted.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PROJECT } from "../support.mjs";

/** The sites on which they are asked, by the folders of their queries. */
export const SITES = {
  // The example, whose authors gave it keywords and a glossary.
  marlsea: PROJECT,
  // A smaller one, in the words of offices and with neither: what the search knows by itself.
  ashbrook: fileURLToPath(new URL("ashbrook/site", import.meta.url)),
};

/** Every query with its group and the paths of the pages that it wants, any of them. */
export function queriesOn(name) {
  return [...read(`${name}/queries.json`, true), ...read(`${name}/unseen.json`, false)];
}

function read(file, seen) {
  const groups = JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
  return Object.entries(groups).flatMap(([group, entries]) =>
    entries.map(({ query, wanted }) => ({ group, query, wanted, seen })),
  );
}
