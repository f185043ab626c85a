//! Results one after the other, parted as their form needs so that they read back.
//!
//! Owns what stands between two results. Must never know what a result says.

use super::Failure;
use super::output::{self, Stream, Written};
use porkcli::write::Format;

/// Results on standard output.
pub(super) struct Series {
    out: Stream,
    format: Format,
    count: usize,
    /// The last item of a JSON list, which a comma may follow or not.
    last: Option<String>,
}

impl Series {
    /// Returns a series of results in `format`; nothing has been written yet.
    pub(super) fn new(format: Format) -> Series {
        Series {
            out: output::stream(),
            format,
            count: 0,
            last: None,
        }
    }

    /// Writes one result; `is_one_of_many` if it is not the only one that was asked for.
    pub(super) fn put(&mut self, text: &str, is_one_of_many: bool) -> Result<Written, Failure> {
        self.count += 1;
        let is_first = self.count == 1;
        let between = match self.format {
            Format::Json | Format::SchemaOrg => {
                let is_list = self.last.is_some() || is_first && is_one_of_many;
                if is_list {
                    return self.put_item(text.trim_end());
                }
                ""
            }
            _ if is_first => "",
            Format::Text | Format::Markdown => "\n---\n\n",
            Format::Yaml => "---\n",
            Format::Cooklang | Format::RecipeMd => "\n",
            Format::JsonLine => "",
        };
        match self.out.text(between)? {
            Written::All => self.out.text(text),
            Written::NobodyReads => Ok(Written::NobodyReads),
        }
    }

    fn put_item(&mut self, item: &str) -> Result<Written, Failure> {
        match self.last.replace(item.into()) {
            Some(last) => self.out.text(&(last + ",\n")),
            None => self.out.text("[\n"),
        }
    }

    /// Writes what is held back.
    pub(super) fn flush(&mut self) -> Result<Written, Failure> {
        self.out.flush()
    }

    /// Ends the series; `is_many` if more than one result was asked for.
    pub(super) fn finish(mut self, is_many: bool) -> Result<Written, Failure> {
        let is_json = matches!(self.format, Format::Json | Format::SchemaOrg);
        if let Some(last) = self.last {
            self.out.text(&(last + "\n]\n"))?;
        } else if is_json && is_many && self.count == 0 {
            self.out.text("[]\n")?;
        }
        self.out.finish()
    }
}
