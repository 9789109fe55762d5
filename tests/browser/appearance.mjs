// What a page looks like from across the room: its first screens as a few hundred grey blocks.
//
// Blocks and not pixels, since fonts differ a little from computer to computer; a broken style moves whole blocks. The
// stored pictures are PGM files, plain text that any picture viewer opens and a diff shows.

import { fileURLToPath } from "node:url";
import { TODAY } from "./support.mjs";

/** The side of a block, in pixels. */
const BLOCK = 32;
const LEVELS = 15;

/** The pages that are compared: of each kind of layout one, and the first one in the dark as well. */
export const LOOKS = [
  { kind: "home", width: 320, colorScheme: "light" },
  { kind: "home", width: 1280, colorScheme: "light" },
  { kind: "home", width: 1280, colorScheme: "dark" },
  { kind: "service", width: 320, colorScheme: "light" },
  { kind: "service", width: 1280, colorScheme: "light" },
  { kind: "services", width: 1280, colorScheme: "light" },
  { kind: "plan", width: 320, colorScheme: "light" },
  { kind: "plan", width: 1280, colorScheme: "light" },
  { kind: "training-month", width: 1280, colorScheme: "light" },
  { kind: "training-month", width: 320, colorScheme: "light" },
  { kind: "governance", width: 1280, colorScheme: "light" },
  { kind: "search", width: 320, colorScheme: "dark" },
];

/** Not the first of its kind, which reports nothing and so has no charts. */
const PATHS = { plan: "strategy/strategy-2025-2028/" };

/** How tall a picture is: the first screens tell enough. */
const HEIGHT = 1280;

export function fileOf({ kind, width, colorScheme }) {
  return fileURLToPath(new URL(`appearance/${kind}-${width}-${colorScheme}.pgm`, import.meta.url));
}

/** A page of the site as grey blocks, in the form of a PGM file. With `style`, that is put on top of the site's own. */
export async function sketch(browser, site, { kind, width, colorScheme }, style) {
  const page = await browser.newPage({ viewport: { width, height: HEIGHT }, colorScheme });
  try {
    // What is over leaves the lists, and what is open now says so.
    await page.clock.setFixedTime(new Date(`${TODAY}T12:00:00Z`));
    await page.goto(site.url(PATHS[kind] ?? site.first(kind)));
    if (style) await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    }, style);
    const picture = (await page.screenshot()).toString("base64");
    const columns = Math.floor(width / BLOCK);
    const rows = Math.floor(HEIGHT / BLOCK);
    const blank = await browser.newPage();
    const blocks = await blank.evaluate(greyBlocks, { picture, columns, rows, side: BLOCK, levels: LEVELS });
    await blank.close();
    const lines = Array.from({ length: rows }, (_, row) => blocks.slice(row * columns, (row + 1) * columns).join(" "));
    return `P2\n${columns} ${rows}\n${LEVELS}\n${lines.join("\n")}\n`;
  } finally {
    await page.close();
  }
}

/** Runs in an empty page: the mean grey of each block, from 0 for black. */
async function greyBlocks({ picture, columns, rows, side, levels }) {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const blocks = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const { data } = context.getImageData(column * side, row * side, side, side);
      let sum = 0;
      for (let at = 0; at < data.length; at += 4) sum += 0.2126 * data[at] + 0.7152 * data[at + 1] + 0.0722 * data[at + 2];
      blocks.push(Math.round((sum / (data.length / 4) / 255) * levels));
    }
  }
  return blocks;
}

/**
 * How far two pictures are apart, in hundredths of the way from black to white: the root of the mean square of what the
 * blocks differ by, so that a few blocks that are wholly other count more than many that are a shade off.
 */
export function difference(one, other) {
  const [a, b] = [one, other].map((picture) => picture.trim().split(/\s+/).slice(1).map(Number));
  if (a[0] !== b[0] || a[1] !== b[1] || a[2] !== b[2]) return 100;
  const squares = a.slice(3).map((grey, at) => (grey - b[at + 3]) ** 2);
  return (Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / squares.length) / a[2]) * 100;
}
