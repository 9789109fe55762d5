// The snapshot in HSDS-UK shape of the example site, against the schemas of the profile's own people.
// Those lie beside the project; without them this is skipped, loudly.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { Site, assertNone, filesUnder } from "./support.mjs";

const SCHEMAS = fileURLToPath(new URL("../../../shared/hsds-uk", import.meta.url));
const skip = existsSync(SCHEMAS) ? false : `the schemas are missing: ${SCHEMAS}`;
if (skip) console.error(`NOT CHECKED against HSDS-UK: ${skip}`);

const site = await Site.example();
const root = join(site.out, "data/hsds/v3");
const json = async (file) => JSON.parse(await readFile(file, "utf8"));

describe("the HSDS-UK snapshot", () => {
  after(() => site.close());

  /** Says what a schema finds wrong. Its words for datapackages are no rules of JSON Schema. */
  async function checker(name) {
    const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
    const validate = ajv.compile(await json(join(SCHEMAS, `${name}.json`)));
    return (value) =>
      validate(value) ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
  }

  test("the schemas find a fault where there is one", { skip }, async () => {
    const faults = await checker("service");
    assert.notDeepEqual(faults({ id: "no uuid", name: "A", status: "open" }), []);
  });

  test("each service is valid", { skip }, async () => {
    const faults = await checker("service");
    const files = (await filesUnder(join(root, "services"))).filter((file) => dirname(file) !== join(root, "services"));
    assert.ok(files.length > 50, `${files.length} services`);
    const found = await Promise.all(
      files.map(async (file) => faults(await json(file)).map((fault) => `${file}: ${fault}`)),
    );
    assertNone(found.flat());
  });

  test("each service of the list is valid, and has its file", { skip }, async () => {
    const faults = await checker("service_list");
    const page = await json(join(root, "services/index.json"));
    assert.equal(page.contents.length, page.total_items);
    assertNone(page.contents.flatMap((service) => faults(service).map((fault) => `${service.name}: ${fault}`)));
    assertNone(page.contents.filter(({ id }) => !existsSync(join(root, "services", id, "index.json"))));
  });

  test("each term of a taxonomy and each place is valid by its own schema", { skip }, async () => {
    const [term, place] = [await checker("taxonomy_term"), await checker("service_at_location")];
    const page = await json(join(root, "services/index.json"));
    const services = await Promise.all(page.contents.map(({ id }) => json(join(root, "services", id, "index.json"))));
    const terms = services.flatMap(({ attributes = [] }) => attributes.map((one) => one.taxonomy_term));
    const places = services.flatMap(({ service_at_locations = [] }) => service_at_locations);
    assert.ok(terms.length > 0 && places.length > 0);
    assertNone([...terms.flatMap(term), ...places.flatMap(place)]);
  });
});
