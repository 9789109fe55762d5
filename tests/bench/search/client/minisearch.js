import MiniSearch from "minisearch";
import { SETTINGS } from "./minisearch-settings.js";
import { searchPage } from "./page.js";

searchPage(async () => {
  const engine = MiniSearch.loadJSON(await (await fetch("index.json")).text(), SETTINGS);
  return (words) => engine.search(words);
});
