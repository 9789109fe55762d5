// Checks that the tests catch what they should: puts faults into a copy of the program, one at a time, and expects the
// test that guards against each to fail. Run by hand:
//
//   node tests/faults/run.mjs              every fault, about a minute each
//   node tests/faults/run.mjs --list       list the faults
//   node tests/faults/run.mjs --only NAME  only faults whose name begins with NAME; can be repeated
//
// Needs cargo, Chromium, Java and `npm ci --prefix tests/browser`. The copy stays in the system's temporary folder, or in
// FAULTS_FOLDER, so that each fault recompiles only what it affects.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { FAULTS, UNGUARDED } from "./faults.mjs";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDER = process.env.FAULTS_FOLDER ?? join(tmpdir(), "fingerpost-faults");
const COPY = join(FOLDER, "project");
const TARGET = join(FOLDER, "target");
const PROGRAM = join(TARGET, "debug", "fingerpost");
const ENV = { ...process.env, CARGO_TARGET_DIR: TARGET, FINGERPOST: PROGRAM, INSTA_UPDATE: "no" };
const TODAY = "2026-11-22";
const LONGEST = 20 * 60_000;

// ----- Running tests: nothing else in this file depends on how -----

/** The command for tests, each `{ rust: "module::name" }`, with `lib::` before it for unit tests, or `{ browser: file, name }`. */
function commandOf(tests) {
  if (tests[0].rust) {
    const names = tests.map(rustName);
    const target = isUnitTest(tests[0]) ? ["--lib"] : ["--test", "suite"];
    return { program: "cargo", build: ["test", "--no-run", ...target], run: ["test", ...target, "--", "--exact", ...names] };
  }
  const names = tests.map(({ name }) => name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  // A look is taken by the test that loads the pages.
  const patterns = [...names, "^can be loaded and looked at"].map((name) => `--test-name-pattern=${name}`);
  const run = ["--test", "--test-reporter=tap", ...patterns, `tests/browser/${tests[0].browser}`];
  return { program: "node", run, env: { LOOKS: names.join("|") } };
}

function isUnitTest({ rust }) {
  return rust.startsWith("lib::");
}

function rustName({ rust }) {
  return rust.replace(/^lib::/, "");
}

/** Tests of the same group can share a command. */
function groupOf({ rust, browser }) {
  return browser ?? (isUnitTest({ rust }) ? "unit tests in Rust" : "tests in Rust");
}

/** The result of each test in a command's output: "passed", "failed", "skipped" or "broken", and why. */
function* outcomes(isRust, output) {
  if (isRust) {
    for (const [, name, word] of output.matchAll(/^test (\S+)(?: - should panic)? \.\.\. (ok|FAILED|ignored)/gm)) {
      const panic = new RegExp(`^thread '${name}'.* panicked at .*\\n(.*)`, "m").exec(output)?.[1] ?? "";
      yield { name, result: { ok: "passed", FAILED: "failed", ignored: "skipped" }[word], why: panic };
    }
    return;
  }
  const parts = output.split(/^(?=\s*(?:not )?ok \d+ - )/m).slice(1);
  for (const part of parts) {
    const [, not, name, skipped] = /^\s*(not )?ok \d+ - (.*?)(?: # (SKIP|TODO).*)?\n/.exec(part) ?? [];
    if (name === undefined) continue;
    // A failing hook, or a build that fails in one, is no failure of the test itself.
    const own = /failureType: '?testCodeFailure/.test(part);
    const why = /^\s*error: (?:\|-\n)?([^]*?)\n\s*code:/m.exec(part)?.[1].replace(/\s+/g, " ").trim() ?? "";
    yield { name: name.replace(/\\(.)/g, "$1"), result: skipped ? "skipped" : !not ? "passed" : own ? "failed" : "broken", why };
  }
}

/** Runs tests of one group and gives the result of each. */
function runTests(tests) {
  const { program, build, run, env } = commandOf(tests);
  if (build && execute(program, build).status !== 0) return tests.map((test) => ({ test, result: "does not compile", why: "" }));
  const { stdout, stderr } = execute(program, run, env);
  const all = [...outcomes(program === "cargo", `${stdout}\n${stderr}`)];
  return tests.map((test) => {
    const wanted = test.name ?? rustName(test);
    // Several tests can share a name, such as one in each of two browsers.
    const own = all.filter(({ name }) => (test.rust ? name === wanted : name.startsWith(wanted)));
    const worst = ["failed", "broken", "skipped", "passed"].find((result) => own.some((one) => one.result === result));
    const why = own.find((one) => one.result === worst)?.why ?? tail(stdout + stderr);
    return { test, result: worst ?? "was not run", why };
  });
}

// ----- The copy -----

function execute(program, args, env) {
  return spawnSync(program, args, { cwd: COPY, env: { ...ENV, ...env }, encoding: "utf8", maxBuffer: 1 << 28, timeout: LONGEST });
}

function tail(text) {
  return text.trim().split("\n").slice(-3).join(" ").trim();
}

/** Brings the copy up to date. Unchanged files keep their modification time, so that cargo does not recompile them. */
function renewCopy() {
  const listed = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: PROJECT, encoding: "utf8" });
  const files = new Set(listed.stdout.split("\0").filter((path) => path && existsSync(join(PROJECT, path))));
  if (files.size === 0) throw new Error(`git lists no files in ${PROJECT}: ${listed.stderr}`);
  for (const path of files) {
    const bytes = readFileSync(join(PROJECT, path));
    const to = join(COPY, path);
    if (existsSync(to) && readFileSync(to).equals(bytes)) continue;
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, bytes, { mode: path === "tests/run" ? 0o755 : 0o644 });
  }
  for (const path of filesIn(COPY)) if (!files.has(path)) rmSync(join(COPY, path));
  link(join(PROJECT, "tests/browser/node_modules"), join(COPY, "tests/browser/node_modules"));
  // Some tests read published schemas and plans from a folder beside the project, where there is one.
  link(resolve(PROJECT, "../shared"), join(FOLDER, "shared"));
}

