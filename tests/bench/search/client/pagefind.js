import { searchPage } from "./page.js";

const LOADED = 10;

searchPage(async () => {
  const address = new URL("index/pagefind.js", location.href).href;
  const engine = await import(address);
  await engine.init();
  return async (words) => {
    const { results } = await engine.search(words);
    const loaded = await Promise.all(results.slice(0, LOADED).map((result) => result.data()));
    return loaded.map(({ raw_url, meta, plain_excerpt }) => ({
      path: raw_url.replace(/^\//, ""),
      title: meta.title,
      summary: plain_excerpt,
    }));
  };
});
