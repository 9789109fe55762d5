// What links and buttons say.

import { look } from "../looks.mjs";

look("has names that hold what can be seen of them", { visits: ["desk"] }, (page) => page.evaluate(namesWithoutTheirWords));

look("has no two links with the same words in the same part that lead to two places", { visits: ["desk"] }, (page) =>
  page.evaluate(sameWordsElsewhere),
);

// What follows runs in the page.

function namesWithoutTheirWords() {
  const plain = (text) => text.replace(/\s+/g, " ").trim().toLowerCase();
  return [...document.querySelectorAll("a[aria-label], button[aria-label], summary[aria-label], [role=button][aria-label]")]
    .filter((element) => plain(element.innerText) && !plain(element.getAttribute("aria-label")).includes(plain(element.innerText)))
    .map((element) => `"${element.getAttribute("aria-label")}" shows "${element.innerText}"`);
}

/** What a screen reader's list of links would show as the same. */
function sameWordsElsewhere() {
  const found = [];
  for (const part of document.querySelectorAll("main, header, footer, nav")) {
    const places = new Map();
    for (const link of part.querySelectorAll("a[href]")) {
      const words = (link.getAttribute("aria-label") ?? link.textContent).replace(/\s+/g, " ").trim();
      // The words around a link tell two apart, in a table those at the heads of its row and column: WCAG 2.2, 2.4.4.
      const cell = link.closest("td");
      const around = cell ? [cell.closest("tr").querySelector("th"), cell] : [link.closest("li, dd, p, figure")];
      const place = cell && cell.closest("tr").querySelector("th") ? `${cell.closest("table").caption?.textContent} ${cell.cellIndex}` : "";
      const context = place + around.map((part) => part?.textContent.replace(/\s+/g, " ").trim()).join(" ");
      const key = `${words}|${context}`;
      if (places.has(key) && places.get(key) !== link.href) found.push(`"${words}": ${places.get(key)} and ${link.href}`);
      places.set(key, link.href);
    }
  }
  return found;
}
