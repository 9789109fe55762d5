// The fewest pages, nearly, that have every structure which any page of a site has. A test that looks at these looks at
// all that the templates can make of the site.

import { parseHTML } from "linkedom";

/** Attributes that hold a choice: each value may have its own look. */
const CHOICES = new Set(["aria-current", "data-kind", "data-rating", "data-size", "data-state", "data-status", "dir", "role", "type"]);

const known = new Map();

/**
 * The structures of a page. A structure is an element within its parent, each by its tag, classes, role, and its aria and
 * data attributes, of which those that hold a choice count with their value.
 */
export function structuresOf({ html }) {
  if (!known.has(html)) {
    const found = new Set();
    gather(parseHTML(html).document.documentElement, "", found);
    known.set(html, found);
  }
  return known.get(html);
}

/** The covering pages of a site, in the order of the pages. Each round takes the page with the most that is still missing. */
export function coveringPages(pages) {
  const found = pages.map(structuresOf);
  const missing = new Set(found.flatMap((one) => [...one]));
  const taken = new Set();
  while (missing.size > 0) {
    const counts = found.map((one) => [...one].filter((structure) => missing.has(structure)).length);
    const best = counts.indexOf(Math.max(...counts));
    taken.add(best);
    for (const structure of found[best]) missing.delete(structure);
  }
  return pages.filter((_, at) => taken.has(at));
}

const MARKS = /^(aria|data)-|^(role|type|open|hidden|lang|dir)$/;

/** An element by what may decide how it looks and works. */
function nameOf(element) {
  const marks = [...element.attributes].filter(({ name }) => MARKS.test(name));
  const attributes = marks.map(({ name, value }) => (CHOICES.has(name) ? `[${name}=${value}]` : `[${name}]`));
  const classes = [...element.classList].sort().map((name) => `.${name}`);
  return [element.localName, ...classes, ...attributes.sort()].join("");
}

function gather(element, parent, found) {
  const own = nameOf(element);
  found.add(`${parent} > ${own}`);
  for (const child of element.children) gather(child, own, found);
}
