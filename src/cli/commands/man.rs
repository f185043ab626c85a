//! `porkcli man`

use super::super::arguments::Arguments;
use super::super::folder::Folder;
use super::super::{Failure, output, report};
use clap::{Args, Command, CommandFactory as _};
use clap_mangen::Man as Page;
use std::path::PathBuf;

/// Print a manual page, or write all of them into a folder
#[derive(Args, Debug)]
#[command(after_help = "\
To read them with man: porkcli man ~/.local/share/man/man1")]
pub(in super::super) struct Man {
    /// The folder for the pages, made if it is not there; or a command, to print its page [default: print porkcli's page]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

impl Man {
    pub(super) fn run(self) -> Result<(), Failure> {
        let mut command = Arguments::command().disable_help_subcommand(true);
        command.build();
        let Some(folder) = self.folder else {
            return output::write(&page_of(command)?);
        };
        // Whoever names a command wants to read about it, not to find a folder of that name.
        let named = folder
            .to_str()
            .and_then(|name| command.find_subcommand(name));
        if let Some(command) = named.filter(|_| !folder.is_dir()) {
            return output::write(&page_of(command.clone())?);
        }
        // The pages belong to the program, so older ones are replaced.
        let folder = Folder::open(&folder, true)?;
        for command in command.get_subcommands().cloned() {
            let name = format!("porkcli-{}", command.get_name());
            folder.put(&name, "1", &page_of(command)?)?;
        }
        folder.put("porkcli", "1", &page_of(command)?)
    }
}

fn page_of(command: Command) -> Result<String, Failure> {
    let mut page = Vec::new();
    let source = concat!("porkcli ", env!("CARGO_PKG_VERSION"));
    Page::new(command)
        .source(source)
        .render(&mut page)
        .map_err(|error| {
            report::error(&format!("could not make the page: {error}"), None);
            Failure::CouldNotRun
        })?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}
