// Runs a script of the site on a page without a browser, for what is arithmetic in it.

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { parseHTML } from "linkedom";

/** A built page with one of the built scripts run on it, at a moment in milliseconds since 1970 where one is given. */
export async function runOnPage(site, path, script, { moment, prepare = () => {}, ...more } = {}) {
  const page = parseHTML(await readFile(join(site.out, path, "index.html"), "utf8"));
  prepare(page.document);
  const name = (await readdir(join(site.out, "assets"))).find((file) => file.startsWith(`${script}.`) && file.endsWith(".js"));
  const element = [...page.document.querySelectorAll("script[src]")].find((one) => one.getAttribute("src").endsWith(`/${name}`));
  if (!element) throw new Error(`/${path} has no script ${script}`);
  // linkedom does not know which script is running.
  Object.defineProperty(page.document, "currentScript", { value: element });
  const clock = moment === undefined ? Date : class extends Date {
    static now() {
      return moment;
    }
  };
  const world = { document: page.document, window: {}, Date: clock, Event: page.Event, clearTimeout, setTimeout: () => 0, ...more };
  world.window = { addEventListener: () => {}, clearTimeout, setTimeout: () => 0, requestAnimationFrame: (work) => work(), ...more };
  runInContext(await readFile(join(site.out, "assets", name), "utf8"), createContext(world));
  page.document.dispatchEvent(new page.Event("DOMContentLoaded"));
  return page;
}
