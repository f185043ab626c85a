//! A short word as one number, in small letters: soon compared, and soon spread over the
//! slots of a table.
//!
//! Owns how words are looked up in tables that are made when the program is built. Must
//! never know which words there are.

/// The longest word that has a key, in bytes.
pub(crate) const LONGEST: usize = 16;

/// The bytes of `word` as they are, as one number; no two words share one.
/// Of a longer word only as many as have a key.
pub(crate) const fn exact_key(word: &[u8]) -> u128 {
    let word = match word.split_at_checked(LONGEST) {
        Some((start, _)) => start,
        None => word,
    };
    let length = word.len() as u32;
    // The two ends of a word overlap, and say the same where they do.
    if let (Some(first), Some(last)) = (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        let (first, last) = (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
        return first as u128 | (last as u128) << (8 * (length - 8));
    }
    if let (Some(first), Some(last)) = (word.first_chunk::<4>(), word.last_chunk::<4>()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return (first as u64 | (last as u64) << (8 * (length - 4))) as u128;
    }
    match word {
        [a, b, c] => u32::from_le_bytes([*a, *b, *c, 0]) as u128,
        [a, b] => u16::from_le_bytes([*a, *b]) as u128,
        [a] => *a as u128,
        _ => 0,
    }
}

/// As [`exact_key`], of the word in small letters.
pub(crate) const fn key(word: &[u8]) -> u128 {
    small_letters(exact_key(word))
}

/// Makes every capital letter from A to Z a small one.
const fn small_letters(key: u128) -> u128 {
    const fn of_each(byte: u8) -> u128 {
        u128::from_le_bytes([byte; 16])
    }
    // The top bit of each byte tells whether it is one of these letters.
    let plain = key & of_each(0x7f);
    let from_a = plain + of_each(0x80 - b'A');
    let past_z = plain + of_each(0x80 - (b'Z' + 1));
    let capital = from_a & !past_z & !key & of_each(0x80);
    key | capital >> 2
}

/// The slot of `key` in a table of two to the power of `bits` slots: some bits of a product
/// in which every letter has its part.
pub(crate) const fn slot_of(key: u128, bits: u32) -> usize {
    let folded = (key as u64) ^ ((key >> 64) as u64).rotate_left(29);
    (folded.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - bits)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_key_holds_every_byte_in_small_letters(word in "[a-zA-Z-]{0,18}|[ -~é]{0,12}") {
            let bytes = word.as_bytes();
            let kept = &bytes[..bytes.len().min(LONGEST)];
            let mut padded = [0; LONGEST];
            padded[..kept.len()].copy_from_slice(kept);
            prop_assert_eq!(exact_key(bytes), u128::from_le_bytes(padded));
            padded.make_ascii_lowercase();
            prop_assert_eq!(key(bytes), u128::from_le_bytes(padded));
            prop_assert!(slot_of(key(bytes), 10) < 1024);
        }
    }
}
