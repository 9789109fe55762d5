/* Narrow a list by ticking boxes.

   A form.filters names its list in data-list. Each fieldset[data-filter] in
   it names a group, say "areas", and each thing in the list carries its ids
   of that group, say data-areas="harbour eastfield"; none means any.
   Within a group one match is enough; every group must match. The choices
   stay in the page: nothing goes to the address, to storage or to a server.
   Without script the form stays hidden, and links do the same work. */
(function (document) {
  'use strict';

  var form = document.querySelector('form.filters');
  var list = form && document.getElementById(form.getAttribute('data-list'));
  if (!list) return;

  var each = function (nodes, work) {
    Array.prototype.forEach.call(nodes, work);
  };
  var output = form.querySelector('[role="status"]');
  var groups = [];
  each(form.querySelectorAll('fieldset[data-filter]'), function (fieldset) {
    groups.push({
      attribute: 'data-' + fieldset.getAttribute('data-filter'),
      boxes: fieldset.querySelectorAll('input')
    });
  });
  if (!groups.length) return;
  var things = list.querySelectorAll('[' + groups[0].attribute + ']');

  function apply() {
    var wanted = groups.map(function (group) {
      var ids = [];
      each(group.boxes, function (box) {
        if (box.checked) ids.push(box.value);
      });
      return ids;
    });
    var shown = 0;
    each(things, function (thing) {
      var fits = groups.every(function (group, i) {
        var own = (thing.getAttribute(group.attribute) || '').split(' ');
        return !wanted[i].length || own[0] === '' || wanted[i].some(function (id) {
          return own.indexOf(id) >= 0;
        });
      });
      thing.hidden = !fits;
      if (fits) shown += 1;
    });
    // A heading with nothing left under it goes too.
    each(list.querySelectorAll('[data-group]'), function (group) {
      group.hidden = !group.querySelector('[' + groups[0].attribute + ']:not([hidden])');
    });
    if (output) {
      output.textContent = output.getAttribute('data-text')
        .replace('{shown}', shown).replace('{all}', things.length);
    }
  }

  form.addEventListener('change', apply);
  form.addEventListener('reset', function () {
    setTimeout(apply, 0);
  });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
  });

  // Whoever comes back finds the boxes empty, as in a page just opened.
  window.addEventListener('pageshow', function () {
    form.reset();
    apply();
  });
  // With room beside the list the boxes stand open.
  var fold = form.querySelector('details');
  if (fold && window.matchMedia('(min-width: 56em)').matches) fold.open = true;
  form.hidden = false;
})(document);
