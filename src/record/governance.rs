//! The boards and groups of a partnership.

use super::document::Document;
use super::reference::{Group as GroupName, Id, Partner, Ref};
use crate::model::prose::Prose;

record! {
    /// A board or group: one item of the list in `content/governance.yaml`.
    pub(crate) struct Group: "a group" => {
        /// The id by which other groups refer to this one.
        id: Id, example = "partnership-board";
        /// What the group is called.
        title: String, example = "Partnership Board";
        /// What sort of group it is.
        kind: GroupKind, default = "group", example = "board", label = "Kind of group";
        /// What the group is there for.
        remit: Option<Prose>, example = "Sets the strategy and checks that it is carried out.";
        /// The post that chairs it. No person's name is needed.
        chair: Option<String>, example = "Director of Public Health";
        /// Who is on it: partners' ids, or names of bodies.
        members: Vec<Ref<Partner>>, example = "[marlsea-council, marlsea-police]";
        /// The group to which it reports: its id.
        reports_to: Option<Ref<GroupName>>, example = "partnership-board";
        /// How often it meets.
        meets: Option<String>, example = "Every three months";
        /// Terms of reference, minutes and the like.
        documents: Vec<Document>, example = "[{title: Terms of reference, file: files/terms.pdf}]";
    }
}

choice! {
    /// What sort of group it is.
    pub(crate) enum GroupKind => {
        /// It decides.
        Board = "board", "Board";
        /// It works.
        Group = "group", "Group";
        /// It works until its task is done.
        TaskAndFinish = "task-and-finish", "Task and finish group";
        /// It brings people together.
        Forum = "forum", "Forum";
    }
}
