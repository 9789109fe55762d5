//! What a build did to the output folder.

/// How many files were written, left alone and removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Summary {
    /// Files that are new or have other bytes than before.
    pub written: usize,
    /// Files that had the right bytes already and were not touched.
    pub unchanged: usize,
    /// Files of an earlier build that this one does not have.
    pub removed: usize,
}
