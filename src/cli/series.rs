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
    /// Whether they stand in a JSON list.
    is_list: bool,
}

impl Series {
    /// Returns a series of results in `format`; nothing has been written yet.
    pub(super) fn new(format: Format) -> Series {
        Series {
            out: output::stream(),
            format,
            count: 0,
            is_list: false,
        }
    }

    /// Writes one result; `is_one_of_many` if it is not the only one that was asked for.
    pub(super) fn put(&mut self, text: &str, is_one_of_many: bool) -> Result<Written, Failure> {
        self.count += 1;
        let is_first = self.count == 1;
        let between = match self.format {
            Format::Json | Format::SchemaOrg => {
                self.is_list |= is_first && is_one_of_many;
                match (self.is_list, is_first) {
                    (false, _) => "",
                    (true, true) => "[\n",
                    (true, false) => ",\n",
                }
            }
            _ if is_first => "",
            Format::Text | Format::Markdown => "\n---\n\n",
            Format::Yaml => "---\n",
            Format::Cooklang | Format::RecipeMd => "\n",
            Format::JsonLine => "",
        };
        let text = match self.is_list {
            true => text.trim_end(),
            false => text,
        };
        if self.out.text(between)? == Written::NobodyReads {
            return Ok(Written::NobodyReads);
        }
        self.out.text(text)
    }

    /// Writes what is held back.
    pub(super) fn flush(&mut self) -> Result<Written, Failure> {
        self.out.flush()
    }

    /// Ends the series; `is_many` if more than one result was asked for.
    pub(super) fn finish(mut self, is_many: bool) -> Result<Written, Failure> {
        let is_json = matches!(self.format, Format::Json | Format::SchemaOrg);
        if self.is_list {
            self.out.text("\n]\n")?;
        } else if is_json && is_many && self.count == 0 {
            self.out.text("[]\n")?;
        }
        self.out.finish()
    }
}
