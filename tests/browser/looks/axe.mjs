// What axe-core can tell, light and dark, in forced colours and on paper.

import { COLOURS, EVERYTHING, troubles } from "../axe.mjs";
import { look, withMedia } from "../looks.mjs";

// Nobody presses paper, where a link is only its words.
const ON_PAPER = { ...EVERYTHING, rules: { "target-size": { enabled: false }, "link-in-text-block": { enabled: false } } };

look("axe-core finds nothing, 320 pixels wide", { visits: ["phone"], fast: true }, (page) => troubles(page, EVERYTHING));

look("axe-core finds nothing amiss with the colours in the dark, 320 pixels wide", { visits: ["phone"] }, (page) =>
  withMedia(page, { colorScheme: "dark" }, () => troubles(page, COLOURS)),
);

look("axe-core finds nothing, 1280 pixels wide", { visits: ["desk"] }, (page) => troubles(page, EVERYTHING));

// The structure is that of the light, whatever the colours are.
for (const [where, media, rules] of [
  ["amiss with the colours in the dark", { colorScheme: "dark" }, COLOURS],
  ["amiss with the colours in forced colours", { forcedColors: "active" }, COLOURS],
  ["in print", { media: "print" }, ON_PAPER],
]) {
  look(`axe-core finds nothing ${where}`, { visits: ["desk"] }, (page) => withMedia(page, media, () => troubles(page, rules)));
}
