// The schemas and configurations that editors are given: the language server of Visual Studio Code's YAML extension completes,
// explains and underlines with them, and Sveltia CMS takes the configuration for it.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { parse } from "yaml";
import { program, TODAY } from "./support.mjs";

const require = createRequire(import.meta.url);

let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "fingerpost-editors-"));
  run("init", join(folder, "site"), "--name", "Ashmere", "--today", TODAY);
});

after(() => rm(folder, { recursive: true, force: true }));

function run(...words) {
  const { status, stderr } = spawnSync(program(), words, { encoding: "utf8" });
  assert.equal(status, 0, stderr);
}

/** A language server, as an editor starts it: `ask` waits for its answer, `told` for what it says by itself. */
class Server {
  constructor() {
    const path = join(require.resolve("yaml-language-server/package.json"), "..", "bin", "yaml-language-server");
    this.process = spawn(process.execPath, [path, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
    this.waiting = new Map();
    this.published = new Map();
    this.bytes = Buffer.alloc(0);
    this.next = 1;
    this.process.stdout.on("data", (bytes) => this.read(bytes));
  }

  read(bytes) {
    this.bytes = Buffer.concat([this.bytes, bytes]);
    for (;;) {
      const head = this.bytes.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.bytes.subarray(0, head).toString())[1]);
      if (this.bytes.length < head + 4 + length) return;
      const message = JSON.parse(this.bytes.subarray(head + 4, head + 4 + length).toString());
      this.bytes = this.bytes.subarray(head + 4 + length);
      if (message.id !== undefined && message.method) this.answer(message);
      else if (message.id !== undefined) this.waiting.get(message.id)?.(message.result);
      else if (message.method === "textDocument/publishDiagnostics") {
        this.published.set(message.params.uri, message.params.diagnostics);
        this.heard?.();
      }
    }
  }

  /** What an editor says when it is asked: it has no settings of its own. */
  answer({ id, method, params }) {
    this.send({ id, result: method === "workspace/configuration" ? params.items.map(() => null) : null });
  }

  send(message) {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  ask(method, params) {
    const id = this.next++;
    const answer = new Promise((done) => this.waiting.set(id, done));
    this.send({ id, method, params });
    return answer;
  }

  tell(method, params) {
    this.send({ method, params });
  }

  async start(root) {
    const rootUri = pathToFileURL(root).href;
    const capabilities = { textDocument: { completion: { completionItem: { documentationFormat: ["markdown"] } }, hover: {} } };
    await this.ask("initialize", { processId: process.pid, rootUri, capabilities, workspaceFolders: [{ uri: rootUri, name: "site" }] });
    this.tell("initialized", {});
  }

  /** Opens a text as a file, and waits for what is wrong with it. */
  async open(path, text) {
    const uri = pathToFileURL(path).href;
    this.next += 1;
    const heard = new Promise((done) => (this.heard = () => this.published.has(uri) && done()));
    this.tell("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    await heard;
    return { uri, wrong: this.published.get(uri) };
  }

  stop() {
    this.process.kill();
  }
}

describe("the YAML language server", () => {
  let server;

  before(async () => {
    server = new Server();
    await server.start(join(folder, "site"));
  });

  after(() => server.stop());

  /** A file of the new site, and where a text stands in it. */
  async function opened(name, change = (text) => text) {
    const text = change(await readFile(join(folder, "site", name), "utf8"));
    // The schema is named in the text, so that each may be a file of its own.
    const { uri, wrong } = await server.open(join(folder, "site", name.replace(".yaml", `-${server.next}.yaml`)), text);
    const position = (words) => {
      const lines = text.split("\n");
      const line = lines.findIndex((one) => one.includes(words));
      return { line, character: lines[line].indexOf(words) };
    };
    return { uri, wrong, position, text };
  }

  test("finds nothing wrong with a new site", async () => {
    for (const name of ["content/site.yaml", "content/vocabulary.yaml", "content/plans/our-plan.yaml", "content/training/first-course.yaml"]) {
      const { wrong } = await opened(name);
      assert.deepEqual(wrong.map(({ message }) => message), [], name);
    }
  });

  test("underlines a field that is not there and a word that cannot be chosen", async () => {
    const { wrong } = await opened("content/plans/our-plan.yaml", (text) =>
      text.replace("status: not-started", "status: begun").replace("summary:", "sumary:"),
    );
    const lines = wrong.map(({ message }) => message).join("\n");
    assert.match(lines, /sumary/);
    assert.match(lines, /not-started/);
  });

  test("explains a field in the authors' words", async () => {
    const { uri, position } = await opened("content/training/first-course.yaml");
    const hover = await server.ask("textDocument/hover", { textDocument: { uri }, position: position("provider:") });
    assert.match(JSON.stringify(hover?.contents), /Who runs it: the id of a partner, or a name/);
  });

  test("completes the names of fields and the words to choose from", async () => {
    const { uri, text } = await opened("content/site.yaml", (text) => `${text}\n`);
    const line = text.split("\n").length - 1;
    const list = await server.ask("textDocument/completion", { textDocument: { uri }, position: { line, character: 0 } });
    const labels = (list.items ?? list).map(({ label }) => label);
    for (const name of ["navigation", "footer", "languages"]) assert.ok(labels.includes(name), `${name} in ${labels}`);
    const plan = await opened("content/plans/our-plan.yaml");
    const { line: at, character } = plan.position("status: not-started");
    const words = await server.ask("textDocument/completion", { textDocument: { uri: plan.uri }, position: { line: at, character: character + 8 } });
    const choices = (words.items ?? words).map(({ label }) => label);
    for (const word of ["on-track", "complete", "withdrawn"]) assert.ok(choices.includes(word), `${word} in ${choices}`);
  });
});

describe("the configuration for editors in a browser", () => {
  let config;

  before(async () => {
    run("schema", "--cms", "--out", join(folder, "cms"));
    config = parse(await readFile(join(folder, "cms/config.yml"), "utf8"));
  });

  test("is what Sveltia CMS takes", async () => {
    const schema = JSON.parse(await readFile(new URL("node_modules/@sveltia/cms/schema/sveltia-cms.json", import.meta.url), "utf8"));
    const ajv = new Ajv({ allErrors: true, strict: false, allowUnionTypes: true });
    addFormats(ajv);
    const validate = ajv.compile(schema);
    validate(config);
    assert.deepEqual((validate.errors ?? []).slice(0, 5), []);
  });

  test("has a form for each kind of file, with the authors' sentences", () => {
    const names = config.collections.flatMap(({ name, files }) => files?.map(({ name }) => name) ?? [name]);
    assert.deepEqual(names.sort(), [
      "course", "glossary", "governance", "indicator", "leaflet", "network", "organisations", "page", "plan", "service", "site", "update", "vocabulary",
    ]);
    const service = config.collections.find(({ name }) => name === "service");
    const field = (name) => service.fields.find((field) => field.name === name);
    assert.equal(field("title").required, true);
    assert.match(field("reviewed").hint, /checked/);
    assert.deepEqual([field("needs").widget, field("needs").multiple, field("needs").value_field], ["relation", true, "needs.*.id"]);
    assert.equal(field("body").widget, "markdown");
  });
});
