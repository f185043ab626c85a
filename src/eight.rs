//! Looks at eight bytes of a text in one step, as one number.
//!
//! Owns the arithmetic that tells some of the eight from the others; it is exact for each.
//! For short texts it is sooner done than any search that first prepares itself. Must
//! never know what a sign means.

use crate::unit::key::exact_key;

/// The top bit of each of eight bytes.
pub(crate) const TOPS: u64 = of_each(0x80);

/// The other bits.
const OTHERS: u64 = of_each(0x7f);

/// Eight times the same byte.
pub(crate) const fn of_each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Marks each of `eight` bytes that is `sign` with its top bit.
pub(crate) fn equal(eight: u64, sign: u8) -> u64 {
    let apart = eight ^ of_each(sign);
    !(((apart & OTHERS) + OTHERS) | apart) & TOPS
}

/// Marks the first of `eight` bytes that is `sign`, and maybe others behind it: for a search
/// of the first this is sooner done than [`equal`].
pub(crate) fn first_equal(eight: u64, sign: u8) -> u64 {
    let apart = eight ^ of_each(sign);
    // What is taken away is carried only by a byte that is zero, and never to one before it.
    apart.wrapping_sub(of_each(1)) & !apart & TOPS
}

/// Marks each of `eight` bytes that is below `limit`, a plain sign.
pub(crate) fn below(eight: u64, limit: u8) -> u64 {
    !(((eight & OTHERS) + of_each(0x80 - limit)) | eight) & TOPS
}

/// Marks each of `eight` bytes that is from `first` to `last`, two plain signs.
pub(crate) fn between(eight: u64, first: u8, last: u8) -> u64 {
    let plain = eight & OTHERS;
    let from_first = plain + of_each(0x80 - first);
    let past_last = plain + of_each(0x7f - last);
    from_first & !past_last & !eight & TOPS
}

/// Marks each of `eight` bytes that is a digit.
pub(crate) fn digits(eight: u64) -> u64 {
    between(eight, b'0', b'9')
}

/// Marks each of `eight` bytes that is no plain sign.
pub(crate) fn beyond_ascii(eight: u64) -> u64 {
    eight & TOPS
}

/// Where the first byte stands that `mark` marks.
pub(crate) fn first_marked(bytes: &[u8], mark: impl Fn(u64) -> u64) -> Option<usize> {
    let at = |eight: u64| {
        let marked = mark(eight);
        (marked != 0).then(|| marked.trailing_zeros() as usize / 8)
    };
    let (steps, rest) = bytes.as_chunks::<8>();
    for (step, eight) in steps.iter().enumerate() {
        if let Some(found) = at(u64::from_le_bytes(*eight)) {
            return Some(8 * step + found);
        }
    }
    if rest.is_empty() {
        return None;
    }
    match bytes.last_chunk::<8>() {
        // What stands before the rest was looked at and has no mark.
        Some(last) => Some(bytes.len() - 8 + at(u64::from_le_bytes(*last))?),
        // Behind fewer than eight bytes stand zeros, which are none of the text.
        None => at(exact_key(rest) as u64).filter(|found| *found < rest.len()),
    }
}

/// Where `sign` first stands in `bytes`.
pub(crate) fn position_of(sign: u8, bytes: &[u8]) -> Option<usize> {
    first_marked(bytes, |eight| first_equal(eight, sign))
}

/// Whether a control sign or two spaces side by side stand in `bytes`.
pub(crate) fn has_gap(bytes: &[u8]) -> bool {
    let look = |eight: &[u8; 8]| {
        let eight = u64::from_le_bytes(*eight);
        let spaces = equal(eight, b' ');
        below(eight, b' ') | spaces & spaces >> 8 != 0
    };
    let Some(last) = bytes.last_chunk() else {
        let two_spaces = |pair: &[u8]| pair == b"  ";
        return bytes.iter().any(|byte| *byte < b' ') || bytes.windows(2).any(two_spaces);
    };
    let mut rest = bytes;
    while let Some(eight) = rest.first_chunk() {
        if look(eight) {
            return true;
        }
        // Seven on, so that any two that stand side by side are seen together.
        rest = &rest[7..];
    }
    look(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_byte_is_told_by_itself(bytes in any::<[u8; 8]>(), sign in any::<u8>(), limit in 0..0x80_u8) {
            let marks = |is: &dyn Fn(u8) -> bool| {
                u64::from_le_bytes(bytes.map(|byte| if is(byte) { 0x80 } else { 0 }))
            };
            let eight = u64::from_le_bytes(bytes);
            prop_assert_eq!(equal(eight, sign), marks(&|byte| byte == sign));
            prop_assert_eq!(equal(eight, bytes[3]), marks(&|byte| byte == bytes[3]));
            let first = |marks: u64| marks.trailing_zeros();
            prop_assert_eq!(first(first_equal(eight, sign)), first(equal(eight, sign)));
            prop_assert_eq!(first(first_equal(eight, bytes[5])), first(equal(eight, bytes[5])));
            prop_assert_eq!(below(eight, limit), marks(&|byte| byte < limit));
            let inside = |byte| (sign & 0x7f..=limit).contains(&byte);
            prop_assert!(sign & 0x7f > limit || between(eight, sign & 0x7f, limit) == marks(&inside));
            prop_assert_eq!(digits(eight), marks(&|byte| byte.is_ascii_digit()));
            prop_assert_eq!(beyond_ascii(eight), marks(&|byte| !byte.is_ascii()));
        }

        #[test]
        fn steps_find_what_a_walk_finds(text in "[a-c ]{0,40}|([a-z] ){0,20} ?[a-z]?|[ -é]{0,40}|[\\x00-~]{0,9}") {
            let bytes = text.as_bytes();
            for sign in [b'a', b' ', b'!', 0xc3, 0] {
                let walk = bytes.iter().position(|byte| *byte == sign);
                prop_assert_eq!(position_of(sign, bytes), walk);
            }
            let gap = bytes.iter().any(|byte| *byte < b' ') || text.contains("  ");
            prop_assert_eq!(has_gap(bytes), gap);
        }
    }
}
