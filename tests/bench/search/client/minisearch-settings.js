// As the guide of MiniSearch sets it up for a search as one types.

export const SETTINGS = {
  fields: ["title", "summary", "body"],
  storeFields: ["path", "title", "summary"],
  searchOptions: { boost: { title: 4, summary: 2 }, prefix: true, fuzzy: 0.2 },
};
