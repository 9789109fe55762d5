import lunr from "lunr";
import { data, searchPage } from "./page.js";

searchPage(async () => {
  const [index, pages] = await Promise.all([data("index.json"), data("pages.json")]);
  const engine = lunr.Index.load(index);
  return (words) =>
    engine.query((query) => ask(query, words)).map(({ ref }) => {
      const [path, title, summary] = pages[ref];
      return { path, title, summary };
    });
});

// The three clauses for each word that lunr's guide gives for a search as one types.
function ask(query, words) {
  for (const token of lunr.tokenizer(words).map(String)) {
    const word = token.replace(/^\W+|\W+$/g, "");
    if (!word || lunr.stopWordFilter(new lunr.Token(word)) === undefined) continue;
    query.term(word, { boost: 100, usePipeline: true });
    query.term(word, { boost: 10, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
    query.term(word, { boost: 1, usePipeline: false, editDistance: 1 });
  }
}
