//! `porkcli import`

use super::super::arguments::Printing;
use super::super::report::{self, Origin};
use super::super::{Failure, folder::Folder, foreign, output, progress::Progress};
use clap::Args;
use porkcli::read::{Reading, import_recipe};
use porkcli::write::{Format, write_recipe};
use std::path::{Path, PathBuf};

/// Make a recipe of a saved web page, pasted text or another program's file
#[derive(Args, Debug)]
pub(in super::super) struct Import {
    /// Saved pages, texts or recipe files [default: standard input]
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Write each recipe into this folder, in a file named after its title
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,

    /// Replace files that are in the folder already
    #[arg(long, requires = "output")]
    force: bool,

    #[command(flatten)]
    printing: Printing,
}

impl Import {
    pub(super) fn run(self) -> Result<(), Failure> {
        let format = self.printing.format_or(Format::Yaml);
        let style = self.printing.style(format)?;
        let folder = match &self.output {
            Some(path) => Some(Folder::open(path, self.force)?),
            None => None,
        };
        if self.files.is_empty() {
            let origin = foreign::read_standard_input()?;
            let reading = read(&origin, None)?;
            let text = write_recipe(&reading.recipe, format, style);
            return match folder {
                Some(folder) => folder.put(&reading.recipe.title, ending(format), &text),
                None => output::write(&text),
            };
        }
        let mut failed = Vec::new();
        let progress = Progress::new(self.files.len());
        for (index, path) in self.files.iter().enumerate() {
            progress.show(index, &path.display().to_string());
            let done = import(path, &progress).and_then(|reading| {
                let text = write_recipe(&reading.recipe, format, style);
                match &folder {
                    Some(folder) => folder.put(&reading.recipe.title, ending(format), &text),
                    None if index > 0 && format == Format::Yaml => {
                        output::write(&format!("---\n{text}"))
                    }
                    None => output::write(&text),
                }
            });
            if let Err(failure) = done {
                failed.push((path, failure));
            }
        }
        progress.clear();
        self.conclude(&failed)
    }

    /// Says at the end which files were not imported.
    fn conclude(&self, failed: &[(&PathBuf, Failure)]) -> Result<(), Failure> {
        let Some((_, first)) = failed.first() else {
            return Ok(());
        };
        if self.files.len() == 1 {
            return Err(*first);
        }
        for (path, _) in failed {
            report::error(&format!("`{}` was not imported", path.display()), None);
        }
        Err(Failure::Wrong)
    }
}

fn import(path: &Path, progress: &Progress) -> Result<Reading, Failure> {
    let origin = foreign::read_file(path);
    progress.clear();
    let origin = origin?;
    let name = path.file_name().map(|name| name.to_string_lossy());
    read(&origin, name.as_deref())
}

fn read(origin: &Origin, file_name: Option<&str>) -> Result<Reading, Failure> {
    match import_recipe(&origin.text, file_name) {
        Ok(reading) => {
            for remark in &reading.remarks {
                report::line(remark, origin);
            }
            Ok(reading)
        }
        Err(errors) => {
            report::show(&errors, origin);
            Err(Failure::Wrong)
        }
    }
}

/// The ending of a file in `format`.
fn ending(format: Format) -> &'static str {
    match format {
        Format::Text => "txt",
        Format::Yaml => "yaml",
        Format::Json | Format::JsonLine => "json",
        Format::Markdown | Format::RecipeMd => "md",
        Format::Cooklang => "cook",
        Format::SchemaOrg => "jsonld",
    }
}
