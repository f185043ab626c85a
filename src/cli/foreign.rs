//! Files of other programs: found by their path alone, larger than a recipe may be, and
//! not always UTF-8.

use super::Failure;
use super::fault::could_not_read;
use super::report::{self, Origin};
use porkcli::read::MOST_PAGE_BYTES;
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

/// What the bytes 0x80 to 0x9f mean in Windows-1252; browsers take old pages for it.
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Reads the file at `path`.
pub(super) fn read_file(path: &Path) -> Result<Origin, Failure> {
    let name = path.display().to_string();
    let bytes = File::open(path).and_then(read_capped);
    decode(name, bytes)
}

/// Reads standard input.
pub(super) fn read_standard_input() -> Result<Origin, Failure> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        report::error(
            "nothing to import was given",
            Some(
                "name files, or pipe one in: `porkcli import page.html`, `porkcli import < page.html`",
            ),
        );
        return Err(Failure::CouldNotRun);
    }
    decode("standard input".into(), read_capped(stdin.lock()))
}

/// Reads no more than shows that the input is too large.
fn read_capped(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let cap = MOST_PAGE_BYTES as u64 + 1;
    source.take(cap).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn decode(name: String, bytes: io::Result<Vec<u8>>) -> Result<Origin, Failure> {
    let bytes = bytes.map_err(|error| could_not_read(&name, &error))?;
    if bytes.len() > MOST_PAGE_BYTES {
        report::error(
            &format!("`{name}` is larger than a page can be (8 MiB)"),
            Some("give one page at a time"),
        );
        return Err(Failure::Wrong);
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let (text, assumed) = decode_other(error.as_bytes());
            report::note(
                &format!("{name}: this is not UTF-8; it was read as {assumed}"),
                None,
            );
            text
        }
    };
    Ok(Origin::new(name, text))
}

fn decode_other(bytes: &[u8]) -> (String, &'static str) {
    let wide = |of: fn([u8; 2]) -> u16| {
        let pairs = bytes[2..].chunks_exact(2);
        let units: Vec<u16> = pairs.map(|pair| of([pair[0], pair[1]])).collect();
        (String::from_utf16_lossy(&units), "UTF-16")
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => {
            let high: Vec<char> = WINDOWS_1252.chars().collect();
            let letter = |byte: &u8| match byte {
                0x80..=0x9f => high[usize::from(byte - 0x80)],
                byte => char::from(*byte),
            };
            (bytes.iter().map(letter).collect(), "Windows-1252")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_pages_are_decoded_as_browsers_do() {
        let case = |bytes: &[u8], expected: &str| assert_eq!(decode_other(bytes).0, expected);
        case(
            b"cr\xe8me br\xfbl\xe9e \x96 \xbd cup",
            "crème brûlée – ½ cup",
        );
        case(b"\xff\xfe\xbd\x00 \x00g\x00", "½ g");
    }
}
