//! A browser that listens for news.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::news::{Moment, News};

/// How many browsers may listen at once: each costs a thread.
pub(super) const MOST: usize = 64;

/// How often a silent connection is tried, since only writing shows that nobody is there any more.
const PING: Duration = Duration::from_secs(15);

/// One of few places; free again when dropped.
#[derive(Debug)]
pub(super) struct Place {
    taken: Arc<AtomicUsize>,
}

impl Place {
    /// Takes a place, if one of `most` is free.
    pub(super) fn take(taken: &Arc<AtomicUsize>, most: usize) -> Option<Place> {
        let one_more = |count: usize| (count < most).then_some(count + 1);
        taken.fetch_update(Ordering::AcqRel, Ordering::Acquire, one_more).ok()?;
        Some(Place { taken: Arc::clone(taken) })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.taken.fetch_sub(1, Ordering::AcqRel);
    }
}

/// Sends server-sent events until the browser is gone; the error says how that was noticed.
pub(super) fn send_news(news: &News, to: &mut dyn Write) -> io::Error {
    let mut known = news.now();
    let mut text = format!("{HEAD}retry: 500\n\n{}", event(news, known));
    loop {
        if let Err(error) = to.write_all(text.as_bytes()).and_then(|()| to.flush()) {
            return error;
        }
        let moment = news.wait(known, PING);
        text = if moment == known { ": still here\n\n".to_owned() } else { event(news, moment) };
        known = moment;
    }
}

/// Writes the head of the endless reply to whoever asks for it alone.
pub(super) fn write_head(to: &mut dyn Write) -> io::Result<()> {
    to.write_all(HEAD.as_bytes())
}

const HEAD: &str = "HTTP/1.1 200 OK\r\n\
    Content-Type: text/event-stream\r\n\
    Cache-Control: no-store\r\n\
    Cross-Origin-Resource-Policy: same-origin\r\n\
    X-Content-Type-Options: nosniff\r\n\
    Connection: close\r\n\r\n";

fn event(news: &News, moment: Moment) -> String {
    let generation = news.stamp(moment.generation);
    let page = news.stamp(moment.page);
    format!("data: {{\"generation\":\"{generation}\",\"page\":\"{page}\"}}\n\n")
}

#[cfg(test)]
mod tests {
    use super::{MOST, Place};

    #[test]
    fn places_are_few_and_come_back() {
        let taken = std::sync::Arc::default();
        let mut places: Vec<Place> = (0..MOST).map(|_| Place::take(&taken, MOST).unwrap()).collect();
        assert!(Place::take(&taken, MOST).is_none());
        places.pop();
        assert!(Place::take(&taken, MOST).is_some());
    }
}
