import lunr from "lunr";
import { listed, publishPage } from "./publish.mjs";

export const NAME = "lunr";
export const HOW =
  "its stop words and stemmer; title 10, summary 5, text 1; each word exact (100), as a prefix (10) and with an edit " +
  "distance of 1 (1)";

export function publish(site, pages) {
  const index = lunr(function () {
    this.ref("id");
    this.field("title", { boost: 10 });
    this.field("summary", { boost: 5 });
    this.field("body");
    for (const page of pages) this.add(page);
  });
  return publishPage(site, "lunr", { "index.json": index, "pages.json": listed(pages) });
}
