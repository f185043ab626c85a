//! Looks over a whole text at once for signs that are rare in it.
//!
//! Every byte is looked at, whatever was found before: machines do that to many bytes at
//! a time, so that it is sooner done than a search that stops at the first find.

/// Whether any byte of `text` is as `is` says.
pub(super) fn any_byte(text: &str, is: impl Fn(u8) -> bool) -> bool {
    text.bytes()
        .fold(0, |found, byte| found | u8::from(is(byte)))
        != 0
}

/// Whether any two bytes of `text` that follow each other are as `are` says.
pub(super) fn any_pair(text: &str, are: impl Fn(u8, u8) -> bool) -> bool {
    let bytes = text.as_bytes();
    let seconds = bytes.get(1..).unwrap_or_default();
    let pairs = bytes.iter().zip(seconds);
    pairs.fold(0, |found, (first, second)| {
        found | u8::from(are(*first, *second))
    }) != 0
}
