//! What a check finds in an article, in a text form that is kept beside the article and reviewed like code.
//!
//! A [`Listing`] is the same for any machine and any number of threads and says of every finding its place (line and
//! column), severity, rule and entry, text, words and fixes. [`compare`] tells what differs between the listing that is
//! kept and the one of today: what went missing, what is new, what is said otherwise.

mod compare;
mod listing;

pub use compare::{Difference, compare};
pub use listing::{Item, Listing};
