//! All addresses of the site, each asked once.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use jiff::Timestamp;

use super::answer::Answer;
use super::ask::Asker;
use super::memory::Memory;
use crate::diagnostic::Diagnostic;
use crate::site::OutwardLink;

/// How many hosts are asked at once.
const AT_ONCE: usize = 12;

/// The pause between two requests to one host.
const PAUSE: Duration = Duration::from_millis(200);

/// What is to be asked.
pub(crate) struct Round {
    links: Vec<OutwardLink>,
    /// The addresses that nothing is known of, by host.
    hosts: BTreeMap<String, Vec<String>>,
    known: usize,
    reserved: usize,
}

impl Round {
    /// The addresses of links that have to be asked for.
    #[must_use]
    pub(crate) fn of(mut links: Vec<OutwardLink>, memory: &Memory) -> Self {
        let all = links.len();
        links.retain(|link| !is_reserved(link.address.host()));
        let reserved = all - links.len();
        let mut hosts: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut addresses: Vec<(String, String)> =
            links.iter().map(|link| (asked_as(link), link.address.origin())).collect();
        addresses.sort();
        addresses.dedup();
        let known = addresses.iter().filter(|(address, _)| memory.of(address).is_some()).count();
        for (address, host) in addresses.into_iter().filter(|(address, _)| memory.of(address).is_none()) {
            hosts.entry(host).or_default().push(address);
        }
        Self { links, hosts, known, reserved }
    }

    /// What is about to be done, in words.
    #[must_use]
    pub(crate) fn summary(&self) -> String {
        let count = |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
        let asked = count(self.hosts.values().map(Vec::len).sum(), "address", "addresses");
        let known = match self.known {
            0 => String::new(),
            known => format!("; {known} checked in the last day"),
        };
        let reserved = match self.reserved {
            0 => String::new(),
            links => format!("; {} to example names skipped", count(links, "link", "links")),
        };
        let hosts = count(self.hosts.len(), "other website", "other websites");
        format!("checking {asked} on {hosts}{known}{reserved}")
    }

    /// Asks, and tells what is wrong with each link, in the order of the links.
    #[must_use]
    pub(crate) fn run(self, memory: &mut Memory, now: Timestamp) -> Vec<Diagnostic> {
        let waiting: Mutex<VecDeque<Vec<String>>> = Mutex::new(self.hosts.into_values().collect());
        let found: Mutex<BTreeMap<String, Answer>> = Mutex::default();
        let asker = Asker::new();
        thread::scope(|scope| {
            for _ in 0..AT_ONCE {
                scope.spawn(|| {
                    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
                    while let Some(addresses) = next() {
                        let answers = of_host(&asker, addresses);
                        found.lock().unwrap_or_else(PoisonError::into_inner).extend(answers);
                    }
                });
            }
        });
        let found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
        let told = self.links.iter().filter_map(|link| {
            let address = asked_as(link);
            found.get(&address).or_else(|| memory.of(&address)).and_then(|answer| answer.told(link))
        });
        let told = told.collect();
        for (address, answer) in found {
            memory.keep(address, answer, now);
        }
        told
    }
}

/// The addresses of one host, one after another. From one that is not there at all, nothing more is asked.
fn of_host(asker: &Asker, addresses: Vec<String>) -> Vec<(String, Answer)> {
    let mut answers: Vec<(String, Answer)> = Vec::new();
    for (number, address) in addresses.into_iter().enumerate() {
        if let Some((_, silent @ Answer::Silent(_))) = answers.last() {
            let silent = silent.clone();
            answers.push((address, silent));
            continue;
        }
        if number > 0 {
            thread::sleep(PAUSE);
        }
        let answer = asker.ask(&address);
        answers.push((address, answer));
    }
    answers
}

/// The address without the part of the page that is meant, which no host is told.
fn asked_as(link: &OutwardLink) -> String {
    let address = link.address.to_string();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Whether a host's name is kept for examples and tests, where nobody answers (RFC 2606 and RFC 6761).
fn is_reserved(host: &str) -> bool {
    let ends = |name: &str| host == name || host.strip_suffix(name).is_some_and(|rest| rest.ends_with('.'));
    ["example", "example.com", "example.net", "example.org", "test", "invalid"].iter().any(|name| ends(name))
}
