// The JSON Schemas in docs/schemas/: they take all that the example site is written in, and refuse what the check refuses.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import Ajv from "ajv";
import { parse, stringify } from "yaml";
import { PROJECT, TODAY, assertNone, filesUnder, program } from "./support.mjs";

const CONTENT = join(PROJECT, "content");

/** Where the files of each kind are: a file, or a folder and the ending of its files. */
const KINDS = {
  site: "site.yaml",
  vocabulary: "vocabulary.yaml",
  organisations: "organisations.yaml",
  glossary: "glossary.yaml",
  governance: "governance.yaml",
  plan: "plans",
  service: "services",
  course: "training",
  indicator: "indicators",
  network: "networks",
  leaflet: "leaflets",
  update: "updates",
  page: "pages",
};

const ajv = new Ajv({ allErrors: true, strict: false, allowUnionTypes: true });

async function schemaOf(kind) {
  return JSON.parse(await readFile(join(PROJECT, `docs/schemas/${kind}.schema.json`), "utf8"));
}

/** What the files of a kind say: the path, the fields, and the text below them. */
async function filesOf(kind) {
  const place = join(CONTENT, KINDS[kind]);
  const paths = KINDS[kind].endsWith(".yaml") ? [place] : await filesUnder(place);
  return Promise.all(
    paths.sort().map(async (path) => {
      const text = await readFile(path, "utf8");
      const [, yaml, body] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [null, text, null];
      return { path, fields: parse(yaml), body };
    }),
  );
}

function written({ fields, body }) {
  return body === null ? stringify(fields) : `---\n${stringify(fields)}---\n${body}`;
}

/** Every group of fields in a schema, by the name of its definition. */
function* groups(schema) {
  yield schema.items?.properties ?? schema.properties;
  for (const { properties } of Object.values(schema.definitions)) yield properties;
}

/** A file with one thing wrong with it, many times. */
function* broken(schema, { fields, body }) {
  const record = schema.items ?? schema;
  const change = (edit) => {
    const copy = structuredClone(fields);
    edit(schema.items ? copy[0] : copy);
    return { fields: copy, body };
  };
  yield { what: "an unknown field", ...change((one) => (one.nonsense = "x")) };
  yield { what: "a lone word under private", ...change((one) => (one.private = true)) };
  for (const key of record.required ?? []) {
    yield { what: `no ${key}`, ...change((one) => delete one[key]) };
  }
  for (const [key, property] of Object.entries(record.properties)) {
    const alternatives = [property, ...(property.anyOf ?? [])];
    if (alternatives.some((one) => one.enum)) yield { what: `a wrong word for ${key}`, ...change((one) => (one[key] = "nonsense")) };
    if (!alternatives.some((one) => one.type === "object" || one.$ref || one.type?.includes?.("object"))) {
      yield { what: `a group for ${key}`, ...change((one) => (one[key] = { nonsense: "x" })) };
    }
  }
}

describe("the schemas", () => {
  const folders = [];
  after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

  /** The paths, below `content/`, at which the check of a changed copy of the example site finds errors; `parts` is what
   * of it is copied. */
  async function errorsWith(files, parts) {
    const site = await mkdtemp(join(tmpdir(), "fingerpost-schema-"));
    folders.push(site);
    await Promise.all(parts.map((part) => cp(join(CONTENT, part), join(site, "content", part), { recursive: true })));
    for (const [path, text] of files) await writeFile(join(site, "content", path), text);
    const { stdout } = spawnSync(program(), ["check", "--site", site, "--today", TODAY, "--format", "json"], { encoding: "utf8" });
    const problems = JSON.parse(stdout).filter(({ severity }) => severity === "error");
    return new Set(problems.map(({ path }) => path.replace(/^content\//, "")));
  }

  for (const kind of Object.keys(KINDS)) {
    test(`${kind}: all that the example site has is right, and so is each example`, async () => {
      const schema = await schemaOf(kind);
      const validate = ajv.compile(schema);
      const files = await filesOf(kind);
      assert.ok(files.length > 0);
      const faults = files.flatMap(({ path, fields }) =>
        validate(fields) ? [] : validate.errors.map(({ instancePath, message }) => `${path}: ${instancePath} ${message}`),
      );
      for (const properties of groups(schema)) {
        for (const [key, property] of Object.entries(properties)) {
          if (key === "private") continue;
          const fits = ajv.compile({ ...property, definitions: schema.definitions });
          if (!fits(property.examples[0])) faults.push(`${key}: ${JSON.stringify(property.examples[0])}`);
        }
      }
      assertNone(faults);
    });

    test(`${kind}: what is wrong is refused, as it is by the check`, async () => {
      const schema = await schemaOf(kind);
      const validate = ajv.compile(schema);
      const [file] = await filesOf(kind);
      const isOne = KINDS[kind].endsWith(".yaml");
      // A file of its own is tried once for each mistake, on a site with little else, which names no other record.
      if (kind === "site") for (const key of ["helplines", "navigation"]) delete file.fields[key];
      const all = await readdir(CONTENT);
      const parts = isOne ? all.filter((name) => name.endsWith(".yaml") || name === "files") : all;
      const variants = [...broken(schema, file)];
      assertNone(variants.filter(({ fields }) => validate(fields)).map(({ what }) => `the schema takes ${what}`));
      const ending = file.body === null ? "yaml" : "md";
      const name = (at) => (isOne ? KINDS[kind] : `${KINDS[kind]}/variant-${at}.${ending}`);
      const taken = [];
      if (isOne) {
        for (const [at, variant] of variants.entries()) {
          if (!(await errorsWith([[name(at), written(variant)]], parts)).has(name(at))) taken.push(variant.what);
        }
      } else {
        const errors = await errorsWith(variants.map((variant, at) => [name(at), written(variant)]), parts);
        taken.push(...variants.filter((_, at) => !errors.has(name(at))).map(({ what }) => what));
      }
      assertNone(taken.map((what) => `the check takes ${what}`));
    });
  }
});
