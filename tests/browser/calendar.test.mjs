// The training calendar as another program reads it: ical.js, which stands in Thunderbird, with no zone but the one that
// stands in the file. What it makes of a time must be what Node's own table of zones says.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, describe, test } from "node:test";
import ICAL from "ical.js";
import { PROJECT, assertNone, filesUnder, program } from "./support.mjs";

const folder = await mkdtemp(join(tmpdir(), "fingerpost-calendar-"));

function build(site, out) {
  const options = ["build", "--site", site, "--out", out, "--today", "2026-11-22"];
  const { status, stderr } = spawnSync(program(), options, { encoding: "utf8" });
  assert.equal(status, 0, stderr);
}

/** The events of a calendar, with their times by the zone that the file brings along. */
async function events(file) {
  const calendar = new ICAL.Component(ICAL.parse(await readFile(file, "utf8")));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone"));
  return calendar.getAllSubcomponents("vevent").map((part) => {
    const event = new ICAL.Event(part);
    const [start, end] = [event.startDate, event.endDate].map((time) => {
      assert.equal(part.getFirstProperty("dtstart").getParameter("tzid"), zone.tzid);
      time.zone = zone;
      return { local: time.toString(), instant: new Date(time.toUnixTime() * 1000) };
    });
    return { uid: event.uid, title: event.summary, status: part.getFirstPropertyValue("status"), start, end };
  });
}

const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London", dateStyle: "short", timeStyle: "medium" });
const shown = ({ instant }) => clock.format(instant).replace(" ", "T");

describe("the calendars", () => {
  after(() => rm(folder, { recursive: true, force: true }));

  test("have the times that clocks show before and after each change", async () => {
    const out = join(folder, "changes");
    build(join(PROJECT, "tests/calendar/site"), out);
    const found = await events(join(out, "training/calendar.ics"));
    assert.equal(found.length, 13);
    console.log(found.map(({ start, status, title }) => `${start.local} ${start.instant.toISOString()} ${status} ${title}`).join("\n"));
    assertNone(found.flatMap(({ start, end }) => [start, end]).filter((time) => shown(time) !== time.local));
    // Written down by hand: each change of the clock is among them.
    const by = (local) => found.find(({ start }) => start.local === local)?.start.instant.toISOString();
    assert.equal(by("2026-03-22T09:30:00"), "2026-03-22T09:30:00.000Z");
    assert.equal(by("2026-03-29T09:30:00"), "2026-03-29T08:30:00.000Z");
    assert.equal(by("2026-10-18T18:00:00"), "2026-10-18T17:00:00.000Z");
    assert.equal(by("2026-10-25T18:00:00"), "2026-10-25T18:00:00.000Z");
    assert.equal(by("2027-03-28T00:30:00"), "2027-03-28T00:30:00.000Z");
    assert.equal(by("2027-04-11T00:30:00"), "2027-04-10T23:30:00.000Z");
    assert.deepEqual(
      found.filter(({ status }) => status !== "CONFIRMED").map(({ status, title }) => `${status} ${title}`),
      ["CANCELLED Cancelled: First steps", "CANCELLED Postponed: First steps", "TENTATIVE Not confirmed yet: First steps"],
    );
  });

  test("of the example site are read whole, and agree with each other", async () => {
    const out = join(folder, "example");
    build(PROJECT, out);
    const files = (await filesUnder(join(out, "training"))).filter((file) => file.endsWith(".ics"));
    assert.ok(files.length > 100, `${files.length} calendars`);
    const all = new Map();
    const found = [];
    for (const file of files) {
      for (const { uid, title, status, start, end } of await events(file)) {
        const told = JSON.stringify({ title, status, start, end });
        if (all.has(uid) && all.get(uid) !== told) found.push(`${relative(out, file)}: ${told} and ${all.get(uid)}`);
        all.set(uid, told);
        for (const time of [start, end]) {
          if (shown(time) !== time.local) found.push(`${relative(out, file)}: ${time.local} is shown as ${shown(time)}`);
        }
      }
    }
    assertNone(found);
    // A session that takes several days has an event for each.
    const own = await Promise.all(files.filter((file) => file.endsWith("session.ics")).map(events));
    assert.equal(all.size, own.flat().length);
  });
});
