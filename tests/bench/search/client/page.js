// What a page with any of the engines does: fetches when the box is first used, searches as one types, lists the
// results. The same for all of them, so that what differs is the engine.

const SHOWN = 30;

/** `load` gives, once, a function from words to results with a path, a title and a summary, which may be promised. */
export function searchPage(load) {
  const box = document.querySelector("input[type=search]");
  const results = document.getElementById("search-results");
  const status = document.getElementById("search-status");
  const root = document.body.dataset.root;
  let search;

  box.addEventListener("focus", () => (search ??= load()));
  box.addEventListener("input", async () => {
    const words = box.value.trim();
    results.textContent = status.textContent = "";
    if (!words) return;
    const found = (await (await (search ??= load()))(words)).slice(0, SHOWN);
    if (words !== box.value.trim()) return;
    for (const { path, title, summary } of found) {
      const item = results.appendChild(document.createElement("li"));
      const link = item.appendChild(document.createElement("a"));
      link.href = root + path;
      link.textContent = title;
      item.appendChild(document.createElement("p")).textContent = summary;
    }
    status.textContent = `${found.length} pages found`;
  });
}

/** What was written beside the page at build time. */
export async function data(name) {
  return (await fetch(name)).json();
}
