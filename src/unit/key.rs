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

/// What a table tells of its words, found by their keys; made when the program is built, and
/// without addresses that would have to be filled in at the start.
///
/// At least half of the slots, whose number is a power of two, stay empty, so that a word that
/// is not in the table is soon found out.
pub(crate) struct WordTable<T, const WORDS: usize, const SLOTS: usize> {
    keys: [u128; WORDS],
    told: [T; WORDS],
    /// Where each word stands, at its slot or at the next that was free.
    slots: [u16; SLOTS],
}

/// A slot that no word has.
const EMPTY: u16 = u16::MAX;

impl<T: Copy, const WORDS: usize, const SLOTS: usize> WordTable<T, WORDS, SLOTS> {
    /// Returns the table of `words`, none of which is longer than a key.
    pub const fn new(words: &[(&str, T)]) -> Self {
        assert!(words.len() == WORDS && WORDS <= SLOTS / 2 && WORDS < EMPTY as usize);
        let mut table = WordTable {
            keys: [0; WORDS],
            told: [words[0].1; WORDS],
            slots: [EMPTY; SLOTS],
        };
        let mut at = 0;
        while at < WORDS {
            let (word, told) = words[at];
            assert!(word.len() <= LONGEST);
            table.keys[at] = key(word.as_bytes());
            table.told[at] = told;
            let mut slot = slot_of(table.keys[at], Self::BITS);
            while table.slots[slot] != EMPTY {
                slot = (slot + 1) % SLOTS;
            }
            table.slots[slot] = at as u16;
            at += 1;
        }
        table
    }

    /// What is told of the word that has `key` in small letters.
    pub fn get(&self, key: u128) -> Option<T> {
        let mut slot = slot_of(key, Self::BITS);
        while self.slots[slot] != EMPTY {
            let at = usize::from(self.slots[slot]);
            if self.keys[at] == key {
                return Some(self.told[at]);
            }
            slot = (slot + 1) % SLOTS;
        }
        None
    }

    /// There are two to the power of so many slots.
    const BITS: u32 = {
        assert!(SLOTS.is_power_of_two());
        SLOTS.ilog2()
    };
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
