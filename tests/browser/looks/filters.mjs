// Boxes that narrow a list, on each page that has some.

import { look } from "../looks.mjs";

const BOXES = "form.filters fieldset[data-filter] input[type=checkbox]";
const MOST_BOXES = 8;

look("keeps the focus on a filter's choice, leads nowhere, and announces its outcome", { visits: ["desk"] }, async (page) => {
  const boxes = page.locator(BOXES);
  const count = Math.min(await boxes.count(), MOST_BOXES);
  if (count === 0) return [];
  await page.evaluate(() => document.querySelectorAll("form.filters details").forEach((fold) => (fold.open = true)));
  const url = page.url();
  const announced = () => page.locator('form.filters [role="status"]').first().textContent();
  const before = await announced();
  const found = [];
  let changed = false;
  for (let number = 0; number < count; number += 1) {
    const box = boxes.nth(number);
    await box.focus();
    await page.keyboard.press("Space");
    if (!(await box.evaluate((box) => document.activeElement === box))) found.push(`choice ${number + 1} loses the focus`);
    changed ||= (await announced()) !== before;
  }
  if (!changed) found.push(`nothing was announced but "${before}"`);
  if (page.url() !== url) found.push(`leads to ${page.url()}`);
  await page.evaluate((boxes) => document.querySelectorAll(`${boxes}:checked`).forEach((box) => box.click()), BOXES);
  return found;
});
