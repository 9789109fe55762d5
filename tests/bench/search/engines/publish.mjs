// Writes a page for an engine into the built site, as a site that uses the engine would have it.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const CLIENT = fileURLToPath(new URL("../client/", import.meta.url));

/** `data` are files beside the page, by name: values to write as JSON. */
export async function publishPage(site, name, data) {
  const path = `compared/${name}/`;
  const folder = join(site.out, path);
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [join(CLIENT, `${name}.js`)],
    outfile: join(folder, "client.js"),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    // elasticlunr.js assigns to a global of this name, which a module has to be told of.
    banner: { js: "var lunr;" },
    logLevel: "error",
  });
  for (const [file, value] of Object.entries(data)) await writeFile(join(folder, file), JSON.stringify(value));
  await writeFile(join(folder, "index.html"), html(site));
  return { path, counts: (address) => address.startsWith(site.url(path)) && !address.endsWith("/") };
}

/** What the list of results shows of the pages. */
export function listed(pages) {
  return pages.map(({ path, title, summary }) => [path, title, summary]);
}

function html(site) {
  return `<!doctype html><html lang="en"><title>Search</title><body data-root="${site.url()}"><main>
<form role="search"><input type="search"></form><p id="search-status"></p><ul id="search-results"></ul></main>
<script type="module" src="client.js"></script>`;
}
