//! What a site tells besides its services, plans and courses: pages, updates, measured series.

use std::fmt::Write;
use std::io;

use super::prose::{capitalised, word};
use super::random::Random;
use super::{Folder, Size, plans, services};

pub(super) const INDICATORS: usize = 12;

const UPDATE_KINDS: [&str; 4] = ["news", "case-study", "good-practice", "report"];

pub(super) fn indicator_id(number: usize) -> String {
    format!("{}-count", word(number * 17 + 1))
}

pub(super) fn write(content: &Folder, size: Size) -> io::Result<()> {
    content.write("pages/get-help.md", &page("Get help", 0, size))?;
    content.write("pages/about.md", &page("About the partnership", 1, size))?;
    for number in 0..10 + size.services / 50 {
        let word = word(number * 19 + 3);
        let title = format!("{} guidance", capitalised(&word));
        let path = format!("pages/guidance/{word}.md");
        content.write(&path, &page(&title, number + 2, size))?;
    }
    for number in 0..10 + size.services / 25 {
        content.write(&format!("updates/update-{number:04}.md"), &update(number))?;
    }
    for number in 0..INDICATORS {
        let path = format!("indicators/{}.yaml", indicator_id(number));
        content.write(&path, &indicator(number, size))?;
    }
    Ok(())
}

fn page(title: &str, number: usize, size: Size) -> String {
    let mut random = Random::new(40, number);
    let service = services::id(random.below(size.services));
    // Links are written from the site's root: guidance stands one folder deeper than the rest.
    format!(
        "---\ntitle: {title}\nsummary: {}.\n---\n\n{}\n\n## {}\n\n{}\n\n[{}](/services/{service}/)\n\n## {}\n\n{}\n{}\n",
        random.phrase(9),
        random.paragraph(4),
        random.phrase(3),
        random.paragraph(5),
        random.phrase(3),
        random.phrase(3),
        random.items("-", 5),
        random.paragraph(5),
    )
}

fn update(number: usize) -> String {
    let mut random = Random::new(41, number);
    format!(
        "---\ntitle: {}\ndate: {}-{:02}-{:02}\nsummary: {}.\nkind: {}\n---\n\n{}\n\n## {}\n\n{}\n",
        random.phrase(6),
        2024 + number % 3,
        1 + random.below(10),
        1 + random.below(28),
        random.phrase(9),
        UPDATE_KINDS[number % UPDATE_KINDS.len()],
        random.paragraph(5),
        random.phrase(3),
        random.paragraph(5),
    )
}

fn indicator(number: usize, size: Size) -> String {
    let mut random = Random::new(42, number);
    let mut text = format!(
        "title: {}\nunit: people\ndescription: {}\nsource: {}\nbetter: {}\nplan: {}\npoints:\n",
        random.phrase(5),
        random.paragraph(2),
        random.phrase(4),
        if number.is_multiple_of(2) { "up" } else { "down" },
        plans::id(number % plans::count(size)),
    );
    for quarter in 0..10 {
        let _ = writeln!(
            text,
            "  - {{period: {}-Q{}, value: {}}}",
            2024 + quarter / 4,
            1 + quarter % 4,
            50 + random.below(300),
        );
    }
    text.push_str("target: {value: 400, by: 2028-03}\n");
    text
}
