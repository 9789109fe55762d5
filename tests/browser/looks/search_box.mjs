// The search, opened on the page that is there.

import { look } from "../looks.mjs";
import { traces, NO_TRACES } from "../support.mjs";

const IN_PLACE = ({ kind }) => kind !== "search";

look("shows search results at the same address, and leaves no trace", { visits: ["desk"] }, async (page, at) => {
  if (!IN_PLACE(at)) return [];
  const place = () => page.evaluate(() => JSON.stringify([location.href, history.length, history.state]));
  const before = await place();
  await page.locator(".site-header input[type=search]").fill("refuge");
  await page.keyboard.press("Enter");
  const first = page.locator("#search-results a").first();
  await first.waitFor({ timeout: 10_000 });
  const found = [];
  const note = (right, what) => right || found.push(what);
  note((await page.locator("main input[type=search]").inputValue()) === "refuge", "the word is not in the box");
  note(/refuge/i.test(await first.innerText()), "the first result says nothing of the word");
  note((await place()) === before, `was at ${before}, is at ${await place()}`);
  const left = JSON.stringify(await traces(page));
  note(left === JSON.stringify(NO_TRACES), `leaves ${left}`);
  await page.getByRole("button", { name: "Close the search" }).click();
  return found;
});
