import MiniSearch from "minisearch";
import { SETTINGS, carefully } from "./careful.js";
import { searchPage } from "./page.js";

searchPage(async () => {
  const settings = { ...SETTINGS, fields: [...SETTINGS.fields, "keywords"] };
  const engine = MiniSearch.loadJSON(await (await fetch("index.json")).text(), settings);
  return carefully(engine, { title: 4, summary: 2, keywords: 3 });
});
