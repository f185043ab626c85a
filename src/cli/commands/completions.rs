//! `porkcli completions`

use super::super::arguments::Arguments;
use super::super::{Failure, output};
use clap::{Args, CommandFactory as _, ValueEnum};
use clap_complete::aot::{Shell, generate};

/// Print a script that completes commands and options in a shell
#[derive(Args, Debug)]
#[command(after_help = "\
To have it in every new shell:
  bash        porkcli completions bash > ~/.local/share/bash-completion/completions/porkcli
  zsh         porkcli completions zsh > ~/.zfunc/_porkcli, with ~/.zfunc in $fpath
  fish        porkcli completions fish > ~/.config/fish/completions/porkcli.fish
  PowerShell  porkcli completions powershell >> $PROFILE")]
pub(in super::super) struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: ShellName,
}

/// A shell, as it is called on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum ShellName {
    Bash,
    Zsh,
    Fish,
    Powershell,
}

impl Completions {
    pub(super) fn run(self) -> Result<(), Failure> {
        let shell = match self.shell {
            ShellName::Bash => Shell::Bash,
            ShellName::Zsh => Shell::Zsh,
            ShellName::Fish => Shell::Fish,
            ShellName::Powershell => Shell::PowerShell,
        };
        let mut script = Vec::new();
        generate(shell, &mut Arguments::command(), "porkcli", &mut script);
        output::write(&String::from_utf8_lossy(&script))
    }
}
