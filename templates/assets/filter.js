/* Narrow a list by ticking boxes.

   A form.filters names its list in data-list. Each fieldset[data-filter] in
   it names a group, say "areas", and each thing in the list carries its ids
   of that group, say data-areas="harbour eastfield". Every group must fit; in
   data-matches a group says when it does: "any" if one of its ticked boxes
   does or the thing has no ids at all, "one" if one does, "every" if all do.
   What is ticked stands below as buttons that take it away. The choices stay
   in the page: nothing goes to the address, to storage or to a server.
   Without script the form stays hidden, and the links in [data-instead] do
   the same work. */
(function (window, document) {
  'use strict';

  var each = function (nodes, work) {
    Array.prototype.forEach.call(nodes, work);
  };

  /** Shows the form in the place of the links that do its work without script, or these again. */
  function show(form, yes) {
    // With room beside the list the boxes stand open.
    if (form.hidden && window.matchMedia('(min-width: 56em)').matches) form.querySelector('details').open = true;
    form.hidden = !yes;
    each(document.querySelectorAll('[data-instead]'), function (links) {
      links.hidden = yes;
    });
  }

  function narrowing(form, list) {
    var output = form.querySelector('[role="status"]');
    var chosen = form.querySelector('.chosen');
    var all = form.querySelector('[type="reset"]');
    var fold = form.querySelector('details');
    var see = form.querySelector('.see');
    var groups = [];
    each(form.querySelectorAll('fieldset[data-filter]'), function (fieldset) {
      groups.push({
        attribute: 'data-' + fieldset.getAttribute('data-filter'),
        matches: fieldset.getAttribute('data-matches'),
        boxes: fieldset.querySelectorAll('input')
      });
    });
    var first = groups.filter(function (group) {
      return list.querySelector('[' + group.attribute + ']');
    })[0];
    if (!first) {
      show(form, false);
      return;
    }

    function fits(thing, group) {
      var own = (thing.getAttribute(group.attribute) || '').split(' ');
      var has = function (box) {
        return own.indexOf(box.value) >= 0;
      };
      if (!group.ticked.length || (group.matches === 'any' && own[0] === '')) return true;
      return group.matches === 'every' ? group.ticked.every(has) : group.ticked.some(has);
    }

    /** A button that takes a choice away, and leaves the focus at the next one. */
    function button(box) {
      var item = document.createElement('li');
      var control = document.createElement('button');
      var hidden = document.createElement('span');
      hidden.className = 'vh';
      hidden.textContent = 'Remove ';
      control.type = 'button';
      control.className = 'pale';
      control.appendChild(hidden);
      control.appendChild(document.createTextNode(box.parentNode.textContent));
      control.addEventListener('click', function () {
        var at = Array.prototype.indexOf.call(chosen.children, item);
        box.checked = false;
        apply();
        var next = chosen.children[Math.min(at, chosen.children.length - 1)];
        (next ? next.firstChild : fold.querySelector('summary')).focus();
      });
      item.appendChild(control);
      chosen.appendChild(item);
    }

    function apply() {
      chosen.textContent = '';
      groups.forEach(function (group) {
        group.ticked = Array.prototype.filter.call(group.boxes, function (box) {
          return box.checked;
        });
        group.ticked.forEach(button);
      });
      chosen.hidden = all.hidden = !chosen.firstChild;
      narrow();
    }

    function narrow() {
      var shown = 0;
      var things = list.querySelectorAll('[' + first.attribute + ']');
      each(things, function (thing) {
        thing.hidden = !groups.every(function (group) {
          return fits(thing, group);
        });
        if (!thing.hidden) shown += 1;
      });
      // A heading with nothing left under it goes too.
      each(list.querySelectorAll('[data-group]'), function (group) {
        group.hidden = !group.querySelector('[' + first.attribute + ']:not([hidden])');
      });
      var words = output.getAttribute(shown ? 'data-text' : 'data-none')
        .replace('{shown}', shown).replace('{all}', things.length);
      // What is said again would be read out again.
      if (output.textContent !== words) output.textContent = words;
      see.textContent = see.getAttribute('data-text').replace('{shown}', shown);
    }

    form.addEventListener('change', apply);
    form.addEventListener('reset', function () {
      setTimeout(function () {
        apply();
        fold.querySelector('summary').focus();
      }, 0);
    });
    // On a phone the boxes lie over the list: this puts them away, and the list comes into view.
    see.addEventListener('click', function () {
      fold.open = false;
      fold.querySelector('summary').focus();
    });
    form.addEventListener('submit', function (event) {
      event.preventDefault();
    });
    // A service has opened or closed, or a session is over: open-now.js, sessions.js.
    document.addEventListener('narrow', narrow);

    // Whoever comes back finds the boxes empty, as in a page just opened, and
    // the link that was followed where it was.
    window.addEventListener('pageshow', function (event) {
      // The first time it comes after the page, when boxes may have been ticked.
      if (!event.persisted) return;
      var link = list.contains(document.activeElement) && document.activeElement;
      var top = link && link.getBoundingClientRect().top;
      each(form.querySelectorAll('input'), function (box) {
        box.checked = false;
      });
      apply();
      if (link) window.scrollBy(0, link.getBoundingClientRect().top - top);
    });
    apply();
  }

  // While the page comes the form is there before it is painted, so that nothing moves when all has come.
  var watch = window.MutationObserver && new MutationObserver(function () {
    var form = document.querySelector('form.filters');
    if (form && form.querySelector('details')) show(form, true);
  });

  function begin() {
    if (watch) watch.disconnect();
    var form = document.querySelector('form.filters');
    var list = form && document.getElementById(form.getAttribute('data-list'));
    if (!list) return;
    show(form, true);
    narrowing(form, list);
  }

  if (watch) watch.observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', begin);
})(window, document);
