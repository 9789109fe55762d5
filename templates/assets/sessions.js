/* Takes away what is over, however long ago the site was built.

   [data-until] is a moment: from then on a session's row leaves its list, or
   goes to its course's list of earlier dates, [data-past], and anything else
   is hidden. [data-since] is shown from its moment on. A row's [data-closes]
   is when booking ends. In an [data-upcoming] the [data-none] is shown once
   nothing is left, and of "one" only the first thing that is left. */
(function (window, document) {
  'use strict';

  var past = null;

  function each(selector, work) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), work);
  }

  function isDue(thing, name) {
    return Date.parse(thing.getAttribute(name)) <= Date.now();
  }

  /** Does something once with each thing whose moment has come. */
  function due(name, work) {
    each('[' + name + ']', function (thing) {
      if (isDue(thing, name) && work(thing) !== false) thing.removeAttribute(name);
    });
  }

  /** Says in each list what comes next, or that nothing does. */
  function next() {
    each('[data-upcoming]', function (list) {
      var left = Array.prototype.filter.call(list.querySelectorAll('[data-until]'), function (thing) {
        return !thing.hidden || !isDue(thing, 'data-until');
      });
      var none = list.querySelector('[data-none]');
      if (left.length && list.getAttribute('data-upcoming') === 'one') left[0].hidden = false;
      // Of a list that still comes nobody can tell.
      if (none) none.hidden = left.length > 0 || !(list.nextElementSibling || document.readyState !== 'loading');
    });
  }

  /** Hides what is over. */
  function turn() {
    due('data-since', function (words) {
      words.hidden = false;
    });
    due('data-until', function (thing) {
      var row = thing.hasAttribute('data-session');
      // Who has just tabbed to a row is not sent to the start of the page.
      if (!row || !thing.contains(document.activeElement)) thing.hidden = true;
      return !row;
    });
    each('[data-group]', function (month) {
      month.hidden = !month.querySelector('[data-session]:not([hidden])');
    });
    // A day of a sheet, of which a phone shows those with sessions alone.
    each('[data-date]', function (day) {
      if (day.querySelector('ul')) day.className = day.querySelector('[data-session]:not([hidden])') ? '' : 'free';
    });
    next();
  }

  function over(row) {
    if (!row.hidden) return false;
    if (past) {
      row.hidden = past.parentNode.hidden = false;
      past.insertBefore(row, past.firstChild);
    } else row.parentNode.removeChild(row);
    return true;
  }

  function refresh() {
    turn();
    due('data-closes', function (row) {
      row.setAttribute('data-places', '');
    });
    due('data-until', over);
    // The filters count what is left.
    document.dispatchEvent(new Event('narrow'));
  }

  // While the page comes, what is over is hidden before it is painted, so that nothing moves when all is there.
  var watch = window.MutationObserver && new MutationObserver(turn);

  function begin() {
    if (watch) watch.disconnect();
    past = document.querySelector('[data-past]');
    each('[data-date]', function (day) {
      var date = new Date();
      date.setMinutes(date.getMinutes() - date.getTimezoneOffset());
      if (day.getAttribute('data-date') === date.toISOString().slice(0, 10)) day.setAttribute('aria-current', 'date');
    });
    refresh();
    setInterval(refresh, 60000);
    window.addEventListener('pageshow', refresh);
  }

  if (watch) watch.observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', begin);
})(window, document);
