//! JSON schemas of configuration, packs and report, made from the types that read and write them.
//!
//! They are kept in `schemas/`, which `mtlint schema` prints; a test holds them current.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use crate::config::Options;
use crate::pack::schema::PackFile;
use crate::report::Report;

/// The schemas by the names of their files, as JSON with a line feed at the end.
pub fn all() -> [(&'static str, String); 3] {
    let read =
        |title, schema: fn(SchemaSettings) -> Schema| text(title, schema(SchemaSettings::draft2020_12()));
    let written = SchemaSettings::draft2020_12().for_serialize();
    [
        ("config.json", read("mtlint.toml", of::<Options>)),
        ("pack.json", read("A rule pack of mtlint", of::<PackFile>)),
        ("report.json", text("The JSON report of mtlint", of::<Report>(written))),
    ]
}

fn of<T: JsonSchema>(settings: SchemaSettings) -> Schema {
    settings.into_generator().into_root_schema_for::<T>()
}

fn text(title: &str, mut schema: Schema) -> String {
    schema.insert("title".into(), title.into());
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}
