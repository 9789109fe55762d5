/* Search inside the page.

   The index is one file, the same for every visitor, fetched once when the
   search box is first used: nobody who watches the line can tell what was
   looked for. The words stay in this page. They are not put into the
   address, the history, storage or any request, and they go when one leaves.

   A query is folded and stemmed as the build does it (search_index/words.rs),
   and each word is explained by the pages that have it, or by a concept of
   the glossary that it stands for. docs/search.md tells how pages are ranked.
   Stems by M. F. Porter, "An algorithm for suffix stripping", 1980. */
(function (window, document) {
  'use strict';

  var SHOWN = 20; // more than that nobody reads
  var BEST = 5; // shown before the groups
  var ONESELF = /^(i|im|ive|me|my|myself|he|hes|him|his|she|shes|her|we|us|our)$/;
  // Between a deed and a person these change who does it: "scared of my wife" is not "scared my wife".
  var TURNING = /^(of|by|from)$/;
  var SIGNS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';
  var LEVELS = '!#$%&()*+,./:;<';
  var WEIGHT_OF_GROUP = [1, 1, 0.95, 0.85, 0.75];
  // Someone who tells what happens to them wants a person to talk to before something to read, and no course or plan.
  var WEIGHT_FOR_ONESELF = [1, 1, 0.75, 0.5, 0.4];
  // Someone who worries about another is helped by what to read as well.
  var WEIGHT_FOR_FRIEND = [1, 1, 0.95, 0.5, 0.4];
  // A professional looks for a page, a course or an action rather than for a line to call.
  var WEIGHT_FOR_WORK = [0.85, 0.9, 1, 1, 1];
  // What a page for those who harm others is worth to someone who tells what happens to them, and one for friends to a
  // friend; and how much such a page is about that at least, beside the one that is most.
  var HARM_FOR_HARMED = { worth: 0.5, about: 0.7 };
  var FRIEND_FOR_FRIEND = { worth: 2, about: 1 };
  // What to do about a hurt that needs a doctor today comes before anyone to talk to.
  var URGENT_FIRST = { worth: 5, about: 1 };
  // Whose words a concept's are, as search_index.rs numbers them.
  var HELP = 1;
  var HARM = 2;
  var FRIEND = 3;
  var WORK = 4;
  var URGENT = 5;
  var CANDIDATES = 60; // pages whose titles are compared with the query
  var VALUES = new Uint8Array(128); // of each sign its value, of each level 64 and its number
  for (var code = 0; code < SIGNS.length; code += 1) VALUES[SIGNS.charCodeAt(code)] = code;
  for (code = 0; code < LEVELS.length; code += 1) VALUES[LEVELS.charCodeAt(code)] = 65 + code;

  var results = document.getElementById('search-results');
  var form = document.querySelector('main form[role="search"]');
  if (!results || !form) return;
  var box = form.querySelector('input[type="search"]');
  var status = document.getElementById('search-status');
  var calls = document.getElementById('search-help');
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

  // ----- What a word of the query means: [[term, how well it fits]] -----

  function meanings(word, last) {
    var found = [];
    var at = place(word.stem);
    var known = index.terms[at] === word.stem;
    if (known) found.push([at, 1]);
    if (last && word.text.length > 1) {
      var written = word.text.length > 3 ? word.text : word.stem;
      completions(word.text).forEach(function (term) {
        if (index.terms[term] === word.stem) return;
        found.push([term, known ? 0.25 : 0.5 + 0.4 * Math.min(1, written.length / wordOf(term).length)]);
      });
    }
    if (found.length) return found;
    found = slips(word);
    word.slip = found.length > 0;
    return found;
  }

  // The terms whose word goes on from what is typed. A stem may be shorter than that: "hous" for "housi".
  function completions(text) {
    var found = [];
    for (var at = place(text); at < index.terms.length && index.terms[at].indexOf(text) === 0; at += 1) found.push(at);
    for (var length = text.length - 1; length >= Math.max(3, text.length - 4); length -= 1) {
      var start = text.slice(0, length);
      for (at = place(start); at < index.terms.length && index.terms[at].indexOf(start) === 0; at += 1) {
        if (index.terms[at].length <= text.length && wordOf(at).indexOf(text) === 0) found.push(at);
      }
    }
    return found;
  }

  // The terms that a word was meant for, if it is none.
  function slips(word) {
    var text = word.text;
    if (/^[0-9]/.test(text) || text.length < 4) return [];
    var most = text.length < 8 ? 1 : 2;
    var own = [letters(word.stem), letters(text)];
    var nearest = [];
    if (!index.letters) {
      index.letters = index.terms.map(function (stemmed, term) { return [letters(stemmed), letters(wordOf(term))]; });
    }
    var least = most + 0.9;
    for (var term = 0; term < index.terms.length; term += 1) {
      var stemmed = index.terms[term];
      if (stemmed.length < 3 || stemmed.length > text.length + 2) continue;
      var apart = most + 1;
      if (alike(own[0], index.letters[term][0], most)) apart = distance(word.stem, stemmed, word.stem.length < 5 ? 1 : most);
      if (apart > 0 && index.ends[term] && alike(own[1], index.letters[term][1], most)) {
        apart = Math.min(apart, distance(text, wordOf(term), most));
      }
      if (apart > most) continue;
      if (stemmed.charAt(0) !== text.charAt(0)) apart += 0.5;
      if (apart < least) {
        least = apart;
        nearest = [];
      }
      if (apart === least && apart <= most + 0.5) nearest.push([term, apart > 1 ? 0.6 : 0.75]);
    }
    if (nearest.length) return nearest;
    // "stalkng": a good start and a bad ending.
    for (var length = text.length - 1; length >= Math.max(4, text.length - 4); length -= 1) {
      var at = place(text.slice(0, length));
      if (index.terms[at] === text.slice(0, length)) return [[at, 0.5]];
    }
    return [];
  }

  // Which letters a word has, a bit for each.
  function letters(word) {
    var bits = 0;
    for (var i = 0; i < word.length; i += 1) bits |= 1 << ((word.charCodeAt(i) - 97) & 31);
    return bits;
  }

  // Whether of two words each has at most some letters that the other has not: a quick look before the slow one.
  function alike(a, b, most) {
    return bits(a & ~b) <= most && bits(b & ~a) <= most;
  }

  function bits(number) {
    for (var count = 0; number; count += 1) number &= number - 1;
    return count;
  }

  // How many letters must be put in, taken out, changed or swapped with the next, at most `most` and one.
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    var before = [];
    var last = [];
    for (var j = 0; j <= b.length; j += 1) last.push(j);
    for (var i = 1; i <= a.length; i += 1) {
      var row = [i];
      var least = i;
      for (j = 1; j <= b.length; j += 1) {
        var same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
        var cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row.push(cost);
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  }

  // ----- Ranking -----

  function query(text) {
    var all = fold(text.replace(/\b([a-z])\.(?=[a-z]\b)/gi, '$1'));
    var words = all.filter(function (word) { return !isSmall(word); });
    var own = words.length ? words : all;
    var seen = {};
    return {
      all: all,
      digits: digits(text),
      words: own.map(function (word) {
        return { text: word, stem: words.length ? cut(word) : word };
      }).filter(function (word) {
        var again = seen[word.stem] === true;
        seen[word.stem] = true;
        return !again;
      }),
      small: !words.length
    };
  }

  // What is left of a word. Of another language than English the index tells that.
  function cut(word) {
    return index.english ? stem(word) : index.forms[word] || word;
  }

  function isSmall(word) {
    return index.small[word] || /^[a-z]$/.test(word);
  }

  // A telephone number as its digits, as it is dialled within the country.
  function digits(text) {
    var run = /\+?\d[\d\s().-]*\d/.exec(text);
    if (!run) return '';
    return run[0].replace(/[^\d+]/g, '').replace(/^(\+|00)44(0?)/, '0').replace(/^44(?=\d{10}$)/, '0');
  }

  function rarity(count) {
    return Math.log(1 + (index.docs.length - count + 0.5) / (count + 0.5));
  }

  // Raises what a word counts for on pages.
  function raise(scores, list, factor) {
    for (var p = 0; p < list.length; p += 2) {
      var score = factor * list[p + 1] / 10;
      var was = scores[list[p]];
      // The better of two reasons counts, and the other a little.
      scores[list[p]] = Math.max(score, was) + 0.2 * Math.min(score, was);
    }
  }

  // The pages for a query, best first, and what was understood.
  function find(text) {
    var asked = query(text);
    var meant = {}; // each term that the query means: the word's number and how well it fits
    var understood = { terms: meant, voices: {} };
    var perWord = asked.words.map(function (word, number) {
      var found = meanings(word, number === asked.words.length - 1);
      found.forEach(function (one) {
        if (!meant[one[0]] || meant[one[0]][1] < one[1]) meant[one[0]] = [number, one[1]];
      });
      return direct(found);
    });
    var sentence = asked.all.map(function (word) {
      var written = isSmall(word) ? word : cut(word);
      var at = place(written);
      var tells = ONESELF.test(word) || TURNING.test(word);
      return { term: index.terms[at] === written ? at : -1, empty: isSmall(word) && !tells };
    });
    concepts(meant, sentence, perWord, understood);
    var scores = together(perWord);
    understood.oneself = index.english && asked.all.some(function (word) { return ONESELF.test(word); });
    var weights = forWhomAsks(understood, scores);
    keepForHarm(asked, understood, scores);
    byNumber(asked.digits, scores);
    var pages = best(scores, weights);
    pages.forEach(function (page) { scores[page] *= title(page, asked, meant); });
    pages.sort(order);
    understood.corrected = asked.words.filter(function (word) { return word.slip; });
    understood.pages = pages.filter(function (page) { return scores[page] >= 0.1 * scores[pages[0]]; });
    return understood;

    function order(a, b) {
      return scores[b] - scores[a] || a - b;
    }
  }

  // The pages with the highest scores, best first. Sorting all of a large site would keep one waiting.
  function best(scores, weights) {
    var pages = [];
    scores.forEach(function (score, page) {
      if (!score) return;
      score = scores[page] *= weights[index.docs[page][3]];
      var at = pages.length;
      if (at === CANDIDATES && score <= scores[pages[at - 1]]) return;
      while (at && score > scores[pages[at - 1]]) at -= 1;
      pages.splice(at, 0, page);
      if (pages.length > CANDIDATES) pages.pop();
    });
    return pages;
  }

  // The pages that have a word.
  function direct(found) {
    var scores = new Float64Array(index.docs.length);
    var exact = found.length && found[0][1] === 1;
    var most = 0;
    found.forEach(function (one, at) {
      if (!exact || at) most = Math.max(most, postsOf(one[0]).length / 2);
    });
    found.forEach(function (one, at) {
      var list = postsOf(one[0]);
      var factor = one[1] * rarity(exact && !at ? list.length / 2 : most) / 10;
      for (var p = 0; p < list.length; p += 2) {
        var score = factor * list[p + 1];
        if (score > scores[list[p]]) scores[list[p]] = score;
      }
    });
    return scores;
  }

  // The pages that are about what the words stand for.
  function concepts(meant, sentence, perWord, understood) {
    var best = {}; // for each concept and word the best fit
    var begin = Object.keys(meant).concat(sentence.map(function (word) { return word.term; }));
    begin.forEach(function (first) {
      phrasesOf(first).forEach(function (phrase) {
        if (phrase.sentence ? !stands(phrase.terms, sentence) : !phrase.terms.every(isMeant)) return;
        var voice = index.concepts[phrase.concept][1];
        if (phrase.terms.length > 1 && voice && voice !== WORK) understood.story = true;
        var own = phrase.terms.filter(isMeant);
        var fit = own.reduce(function (least, term) { return Math.min(least, phrase.fit * meant[term][1]); }, phrase.fit);
        own.forEach(function (term) {
          var key = phrase.concept + ' ' + meant[term][0];
          best[key] = Math.max(best[key] || 0, fit);
        });
      });
    });
    Object.keys(best).forEach(function (key) {
      var number = +key.split(' ')[0];
      var concept = index.concepts[number];
      var list = posts('c' + number, concept[0]);
      raise(perWord[+key.split(' ')[1]], list, best[key] * rarity(list.length / 2));
      understood.voices[concept[1]] = true;
    });

    function isMeant(term) {
      return meant[term];
    }
  }

  // Whether some terms stand in a sentence in this order, with nothing between them but small words that tell of nobody:
  // "my son keeps hitting me" has "my son hits me".
  function stands(terms, sentence) {
    return sentence.some(function (_, from) {
      var i = 0;
      for (var at = from; at < sentence.length && i < terms.length; at += 1) {
        if (sentence[at].term === terms[i]) i += 1;
        else if (i === 0 || !sentence[at].empty) return false;
      }
      return i === terms.length;
    });
  }

  // A page with more of the words comes before one with fewer.
  function together(perWord) {
    return new Float64Array(index.docs.length).map(function (_, page) {
      var sum = 0;
      var hits = 0;
      for (var word = 0; word < perWord.length; word += 1) {
        if (!perWord[word][page]) continue;
        sum += perWord[word][page];
        hits += 1;
      }
      return sum * (0.4 + 0.6 * hits / (perWord.length || 1));
    });
  }

  function byNumber(number, scores) {
    if (number.length < 3) return;
    index.phones.forEach(function (phone) {
      var at = phone[0].indexOf(number);
      var same = phone[0] === number;
      if (!same && (at < 0 || number.length < 4 || (at > 0 && number.length < 6))) return;
      scores[phone[1]] += (same ? 1000 : at === 0 ? 300 : 100);
    });
  }

  // What a page's title says for it: best if it is the query, then if it begins with it or has it.
  function title(page, asked, meant) {
    var own = titleOf(page);
    var typed = asked.all.join(' ');
    var whole = own.join(' ');
    if (whole === typed) return 100;
    var words = own.filter(function (word) { return asked.small || !isSmall(word); });
    var found = words.filter(function (word) {
      var at = asked.small ? place(word) : termOf(word);
      return meant[at] && meant[at][1] > 0.4;
    }).length;
    var share = words.length ? found / words.length : 0;
    var covered = found / asked.words.length;
    var factor = 1 + 0.5 * share * Math.min(1, covered);
    if (share === 1 && covered >= 1) factor *= 4;
    if (whole.indexOf(typed) === 0) factor *= 2;
    else if ((' ' + whole).indexOf(' ' + typed) >= 0) factor *= 1.25;
    return factor;
  }

  // Someone who asks for help is helped by the helplines with anything; what is about the matter comes before them.
  function callFirst(scores, worth) {
    if (!scores.some(Boolean)) return;
    index.help.slice(0, 3).forEach(function (page, at) {
      scores[page] += worth * (1 - at / 10);
    });
  }

  // Gives what each group is worth to the person whose words they are, and changes what some pages are.
  function forWhomAsks(understood, scores) {
    var voices = understood.voices;
    var oneself = understood.oneself;
    var asks = voices[HELP] || voices[HARM] || voices[FRIEND] || voices[URGENT];
    var weights = WEIGHT_OF_GROUP;
    if (oneself && asks) weights = voices[FRIEND] ? WEIGHT_FOR_FRIEND : WEIGHT_FOR_ONESELF;
    else if (!oneself && voices[WORK]) weights = WEIGHT_FOR_WORK;
    if (oneself || understood.story) callFirst(scores, weights === WEIGHT_FOR_ONESELF ? 1.2 : 0.4);
    if (oneself && !voices[HARM]) weigh(scores, HARM, HARM_FOR_HARMED);
    if (voices[FRIEND]) weigh(scores, FRIEND, FRIEND_FOR_FRIEND);
    if (voices[URGENT]) weigh(scores, URGENT, URGENT_FIRST);
    understood.help = oneself || asks;
    return weights;
  }

  // A service for those who harm others is no answer to anyone else, unless it is asked for by its name: the words of the
  // query, one of them the title's first, stand in its title and in no other page's. Where the index does not know the
  // words of those who harm, it comes late.
  function keepForHarm(asked, understood, scores) {
    if (understood.voices[HARM]) return;
    var known = index.concepts.some(function (concept) { return concept[1] === HARM; });
    index.harm.forEach(function (page) {
      if (!understood.terms[termOf(titleOf(page)[0] || '')] || !isName(page) || index.docs.some(isOther)) {
        scores[page] *= known ? 0 : HARM_FOR_HARMED.worth;
      }
    });

    function isOther(doc, page) {
      return index.harm.indexOf(page) < 0 && isName(page);
    }

    function isName(page) {
      return asked.words.every(function (word, number) {
        return titleOf(page).some(function (own) {
          var meant = understood.terms[termOf(own)];
          return meant && meant[0] === number;
        });
      });
    }
  }

  function titleOf(page) {
    return index.titles[page] || (index.titles[page] = fold(index.docs[page][1]));
  }

  function weigh(scores, voice, weight) {
    index.concepts.forEach(function (concept, number) {
      if (concept[1] !== voice) return;
      var list = posts('c' + number, concept[0]);
      var most = 0;
      for (var p = 0; p < list.length; p += 2) most = Math.max(most, list[p + 1]);
      for (p = 0; p < list.length; p += 2) {
        if (list[p + 1] >= weight.about * most) scores[list[p]] *= weight.worth;
      }
    });
  }

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

  // ----- Words -----

  var LETTERS = { '\u0142': 'l', '\u0111': 'd', '\u00f8': 'o', '\u00df': 'ss', '\u00e6': 'ae', '\u0153': 'oe',
    '\u00fe': 'th', '\u0131': 'i', '\u00f0': 'd' };

  function fold(text) {
    var plain = text.toLowerCase().replace(/['&\u2018\u2019\u02bc]/g, '');
    if (plain.normalize) plain = plain.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    plain = plain.replace(/[\u00df-\u0153]/g, function (letter) { return LETTERS[letter] || letter; });
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
