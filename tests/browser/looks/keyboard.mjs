// By the keyboard alone: each thing that can be pressed is reached in the order in which it is read, forwards and
// backwards, can be seen to be reached, and is large enough for a finger.

import { look } from "../looks.mjs";

/** Past so many stops the rest of a long list is like the start of it. */
const MOST_STOPS = 60;

// Nothing may have had the focus before this look, so it is the first.
look("can be walked in its order, marked and not hidden by the exit, which is second", {}, async (page, { visit }) => {
  const stops = Math.min(await page.evaluate(expectStops), MOST_STOPS);
  const back = visit === "desk" ? stops - 1 : 0;
  await pressAll(page, Array(stops).fill("Tab"));
  // Held all the way: keys that are pressed without waiting may come between a Shift and its Tab.
  await page.keyboard.down("Shift");
  await pressAll(page, Array(back).fill("Tab"));
  await page.keyboard.up("Shift");
  const found = await page.evaluate(whatWasReached, [stops, back]);
  await page.evaluate(() => {
    document.activeElement.blur();
    window.scrollTo({ top: 0, behavior: "instant" });
  });
  return found;
});

look("has a skip link that leads to the main part", { visits: ["desk"] }, async (page) => {
  await page.locator("a.skip").first().focus();
  await page.keyboard.press("Enter");
  const at = await page.evaluate(() => document.activeElement.id);
  await page.evaluate(() => {
    document.activeElement.blur();
    history.replaceState(null, "", location.pathname);
    window.scrollTo({ top: 0, behavior: "instant" });
  });
  return at === "main" ? [] : [`leads to "${at}"`];
});

look("forces no place in the order, and takes no key", { visits: ["desk"] }, (page) =>
  page.$$eval("[tabindex], [accesskey]", (elements) =>
    elements.filter((element) => element.tabIndex > 0 || element.accessKey).map((element) => element.outerHTML.slice(0, 120)),
  ),
);

look("has targets of 24 pixels each way, or with that much room, or in a line of text", {}, (page) => page.evaluate(tooSmall));

/** Presses single keys one after the other, without waiting for each. */
export function pressAll(page, keys) {
  return Promise.all(keys.map((key) => page.keyboard.press(key)));
}

// What follows runs in the page.

/** Gets ready to note what gets the focus, and counts what should. */
function expectStops() {
  const all = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const stops = [...document.querySelectorAll(all)].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled,
  );
  // Behind the last thing of the page the browser's own come, so that a walk ends there.
  window.expected = stops;
  window.reached = [];
  window.unmarked = [];
  document.addEventListener("focusin", ({ target }) => {
    window.reached.push(target);
    const { outlineStyle, outlineWidth } = getComputedStyle(target);
    const name = target.outerHTML.slice(0, 120);
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) window.unmarked.push(`no mark: ${name}`);
    const bar = document.querySelector(".exit-bar");
    if (bar.contains(target)) return;
    const { bottom } = bar.getBoundingClientRect();
    // What stands beside the exit, in its bar, is seen where nothing lies over it.
    const isOnTop = (box) => target.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
    const seen = [...target.getClientRects()].some(
      (box) => (box.bottom > bottom + 1 && box.top < innerHeight - 1) || isOnTop(box),
    );
    if (!seen) window.unmarked.push(`hidden: ${name}`);
  });
  return stops.length;
}

function whatWasReached([stops, back]) {
  const { expected, reached, unmarked } = window;
  const wanted = expected.slice(0, stops);
  const name = (element) => element?.outerHTML.slice(0, 100);
  const found = [...unmarked];
  if (!expected[0].matches("a.skip")) found.push(`the first stop is ${name(expected[0])}, not the skip link`);
  if (!expected[1].matches("a.exit-secondary")) found.push(`the second stop is ${name(expected[1])}, not the exit`);
  wanted.forEach((element, at) => {
    if (reached[at] !== element) found.push(`stop ${at + 1} is ${name(reached[at])}, not ${name(element)}`);
  });
  [...wanted].reverse().slice(1, back + 1).forEach((element, at) => {
    if (reached[stops + at] !== element) found.push(`back, stop ${at + 1} is ${name(reached[stops + at])}, not ${name(element)}`);
  });
  return found.slice(0, 3);
}

function tooSmall() {
  const all = [...document.querySelectorAll("a[href], button, input, summary")].filter(
    (element) => element.checkVisibility() && !element.closest(".vh, .skip"),
  );
  const boxes = all.map((element) => element.getBoundingClientRect());
  const inText = (element) => {
    const display = getComputedStyle(element).display;
    const block = element.parentElement.closest("p, li, dd, td, th, h1, h2, h3, h4, figcaption, caption, summary, blockquote, label");
    return display === "inline" && block && block.innerText.trim() !== element.innerText.trim();
  };
  return all
    .filter((element, at) => {
      const { width, height, left, top } = boxes[at];
      if ((width >= 24 && height >= 24) || inText(element)) return false;
      const [x, y] = [left + width / 2, top + height / 2];
      // A circle of 24 pixels about it meets no other target.
      return boxes.some((box, other) => {
        if (other === at || all[other].contains(element) || element.contains(all[other])) return false;
        const apart = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
        return apart < 12;
      });
    })
    .map((element) => element.outerHTML.slice(0, 140));
}
