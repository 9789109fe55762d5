export const NAME = "fingerpost";
export const HOW = "the search page as it is built";

/** The page is there already. */
export async function publish() {
  return { path: "search/", counts: (address) => /\/assets\/search[^/]*$/.test(address) };
}
