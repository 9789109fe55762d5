// What a page is in the first frame after its exit was pressed.

import assert from "node:assert/strict";
import { assertNone } from "./support.mjs";

export function assertCovered({ text, shown, covered, reached, title }, heading, what = "") {
  assert.equal(text, "Loading.", `${what}: what can be read`);
  assert.ok(heading.length > 0 && !text.includes(heading), what);
  assertNone(shown, `of the body can be seen: ${what}`);
  assert.ok(covered, `the cover is on top everywhere: ${what}`);
  assertNone(reached, `can be reached with the keyboard: ${what}`);
  assert.equal(title, "New tab", what);
}

/**
 * What the page told of itself: in the first frame after the press, or later. It tells by the console, for a page that
 * is being left answers no questions.
 */
export async function nextFrame(page, when = "frame") {
  const message = await page.waitForEvent("console", {
    predicate: (message) => message.text().startsWith(`${when} `),
    timeout: 10_000,
  });
  return JSON.parse(message.text().slice(when.length));
}

/** Runs in the page: tells what stands on the page in the first frame after a press, and when that has been drawn. */
export function watchNextFrame() {
  const look = () => {
    const { innerWidth: width, innerHeight: height } = window;
    const cover = document.querySelector(".exit-cover");
    const points = [0, 0.25, 0.5, 0.75, 1].flatMap((x) => [0, 0.25, 0.5, 0.75, 1].map((y) => [x, y]));
    const others = [...document.body.children].filter((element) => element !== cover);
    const name = (element) => element.outerHTML.slice(0, 80);
    return {
      text: document.body.innerText.trim(),
      shown: others.filter((element) => getComputedStyle(element).display !== "none").map(name),
      covered: points.every(
        ([x, y]) => document.elementFromPoint(x * (width - 1), y * (height - 1)) === cover,
      ),
      reached: [...document.querySelectorAll("a, button, input, summary, [tabindex]")]
        .filter((element) => element.checkVisibility())
        .map(name),
      title: document.title,
      ground: cover && getComputedStyle(cover).backgroundColor,
      canvas: systemColour(),
    };
  };
  const probe = document.createElement("div");
  probe.hidden = true;
  probe.style.background = "Canvas";
  document.body.append(probe);
  const systemColour = () => getComputedStyle(probe).backgroundColor;
  let presses = 0;
  const pressed = (event) => {
    if (event.type === "keyup" && (presses += 1) < 3) return;
    const at = event.isTrusted ? event.timeStamp : performance.now();
    requestAnimationFrame(() => {
      const frame = look();
      // A task from within a frame comes when that frame has been drawn.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => console.log(`frame ${JSON.stringify({ ...frame, painted: performance.now() - at })}`);
      port2.postMessage(0);
    });
  };
  window.addEventListener("click", pressed, true);
  window.addEventListener("keyup", pressed, true);
}
