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

