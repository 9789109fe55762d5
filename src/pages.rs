//! The pages that are made from records, beside those of each record and the lists of `kinds`: a line each.
//!
//! A line here, a view and a template make a page. Only a page that there can be several of needs a line in
//! `site::claims` as well, which says how many there are, and where.

/// Hands the pages to a macro, a group of tokens for each, and after them the kinds of content:
///
/// `[{ "what it is" Route(numbers) [view] ["template"] at "address" if condition } ...]`
///
/// - the [`Route`](crate::site::Route), with the numbers that tell one page from others of its kind;
/// - the function that makes it, as `render::view` sees it;
/// - its template, unless another page has it too;
/// - of a page that there is one of, its address and whether a site has it.
macro_rules! pages {
    ($with:ident) => {
        $crate::kinds::kinds! { $with [
            { "The first page." Home [home::page] ["home.html"] at "" if |_| true }
            { "The services for an audience." ServicesFor(term: usize) [directory::for_audience] ["facet.html"] }
            { "The services for a need." ServicesNeed(term: usize) [directory::for_need] [] }
            { "The services of an area." ServicesArea(term: usize) [directory::in_area] [] }
            { "The services that can be reached in a way." ServicesContact(way: ContactWay) [directory::contact] [] }
            { "The services that work in a language." ServicesLanguage(language: usize) [directory::in_language] [] }
            { "The services by name." ServicesAToZ [directory::a_to_z] ["a-z.html"] at "services/a-z/" if |_| true }
            { "The handbook for professionals." Handbook [handbook::index] ["handbook.html"]
                at "services/handbook/" if |site| !site.services.is_empty() }
            { "The services of the handbook for a need." HandbookNeed(need: usize) [handbook::need]
                ["handbook-need.html"] }
            { "The whole handbook, to be printed." HandbookToPrint [handbook::to_print] ["handbook-to-print.html"]
                at "services/handbook-to-print/" if |site| is_in_one_piece(&site.services) }
            { "Who is served by how many services." Coverage [coverage::page] ["coverage.html"]
                at "services/coverage/" if |site| !site.services.is_empty() }
            { "What other programs and people can take away." Data [data::page] ["data.html"]
                at "data/" if |site| !site.services.is_empty() || has_sessions(site) || !site.plans.is_empty() }
            { "A section of a plan." Section(plan: usize, section: usize) [plan::section] ["section.html"] }
            { "An action of a plan, counted through the plan." Action(plan: usize, action: usize) [plan::action]
                ["action.html"] }
            { "What changed in a plan." Changes(plan: usize) [plan::changes] ["changes.html"] }
            { "What a board must look at in a plan." Exceptions(plan: usize) [plan::exceptions] ["exceptions.html"] }
            { "Who leads what in a plan." Leads(plan: usize) [plan::leads] ["leads.html"] }
            { "What one lead of a plan holds." Lead(plan: usize, lead: usize) [plan::lead] ["lead.html"] }
            { "The actions of a plan by their dates." Timeline(plan: usize) [plan::timeline] ["timeline.html"] }
            { "A plan as a paper for a board, to be printed." BoardPaper(plan: usize) [plan::board_paper]
                ["board-paper.html"] }
            { "A plan in one piece, to be printed on wide paper." WholePlan(plan: usize) [plan::whole]
                ["whole-plan.html"] }
            { "What became of the promises that the plan before a plan did not keep." ThenAndNow(plan: usize)
                [plan::then_and_now] ["then-and-now.html"] }
            { "A session of a course." Session(course: usize, session: usize) [session::page] ["session.html"] }
            { "The courses of a level." Level(level: usize) [level::page] ["level.html"] }
            { "How to have the training calendar in one's own." Subscribe [subscribe::page] ["subscribe.html"]
                at "training/subscribe/" if |site| site.courses.iter().any(CourseCalendar::has_dates) }
            { "A month of the training calendar, counted among those that have sessions." TrainingMonth(month: usize)
                [month::page] ["training-month.html"] }
            { "Which training people need." Pathway [pathway::page] ["pathway.html"]
                at "training/pathway/" if |site| !site.courses.is_empty() }
            { "The training that people of an audience need." TrainingFor(audience: usize) [pathway::role]
                ["training-for.html"] }
            { "The quarters with sessions, each with its programme." Programmes [programme::list] ["programmes.html"]
                at "training/programme/" if |site| !site.courses.programmes.is_empty() }
            { "The programme of a quarter, to be printed." Programme(number: usize) [programme::programme]
                ["programme.html"] }
            { "The search page." Search [reference::search] ["search.html"] at "search/" if |_| true }
            { "The glossary." Glossary [reference::glossary] ["glossary.html"]
                at "glossary/" if |site| !site.glossary.is_empty() }
            { "Boards and groups." Governance [governance::page] ["governance.html"]
                at "governance/" if |site| !site.governance.is_empty() }
            { "The accessibility statement." Accessibility [accessibility::page] ["accessibility.html"]
                at "accessibility/" if |_| true }
            { "What is shown where nothing is." NotFound [reference::not_found] ["404.html"] at "404.html" if |_| true }
            { "A page that leads on from an old address." Redirect(number: usize) [reference::redirect]
                ["redirect.html"] }
        ] }
    };
}
pub(crate) use pages;
