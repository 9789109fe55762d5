// Every HTML file of the example site, by the checker of the HTML standard's own people. In a fast run
// those of the covering pages.

import { spawnSync } from "node:child_process";
import { join, relative } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Site, assertNone } from "./support.mjs";

const CHECKER = fileURLToPath(
  new URL("node_modules/vnu-jar/build/dist/vnu.jar", import.meta.url),
);

const site = await Site.example();
const files = process.env.FAST
  ? (await site.covering()).map(({ path }) => join(site.out, path.endsWith(".html") ? path : `${path}index.html`))
  : [site.out];

describe("HTML", () => {
  after(() => site.close());

  test("is valid", () => {
    const options = ["--errors-only", "--skip-non-html", "--format", "json"];
    const { error, stderr } = spawnSync("java", ["-jar", CHECKER, ...options, ...files], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (error) throw new Error(`Java is missing: run \`tests/run\`, which installs it (${error})`);
    const found = JSON.parse(stderr).messages.map(
      ({ url, lastLine, message, extract }) =>
        `${relative(site.out, fileURLToPath(url))}:${lastLine}: ${message}: ${extract?.trim()}`,
    );
    assertNone(found);
  });
});
