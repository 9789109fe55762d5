import MiniSearch from "minisearch";
import { SETTINGS } from "../client/careful.js";
import { publishPage } from "./publish.mjs";

export const NAME = "MiniSearch, careful, with keywords";
export const HOW = "as before, and given the keywords of services and the other words of the vocabulary (3) as a field";

export function publish(site, pages) {
  const index = new MiniSearch({ ...SETTINGS, fields: [...SETTINGS.fields, "keywords"] });
  index.addAll(pages);
  return publishPage(site, "minisearch-keywords", { "index.json": index });
}
