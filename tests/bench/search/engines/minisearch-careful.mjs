import MiniSearch from "minisearch";
import { SETTINGS } from "../client/careful.js";
import { publishPage } from "./publish.mjs";

export const NAME = "MiniSearch, careful";
export const HOW =
  "as before, with apostrophes and accents folded, numbers as digits, stop words, Porter's stems, only the last word " +
  "as a prefix, and edit distance only for words that the index does not know";

export function publish(site, pages) {
  const index = new MiniSearch(SETTINGS);
  index.addAll(pages);
  return publishPage(site, "minisearch-careful", { "index.json": index });
}
