import elasticlunr from "elasticlunr";
import { data, searchPage } from "./page.js";

const SETTINGS = {
  fields: { title: { boost: 4 }, summary: { boost: 2 }, body: { boost: 1 } },
  bool: "OR",
  expand: true,
};

searchPage(async () => {
  const [index, pages] = await Promise.all([data("index.json"), data("pages.json")]);
  const engine = elasticlunr.Index.load(index);
  return (words) =>
    engine.search(words, SETTINGS).map(({ ref }) => {
      const [path, title, summary] = pages[ref];
      return { path, title, summary };
    });
});
