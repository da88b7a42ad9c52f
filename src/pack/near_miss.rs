//! Near misses of names.

use super::choose::Chosen;
use super::matcher::{Hit, Matcher};
use super::scene::Scene;
use crate::finding::Raw;

/// What is looked up.
#[derive(Debug, Default)]
pub(super) struct Index;

pub(super) fn find(_: &Matcher, _: &Scene<'_>, _: &[Hit], _: &[Chosen<'_, '_>], _: &mut Vec<Raw>) {}
