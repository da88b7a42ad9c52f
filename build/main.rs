//! Build script: makes the tables that the binary carries.

#![allow(clippy::print_stdout)]

fn main() {
    println!("cargo:rerun-if-changed=build");
}
