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
        index = open(read);
        answer();
      })
      .catch(function () {
        asked = false;
        say('The search does not work just now. Use the links below instead.');
      });
  }

  function open(read) {
    read.small = set(read.small.split(' '));
    read.terms = read.terms.split(' ');
    read.ends = read.ends.split(',');
    read.posts = read.posts.split(' ');
    read.forms = Object.assign(Object.create(null), read.forms);
    read.harm = read.harm || [];
    read.cache = {};
    read.titles = {};
    // Those to talk to where nothing else is found.
    read.help = read.docs.map(function (doc, page) { return page; }).filter(function (page) {
      return read.docs[page][3] === 0;
    }).slice(0, BEST);
    read.written = Object.create(null);
    read.phrases = {};
    return read;
  }

  function set(words) {
    var all = Object.create(null);
    words.forEach(function (word) { all[word] = true; });
    return all;
  }

  // Numbers as posts.rs writes them.
  function numbers(text) {
    var all = [];
    for (var i = 0, value = 0; i < text.length; i += 1) {
      var sign = VALUES[text.charCodeAt(i)];
      value = value * 32 + (sign & 31);
      if (sign < 32) {
        all.push(value);
        value = 0;
      }
    }
    return all;
  }

  // The pages of a term or a concept with the level of each: [page, level, page, level ...].
  function posts(key, text) {
    if (index.cache[key]) return index.cache[key];
    var all = [];
    for (var i = 0, page = 0, value = 0, level = 0; i < text.length; i += 1) {
      var sign = VALUES[text.charCodeAt(i)];
      if (sign > 63) {
        level = sign - 64;
        page = 0;
      } else {
        value = value * 32 + (sign & 31);
        if (sign < 32) {
          page += value;
          all.push(page, level);
          value = 0;
        }
      }
    }
    index.cache[key] = all;
    return all;
  }

  function postsOf(term) {
    return posts(term, index.posts[term].split('~')[0]);
  }

  // The phrases that begin with a term. In its first number each has a concept and which of three kinds it is: words
  // of pages, words that people type, and sentences, whose small words and order matter.
  function phrasesOf(term) {
    if (!index.phrases[term]) {
      index.phrases[term] = (index.posts[term] || '').split('~').slice(1).map(function (written) {
        var terms = numbers(written);
        var kind = terms[0] % 3;
        var concept = (terms[0] - kind) / 3;
        terms[0] = +term;
        var fit = kind === 2 ? 1.5 : terms.length > 1 ? 1.3 : kind ? 0.75 : 0.85;
        return { terms: terms, concept: concept, fit: fit, sentence: kind === 2 };
      });
    }
    return index.phrases[term];
  }

  // The word that a stem stands for.
  function wordOf(term) {
    var end = index.ends[term];
    var cut = /^-*/.exec(end)[0].length;
    return index.terms[term].slice(0, index.terms[term].length - cut) + end.slice(cut);
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

