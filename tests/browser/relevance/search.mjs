// The search of a built site, asked without a browser.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runOnPage } from "../in_node.mjs";

/** A function that puts words to the search page and gives the paths of the results, best first. */
export async function searchOn(site) {
  const base = new URL(site.url()).pathname;
  let answered;
  const loaded = new Promise((done) => (answered = done));
  const fetch = async (address) => ({
    ok: true,
    json: async () => {
      const index = JSON.parse(await readFile(join(site.out, address.slice(base.length)), "utf8"));
      setImmediate(answered);
      return index;
    },
  });
  const { document, Event } = await runOnPage(site, "search/", "search", {
    fetch,
    // The rest of the results comes when the first have been painted.
    setTimeout: (work) => work(),
    clearTimeout: () => {},
  });
  const box = document.querySelector("main form[role=search] input[type=search]");
  const results = document.getElementById("search-results");
  const ask = (words) => {
    box.value = words;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };
  ask("help");
  await loaded;
  return (words) => {
    ask(words);
    const paths = [...results.querySelectorAll("a")].map((link) => link.getAttribute("href").slice(base.length).replace(/[?#].*$/, ""));
    return [...new Set(paths)];
  };
}
