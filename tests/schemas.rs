//! The schemas that are kept are those of the types: with `MTLINT_BLESS=1` this writes them, else it compares.
#![cfg(feature = "schema")]

#[test]
fn schemas_are_current() {
    for (name, want) in mtlint::schema::all() {
        let path = format!("{}/schemas/{name}", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("MTLINT_BLESS").is_some() {
            std::fs::write(&path, want).expect("can be written");
        } else {
            let now = std::fs::read_to_string(&path).expect("a schema").replace("\r\n", "\n");
            let remedy = "MTLINT_BLESS=1 cargo test --features schema --test schemas writes it";
            assert!(now == want, "schemas/{name} is behind the types; {remedy}");
        }
    }
}
