// The exit on every page: its words, that it can always be pressed, that nothing else takes its place, and that it covers
// the page.

import { atSizes, look, withMedia } from "../looks.mjs";
import { EXIT, pressShift } from "../support.mjs";
import { assertCovered, nextFrame, watchNextFrame } from "../exit_cover.mjs";
import { pressAll } from "./keyboard.mjs";

const LARGE_ENOUGH = 44;

/** To enlarge a page by 200 or 400 % is to halve or quarter what there is of the screen. */
const SCREENS = { phone: [[320, 568], [320, 180]], desk: [[1280, 720], [640, 360]] };

const KEYS = [
  ...Array.from("abcdefghijklmnopqrstuvwxyz0123456789-=[];'#,./\\`SGJK!?*+"),
  ...["Escape", "Delete", "Backspace", "Insert", "Home", "End", "F2", "F8", "ArrowRight"],
];

look("has an exit with the words that can be seen in its name, and that says where it leads", { visits: ["phone"], fast: true }, async (page) => {
  // On a page in another language it is in that language.
  const words = { pl: "Opuść tę stronę" }[await page.locator("html").getAttribute("lang")] ?? "Exit this page";
  const links = await page.getByRole("link", { name: words }).evaluateAll((links) =>
    links.map(({ textContent, href, rel, target }) => ({ textContent, href, rel, target })),
  );
  const right = ({ textContent, href, rel, target }) =>
    textContent === words && href === EXIT && /\bnoreferrer\b/.test(rel) && /\bnofollow\b/.test(rel) && target === "";
  return links.length === 2 && links.every(right) ? [] : [JSON.stringify(links)];
});

look("has the exit in view with nothing on top of it, however far it is scrolled or enlarged", { fast: true }, (page, { visit }) =>
  atSizes(page, SCREENS[visit], () => page.evaluate(exitInView, { least: LARGE_ENOUGH })),
);

look("prints a neutral line at its head, and no exit", { visits: ["desk"] }, async (page, { kind }) => {
  const seen = () =>
    page.evaluate(() => {
      const lines = [...document.querySelectorAll(".print-only")].filter((line) => line.checkVisibility());
      return [document.querySelector(".exit-bar").checkVisibility(), ...lines.map((line) => line.textContent.trim())];
    });
  const shown = await seen();
  const printed = await withMedia(page, { media: "print" }, seen);
  // A leaflet is printed as itself, with its own head; papers for a board and for staff say in full whose they are.
  const full = "Marlsea Domestic Abuse Partnership";
  const heads = { leaflet: [], "board-paper": [full], programme: [full] };
  const right = [true, false, ...(heads[kind] ?? ["Marlsea Partnership"])];
  const is = [...shown, ...printed];
  return is.length === right.length && is.every((part, at) => part === right[at]) ? [] : [is.join()];
});

look("answers to no single key", { visits: ["desk"] }, async (page) => {
  const url = await page.evaluate(watchForChanges);
  await pressAll(page, KEYS);
  const found = await page.evaluate(() => {
    window.stopWatching();
    window.scrollTo({ top: 0, behavior: "instant" });
    return window.changes;
  });
  return page.url() === url ? found : [...found, `leads to ${page.url()}`];
});

look("is covered in the frame after three Shifts", { visits: ["desk"], fast: true, last: true }, async (page) => {
  await page.route(`${EXIT}**`, () => {});
  const heading = await page.locator("h1").innerText();
  await page.evaluate(watchNextFrame);
  const [frame] = await Promise.all([nextFrame(page), pressShift(page, 3)]);
  try {
    assertCovered(frame, heading);
    return [];
  } catch ({ message }) {
    return [message];
  }
});

// What follows runs in the page.

/** Opens whatever can be opened, scrolls through the page, and looks whether the exit can be pressed at each place. */
function exitInView({ least }) {
  const found = [];
  const element = document.querySelector("a.exit-this-page");
  const folds = [...document.querySelectorAll("details")];
  const wereOpen = folds.filter((fold) => fold.open);
  for (const open of [false, true]) {
    for (const fold of folds) fold.open = open;
    const { scrollHeight } = document.documentElement;
    for (const part of [0, 0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 1]) {
      window.scrollTo({ top: part * scrollHeight, behavior: "instant" });
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
      const where = `scrolled to ${part}${open ? ", all open" : ""}`;
      if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) found.push(`${where}: not wholly in view`);
      if (width < least || height < least) found.push(`${where}: ${width} by ${height}`);
      for (const [x, y] of [[0.5, 0.5], [0.1, 0.5], [0.85, 0.5], [0.5, 0.1], [0.5, 0.9]]) {
        const topmost = document.elementFromPoint(left + x * width, top + y * height);
        if (!element.contains(topmost)) found.push(`${where}: ${topmost?.outerHTML.slice(0, 100)} is on top`);
      }
    }
  }
  for (const fold of folds) fold.open = wereOpen.includes(fold);
  window.scrollTo({ top: 0, behavior: "instant" });
  return found;
}

/** Notes whatever happens to the page from now on. */
function watchForChanges() {
  let key = "";
  window.changes = [];
  const note = (what) => window.changes.push(`${key}: ${what}`);
  const pressed = (event) => (key = event.key);
  const focused = ({ target }) => note(`focus ${target.nodeName}`);
  const observer = new MutationObserver((records) => records.forEach(({ type, target }) => note(`${type} ${target.nodeName}`)));
  window.addEventListener("keydown", pressed, true);
  document.addEventListener("focusin", focused);
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  window.stopWatching = () => {
    window.removeEventListener("keydown", pressed, true);
    document.removeEventListener("focusin", focused);
    observer.disconnect();
  };
  return location.href;
}
