import MiniSearch from "minisearch";
import { SETTINGS } from "../client/minisearch-settings.js";
import { publishPage } from "./publish.mjs";

export const NAME = "MiniSearch";
export const HOW =
  "title 4, summary 2, text 1; every word exact, as a prefix and with an edit distance of a fifth (`fuzzy: 0.2`)";

export function publish(site, pages) {
  const index = new MiniSearch(SETTINGS);
  index.addAll(pages);
  return publishPage(site, "minisearch", { "index.json": index });
}
