/* Search inside the page.

   The index is one file, the same for every visitor, fetched once when the
   search box is first used: nobody who watches the line can tell what was
   looked for. The words stay in this page. They are not put into the
   address, the history, storage or any request, and they go when one leaves.

   Text is folded and stemmed as the build does it (search_index.rs): stems by
   M. F. Porter, "An algorithm for suffix stripping", 1980. */
(function (window, document) {
  'use strict';

  var SHOWN = 30; // more than that nobody reads

  var results = document.getElementById('search-results');
  var form = document.querySelector('main form[role="search"]');
  if (!results || !form) return;
  var box = form.querySelector('input[type="search"]');
  var status = document.getElementById('search-status');
  var index = null;
  var asked = false;

  // ----- The index -----

  function load() {
    if (asked) return;
    asked = true;
    fetch(results.getAttribute('data-index'), { credentials: 'omit', referrerPolicy: 'no-referrer' })
      .then(function (answer) {
        if (!answer.ok) throw new Error(answer.status);
        return answer.json();
      })
      .then(function (read) {
        index = read;
        answer();
      })
      .catch(function () {
        asked = false;
        say('The search does not work just now. Use the links below instead.');
      });
  }

  // The first term that does not come before a word.
  function place(word) {
    var low = 0;
    var high = index.terms.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (index.terms[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // The terms that a word means, each with how well it fits.
  function terms(word, last) {
    var found = [];
    var stemmed = stem(word);
    var at = place(stemmed);
    if (index.terms[at] === stemmed) found.push([at, 1]);
    if (last) {
      for (at = place(word); at < index.terms.length && index.terms[at].indexOf(word) === 0; at += 1) {
        if (index.terms[at] !== stemmed) found.push([at, 0.5]);
      }
    }
    return found;
  }

  function find(text) {
    var words = fold(text);
    var scores = {};
    words.forEach(function (word, i) {
      var best = {};
      terms(word, i === words.length - 1).forEach(function (term) {
        var posts = index.posts[term[0]];
        var rarity = Math.log(1 + index.docs.length / (posts.length / 2));
        for (var p = 0, page = 0; p < posts.length; p += 2) {
          page += posts[p];
          var score = rarity * term[1] * Math.log(1 + posts[p + 1]);
          if (!(best[page] >= score)) best[page] = score;
        }
      });
      // A page with more of the words comes before one with fewer.
      Object.keys(best).forEach(function (page) {
        scores[page] = (scores[page] || 0) + 10 + best[page];
      });
    });
    return Object.keys(scores).sort(function (a, b) {
      return scores[b] - scores[a] || a - b;
    });
  }

  // ----- The page -----

  function say(words) {
    if (status) status.textContent = words;
  }

  function element(name, parent, text) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  function clear() {
    results.textContent = '';
    say('');
  }

  function answer() {
    if (!index) {
      load();
      return;
    }
    clear();
    if (!box.value.trim()) return;
    var pages = find(box.value).slice(0, SHOWN);
    index.groups.forEach(function (heading, group) {
      var own = pages.filter(function (page) {
        return index.docs[page][3] === group;
      });
      if (!own.length) return;
      element('h2', results, heading);
      var list = element('ul', results);
      list.className = 'post results';
      own.forEach(function (page) {
        var item = element('li', list);
        var link = element('a', item, index.docs[page][1]);
        link.href = index.docs[page][0];
        if (index.docs[page][2]) element('p', item, index.docs[page][2]);
      });
    });
    if (pages.length) say(pages.length === 1 ? '1 page found' : pages.length + ' pages found');
    else say('We found no page with these words. Try other words, or use the links below. To talk to someone, call a helpline.');
  }

  box.addEventListener('focus', load);
  box.addEventListener('input', answer);
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
  window.addEventListener('pageshow', forget);

  // ----- Words -----

  function fold(text) {
    var plain = text.toLowerCase().replace(/['\u2018\u2019\u02bc]/g, '');
    if (plain.normalize) plain = plain.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    return plain.split(/[^0-9a-z]+/).filter(Boolean);
  }

  // How often a run of vowels is followed by a run of consonants.
  function measure(word) {
    var shape = word.replace(/^y/, 'C').replace(/([aeiou])y/g, '$1C').replace(/[aeiouy]/g, 'V')
      .replace(/[^V]/g, 'C').replace(/V+/g, 'V').replace(/C+/g, 'C');
    return (shape.match(/VC/g) || []).length;
  }

  function hasVowel(word) {
    return /[aeiou]|.y/.test(word);
  }

  // Consonant, vowel, consonant, and the last is not w, x or y: hop, but not snow.
  function isShort(word) {
    return /[^aeiou][aeiouy][^aeiouwxy]$/.test(word);
  }

  var SECOND = [['ational', 'ate'], ['tional', 'tion'], ['enci', 'ence'], ['anci', 'ance'], ['izer', 'ize'],
    ['bli', 'ble'], ['alli', 'al'], ['entli', 'ent'], ['eli', 'e'], ['ousli', 'ous'], ['ization', 'ize'],
    ['ation', 'ate'], ['ator', 'ate'], ['alism', 'al'], ['iveness', 'ive'], ['fulness', 'ful'],
    ['ousness', 'ous'], ['aliti', 'al'], ['iviti', 'ive'], ['biliti', 'ble'], ['logi', 'log']];
  var THIRD = [['icate', 'ic'], ['ative', ''], ['alize', 'al'], ['iciti', 'ic'], ['ical', 'ic'], ['ful', ''],
    ['ness', '']];
  var FOURTH = ['ement', 'ance', 'ence', 'able', 'ible', 'ment', 'ant', 'ent', 'ism', 'ate', 'iti', 'ous', 'ive',
    'ize', 'al', 'er', 'ic', 'ou'];

  function ends(word, suffix) {
    return word.slice(-suffix.length) === suffix;
  }

  function swap(word, pairs) {
    for (var i = 0; i < pairs.length; i += 1) {
      if (ends(word, pairs[i][0])) {
        var rest = word.slice(0, -pairs[i][0].length);
        return measure(rest) > 0 ? rest + pairs[i][1] : word;
      }
    }
    return word;
  }

  function stem(word) {
    if (word.length < 3) return word;
    // 1a and 1b: plurals, -ed, -ing.
    word = word.replace(/sses$/, 'ss').replace(/ies$/, 'i').replace(/([^s])s$/, '$1');
    var part = /^(.+?)(eed|ed|ing)$/.exec(word);
    if (part && part[2] === 'eed') {
      if (measure(part[1]) > 0) word = word.slice(0, -1);
    } else if (part && hasVowel(part[1])) {
      word = part[1];
      if (/(at|bl|iz)$/.test(word)) word += 'e';
      else if (/([^aeiouylsz])\1$/.test(word)) word = word.slice(0, -1);
      else if (measure(word) === 1 && isShort(word)) word += 'e';
    }
    // 1c: a last y, as elasticlunr.js has it.
    if (/[^aeiou]y$/.test(word)) word = word.slice(0, -1) + 'i';
    // 2, 3, 4: longer endings.
    word = swap(swap(word, SECOND), THIRD);
    var fourth = FOURTH.filter(function (suffix) { return ends(word, suffix); })[0];
    if (/[st]ion$/.test(word) && measure(word.slice(0, -3)) > 1) word = word.slice(0, -3);
    else if (fourth && measure(word.slice(0, -fourth.length)) > 1) word = word.slice(0, -fourth.length);
    // 5: a last e, a double l.
    if (/e$/.test(word)) {
      var rest = word.slice(0, -1);
      if (measure(rest) > 1 || (measure(rest) === 1 && !isShort(rest))) word = rest;
    }
    if (/ll$/.test(word) && measure(word) > 1) word = word.slice(0, -1);
    return word;
  }
})(window, document);
