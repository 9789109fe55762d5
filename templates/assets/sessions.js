/* Takes away what is over, however long ago the site was built.

   [data-until] is a moment: from then on a session's row leaves its list, or
   goes to its course's list of earlier dates, [data-past], and anything else
   is hidden. [data-since] is shown from its moment on. A row's [data-closes]
   is when booking ends. In an [data-upcoming] the [data-none] is shown once
   nothing is left, and of "one" only the first thing that is left. */
(function (window, document) {
  'use strict';

  var past = document.querySelector('[data-past]');

  function each(selector, work) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), work);
  }

  /** Does something once with each thing whose moment has come. */
  function due(name, work) {
    each('[' + name + ']', function (thing) {
      if (Date.parse(thing.getAttribute(name)) <= Date.now() && work(thing) !== false) thing.removeAttribute(name);
    });
  }

  function over(thing) {
    if (!thing.hasAttribute('data-session')) thing.hidden = true;
    // Who has just tabbed to it is not sent to the start of the page.
    else if (thing.contains(document.activeElement)) return false;
    else if (past) {
      thing.hidden = past.parentNode.hidden = false;
      past.insertBefore(thing, past.firstChild);
    } else thing.parentNode.removeChild(thing);
    return true;
  }

  function refresh() {
    due('data-closes', function (row) {
      row.setAttribute('data-places', '');
    });
    due('data-since', function (words) {
      words.hidden = false;
    });
    due('data-until', over);
    each('[data-group]', function (month) {
      if (!month.querySelector('[data-session]')) month.parentNode.removeChild(month);
    });
    each('[data-upcoming]', function (list) {
      var first = list.querySelector('[data-until]');
      if (first && list.getAttribute('data-upcoming') === 'one') first.hidden = false;
      list.querySelector('[data-none]').hidden = !!first;
    });
    // The filters count what is left.
    document.dispatchEvent(new Event('narrow'));
  }

  each('[data-date]', function (day) {
    var date = new Date();
    date.setMinutes(date.getMinutes() - date.getTimezoneOffset());
    if (day.getAttribute('data-date') === date.toISOString().slice(0, 10)) day.setAttribute('aria-current', 'date');
  });
  refresh();
  setInterval(refresh, 60000);
  window.addEventListener('pageshow', refresh);
})(window, document);
