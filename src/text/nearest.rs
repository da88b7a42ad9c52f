//! What somebody meant who wrote a name that there is not.

/// The candidate that is only a few slips of the pen away from `written`: one in three letters, four at most.
pub(crate) fn nearest<'c>(written: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let most = (written.chars().count() / 3).clamp(1, 4);
    let near = candidates.map(|c| (strsim::osa_distance(c, written), c)).min()?;
    (near.0 <= most).then_some(near.1)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_mended_and_another_word_is_not() {
        let ids = ["labubu", "sicarrier", "pop-mart"];
        assert_eq!(nearest("labubuu", ids.into_iter()), Some("labubu"));
        assert_eq!(nearest("si-carrier", ids.into_iter()), Some("sicarrier"));
        assert_eq!(nearest("moutai", ids.into_iter()), None);
        assert_eq!(nearest("", std::iter::empty()), None);
    }
}
