//! Tables of facts as they are kept in files: one row a line, fields parted by tabs, comments behind `#`.

/// The lines that say something.
pub(crate) fn lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The rows of a table of two columns; lines without a tab are none.
pub(crate) fn pairs(table: &str) -> impl Iterator<Item = (&str, &str)> {
    lines(table).filter_map(|line| line.split_once('\t'))
}

/// The rows with all their fields.
pub(crate) fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    lines(table).map(|line| line.split('\t').collect())
}

#[cfg(test)]
mod tests {
    use super::{lines, pairs, rows};

    #[test]
    fn comments_and_blanks_are_no_rows() {
        let table = "# what\na\tb\tc\n\nd\n";
        assert_eq!(lines(table).collect::<Vec<_>>(), ["a\tb\tc", "d"]);
        assert_eq!(pairs(table).collect::<Vec<_>>(), [("a", "b\tc")]);
        assert_eq!(rows(table).collect::<Vec<_>>(), [vec!["a", "b", "c"], vec!["d"]]);
    }
}
