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

