/* Leave this page, fast.

   Loaded first and in the head, so that it works while the page is still
   coming and whatever becomes of other scripts. Without it the two exit
   links are plain links. It keeps nothing in storage.

   What it cannot do: the browser's own history still lists the pages seen. */
(function (window, document) {
  'use strict';

  var WAIT = 5000; // between two presses of Shift
  var SLOW = 10000; // by then something is wrong with the way out
  var WITHIN = 'in'; // state of an entry left for another page of the site

  var root = document.documentElement;
  var visits = window.navigation; // not in every browser
  var presses = 0;
  var lone = false; // Shift is down, and nothing was done with it
  var left = false;
  var concealed = [];
  var timer, status, cover, title;

  function link() {
    return document.querySelector('a.exit-this-page');
  }

  // ----- The cover -----

  function show(role) {
    if (title === undefined) title = document.title;
    document.title = 'New tab';
    root.classList.add('has-left');
    var body = document.body;
    if (!body) return;
    if (cover) body.removeChild(cover);
    // The style sheet hides the rest too: this is for when it is missing.
    Array.prototype.forEach.call(body.children, function (element) {
      if (!element.hidden) {
        element.hidden = true;
        concealed.push(element);
      }
    });
    cover = document.createElement('div');
    cover.className = 'exit-cover';
    if (role) cover.setAttribute('role', role);
    body.appendChild(cover);
  }

  function leave() {
    var a = link();
    if (!a) return;
    left = true;
    try {
      // What has not come yet must not come on top, nor hold up the way out.
      window.stop();
      show('alert');
      // Put in once the region is in the page, or it is not read out.
      cover.textContent = 'Loading.';
      setTimeout(offer, SLOW);
    } finally {
      window.location.replace(a.href);
    }
  }

  // Back again, or never gone: a plain sheet with one way back to the site.
  function offer() {
    show();
    var p = document.createElement('p');
    var button = document.createElement('button');
    p.textContent = 'This page was closed.';
    button.type = 'button';
    button.textContent = 'Open it again';
    button.addEventListener('click', reopen);
    cover.appendChild(p);
    cover.appendChild(button);
  }

  function reopen() {
    left = false;
    mark('open');
    document.body.removeChild(cover);
    cover = undefined;
    concealed.forEach(function (element) {
      element.hidden = false;
    });
    concealed = [];
    root.classList.remove('has-left');
    document.title = title;
    title = undefined;
  }

  // ----- Three presses of Shift -----

  function count(n, words) {
    presses = n;
    clearTimeout(timer);
    var a = link();
    if (a && n) a.setAttribute('data-presses', n);
    else if (a) a.removeAttribute('data-presses');
    if (status) status.textContent = words || '';
  }

  function expire() {
    count(0, 'Exit: too slow, start again.');
  }

  window.addEventListener('keydown', function (event) {
    if (event.key === 'Shift') {
      // A held key repeats itself: only the first counts.
      if (!event.repeat) lone = !(event.ctrlKey || event.altKey || event.metaKey);
    } else {
      lone = false;
      if (presses) count(0);
    }
  }, true);

  window.addEventListener('keyup', function (event) {
    if (event.key !== 'Shift' || !lone || left) return;
    lone = false;
    if (presses === 2) {
      count(0);
      leave();
      return;
    }
    if (presses) count(2, 'Shift, press 1 more time to exit.');
    else count(1, 'Shift, press 2 more times to exit.');
    timer = setTimeout(expire, WAIT);
  }, true);

  // Shift with the mouse is to select, not to leave.
  window.addEventListener('mousedown', function () {
    lone = false;
  }, true);

  // ----- The two links -----

  function press(event) {
    var at = event.target;
    var a = at && at.closest && at.closest('a.exit-this-page, a.exit-secondary');
    // The right button opens a menu; every other one, and every key with it, leaves.
    if (!a || event.button === 2) return;
    event.preventDefault();
    leave();
  }

  window.addEventListener('click', press, true);
  window.addEventListener('auxclick', press, true);

  // ----- Coming back -----

  // The page where the exit was pressed is gone from the tab's history, so
  // Back leads to the pages before it. The last of them was left for another
  // page of the site, yet nothing of the site follows it: the exit was used.
  // The mark stands in the entry of the tab's history, which has the page's
  // address anyway, and goes with it. A browser without the Navigation API
  // cannot tell, and shows the page.
  function mark(word) {
    if (visits && visits.currentEntry) visits.updateCurrentEntry({ state: word });
  }

  function wasLeft(persisted) {
    if (!visits || !visits.currentEntry) return false;
    var load = window.performance && performance.getEntriesByType &&
      performance.getEntriesByType('navigation')[0];
    var returned = persisted || !!load && load.type === 'back_forward';
    var entries = visits.entries();
    var last = entries[entries.length - 1];
    if (last.getState() !== WITHIN) return false;
    if (returned) return visits.currentEntry.getState() !== 'open';
    // Loaded anew: the link that was followed last led nowhere.
    if (last.key === visits.currentEntry.key) mark(null);
    return false;
  }

  function arrive(persisted) {
    if (!wasLeft(persisted)) return;
    left = true;
    show(); // what can be done before there is a body
  }

  if (visits) {
    visits.addEventListener('navigate', function (event) {
      if (event.navigationType !== 'push' || event.hashChange || event.downloadRequest != null) return;
      mark(new URL(event.destination.url).origin === window.location.origin ? WITHIN : null);
    });
  }

  arrive(false);

  document.addEventListener('DOMContentLoaded', function () {
    var a = link();
    if (!a) return;
    status = document.createElement('span');
    status.setAttribute('role', 'status');
    status.className = 'vh';
    a.parentNode.appendChild(status);
    var tip = document.querySelector('.exit-tip');
    if (tip) tip.hidden = false;
    if (left && !cover) offer();
  });

  window.addEventListener('pageshow', function (event) {
    if (!event.persisted) return;
    count(0);
    if (!left) arrive(true);
    if (left) offer();
  });
})(window, document);
