import MiniSearch from "minisearch";
import { SETTINGS, carefully } from "./careful.js";
import { searchPage } from "./page.js";

searchPage(async () => {
  const engine = MiniSearch.loadJSON(await (await fetch("index.json")).text(), SETTINGS);
  return carefully(engine, { title: 4, summary: 2 });
});
