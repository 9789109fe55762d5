//! `fingerpost import plan`: a table goes in, a plan comes out that passes the check, and nothing is lost on the way.

#[path = "import/canary.rs"]
mod canary;
#[path = "import/hidden.rs"]
mod hidden;
#[path = "import/hidden_round_trip.rs"]
mod hidden_round_trip;
#[path = "import/hidden_words.rs"]
mod hidden_words;
#[path = "import/levels.rs"]
mod levels;
#[path = "import/private_headings.rs"]
mod private_headings;
#[path = "import/progress.rs"]
mod progress;
#[path = "import/real_plans.rs"]
mod real_plans;
#[path = "import/round_trip.rs"]
mod round_trip;
#[path = "import/shapes.rs"]
mod shapes;
#[path = "support/site.rs"]
mod site;
#[path = "import/spreadsheets.rs"]
mod spreadsheets;
#[path = "import/struck.rs"]
mod struck;
#[path = "import/support.rs"]
mod support;
#[path = "import/word.rs"]
mod word;
