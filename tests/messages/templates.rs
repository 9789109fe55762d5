//! What is wrong with a site's own templates.

use super::told;
use crate::support::site::TestSite;

#[test]
fn a_template_that_cannot_be_read_is_told_where() {
    insta::assert_snapshot!(told("templates/page.html", "<h1>{{ page.title }}</h1>\n{% if view.body %}\n<p>\n"), @r"
    error[template/render]: a part that begins here is not closed: `{% endif %}`, `{% endblock %}` or the like is missing
     --> templates/page.html:2:19
      |
    2 | {% if view.body %}
      |                   ^
      = help: see `docs/templates.md` for what each page is given, or delete the file to have the built-in one back

    1 error
    ");
}

#[test]
fn a_field_that_pages_do_not_have_is_told_where_it_is_used() {
    insta::assert_snapshot!(told("templates/page.html", "<h1>{{ page.title }}</h1>\n<p>{{ view.colour }}</p>\n"), @r"
    error[template/render]: field `colour` is not defined. Available fields: body, campaign, contents, date, documents, for_professionals, form, kind, related, siblings, summary, versions, words
     --> templates/page.html:2:12
      |
    2 | <p>{{ view.colour }}</p>
      |            ^^^^^^
      = help: see `docs/templates.md` for what each page is given, or delete the file to have the built-in one back

    1 error
    ");
}

#[test]
fn a_template_that_extends_what_is_not_there_is_told() {
    insta::assert_snapshot!(told("templates/page.html", "{% extends \"bse.html\" %}\n"), @r"
    error[template/render]: it extends `bse.html`, and there is no such template
     --> templates/page.html:1:1
      = help: see `docs/templates.md` for what each page is given, or delete the file to have the built-in one back

    1 error
    ");
}

#[test]
fn a_template_that_extends_itself_is_told() {
    insta::assert_snapshot!(told("templates/page.html", "{% extends \"page.html\" %}\n"), @r"
    error[template/render]: it extends itself, perhaps through others
     --> templates/page.html:1:1
      = help: to build on the built-in template of the same name, write `builtin/` before it

    1 error
    ");
}

#[test]
fn a_template_may_extend_the_built_in_one_of_its_name() {
    assert_eq!(told("templates/page.html", "{% extends \"builtin/page.html\" %}\n"), "");
}

#[test]
fn a_fault_in_one_template_is_told_once_for_all_its_pages() {
    let faulty = "<p>{{ view.colour }}</p>\n";
    let told = told("templates/page.html", faulty);
    assert_eq!(told.matches("error[").count(), 1, "{told}");
}

#[test]
fn a_template_that_no_page_uses() {
    let text = "<p>Hello</p>\n";
    insta::assert_snapshot!(told("templates/our-page.html", text), @r"
    warning[template/name]: `templates/our-page.html` is not used: it replaces no built-in file, and no other file refers to it
     --> templates/our-page.html:1:1
      = help: give it the name of the file that it should replace (`docs/templates.md` lists them), or delete it

    1 warning
    ");
    let site = TestSite::new()
        .with("templates/our-page.html", text)
        .with("templates/page.html", "{% include \"our-page.html\" %}\n");
    assert_eq!(site.messages(), "");
}
