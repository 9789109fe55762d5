// What the tests look at on each covering page. A page is loaded once for each visit, on a phone and on a desk, and
// given to every look that asked for that visit, in the order in which the looks were declared.

/** The screens on which pages are loaded, in CSS pixels. */
export const VISITS = {
  phone: { width: 320, height: 720 },
  desk: { width: 1280, height: 720 },
};

const BOTH = Object.keys(VISITS);
const declared = [];

/**
 * Declares a look: a function of a loaded page and of where it is ({ kind, path, visit }) which gives what is wrong
 * there, a line each. It leaves the page as it found it, unless it is the last to look. `fast` looks are also taken
 * in the fast run, on a phone alone.
 */
export function look(name, { visits = BOTH, fast = false, last = false }, see) {
  declared.push({ name, visits, fast, last, see });
}

/** The looks that are wanted now, those that leave the page behind at the end. */
export function wantedLooks() {
  const fastOnly = Boolean(process.env.FAST);
  const named = new RegExp(process.env.LOOKS ?? "");
  const wanted = declared
    .filter(({ name, fast }) => (fast || !fastOnly) && named.test(name))
    // The fast run loads each page once.
    .map((look) => (fastOnly ? { ...look, visits: ["phone"] } : look));
  return wanted.sort((a, b) => a.last - b.last);
}

/** Runs a look with the media of a page changed. */
export async function withMedia(page, media, see) {
  await page.emulateMedia(media);
  const found = await see();
  await page.emulateMedia({ media: "screen", colorScheme: "light", forcedColors: "none" });
  return found;
}

/** Runs a look on screens of other sizes, and says on which what was found. */
export async function atSizes(page, sizes, see) {
  const usual = page.viewportSize();
  const found = [];
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    found.push(...(await see()).map((trouble) => `at ${width} by ${height}: ${trouble}`));
  }
  await page.setViewportSize(usual);
  return found;
}
