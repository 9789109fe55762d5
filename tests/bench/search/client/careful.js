// A careful treatment of what is typed and of what is indexed, on top of MiniSearch: apostrophes and accents folded,
// telephone numbers as digits, stop words dropped, stems, any word may match, only the last word as a prefix, and an
// edit distance only for words that the index does not know.

import { stemmer } from "stemmer";

const STOP_WORDS = new Set(
  `a about after again all am an and any are as at be because been before being but by can could cant cannot did do
  does doing dont down each for from get go going got had has have he hed hell her here hers hes him his how i id if
  ill im in into is isnt it its ive just know let like me my myself no not of off on once only or other our out over
  own put say says she shes should so some such than that thats the their them then there theres these they theyre
  this those to too under up us very want was we well were what when where which while who whom why will with wont
  would you your youre yours`.split(/\s+/),
);

/** Terms as they are indexed. */
export function terms(text) {
  const folded = text
    .normalize("NFD")
    .replace(/[\u0300-\u036f'\u2018\u2019\u02bc]/g, "")
    .toLowerCase();
  return [...numbers(folded), ...folded.split(/[^a-z0-9]+/).filter(Boolean)];
}

// Each run of digits, with the spaces and signs that people put between them, as it would be dialled at home.
function numbers(text) {
  const runs = text.match(/\+?[0-9(][0-9 ().-]{4,}[0-9]/g) ?? [];
  return runs.map((run) => run.replace(/[^0-9]/g, "").replace(/^(00)?44(?=[1-9])/, "0"));
}

export function stem(term) {
  return STOP_WORDS.has(term) ? null : /[0-9]/.test(term) ? term : stemmer(term);
}

export const SETTINGS = {
  fields: ["title", "summary", "body"],
  storeFields: ["path", "title", "summary"],
  tokenize: terms,
  processTerm: stem,
};

/** Answers words from an index of MiniSearch. */
export function carefully(engine, boost) {
  const knows = (term) => engine.search(term, { tokenize: (term) => [term], processTerm: (term) => term }).length > 0;
  return (words) => {
    const typed = terms(words);
    const telling = typed.filter((term) => stem(term) !== null);
    const last = typed.at(-1);
    return engine.search(words, {
      boost,
      // A query that is nothing but stop words is asked as it is.
      processTerm: telling.length > 0 ? stem : (term) => term,
      prefix: (_, i, all) => i === all.length - 1 && telling.at(-1) === last,
      fuzzy: (term) => (term.length > 3 && !/[0-9]/.test(term) && !knows(term) ? 0.25 : false),
    });
  };
}
