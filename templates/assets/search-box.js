/* The search box at the top of each page.

   Its words may not stand in an address, so they cannot be taken along to
   another page. The search page comes here instead, in the place of what is
   on this one, and goes again with a press or when one leaves. Without script
   the box leads to the services from A to Z. */
(function (window, document) {
  'use strict';

  var form = document.querySelector('.site-header form[role="search"]');
  var main = document.getElementById('main');
  if (!form || !main) return;
  var box = form.querySelector('input[type="search"]');
  var page = null; // what stood here before
  var search = null; // the search page, once it was here
  var asked = false; // it is on its way

  function move(from, to) {
    while (from.firstChild) to.appendChild(from.firstChild);
  }

  function close() {
    if (!page) return;
    main.querySelector('input[type="search"]').value = '';
    search = document.createDocumentFragment();
    move(main, search);
    move(page, main);
    page = null;
    form.hidden = false;
  }

  function open(words) {
    page = document.createDocumentFragment();
    move(main, page);
    main.appendChild(search);
    form.hidden = true;
    box.value = '';
    window.scrollTo(0, 0);
    var input = main.querySelector('input[type="search"]');
    input.focus();
    input.value = words;
    tell(input);
  }

  function tell(input) {
    var event = document.createEvent('Event');
    event.initEvent('input', true, false);
    input.dispatchEvent(event);
  }

  // The search page, as it is for everyone, and its script.
  function fetched(text) {
    var other = new DOMParser().parseFromString(text, 'text/html');
    var back = document.createElement('button');
    back.type = 'button';
    back.className = 'pale';
    back.textContent = 'Close the search';
    back.addEventListener('click', function () {
      close();
      box.focus();
    });
    search = document.createDocumentFragment();
    move(other.getElementById('main'), search);
    search.insertBefore(back, search.firstChild);
    var script = document.createElement('script');
    script.src = form.getAttribute('data-script');
    script.onload = function () {
      var input = main.querySelector('input[type="search"]');
      if (input) tell(input);
    };
    open(box.value);
    document.body.appendChild(script);
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    if (search) {
      open(box.value);
      return;
    }
    if (asked) return;
    asked = true;
    fetch(form.getAttribute('data-page'), { credentials: 'omit', referrerPolicy: 'no-referrer' })
      .then(function (answer) {
        if (!answer.ok) throw new Error(answer.status);
        return answer.text();
      })
      .then(fetched)
      .catch(function () {
        window.location.href = form.getAttribute('data-page');
      });
  });

  // Whoever comes after sees the page as it was, and an empty box.
  function forget() {
    close();
    box.value = '';
  }
  window.addEventListener('pagehide', forget);
  window.addEventListener('pageshow', function (event) {
    // Kept by the browser. The first time it comes after the page, when the search may be in use.
    if (event.persisted) forget();
  });
})(window, document);
