//! The hash by which a Content Security Policy allows an inline style or script.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// A source expression of a Content Security Policy for `text`.
pub(super) fn allowing(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::allowing;

    /// The example of the Content Security Policy's own text.
    #[test]
    fn a_script_is_allowed_by_its_hash() {
        let hash = allowing("alert('Hello, world.');");
        assert_eq!(hash, "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    }
}
