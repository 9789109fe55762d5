  // ----- The page -----

  var saying;

  // Once typing pauses, so that a screen reader is not interrupted by itself.
  function say(words) {
    window.clearTimeout(saying);
    if (!status) return;
    if (!words) status.textContent = '';
    else saying = window.setTimeout(function () { status.textContent = words; }, 400);
  }

  function element(name, parent, text) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  var drawn = 0; // how often there was something new to see

  // Does a thing once the page as it is has been painted, unless it is another by then.
  function whenSeen(work) {
    var current = drawn;
    window.requestAnimationFrame(function () {
      window.setTimeout(function () {
        if (current === drawn) work();
      }, 0);
    });
  }

  function clear() {
    drawn += 1;
    results.textContent = '';
    if (calls) calls.hidden = true;
    say('');
  }

  // Text with the found words marked.
  function marked(parent, text, terms) {
    var plain = '';
    text.split(/([0-9A-Za-z\u00c0-\u024f'\u2019]+)/).forEach(function (part, at) {
      if (at % 2 && terms[termOf(part)]) {
        parent.appendChild(document.createTextNode(plain));
        element('mark', parent, part);
        plain = '';
      } else {
        plain += part;
      }
    });
    parent.appendChild(document.createTextNode(plain));
  }

  // The term of a word of a title or summary; -1 where it has none. The same few come again and again.
  function termOf(part) {
    if (!(part in index.written)) {
      var word = fold(part)[0] || '';
      var known = cut(word);
      var at = place(known);
      index.written[part] = index.terms[at] === known ? at : -1;
    }
    return index.written[part];
  }

  function list(heading, pages, terms, grouped) {
    element('h2', results, heading);
    var made = element('ul', results);
    made.className = 'post results';
    items(made, pages, terms, grouped);
    return made;
  }

  function items(parent, pages, terms, grouped) {
    pages.forEach(function (page) {
      var doc = index.docs[page];
      var item = element('li', parent);
      var link = element('a', item);
      link.href = doc[0];
      marked(element('span', link), doc[1], terms);
      if (!grouped) {
        item.appendChild(document.createTextNode(' '));
        element('small', item, index.groups[doc[3]]);
      }
      if (index.harm.indexOf(page) >= 0) {
        item.appendChild(document.createTextNode(' '));
        element('small', item, 'For people who harm others');
      }
      if (doc[2]) marked(element('p', item), doc[2], terms);
    });
  }

  function answer() {
    if (!index) {
      load();
      return;
    }
    clear();
    if (!box.value.trim()) return;
    var found = find(box.value);
    if (calls) calls.hidden = !found.help && found.pages.length > 0;
    if (found.pages.length) show(found);
    else unsure();
  }

  // Drawing is what takes time on an old phone: the best come at once, and the rest when these are seen.
  function show(found) {
    var pages = found.pages.slice(0, SHOWN);
    var kinds = pages.map(function (page) { return index.docs[page][3]; });
    var mixed = kinds.some(function (kind) { return kind !== kinds[0]; });
    var heading = mixed ? 'Best matches' : index.groups[kinds[0]];
    var first = list(heading, pages.slice(0, BEST), found.terms, !mixed);
    whenSeen(function () {
      var rest = pages.slice(BEST);
      if (!mixed) {
        items(first, rest, found.terms, true);
        return;
      }
      index.groups.forEach(function (heading, group) {
        var own = rest.filter(function (page) { return index.docs[page][3] === group; });
        if (own.length) list(heading, own, found.terms, true);
      });
    });
    var count = pages.length === 1 ? '1 page found' : pages.length + ' pages found, the best first';
    var slip = found.corrected.map(function (word) { return '\u201c' + word.text + '\u201d'; }).join(' or ');
    say(count + '.' + (slip ? ' No page has the word ' + slip + ', so you see what is nearest.' : ''));
  }

  function unsure() {
    // A run of consonants is a hand on the keyboard, and nobody's question.
    var pages = /^[b-df-hj-np-tv-xz]{6,}$/i.test(box.value.trim()) ? [] : index.help;
    if (pages.length) {
      list('Talk to someone', pages, {}, true);
      say('We are not sure what you mean, and found no page with these words. You see ' +
        (pages.length === 1 ? 'a service' : pages.length + ' services') +
        ' that you can talk to. You can also try other words, or use the links below.');
    } else {
      say('We found no page with these words. Try one or two other words' +
        (calls ? ', such as \u201csafe place\u201d or \u201cmoney\u201d,' : ',') + ' or use the links below.' +
        (calls && calls.querySelector('ul') ? ' To talk to someone, call a helpline.' : ''));
    }
  }

  // The arrows walk through the results, from the box and back to it.
  function walk(event) {
    var step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    var stops = [box].concat([].slice.call(results.querySelectorAll('a')));
    var at = stops.indexOf(document.activeElement);
    if (!step || at < 0 || !stops[at + step]) return;
    event.preventDefault();
    stops[at + step].focus();
  }

  box.addEventListener('focus', load);
  box.addEventListener('input', answer);
  form.addEventListener('keydown', walk);
  results.addEventListener('keydown', walk);
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    answer();
  });

  // Whoever comes after sees an empty box: also when a browser keeps the page.
  function forget() {
    form.reset();
    box.value = '';
    clear();
  }
  window.addEventListener('pagehide', forget);
  window.addEventListener('pageshow', function (event) {
    // The first time it comes after the page, when words may have been typed.
    if (event.persisted) forget();
  });

