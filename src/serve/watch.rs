//! Noticing that files have changed.

mod change;
mod pace;
mod root;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};
use std::{io, mem};

use notify::{Config, Event, RecommendedWatcher, Watcher};

use super::Preview;
use change::{Change, matters};
use root::Roots;

/// How often to make sure that the watched folders are still the same ones.
const INSPECTION: Duration = Duration::from_secs(1);

/// Watches the content on a thread of its own until it is dropped.
#[derive(Debug)]
pub(super) struct Watch {
    messages: Sender<Message>,
}

#[derive(Debug)]
enum Message {
    Event(notify::Result<Event>),
    Stop,
}

impl Watch {
    /// Begins to watch. After each change the preview is refreshed and `announce` is told the number it returns.
    ///
    /// Where the system cannot watch at all, or not so many folders, everything is looked at once a second.
    pub(super) fn start(preview: Arc<dyn Preview>, announce: impl Fn(u64) + Send + 'static) -> io::Result<Watch> {
        let (messages, inbox) = channel();
        let to_inbox = messages.clone();
        let watching = move || {
            let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
                // Reading a file is an event too. Dropped here, thousands of them cost next to nothing.
                if event.as_ref().map_or(true, matters) {
                    // Nobody receives any more once the preview has ended.
                    to_inbox.send(Message::Event(event)).ok();
                }
            });
            let watching = Watching {
                is_blind: watcher.is_err(),
                watcher: watcher.ok(),
                roots: Roots::default(),
                preview,
                announce: Box::new(announce),
            };
            watching.run(&inbox);
        };
        thread::Builder::new().name("preview watcher".to_owned()).spawn(watching)?;
        Ok(Watch { messages })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // It may have ended already.
        self.messages.send(Message::Stop).ok();
    }
}

struct Watching {
    watcher: Option<RecommendedWatcher>,
    roots: Roots,
    preview: Arc<dyn Preview>,
    announce: Box<dyn Fn(u64) + Send>,
    /// Whether changes happen that nobody tells about.
    is_blind: bool,
}

impl Watching {
    fn run(mut self, inbox: &Receiver<Message>) {
        self.inspect(&[]);
        // What changed between the preview's first reading and this moment has made no event.
        self.refresh(None);
        loop {
            let mut change = Change::default();
            match inbox.recv_timeout(INSPECTION) {
                Ok(Message::Event(event)) => change.take(event, &self.roots),
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => {}
            }
            let has_begun = !change.is_empty();
            if has_begun && !gather(&mut change, inbox, &self.roots) {
                return;
            }
            self.is_blind |= mem::take(&mut change.is_blind);
            change.is_everything |= self.inspect(&change.replaced_roots) || (self.is_blind && !has_begun);
            if change.is_everything {
                self.let_watcher_catch_up();
                self.refresh(None);
            } else if !change.paths.is_empty() {
                let paths: Vec<_> = change.paths.into_iter().collect();
                self.refresh(Some(&paths));
            }
        }
    }

    /// Watches the folders that are new, or new under an old name; tells whether there were any.
    fn inspect(&mut self, replaced: &[PathBuf]) -> bool {
        let Some(watcher) = &mut self.watcher else {
            return false;
        };
        let inspected = self.roots.inspect(self.preview.watched(), replaced, watcher);
        self.is_blind |= inspected.is_err();
        inspected.unwrap_or(false)
    }

    /// Waits until the folders of the events so far are all watched.
    ///
    /// The watcher adds a new folder after it has told about it, and whoever looks in between can miss a file for good.
    /// It handles its messages in order, so that the answer to any message means that it is done.
    fn let_watcher_catch_up(&mut self) {
        if let Some(watcher) = &mut self.watcher {
            // The answer says that nothing was configured, which is what was asked for.
            watcher.configure(Config::default()).ok();
        }
    }

    fn refresh(&self, changed: Option<&[PathBuf]>) {
        // A panic over one change must not make the preview blind to the next.
        let generation = catch_unwind(AssertUnwindSafe(|| self.preview.refresh(changed)));
        if let Ok(generation) = generation {
            (self.announce)(generation);
        }
    }
}

/// Takes in what else changes until it is quiet, or has gone on for long; `false` if the preview has ended.
fn gather(change: &mut Change, inbox: &Receiver<Message>, roots: &Roots) -> bool {
    let begun = Instant::now();
    loop {
        match inbox.recv_timeout(change.pace.quiet()) {
            Ok(Message::Event(event)) => change.take(event, roots),
            Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return false,
            Err(RecvTimeoutError::Timeout) => return true,
        }
        if begun.elapsed() > change.pace.patience() {
            return true;
        }
    }
}
