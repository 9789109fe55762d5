import { join } from "node:path";
import * as pagefind from "pagefind";
import { publishPage } from "./publish.mjs";

export const NAME = "Pagefind";
export const HOW =
  "the main part of each page, titles by its own weight for `h1` (7), ten results loaded; it fetches parts of its " +
  "index for each query";

export async function publish(site, pages) {
  const { index } = await pagefind.createIndex({ rootSelector: "main" });
  for (const { path, html } of pages) {
    const { errors } = await index.addHTMLFile({ url: `/${path}`, content: html });
    if (errors.length > 0) throw new Error(`${path}: ${errors.join("; ")}`);
  }
  const where = await publishPage(site, "pagefind", {});
  await index.writeFiles({ outputPath: join(site.out, where.path, "index") });
  await pagefind.close();
  return where;
}
