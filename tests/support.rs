//! What the tests share: sites to run the program on, a preview at work, a browser of few words.

pub(crate) mod example;
pub(crate) mod generate;
pub(crate) mod http;
pub(crate) mod preview;
pub(crate) mod site;