function link(to, from) {
  if (existsSync(to) && !existsSync(from)) symlinkSync(to, from);
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return entry.isFile() ? [relative(COPY, path)] : [];
  });
}

/** Applies a fault and returns a function that reverts it, or nothing if the text does not occur exactly once. */
function putIn({ file, from, to }) {
  const path = join(COPY, file);
  const before = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (before.split(from).length !== 2) return undefined;
  writeFileSync(path, before.replace(from, () => to));
  return () => writeFileSync(path, before);
}

/** Why the program cannot build the example site, if it cannot: a test that fails because of that proves nothing. */
function brokenBuild() {
  const compiled = execute("cargo", ["build", "--quiet"]);
  if (compiled.status !== 0) return `does not compile: ${tail(compiled.stderr)}`;
  const out = join(FOLDER, "public");
  rmSync(out, { recursive: true, force: true });
  const built = execute(PROGRAM, ["build", "--site", COPY, "--out", out, "--today", TODAY]);
  return built.status === 0 ? undefined : `cannot build the example site: ${tail(built.stderr)}`;
}

// ----- Faults -----

function tryFault(fault) {
  const takeOut = putIn(fault);
  if (!takeOut) return { verdict: "NO LONGER APPLIES", why: `the text does not occur exactly once in ${fault.file}` };
  try {
    const broken = brokenBuild();
    if (broken) return { verdict: "BROKEN", why: broken };
    const [{ result, why }] = runTests([fault.test]);
    return result === "failed" ? { verdict: "caught", why } : { verdict: "NOT CAUGHT", why: `${result}: ${why}` };
  } finally {
    takeOut();
  }
}

/** Tests that do not pass without a fault, and so prove nothing with one. */
function notGreen(faults) {
  const groups = new Map();
  for (const { test } of faults) {
    const key = groupOf(test);
    groups.set(key, new Map(groups.get(key)).set(nameOf(test), test));
  }
  const found = new Map();
  for (const [group, tests] of groups) {
    for (const { test, result, why } of runTests([...tests.values()])) {
      if (result !== "passed") found.set(nameOf(test), `${result} without a fault: ${why}`);
    }
    console.log(`without a fault: ${group}, ${tests.size} test${tests.size === 1 ? "" : "s"}`);
  }
  return found;
}

function nameOf({ rust, browser, name }) {
  return rust ?? `${browser} › ${name}`;
}

function row(name, test, verdict, seconds, why = "") {
  const words = why.replace(/\s+/g, " ").slice(0, 100);
  return `${name.padEnd(34)} ${verdict.padEnd(18)} ${String(seconds).padStart(4)} s  ${nameOf(test)}${words ? `\n${" ".repeat(61)}${words}` : ""}`;
}

const { values } = parseArgs({ options: { only: { type: "string", multiple: true }, list: { type: "boolean" } } });
const wanted = (name) => !values.only || values.only.some((only) => name.startsWith(only));
const chosen = FAULTS.filter(({ name }) => wanted(name));

if (values.list) {
  for (const { name, what, test } of chosen) console.log(`${name}: ${what}\n    ${nameOf(test)}`);
  for (const { name, what } of UNGUARDED.filter(({ name }) => wanted(name))) console.log(`${name}: ${what}\n    no test catches it`);
  process.exit();
}
if (chosen.length === 0) {
  console.error("no fault has such a name; --list shows them all");
  process.exit(2);
}

mkdirSync(COPY, { recursive: true });
renewCopy();
const broken = brokenBuild();
if (broken) {
  console.error(`without a fault, the program ${broken}`);
  process.exit(2);
}
const red = notGreen(chosen);
const rows = [];
for (const fault of chosen) {
  const started = Date.now();
  const reason = red.get(nameOf(fault.test));
  const { verdict, why } = reason ? { verdict: "TEST NOT GREEN", why: reason } : tryFault(fault);
  const line = row(fault.name, fault.test, verdict, Math.round((Date.now() - started) / 1000), verdict === "caught" ? "" : why);
  console.log(line + (verdict === "caught" && why ? `\n${" ".repeat(61)}${why.replace(/\s+/g, " ").slice(0, 160)}` : ""));
  rows.push({ verdict, line });
}
const missed = rows.filter(({ verdict }) => verdict !== "caught");
console.log(`\n${rows.map(({ line }) => line).join("\n")}\n\n${rows.length - missed.length} of ${rows.length} faults caught`);
process.exit(missed.length > 0 ? 1 : 0);
