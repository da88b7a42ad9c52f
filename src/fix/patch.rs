//! What fixes change, as a unified diff that people read and `git apply` takes.

use similar::TextDiff;

use super::Change;

/// Lines without a change around each change.
const CONTEXT: usize = 2;

impl Change {
    /// The change as a unified diff.
    pub fn patch(&self) -> String {
        let diff = TextDiff::from_lines(&self.before, &self.after);
        let (old, new) = (format!("a/{}", self.path), format!("b/{}", self.path));
        diff.unified_diff().context_radius(CONTEXT).header(&old, &new).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::Change;

    #[test]
    fn a_patch_names_the_file_and_shows_the_lines() {
        let change = Change {
            path: "a.txt".into(),
            before: "one\ntwo\nthree\nfour\nfive\n".into(),
            after: "one\ntwo\nthree\n4\nfive\n".into(),
        };
        insta::assert_snapshot!(change.patch(), @r"
        --- a/a.txt
        +++ b/a.txt
        @@ -2,4 +2,4 @@
         two
         three
        -four
        +4
         five
        ");
    }
}
