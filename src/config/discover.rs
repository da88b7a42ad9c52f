//! Finding the `mtlint.toml` that governs a file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::Config;
use crate::error::Error;

/// The name that is looked for.
pub const FILE_NAME: &str = "mtlint.toml";

/// Configurations by folder, each read once.
#[derive(Debug, Default)]
pub struct Discovery {
    seen: Mutex<BTreeMap<PathBuf, Option<Arc<Config>>>>,
}

impl Discovery {
    /// The configuration that governs a file: the nearest in its folder or one above.
    ///
    /// # Errors
    /// If the nearest cannot be used.
    pub fn config_for(&self, file: &Path) -> Result<Option<Arc<Config>>, Error> {
        let absolute = std::path::absolute(file).map_err(|e| Error::io(file, &e))?;
        let Some(folder) = absolute.parent() else { return Ok(None) };
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let mut config = None;
        let mut passed = Vec::new();
        for folder in folder.ancestors() {
            if let Some(known) = seen.get(folder) {
                config = known.clone();
                break;
            }
            passed.push(folder.to_owned());
            let path = folder.join(FILE_NAME);
            if path.is_file() {
                config = Some(Arc::new(Config::read(&path)?));
                break;
            }
        }
        for folder in passed {
            seen.insert(folder, config.clone());
        }
        Ok(config)
    }
}
