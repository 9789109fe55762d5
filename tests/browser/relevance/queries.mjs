// The queries by which the search is judged: what frightened people, their friends and professionals type, and the
// pages that would help them. They were written from knowledge of the field, before anyone tuned the search. Those
// in unseen.json are kept from whoever tunes it, to tell what was learned from what was only fitted.

import { readFileSync } from "node:fs";

/** Every query with its group and the paths of the pages that it wants, any of them. */
export function queries() {
  return [...read("queries.json", true), ...read("unseen.json", false)];
}

function read(file, seen) {
  const groups = JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
  return Object.entries(groups).flatMap(([group, entries]) =>
    entries.map(({ query, wanted }) => ({ group, query, wanted, seen })),
  );
}
