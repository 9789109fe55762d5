// What the search finds, how it shows it, and how fast.

import assert from "node:assert/strict";
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { SITES } from "./relevance/queries.mjs";
import { PROJECT, Site, filesUnder, launch, stories } from "./support.mjs";

const BOX = "main input[type=search]";
const RESULTS = "#search-results a";

const site = await Site.example();
const browser = await launch();

describe("the results of the search", () => {
  after(async () => {
    await browser.close();
    await site.close();
  });

  const searching = (story) => stories(site, browser)("search/", story);

  /** Types words and gives the titles of the results. */
  async function find(page, words) {
    await page.locator(BOX).fill(words);
    await page.locator(RESULTS).first().waitFor({ timeout: 10_000 });
    return page.locator(RESULTS).allInnerTexts();
  }

  async function built(name) {
    const files = await filesUnder(join(site.out, "assets"));
    return readFile(files.find((file) => file.includes(name)));
  }

  test("have the page first whose title was typed, in any spelling of it", async () => {
    await searching(async (page) => {
      for (const words of ["Safe Harbour refuge", "SAFE HARBOUR REFUGE", "safe  harbour refuge"]) {
        assert.equal((await find(page, words))[0], "Safe Harbour refuge", words);
      }
      for (const words of ["Clare's Law", "clare’s law", "clares law"]) {
        assert.match((await find(page, words))[0], /Clare.s Law/, words);
      }
    });
  });

  test("have the service first whose number was typed, in any form", async () => {
    await searching(async (page) => {
      for (const words of ["0808 157 0001", "08081570001", "+44 808 157 0001", "(0808) 157-0001", "call 0808 157 0001"]) {
        assert.equal((await find(page, words))[0], "Marlsea Domestic Abuse Helpline", words);
      }
    });
  });

  test("understand a slip, and say so", async () => {
    await searching(async (page) => {
      const typed = await find(page, "councelling");
      assert.ok(typed.slice(0, 3).some((title) => /counselling/i.test(title)), typed.join("; "));
      await find(page, "zefuge");
      await page.getByText("No page has the word “zefuge”").waitFor({ timeout: 3_000 });
    });
  });

  test("come in groups, the best ones before them, with the words marked", async () => {
    await searching(async (page) => {
      await find(page, "housing");
      await page.getByText(/^\d+ pages found/).waitFor({ timeout: 3_000 });
      const headings = await page.locator("#search-results h2").allInnerTexts();
      assert.equal(headings[0], "Best matches");
      const order = ["Get help now", "Services", "Information", "Training", "Strategy"];
      assert.deepEqual(headings.slice(1), order.filter((group) => headings.includes(group)));
      assert.ok(headings.length > 2, "some are below the best");
      assert.match(await page.locator("#search-results mark").first().innerText(), /hous/i);
    });
  });

  test("are there at once, the rest when the best are seen, and never those of words typed before", async () => {
    await searching(async (page) => {
      await find(page, "refuge");
      const counts = await page.evaluate(async (box) => {
        const type = (words) => {
          document.querySelector(box).value = words;
          document.querySelector(box).dispatchEvent(new Event("input", { bubbles: true }));
          return document.querySelectorAll("#search-results a").length;
        };
        const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
        const atOnce = type("housing");
        await painted();
        const then = document.querySelectorAll("#search-results a").length;
        type("housing");
        type("");
        await painted();
        return { atOnce, then, afterwards: document.querySelectorAll("#search-results a").length };
      }, BOX);
      assert.equal(counts.atOnce, 5);
      assert.ok(counts.then > 5, JSON.stringify(counts));
      assert.equal(counts.afterwards, 0);
    });
  });

  test("have the helplines above them for someone who asks for help, and not for a professional", async () => {
    await searching(async (page) => {
      const calls = page.locator("#search-help");
      for (const words of ["he hits me", "walking on eggshells", "nowhere to sleep", "i need to leave tonight"]) {
        await find(page, words);
        assert.ok(await calls.isVisible(), words);
        const above = await page.evaluate(
          () => document.getElementById("search-help").getBoundingClientRect().bottom <=
            document.querySelector("#search-results h2").getBoundingClientRect().top,
        );
        assert.ok(above, words);
      }
      for (const words of ["MARAC", "training courses"]) {
        await find(page, words);
        assert.ok(!(await calls.isVisible()), words);
      }
    });
  });

  test("are people to talk to, and no courses or plans, for someone who tells what happens to them", async () => {
    await searching(async (page) => {
      for (const words of ["he hits me when he is drunk", "my husband controls my money", "scared he will find me"]) {
        await find(page, words);
        const groups = await page.locator("#search-results ul:first-of-type small").allInnerTexts();
        assert.ok(groups.length > 2, words);
        assert.ok(groups.every((group) => !["Training", "Strategy"].includes(group)), `${words}: ${groups}`);
        assert.ok(["Get help now", "Services"].includes(groups[0]), `${words}: ${groups}`);
      }
    });
  });

  test("keep those who are harmed from the services for people who harm, and lead those there who say that they do", async () => {
    const forThem = /Turning Tide|Respect/;
    await searching(async (page) => {
      const harmed = ["help for men", "my wife hits me", "punched by my husband", "scared of my partner", "my boyfriend is violent"];
      for (const words of [...harmed, "im a trans woman and my partner hurts me"]) {
        const found = await find(page, words);
        assert.ok(!found.slice(0, 3).some((title) => forThem.test(title)), `${words}: ${found.slice(0, 3)}`);
      }
      for (const words of ["i hit my wife", "i keep checking her phone", "i want to stop being jealous"]) {
        const found = await find(page, words);
        assert.ok(found.slice(0, 3).some((title) => forThem.test(title)), `${words}: ${found.slice(0, 3)}`);
      }
    });
  });

  test("have what to read before the lines for someone who worries about another", async () => {
    await searching(async (page) => {
      assert.equal((await find(page, "can hear next door screaming"))[0], "Help a friend or relative");
      assert.ok((await find(page, "how do i help my sister")).slice(0, 2).includes("Help a friend or relative"));
    });
  });

  test("have the pages of the partnership and its plan, which are lists, by what they are for", async () => {
    await searching(async (page) => {
      assert.equal((await find(page, "board minutes"))[0], "Who decides");
      assert.match((await find(page, "who leads what"))[0], /^Who leads what: /);
      assert.equal((await find(page, "training"))[0], "Training");
    });
  });

  test("are never missing without a word on what to do instead", async () => {
    await searching(async (page) => {
      await find(page, "refuge");
      await page.locator(BOX).fill("zqxjkvw");
      await page.getByText("We found no page with these words").waitFor({ timeout: 3_000 });
      assert.ok(await page.locator("#search-help").isVisible());
      assert.ok((await page.locator('main a[href*="/services/need/"]:visible').count()) > 5, "the needs are offered");
      // Another alphabet than that of the pages.
      for (const words of ["помощь", "مساعدة"]) assert.ok((await find(page, words)).length > 3, words);
      // Nothing but small words: those who can help with anything.
      assert.ok((await find(page, "what can i do")).length > 0);
    });
  });

  test("can be walked with the arrows", async () => {
    await searching(async (page) => {
      const titles = await find(page, "refuge");
      const at = () => page.evaluate(() => document.activeElement.textContent);
      await page.locator(BOX).focus();
      await page.keyboard.press("ArrowDown");
      assert.equal(await at(), titles[0]);
      await page.keyboard.press("ArrowDown");
      assert.equal(await at(), titles[1]);
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      assert.ok(await page.locator(BOX).evaluate((box) => box === document.activeElement));
    });
  });

  test("need a script and an index that are small", async () => {
    const script = gzipSync(await built("search."), { level: 9 }).length;
    assert.ok(script <= 10_000, `${script} bytes of script`);
    const index = gzipSync(await built("search-index."), { level: 9 }).length;
    assert.ok(index <= 100_000, `${index} bytes of index`);
  });

  test("follow the endings of another language, which only the build knows", async () => {
    const folder = await mkdtemp(join(tmpdir(), "fingerpost-german-"));
    await cp(SITES.ashbrook, folder, { recursive: true });
    await appendFile(join(folder, "content/site.yaml"), "\nlanguage: de-DE\n");
    const page = "---\ntitle: Schutz\n---\n\nIn einem Frauenhaus finden Sie Schutz und Beratung.\n";
    await writeFile(join(folder, "content/pages/schutz.md"), page);
    const german = await Site.start(folder);
    try {
      await stories(german, browser)("search/", async (page) => {
        for (const words of ["Frauenhäuser", "die Beratungen"]) assert.equal((await find(page, words))[0], "Schutz", words);
      });
    } finally {
      await german.close();
      await rm(folder, { recursive: true });
    }
  });

  test("rest on words that are cut as the build cuts them", async () => {
    const table = await readFile(join(PROJECT, "tests/browser/search_words.txt"), "utf8");
    const lines = table.split("\n").filter((line) => line && !line.startsWith("#"));
    const script = await readFile(join(PROJECT, "templates/assets/search/words.js"), "utf8");
    const small = JSON.parse(await built("search-index.")).small.split(" ");
    const cut = script.slice(script.indexOf("// ----- Words -----"), script.lastIndexOf("})(window, document)"));
    const page = await browser.newPage();
    // In a browser, for the sake of its own letters and its own way with them.
    const results = await page.evaluate(
      ([cut, small, texts]) => {
        const { fold, stem } = new Function(`${cut}; return { fold: fold, stem: stem };`)();
        return texts.map((text) => {
          const words = fold(text);
          const own = words.filter((word) => !small.includes(word) && !/^[a-z]$/.test(word));
          return (own.length ? own.map(stem) : words).join(" ");
        });
      },
      [cut, small, lines.map((line) => line.split("=")[0].trim())],
    );
    assert.deepEqual(results, lines.map((line) => line.split("=")[1].trim()));
    await page.close();
  });
});
