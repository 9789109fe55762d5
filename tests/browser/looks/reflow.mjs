// Small screens, the reader's own spacing and colours: nothing scrolls sideways but tables in regions of their own,
// nothing is cut off, nothing depends on a colour or on how the screen is held.

import { atSizes, look, withMedia } from "../looks.mjs";

// What readers may set without loss: WCAG 2.2, criterion 1.4.12.
const SPACING =
  "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }";

look("fits into 320 by 256 pixels, and only tables scroll, in regions with a name that take the focus", { visits: ["phone"] }, (page) =>
  atSizes(page, [[320, 256]], () => page.evaluate(sideways)),
);

look("does not scroll sideways at any width between", {}, (page, { visit }) =>
  atSizes(page, visit === "phone" ? [[480, 720], [768, 720]] : [[912, 720], [1280, 720]], () => page.evaluate(sideways)),
);

look("loses no text when letters, words and lines are set wider apart", {}, async (page) => {
  await page.evaluate((spacing) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(spacing);
    document.adoptedStyleSheets = [sheet];
  }, SPACING);
  const found = [...(await page.evaluate(sideways)), ...(await page.evaluate(cutOff))];
  await page.evaluate(() => (document.adoptedStyleSheets = []));
  return found;
});

look("may be held upright or across", { visits: ["phone"] }, (page) =>
  atSizes(page, [[390, 844], [844, 390]], () =>
    page.evaluate(() => {
      const parts = [...document.querySelectorAll("html, body, main")].map((element) => getComputedStyle(element));
      const turned = parts.some(({ rotate, transform }) => rotate !== "none" || transform !== "none");
      return turned || !document.querySelector("h1").checkVisibility() ? ["is turned or gone"] : [];
    }),
  ),
);

look("keeps its ratings' words and the edges of what can be pressed in forced colours", { visits: ["phone"] }, (page) =>
  withMedia(page, { forcedColors: "active" }, () => page.evaluate(lostInForcedColours)),
);

look("says with a letter or in words what a rating's colour says", { visits: ["phone"] }, (page) =>
  page.locator("[data-rating]").evaluateAll((elements) =>
    elements
      .filter((element) => element.dataset.rating !== "none" && !/[a-z]/i.test(element.textContent))
      .map((element) => `no words: ${element.outerHTML.slice(0, 120)}`),
  ),
);

// What follows runs in the page.

function sideways() {
  const { scrollWidth, clientWidth } = document.documentElement;
  const found = scrollWidth > clientWidth ? [`${scrollWidth} pixels wide in ${clientWidth}`] : [];
  for (const element of document.querySelectorAll("body *")) {
    const { overflowX } = getComputedStyle(element);
    if (!["auto", "scroll"].includes(overflowX) || element.scrollWidth <= element.clientWidth) continue;
    const named = element.matches("[aria-label], [aria-labelledby]") && element.matches("[role=region], [role=group], [role=img], section");
    if (!named || element.tabIndex !== 0 || !element.querySelector("table, svg, pre")) {
      found.push(`scrolls by itself: ${element.outerHTML.slice(0, 120)}`);
    }
  }
  return found;
}

/** Boxes with text of their own that hide a part of it. */
function cutOff() {
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    const style = getComputedStyle(element);
    const hides = [style.overflowX, style.overflowY].some((overflow) => ["hidden", "clip"].includes(overflow));
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
    if (!hides || !own || element.closest(".vh, svg") || !element.checkVisibility()) continue;
    if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) {
      found.push(`cut off: ${element.outerHTML.slice(0, 120)}`);
    }
  }
  return found;
}

function lostInForcedColours() {
  const found = [];
  const ground = getComputedStyle(document.body).backgroundColor;
  for (const rating of document.querySelectorAll("[data-rating]")) {
    if (!rating.checkVisibility() || rating.closest("svg")) continue;
    const { color, backgroundColor } = getComputedStyle(rating);
    if (color === ground || color === backgroundColor || !rating.textContent.trim()) found.push(rating.outerHTML.slice(0, 120));
  }
  for (const control of document.querySelectorAll("button, input, a.exit-this-page")) {
    if (!control.checkVisibility() || control.closest(".vh, .skip")) continue;
    const edges = [getComputedStyle(control), getComputedStyle(control, "::before")];
    const seen = edges.some(({ borderTopWidth, borderTopStyle, borderTopColor, outlineStyle, outlineWidth, backgroundColor, content }) =>
      (parseFloat(borderTopWidth) > 0 && borderTopStyle !== "none" && borderTopColor !== ground) ||
      (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) ||
      (content !== "none" && content !== "normal" && backgroundColor !== ground && backgroundColor !== "rgba(0, 0, 0, 0)"),
    );
    if (!seen && !["checkbox", "radio"].includes(control.type)) found.push(`no edge: ${control.outerHTML.slice(0, 120)}`);
  }
  return found;
}
