import elasticlunr from "elasticlunr";
import { listed, publishPage } from "./publish.mjs";

export const NAME = "elasticlunr.js";
export const HOW =
  "its stop words and stemmer; title 4, summary 2, text 1; any word (`OR`), words expanded; without its store";

export function publish(site, pages) {
  const index = elasticlunr(function () {
    this.setRef("id");
    for (const field of ["title", "summary", "body"]) this.addField(field);
    this.saveDocument(false);
  });
  for (const page of pages) index.addDoc(page);
  return publishPage(site, "elasticlunr", { "index.json": index, "pages.json": listed(pages) });
}
