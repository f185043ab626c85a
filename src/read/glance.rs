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

/// Whether any two of `bytes` that follow each other are as `are` says.
pub(super) fn any_pair(bytes: &[u8], are: impl Fn(u8, u8) -> bool) -> bool {
    let seconds = bytes.get(1..).unwrap_or_default();
    let pairs = bytes.iter().zip(seconds);
    pairs.fold(0, |found, (first, second)| {
        found | u8::from(are(*first, *second))
    }) != 0
}

/// So many bytes are a stretch.
const STRETCH: usize = 64;

/// Whether any stretch of `text` in which a byte is as `is` says is as `has` says, which is
/// given the byte behind it as well.
pub(super) fn any_stretch(
    text: &str,
    is: impl Fn(u8) -> bool,
    has: impl Fn(&[u8]) -> bool,
) -> bool {
    let bytes = text.as_bytes();
    let any = |stretch: &[u8]| {
        let found = stretch.iter();
        found.fold(0, |found, byte| found | u8::from(is(*byte))) != 0
    };
    let (stretches, rest) = bytes.as_chunks::<STRETCH>();
    let mut stretches = stretches.iter().enumerate();
    stretches.any(|(count, stretch)| {
        let start = count * STRETCH;
        any(stretch) && has(&bytes[start..bytes.len().min(start + STRETCH + 1)])
    }) || any(rest) && has(rest)
}
