//! Every rule, once.

use super::{Rule, RuleMeta};
use crate::rules;
use crate::text::nearest::nearest;

/// All rules, sorted by id.
pub static RULES: &[&dyn Rule] = rules::ALL;

/// The metadata of all rules, sorted by id.
pub fn metas() -> impl Iterator<Item = &'static RuleMeta> {
    RULES.iter().map(|r| r.meta())
}

/// The metadata of the rule `id`.
pub fn meta(id: &str) -> Option<&'static RuleMeta> {
    let i = RULES.binary_search_by(|r| r.meta().id.cmp(id)).ok()?;
    Some(RULES[i].meta())
}

/// Whether a finding of `rule` gives way to one of `other` on the same place, directly or through others.
pub fn yields(rule: &str, other: &str) -> bool {
    let Some(meta) = meta(rule) else { return false };
    meta.yields_to.iter().any(|&above| above == other || yields(above, other))
}

/// Whether `selector` names a rule, or has the shape of a pack or an entry.
///
/// # Errors
/// A message with the nearest rule.
pub fn check_selector(selector: &str) -> Result<(), String> {
    if meta(selector).is_some() || selector.contains('/') {
        return Ok(());
    }
    Err(match nearest(selector, metas().map(|m| m.id)) {
        Some(id) => format!("no rule `{selector}`; did you mean `{id}`?"),
        None => format!("no rule `{selector}`; `mtlint rules` lists them, and a pack's entry is PACK/ENTRY"),
    })
}

/// Fewer judged findings than this say nothing.
const ENOUGH: u32 = 30;

/// How often a finding of `rule` was right in annotated translations, 0 to 1 in hundredths; `None` if fewer than 30 were
/// judged. Where a rule has several classes of evidence (`name-variant/spacing`), each is counted for itself.
/// The counts are written by `benches/confidence.py`.
pub fn confidence(rule: &str, entry: Option<&str>) -> Option<f64> {
    let is_class = |entry: &&str| entry.strip_prefix(rule).is_some_and(|class| class.starts_with('/'));
    let key = entry.filter(is_class).unwrap_or(rule);
    let (n, right) = include_str!("confidence.tsv").lines().find_map(|line| {
        let (n, right) = line.strip_prefix(key)?.strip_prefix('\t')?.split_once('\t')?;
        Some((n.parse::<u32>().ok()?, right.parse::<u32>().ok()?))
    })?;
    (n >= ENOUGH).then(|| (f64::from(right) / f64::from(n) * 100.0).round() / 100.0)
}

#[cfg(test)]
mod tests {
    use super::{RULES, meta, metas, yields};

    #[test]
    fn ids_are_sorted_unique_and_in_kebab_case() {
        let ids: Vec<_> = metas().map(|m| m.id).collect();
        let mut sorted = ids.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(ids, sorted);
        assert!(ids.iter().all(|id| id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')));
        assert!(RULES.iter().all(|r| meta(r.meta().id).is_some()));
    }

    #[test]
    fn no_rule_yields_to_itself() {
        for m in metas() {
            assert!(!yields(m.id, m.id), "{}", m.id);
        }
    }

    #[test]
    fn summaries_are_one_lower_case_line() {
        for m in metas() {
            let first = m.summary.chars().next();
            assert!(
                !m.summary.ends_with('.')
                    && !m.summary.contains('\n')
                    && !first.is_some_and(char::is_uppercase)
            );
            assert!(m.category.contains('/'), "{}: category {}", m.id, m.category);
        }
    }
}
