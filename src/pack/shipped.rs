//! The packs that ship, as the build script stored them.

use std::sync::{Arc, OnceLock};

use super::file::{Origin, Pack};
use super::schema::{Header, Many};

struct Embedded {
    path: &'static str,
    id: &'static str,
    version: &'static str,
    source_lang: Option<&'static str>,
    target_lang: Option<&'static str>,
    json: &'static [u8],
    toml: &'static [u8],
}

static EMBEDDED: &[Embedded] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// The packs that ship, in the order of their files; their entries are read when somebody asks.
pub(super) fn shipped() -> &'static [Arc<Pack>] {
    static SHIPPED: OnceLock<Vec<Arc<Pack>>> = OnceLock::new();
    SHIPPED.get_or_init(|| EMBEDDED.iter().map(Embedded::pack).map(Arc::new).collect())
}

impl Embedded {
    fn pack(&self) -> Pack {
        let owned = |s: Option<&str>| s.map(str::to_owned);
        let header = Header {
            id: self.id.into(),
            version: self.version.into(),
            summary: String::new(),
            source_lang: owned(self.source_lang),
            target_lang: owned(self.target_lang),
            extends: Many::default(),
            disable: Many::default(),
        };
        Pack::new(self.path, header, Origin::Embedded { json: self.json, toml: self.toml })
    }
}
