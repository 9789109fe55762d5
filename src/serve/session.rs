//! What the threads of a running preview share.

use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use super::Preview;
use super::hosts::Hosts;
use super::news::{Moment, News};
use super::problem::{Problem, Severity};

/// A running preview.
pub(super) struct Session {
    pub(super) preview: Arc<dyn Preview>,
    pub(super) hosts: Hosts,
    pub(super) news: News,
    pub(super) listeners: Arc<AtomicUsize>,
}

impl Session {
    pub(super) fn new(preview: Arc<dyn Preview>, hosts: Hosts) -> Session {
        Session { preview, hosts, news: News::new(), listeners: Arc::default() }
    }

    /// Tells the browsers about a refresh. While there are errors, the pages stay those of the last good content.
    pub(super) fn announce(&self, generation: u64) {
        let known = self.news.now();
        if generation != known.generation {
            let page = if has_errors(&self.preview.problems()) { known.page } else { generation };
            self.news.tell(Moment { generation, page });
        }
    }
}

/// Whether any of the problems keeps the site from being published.
pub(super) fn has_errors(problems: &[Problem]) -> bool {
    problems.iter().any(|problem| problem.severity == Severity::Error)
}
