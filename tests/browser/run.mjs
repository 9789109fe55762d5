// Runs the tests of this folder: one built example site and one browser for all of them.
//
//   node run.mjs                 all
//   node run.mjs --fast          what matters most, on the covering pages
//   node run.mjs --every-page    every look on every page, before a release
//   node run.mjs exit search     the files whose names begin so
//   node run.mjs --name WORDS    the tests and looks whose names match these words, a regular expression
//   node run.mjs --times FILE    writes how long each test took, a line each

import { appendFile, readdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { parseArgs } from "node:util";
import { Site, launchServer } from "./support.mjs";

/** Enough to know whether a change is sound. */
const FAST = ["cover", "every_page", "exit", "html", "looks", "relevance", "search"];

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { fast: { type: "boolean" }, "every-page": { type: "boolean" }, name: { type: "string" }, times: { type: "string" } },
});

const folder = fileURLToPath(new URL(".", import.meta.url));
const wanted = names.length > 0 ? names : options.fast ? FAST : [""];
const all = (await readdir(folder)).filter((file) => file.endsWith(".test.mjs")).sort();
// The longest comes first, so that nothing waits for it at the end.
const files = all.filter((file) => wanted.some((name) => file.startsWith(name))).sort((a, b) => b.startsWith("looks") - a.startsWith("looks"));
if (files.length === 0) {
  console.error(`no test file begins with ${wanted.join(" or ")}: there are ${all.join(", ")}`);
  process.exit(2);
}

if (options.fast) process.env.FAST = "1";
if (options["every-page"]) process.env.EVERY_PAGE = "1";
if (options.name) process.env.LOOKS = options.name;

const site = await Site.start();
const browser = await launchServer();
process.env.FINGERPOST_TEST_SITE = await site.shared();
process.env.FINGERPOST_TEST_BROWSER = browser.wsEndpoint();

const times = [];
const note = ({ name, file, details }) => {
  if (details?.type !== "suite") times.push({ name, file, seconds: details.duration_ms / 1000 });
};
let failed = false;
const stream = run({
  files: files.map((file) => folder + file),
  concurrency: availableParallelism(),
  // A look is taken by the test that loads the pages.
  testNamePatterns: options.name ? [new RegExp(options.name), /^can be loaded and looked at/] : undefined,
});
stream.on("test:pass", note);
stream.on("test:fail", (test) => {
  failed = true;
  note(test);
});
stream.compose(new spec()).pipe(process.stdout);
stream.once("end", async () => {
  await browser.close();
  await site.close();
  if (options.times) {
    const lines = times.map(({ name, file, seconds }) => `${seconds.toFixed(2)}\t${(file ?? "").replace(folder, "")} › ${name}\n`);
    await appendFile(options.times, lines.join(""));
  }
  process.exitCode = failed ? 1 : 0;
});
