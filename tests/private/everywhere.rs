//! `private:` in every record, and in every map that a record has.

use fingerpost::{
    Occasion, Reader, Source, Sources,
    print::{self, Placed},
    resolve,
};

use super::{SECRET, assert_built_without, assert_unspoken_by_check};
use crate::support::site::TestSite;

/// A file of each kind. `%` stands for a private map in a group of its own lines, `&` for one in braces.
const FILES: &[(&str, &str)] = &[
    (
        "content/site.yaml",
        "\
name: Marlsea Partnership
base_url: https://www.example.org/
description: Help in Marlsea.
%
contact: {organisation: marlsea-council, email: partnership@example.org, &}
emergency:
  call: \"999\"
  text: On a mobile, call 999 and listen. When asked, press 55. It does not give your location.
  %
helplines: [helpline]
brand: {&, colour: \"#1d5c63\"}
navigation:
  - {title: Services, link: /services/, &}
accessibility:
  status: fully
  %
  prepared: 2026-09-14
",
    ),
    (
        "content/vocabulary.yaml",
        "\
%
areas: [{id: north, name: North, &}]
audiences:
  - id: everyone
    %
    name: Everyone
needs: [{id: talk, name: Someone to talk to, &}]
levels: [{&, id: awareness, name: Awareness}]
",
    ),
    (
        "content/organisations.yaml",
        "- id: marlsea-council\n  %\n  name: Marlsea Council\n- {id: harbour, &, name: Harbour}\n",
    ),
    ("content/glossary.yaml", "- term: Refuge\n  %\n  meaning: A safe place.\n"),
    ("content/redirects.yaml", "%\n/old/: /services/\n"),
    (
        "content/governance.yaml",
        "\
- id: board
  title: Board
  %
  documents:
    - {title: Terms, url: https://example.org/terms.pdf, &}
",
    ),
    (
        "content/plans/strategy.yaml",
        "\
title: Our plan
%
period: {from: 2026-04, to: 2029-03, &}
labels: {section: Outcome, &}
rating_guide: {scheme: brag, &}
sections:
  - title: Early help
    %
    lead: {organisation: marlsea-council, person: Zebrafinch One, &}
    objectives:
      - title: Help comes early
        %
        lead:
          - role: Chair
            person: Zebrafinch Two
            %
        actions:
          - ref: 1.1
            title: Open a helpline
            %
            leads:
              - marlsea-council
              - {person: Zebrafinch Three, role: Manager, for: the calls, &}
            how:
              - title: Agree the contract
                %
                leads: [{role: Buyer, person: Zebrafinch Four}]
                timescale: {by: May 2026, &}
            milestones: [{title: Signed, done: 2026-05-01, &}]
            measures: [{title: Calls, indicator: calls, &}]
            timescale:
              by: 2027-03
              %
            updates:
              - date: 2026-07-01
                %
                status: on-track
              - {date: 2026-08-01, status: complete, text: Done., &}
documents: [{title: Strategy, url: https://example.org/s.pdf, &}]
risks:
  - risk: Funding ends
    %
    lead: {role: Treasurer, person: Zebrafinch Five}
",
    ),
    (
        "content/services/helpline.md",
        "\
---
title: Helpline
summary: Talk to someone.
organisation: marlsea-council
%
needs: [talk]
audiences: [everyone]
phone:
  - number: 01632 960123
    %
    hours: {text: day and night, &}
referral: {self: true, &}
location:
  confidential: true
  %
ages: {from: 16, &}
reviewed: 2026-11-01
---
We listen.
",
    ),
    (
        "content/training/first-steps.yaml",
        "\
title: First steps
summary: What to say.
level: awareness
audiences: [everyone]
reviewed: 2026-11-01
%
booking: {email: training@example.org, &}
sessions:
  - date: 2026-12-03
    start: \"09:30\"
    %
    end: \"12:30\"
    venue: {name: Town Hall, &}
    online: {platform: Teams, &}
  - {every: week, on: tuesday, from: 2027-01-05, until: 2027-02-02, start: \"09:30\", end: \"12:30\", venue: {name: Library}, &}
",
    ),
    (
        "content/indicators/calls.yaml",
        "\
title: Calls
source: The helpline
%
points:
  - {period: 2026-Q2, value: 12, &}
  - period: 2026-Q3
    %
    value: 15
target: {value: 20, &}
",
    ),
    ("content/networks/champions.yaml", "title: Champions\n%\nentries:\n  - name: Library\n    %\n    area: north\n"),
    ("content/updates/2026-11-news.md", "---\ntitle: News\ndate: 2026-11-01\n%\nsummary: What is new.\n---\nWords.\n"),
    ("content/pages/about.md", "---\ntitle: About us\n%\norder: 2\n---\nWords.\n"),
    ("content/leaflets/help.yaml", "title: Help\n%\nservices: {needs: [talk], &}\nintro: Help is near.\n"),
];

/// The text with its private maps written out.
fn written_out(text: &str) -> String {
    let braces = format!("private: {{note: {SECRET} in braces, more: [{SECRET}]}}");
    let mut out = String::new();
    for line in text.lines() {
        let indent = &line[..line.len() - line.trim_start().len()];
        if line.trim() == "%" {
            for private in ["private:", "  address: 1 % Street", "  notes:", "    - Ring % first", "    - {of: %}"] {
                out.extend([indent, &private.replace('%', SECRET), "\n"]);
            }
        } else {
            out.extend([&line.replace('&', &braces), "\n"]);
        }
    }
    out
}

fn sources() -> Vec<(&'static str, String)> {
    FILES.iter().map(|&(path, text)| (path, written_out(text))).collect()
}

#[test]
fn it_is_allowed_everywhere_and_gets_nowhere() {
    let site = sources().into_iter().fold(TestSite::empty(), |site, (path, text)| site.with(path, text));
    assert_eq!(site.check().err, "");
    assert_built_without(&site);
}

#[test]
fn no_later_stage_has_a_place_to_keep_it() {
    let files = sources();
    let read = files.iter().map(|(path, text)| Source::new(path, text.as_bytes()));
    let content = Reader::default().read(&Sources::from_files(read));
    assert!(!format!("{content:?}").contains(SECRET), "the content holds it");
    let today = "2026-11-22".parse().expect("it is a day");
    let (resolved, problems) = resolve(&content, Occasion { today, drafts: true }, None);
    assert_eq!(problems, []);
    assert!(!format!("{resolved:?}").contains(SECRET), "the site holds it");
    // The look can find something: what is not private is there.
    assert!(format!("{resolved:?}").contains("Open a helpline"));
}

#[test]
fn what_an_import_says_does_not_hold_it() {
    let site = sources().into_iter().fold(TestSite::empty(), |site, (path, text)| site.with(path, text));
    let table = site.raw("export", &["plan", "--format", "csv"]).stdout;
    let table = String::from_utf8(table).expect("it is UTF-8").replace("Open a helpline", "Open two helplines");
    let site = site.with("edited.csv", table);
    let run = site.run_plain(&["import", "plan", "edited.csv", "--out", "content/plans/strategy.yaml"]);
    assert!(!run.err.contains(SECRET) && !run.out.contains(SECRET), "{run:?}");
}

#[test]
fn a_persons_name_is_published_only_where_the_plan_says_so() {
    let site = sources().into_iter().fold(TestSite::empty(), |site, (path, text)| site.with(path, text)).built();
    let plan = site.read("content/plans/strategy.yaml");
    let site = site.with("content/plans/strategy.yaml", format!("publish_names: true\n{plan}")).built();
    let action = site.page("strategy/strategy/early-help/1-1/index.html");
    assert!(action.contains("Zebrafinch Three"), "{action}");
    assert!(!action.contains("Street") && !action.contains("in braces"), "{action}");
}

#[test]
fn no_slip_on_any_line_makes_a_message_speak_of_it() {
    let sources = sources();
    let mut reader = Reader::default();
    for (number, (path, text)) in sources.iter().enumerate() {
        let lines: Vec<&str> = text.lines().collect();
        for at in 0..lines.len() {
            for slip in slips(lines[at]) {
                let mut broken = lines.clone();
                broken[at] = &slip;
                let broken = broken.join("\n") + "\n";
                let told = told(&mut reader, &sources, number, &broken);
                assert!(!told.contains(SECRET), "`{slip}` in `{path}`:\n{told}");
            }
        }
    }
}

/// What can go wrong with one line. The secret and the word `private` stay what they are.
fn slips(line: &str) -> Vec<String> {
    let indent = &line[..line.len() - line.trim_start().len()];
    if line.trim() == "private:" {
        // What comes right behind it, and not as deep, would make the rest another field's.
        return vec![format!("{indent}unheard: of\n{line}"), format!("{indent}x: [\n{line}"), format!("{line}: x")];
    }
    let kept = |slip: String| if line.contains(SECRET) || line.contains("private") { line.to_owned() } else { slip };
    vec![
        format!("{line} ["),
        format!("{line} {{"),
        format!("{line} \""),
        format!("{line}: x: y"),
        format!("{line}\n{indent}unheard: of"),
        format!("{indent}unheard: of\n{line}"),
        format!("{indent}x: [\n{line}"),
        format!("{indent}x: \"\n{line}"),
        format!("{indent}x: '\n{line}"),
        format!("{indent}\tx: y\n{line}"),
        format!("{line}\n\t{indent}x: y"),
        format!("{line}\n{line}"),
        format!("{line}\n@"),
        format!("{line}\n---"),
        format!("{line}\n{indent}*unheard"),
        kept(String::new()),
        kept(format!("{indent}- {}", line.trim_start())),
        kept(format!("  {line}")),
        kept(line.replacen(':', "", 1)),
        kept(line.replacen(": ", ": \"", 1)),
        kept(line.replacen(": ", ": 'x", 1)),
        kept(line.replacen(": ", ": [", 1)),
        kept(line.replacen(": ", ": {", 1)),
        kept(line.replacen('}', "", 1)),
        kept(line.replacen("id", "ID", 1)),
    ]
}

/// What is told of the files, one of them with another text.
fn told(reader: &mut Reader, sources: &[(&'static str, String)], number: usize, text: &str) -> String {
    let text_of = |(at, (_, own)): (usize, &(&str, String))| if at == number { text.to_owned() } else { own.clone() };
    let texts: Vec<String> = sources.iter().enumerate().map(text_of).collect();
    let files = sources.iter().zip(&texts).map(|((path, _), text)| Source::new(path, text.as_bytes()));
    let sources = Sources::from_files(files);
    let content = reader.read(&sources);
    let today = "2026-11-22".parse().expect("it is a day");
    let (_, problems) = resolve(&content, Occasion { today, drafts: false }, None);
    let quoted = |path: &str| sources.get(path).map(Source::readable);
    problems.iter().map(|problem| print::text(&Placed::new(problem, quoted(&problem.path)))).collect()
}

#[test]
fn a_list_as_deep_as_its_own_name_is_private_too() {
    let text =
        format!("title: Champions\nprivate:\n- Ring {SECRET} first\n- [{SECRET}\nentries: [{{name: Library}}]\n");
    assert_unspoken_by_check(&TestSite::new().with("content/networks/a.yaml", text));
}

#[test]
fn a_slip_in_the_word_itself_does_not_show_what_stands_behind_it() {
    for word in ["privat", "Private", "pirvate"] {
        let text = format!("title: Champions\n{word}: Ring {SECRET} first\nentries: [{{name: Library}}]\n");
        let site = TestSite::new().with("content/networks/a.yaml", text);
        assert_unspoken_by_check(&site);
        assert!(site.messages().contains("did you mean `private`?"), "{}", site.messages());
    }
}

#[test]
fn a_quote_that_swallows_it_does_not_show_it() {
    let text = format!("title: Help\nsize: \"A4\nprivate: {{note: {SECRET}}}\nsubtitle: b\"\nservices: []\n");
    assert_unspoken_by_check(&TestSite::new().with("content/leaflets/a.yaml", text));
}
