//! To come.
use crate::document::Article;
use crate::source::SourceFile;
use std::sync::Arc;
pub(super) fn read(file: &Arc<SourceFile>) -> Article {
    super::plain::read(file)
}
