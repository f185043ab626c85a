//! Looks over several bytes in one step: eight as one number, or more of them side by side.
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

/// Marks the first of `eight` bytes that is `sign` with its top bit, and maybe others behind it.
pub(crate) fn first_equal(eight: u64, sign: u8) -> u64 {
    let apart = eight ^ of_each(sign);
    // What is taken away is carried only by a byte that is zero, and never to one before it.
    apart.wrapping_sub(of_each(1)) & !apart & TOPS
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

/// The first eight of `bytes` as one number, with zeros behind the last if there are fewer.
#[inline(always)]
pub(crate) fn first_eight(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => exact_key(bytes) as u64,
    }
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

/// Whether `text` begins and ends with plain signs, as most do, so that there is nothing to trim.
#[inline(always)]
pub(crate) fn has_plain_ends(text: &str) -> bool {
    match text.as_bytes() {
        [first, .., last] => first.is_ascii_graphic() && last.is_ascii_graphic(),
        _ => false,
    }
}

/// Where `sign` first stands in `bytes`.
pub(crate) fn position_of(sign: u8, bytes: &[u8]) -> Option<usize> {
    first_marked(bytes, |eight| first_equal(eight, sign))
}

/// So many bytes are looked at side by side.
const LANES: usize = 32;

/// So many of a shorter text are.
const FEWER_LANES: usize = LANES / 2;

/// Whether any of `bytes` is as `is` says, which is asked of all that stand side by side.
///
/// To ask them all is sooner done than to stop at the first: machines do it in one step.
pub(crate) fn any_byte(bytes: &[u8], is: impl Fn(u8) -> bool) -> bool {
    if let Some(last) = bytes.last_chunk::<LANES>() {
        let look = |lanes: &[u8; LANES]| any_lane(lanes, &is);
        // What was looked at before is looked at again.
        return bytes.as_chunks().0.iter().any(look) || look(last);
    }
    match (bytes.first_chunk::<FEWER_LANES>(), bytes.last_chunk()) {
        (Some(first), Some(last)) => any_lane(first, &is) || any_lane::<FEWER_LANES>(last, &is),
        _ => bytes.iter().any(|byte| is(*byte)),
    }
}

#[inline(always)]
fn any_lane<const COUNT: usize>(lanes: &[u8; COUNT], is: impl Fn(u8) -> bool) -> bool {
    let found = lanes.iter();
    found.fold(0, |found, byte| found | u8::from(is(*byte))) != 0
}

/// Whether any two of `bytes` that follow each other are as `are` says.
pub(crate) fn any_pair(bytes: &[u8], are: impl Fn(u8, u8) -> bool) -> bool {
    let seconds = bytes.get(1..).unwrap_or_default();
    let firsts = &bytes[..seconds.len()];
    if let (Some(first), Some(second)) = (firsts.last_chunk::<LANES>(), seconds.last_chunk()) {
        let look = |(firsts, seconds): (&[u8; LANES], _)| any_lanes(firsts, seconds, &are);
        let mut lanes = firsts.as_chunks().0.iter().zip(seconds.as_chunks().0);
        return lanes.any(look) || look((first, second));
    }
    let look = |firsts: &[u8; FEWER_LANES], seconds| any_lanes(firsts, seconds, &are);
    let first = (firsts.first_chunk(), seconds.first_chunk());
    match (first, (firsts.last_chunk(), seconds.last_chunk())) {
        ((Some(firsts), Some(seconds)), (Some(first), Some(second))) => {
            look(firsts, seconds) || look(first, second)
        }
        _ => bytes.windows(2).any(|pair| are(pair[0], pair[1])),
    }
}

#[inline(always)]
fn any_lanes<const COUNT: usize>(
    firsts: &[u8; COUNT],
    seconds: &[u8; COUNT],
    are: impl Fn(u8, u8) -> bool,
) -> bool {
    let pairs = firsts.iter().zip(seconds);
    pairs.fold(0, |found, (first, second)| {
        found | u8::from(are(*first, *second))
    }) != 0
}

/// So many bytes are a stretch.
const STRETCH: usize = 64;

/// Whether any stretch of `bytes` in which a byte is as `is` says is as `has` says, which is
/// given the two bytes behind it as well: what is looked for may begin with its last one.
pub(crate) fn any_stretch(
    bytes: &[u8],
    is: impl Fn(u8) -> bool,
    has: impl Fn(&[u8]) -> bool,
) -> bool {
    let (stretches, rest) = bytes.as_chunks::<STRETCH>();
    let mut stretches = stretches.iter().enumerate();
    stretches.any(|(count, stretch)| {
        let start = count * STRETCH;
        let mut lanes = stretch.as_chunks().0.iter();
        let may_have = lanes.any(|lanes: &[u8; LANES]| any_lane(lanes, &is));
        may_have && has(&bytes[start..bytes.len().min(start + STRETCH + 2)])
    }) || any_byte(rest, &is) && has(rest)
}

/// Whether a control sign or two spaces side by side stand in `bytes`.
pub(crate) fn has_gap(bytes: &[u8]) -> bool {
    let is_control = |byte: u8| byte < b' ';
    any_pair(bytes, |first, second| {
        is_control(first) | (first == b' ') & (second == b' ')
    }) || bytes.last().copied().is_some_and(is_control)
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
            let first = |marks: u64| marks.trailing_zeros();
            prop_assert_eq!(first(first_equal(eight, sign)), first(marks(&|byte| byte == sign)));
            prop_assert_eq!(first(first_equal(eight, bytes[5])), first(marks(&|byte| byte == bytes[5])));
            let inside = |byte| (sign & 0x7f..=limit).contains(&byte);
            prop_assert!(sign & 0x7f > limit || between(eight, sign & 0x7f, limit) == marks(&inside));
            prop_assert_eq!(digits(eight), marks(&|byte| byte.is_ascii_digit()));
            prop_assert_eq!(beyond_ascii(eight), marks(&|byte| !byte.is_ascii()));
        }

        #[test]
        fn steps_find_what_a_walk_finds(text in "[a-c ]{0,100}|([a-z] ){0,20} ?[a-z]?|[ -é]{0,40}|[\\x00-~]{0,9}") {
            let bytes = text.as_bytes();
            for sign in [b'a', b' ', b'!', 0xc3, 0] {
                let walk = bytes.iter().position(|byte| *byte == sign);
                prop_assert_eq!(position_of(sign, bytes), walk);
            }
            let mut padded = [0; 8];
            let kept = bytes.len().min(8);
            padded[..kept].copy_from_slice(&bytes[..kept]);
            prop_assert_eq!(first_eight(bytes), u64::from_le_bytes(padded));
            prop_assert!(!has_plain_ends(&text) || text.trim() == text);
            for sign in [b'c', b' '] {
                prop_assert_eq!(any_byte(bytes, |byte| byte == sign), bytes.contains(&sign));
                let are = |first, second| first == sign && second == b'a';
                prop_assert_eq!(any_pair(bytes, are), bytes.windows(2).any(|pair| pair == [sign, b'a']));
            }
            let gap = bytes.iter().any(|byte| *byte < b' ') || text.contains("  ");
            prop_assert_eq!(has_gap(bytes), gap);
        }
    }
}
