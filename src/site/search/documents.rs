//! Every page that can be searched.

use super::{SearchDocument, lists};
use crate::kinds::{self, kinds};
use crate::site::{OnSite, Site};

macro_rules! documents {
    ($({ $folder:ident $word:literal $Kind:ident $list:ident $($rest:tt)* })+) => {
        /// Every page that can be searched.
        #[must_use]
        pub(crate) fn documents(site: &Site) -> Vec<SearchDocument<'_>> {
            let mut documents = Vec::new();
            $(documents.extend(
                (0..site.$list.len()).flat_map(|number| kinds::$folder::record::$Kind::documents(site, number)),
            );)+
            let lists = [$(kinds::$folder::record::$Kind::list_document(site)),+];
            let lists = lists.into_iter().flatten().chain(lists::of_site(site));
            documents.extend(lists.filter(|list| site.routes.address(list.route).is_some()));
            documents
        }
    };
}
kinds!(documents);
