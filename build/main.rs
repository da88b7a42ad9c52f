//! Build script: makes the tables that the binary carries.

fn main() {
    println!("cargo:rerun-if-changed=build");
}
