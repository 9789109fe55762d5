// Runs in the local preview alone: a build neither has nor links this file.
//
// It works under the site's own policy (scripts, styles and connections from this origin only), keeps nothing in the
// browser, and puts whatever the server says on the page as text, never as HTML.
(() => {
  "use strict";

  const script = document.currentScript;
  const folder = new URL(".", script.src);
  const { follows, stamp } = script.dataset;
  const showsProblems = follows === "generation";

  let source = null;
  let retry = 0;
  let generation = null;
  let overlay = null;
  let banner = null;
  let state = null;

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = `fingerpost-preview-${className}`;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function place(problem) {
    return `${problem.path}:${problem.line}:${problem.column}`;
  }

  function describe(problem) {
    const item = element("li", problem.severity === "error" ? "error" : "warning");
    item.append(element("p", "message", `${problem.severity}[${problem.code}]: ${problem.message}`));
    item.append(element("p", "place", place(problem)));
    if (problem.source) item.append(element("pre", "", problem.source));
    if (problem.help) item.append(element("p", "", `help: ${problem.help}`));
    return item;
  }

  function count(number, word) {
    return `${number} ${word}${number === 1 ? "" : "s"}`;
  }

  function show(problems) {
    const errors = problems.filter((problem) => problem.severity === "error").length;
    const warnings = problems.length - errors;
    overlay?.remove();
    overlay = null;
    if (problems.length === 0) return;
    const words = [];
    if (errors > 0) words.push(count(errors, "error"));
    if (warnings > 0) words.push(count(warnings, "warning"));
    overlay = element("details", "problems");
    overlay.open = errors > 0;
    const summary = element("summary", "", words.join(", "));
    const list = element("ol");
    list.append(...problems.map(describe));
    overlay.append(summary);
    if (errors > 0) {
      overlay.append(element("p", "", "The page shows the content as it was before these errors."));
    }
    overlay.append(list);
    document.body.append(overlay);
  }

  // The answer to an older question may come last; only the answer to the newest counts.
  let question = 0;
  async function ask() {
    const mine = ++question;
    try {
      const response = await fetch(new URL("problems", folder), { cache: "no-store" });
      const problems = await response.json();
      if (mine === question) show(problems);
    } catch {
      // The server has gone; the next event tells when it is back.
    }
  }

  // The day that the pages show, to be changed: what begins and ends by itself can be looked at before.
  async function dayPicker() {
    const day = await (await fetch(new URL("day", folder), { cache: "no-store" })).text();
    if (!day) return;
    const choose = (chosen) => fetch(new URL(`day/${chosen}`, folder), { method: "POST" });
    const label = element("label", "day", "The site on ");
    const input = element("input");
    input.type = "date";
    input.value = day;
    input.required = true;
    input.addEventListener("change", () => input.value && choose(input.value));
    const today = element("button", "", "Today");
    today.type = "button";
    today.addEventListener("click", () => choose(""));
    label.append(input);
    banner.append(label, " ", today);
  }

  function hear(event) {
    const news = JSON.parse(event.data);
    state.textContent = "Local preview";
    if (news[follows] !== stamp) {
      disconnect();
      // The browser keeps the place in the page by itself, unless it was told not to.
      history.scrollRestoration = "auto";
      location.reload();
    } else if (news.generation !== generation) {
      generation = news.generation;
      if (!showsProblems) ask();
    }
  }

  function connect() {
    clearTimeout(retry);
    if (source || document.visibilityState === "hidden") return;
    source = new EventSource(new URL("events", folder));
    source.onmessage = hear;
    source.onerror = () => {
      state.textContent = "Local preview, not connected";
      // After a refusal the browser does not try again by itself.
      if (source?.readyState === EventSource.CLOSED) {
        disconnect();
        retry = setTimeout(connect, 1000);
      }
    };
  }

  function disconnect() {
    clearTimeout(retry);
    source?.close();
    source = null;
  }

  banner = element("aside", "banner");
  state = element("span", "state", "Local preview");
  banner.append(state);
  banner.setAttribute("aria-label", "About this window");
  document.body.prepend(banner);

  // A browser opens only six connections to a server: a window that nobody sees must not hold one.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") disconnect();
    else connect();
  });
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);
  connect();
  dayPicker().catch(() => {
    // The server has gone; the pages come again with it.
  });
})();
