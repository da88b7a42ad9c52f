//! A page in one file, without network: the articles with their findings marked, to decide them and export the decisions.
//!
//! The page draws itself out of JSON that is embedded in it, an article when it is opened. Its style and script are files
//! of their own here, put into the page as they are and allowed by their hashes; nothing else may run or be loaded.

mod csp;
mod data;
mod offsets;

use std::io::{self, Write};

use minijinja::{Environment, Value, context};

use super::Report;
use super::escape::script;

/// The page around the data.
const PAGE: &str = include_str!("page.html");

const STYLE: &str = concat!(
    include_str!("css/base.css"),
    include_str!("css/article.css"),
    include_str!("css/side.css"),
    include_str!("css/views.css"),
    include_str!("css/narrow.css"),
    include_str!("css/print.css"),
);

/// One script: the files share a scope of their own.
const SCRIPT: &str = concat!(
    "(() => {\n\"use strict\";\n",
    include_str!("js/dom.js"),
    include_str!("js/data.js"),
    include_str!("js/decisions.js"),
    include_str!("js/text.js"),
    include_str!("js/article.js"),
    include_str!("js/list.js"),
    include_str!("js/panel.js"),
    include_str!("js/names.js"),
    include_str!("js/summary.js"),
    include_str!("js/transfer.js"),
    include_str!("js/keys.js"),
    include_str!("js/main.js"),
    "})();\n",
);

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut environment = Environment::new();
    environment.add_template("page.html", PAGE).map_err(io::Error::other)?;
    let page = environment.get_template("page.html").map_err(io::Error::other)?;
    let safe = |json: serde_json::Result<String>| json.map(|json| Value::from_safe_string(script(&json)));
    let articles = (0..report.files.len())
        .map(|i| safe(serde_json::to_string(&data::article(report, i))))
        .collect::<Result<Vec<Value>, _>>()?;
    let parts = context! {
        title => title(report),
        style => Value::from_safe_string(STYLE.to_owned()),
        script => Value::from_safe_string(SCRIPT.to_owned()),
        style_hash => csp::allowing(STYLE),
        script_hash => csp::allowing(SCRIPT),
        index => safe(serde_json::to_string(&data::index(report)))?,
        articles => articles,
    };
    out.write_all(page.render(parts).map_err(io::Error::other)?.as_bytes())
}

fn title(report: &Report) -> String {
    match &report.files[..] {
        [one] => format!("{} – mtlint", one.path),
        files => format!("{} articles – mtlint", files.len()),
    }
}

#[cfg(test)]
mod tests;
