//! What a name can be the name of.

/// What a name can be the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    /// An area of the vocabulary.
    Area,
    /// An area of the vocabulary, or any other place by its name.
    Place,
    /// People, as the vocabulary lists them.
    Audience,
    /// A kind of help of the vocabulary.
    Need,
    /// A level of training of the vocabulary.
    Level,
    /// A partner, by its id.
    Organisation,
    /// A partner by its id, or a name.
    Partner,
    /// A service, by the name of its file.
    Service,
    /// A helpline: the same, where people often write a name or a number.
    Helpline,
    /// A course, by the name of its file.
    Course,
    /// A plan, by the name of its file.
    Plan,
    /// An indicator, by the name of its file.
    Indicator,
    /// A board or group, by its id.
    Group,
    /// A file of this site, by its path below `content/`.
    File,
    /// Whatever belongs with a record: an action, a service, a course, a plan.
    Related,
    /// Nothing else: the id that others know this by.
    Own,
}
