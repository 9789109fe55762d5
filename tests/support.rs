//! What the tests share: sites to run the program on, the example site as it is built, a running preview, a small HTTP
//! client, documents.

pub(crate) mod document;
pub(crate) mod example;
pub(crate) mod generate;
pub(crate) mod http;
pub(crate) mod preview;
pub(crate) mod site;
