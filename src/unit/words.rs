//! The name of a food reduced to what tells it from another: its words in order of
//! the alphabet, in the singular, without accents, case or marks.
//!
//! Owns how names are compared. Must never know which foods there are; the build
//! script reduces the names of the table with this same file.

/// Longer names are no food of the table.
const MOST_LETTERS: usize = 96;
const MOST_WORDS: usize = 12;

/// The words of a name.
pub struct Words {
    letters: [u8; MOST_LETTERS],
    used: usize,
    ends: [(u8, u8); MOST_WORDS],
    count: usize,
}

/// A reduced name: its words with one space between them.
pub struct Reduced {
    letters: [u8; MOST_LETTERS + MOST_WORDS],
    used: usize,
}

impl Reduced {
    /// Its letters.
    pub fn as_bytes(&self) -> &[u8] {
        &self.letters[..self.used]
    }
}

impl Words {
    /// Returns the words of `name`, without what stands in parentheses; `None` where
    /// there are none, or more than any food has.
    pub fn of(name: &str) -> Option<Words> {
        let mut words = Words {
            letters: [0; MOST_LETTERS],
            used: 0,
            ends: [(0, 0); MOST_WORDS],
            count: 0,
        };
        let (mut start, mut depth) = (0, 0_usize);
        for c in name.chars() {
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ if depth > 0 => {}
                '\'' | '’' | '.' => {}
                c if c.is_ascii_alphanumeric() || c == '%' => {
                    words.push(c.to_ascii_lowercase())?;
                }
                c if c.is_alphabetic() => words.push(plain(c)?)?,
                _ => start = words.end_word(start)?,
            }
        }
        words.end_word(start)?;
        words.sort();
        (words.count > 0).then_some(words)
    }

    /// Keeps the words that `keep` wants; returns whether any was dropped.
    pub fn retain(&mut self, keep: impl Fn(&str) -> bool) -> bool {
        let before = self.count;
        let mut kept = 0;
        for index in 0..before {
            if keep(self.word(index)) {
                self.ends[kept] = self.ends[index];
                kept += 1;
            }
        }
        self.count = kept;
        kept < before
    }

    /// The words with one space between them.
    pub fn reduced(&self) -> Reduced {
        let mut letters = [b' '; MOST_LETTERS + MOST_WORDS];
        let mut used = 0;
        for index in 0..self.count {
            let word = self.word(index).as_bytes();
            letters[used..used + word.len()].copy_from_slice(word);
            used += word.len() + 1;
        }
        Reduced {
            letters,
            used: used.saturating_sub(1),
        }
    }

    fn word(&self, index: usize) -> &str {
        let (start, end) = self.ends[index];
        std::str::from_utf8(&self.letters[usize::from(start)..usize::from(end)]).unwrap_or("")
    }

    fn push(&mut self, letter: char) -> Option<()> {
        let byte = u8::try_from(letter).ok()?;
        *self.letters.get_mut(self.used)? = byte;
        self.used += 1;
        Some(())
    }

    /// Ends the word that began at `start`; returns where the next one begins.
    fn end_word(&mut self, start: usize) -> Option<usize> {
        if self.used == start {
            return Some(start);
        }
        let word = &mut self.letters[start..self.used];
        let end = start + singular(word);
        // `cloves of garlic` are `garlic cloves`.
        if &self.letters[start..end] != b"of" {
            *self.ends.get_mut(self.count)? = (u8::try_from(start).ok()?, u8::try_from(end).ok()?);
            self.count += 1;
        }
        Some(self.used)
    }

    fn sort(&mut self) {
        let (letters, words) = (&self.letters, &mut self.ends[..self.count]);
        words.sort_unstable_by(|a, b| {
            letters[usize::from(a.0)..usize::from(a.1)]
                .cmp(&letters[usize::from(b.0)..usize::from(b.1)])
        });
    }
}

/// Turns a word into the singular in place; returns its new length. Odd words come out
/// odd, but the same from either form.
fn singular(word: &mut [u8]) -> usize {
    let length = word.len();
    if length < 4 || !word.ends_with(b"s") {
        return length;
    }
    let ends = |ending: &[u8]| word.ends_with(ending);
    if ends(b"ss") || ends(b"us") || ends(b"is") || ends(b"sses") {
        length
    } else if ends(b"ies") && length > 4 {
        word[length - 3] = b'y';
        length - 2
    } else if ends(b"oes") || ends(b"shes") || ends(b"ches") || ends(b"xes") {
        length - 2
    } else {
        length - 1
    }
}

/// A letter without its accent; `None` for what no food of the table is written with.
fn plain(letter: char) -> Option<char> {
    Some(match letter {
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' => 'a',
        'ç' | 'Ç' => 'c',
        'è'..='ë' | 'È'..='Ë' => 'e',
        'ì'..='ï' | 'Ì'..='Ï' => 'i',
        'ñ' | 'Ñ' => 'n',
        'ò'..='ö' | 'Ò'..='Ö' | 'ō' | 'Ō' => 'o',
        'ù'..='ü' | 'Ù'..='Ü' => 'u',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reduced(name: &str) -> Option<String> {
        let words = Words::of(name)?;
        String::from_utf8(words.reduced().as_bytes().to_vec()).ok()
    }

    #[track_caller]
    fn case(name: &str, expected: &str) {
        assert_eq!(reduced(name).as_deref(), Some(expected));
    }

    #[test]
    fn words_stand_in_order_and_without_marks() {
        case("All-Purpose Flour", "all flour purpose");
        case("cloves of garlic", "clove garlic");
        case("2% milk", "2% milk");
        case("confectioners' sugar", "confectioner sugar");
        case("confectioner’s sugar", "confectioner sugar");
        case("(plain) flour", "flour");
        case("flour (plain (white)) sifted", "flour sifted");
        case("flour) sifted", "flour sifted");
    }

    #[test]
    fn accents_do_not_matter() {
        case("crème fraîche", "creme fraiche");
        case("jalapeño", "jalapeno");
        case("açaí", "acai");
        case("jalapeÑo", "jalapeno");
        case("pâté à la maison", "a la maison pate");
        case("rösti", "rosti");
        case("gröt", "grot");
        case("müsli", "musli");
        case("shōyu", "shoyu");
        case("Ārgan", "argan");
    }

    #[test]
    fn several_are_one() {
        case("onions", "onion");
        case("peas", "pea");
        case("pies", "pie");
        case("berries", "berry");
        case("tomatoes", "tomato");
        case("radishes", "radish");
        case("peaches", "peach");
        case("boxes", "box");
        case("gas", "gas");
        case("watercress", "watercress");
        case("asparagus", "asparagus");
        case("clematis", "clematis");
        case("molasses", "molasses");
        case("oxtail", "oxtail");
    }

    #[test]
    fn a_name_without_words_and_a_very_long_one_are_no_food() {
        for name in ["", " - ", "(optional)", "of", "и"] {
            assert_eq!(reduced(name), None, "{name}");
        }
        let words = |count: usize, letters: usize| vec!["x".repeat(letters); count].join(" ");
        assert_eq!(reduced(&words(12, 8)), Some(words(12, 8)));
        assert_eq!(reduced(&words(13, 2)), None);
        assert_eq!(reduced(&words(1, 96)), Some(words(1, 96)));
        assert_eq!(reduced(&words(1, 97)), None);
    }

    #[test]
    fn words_that_do_not_matter_are_dropped() {
        let mut words = Words::of("cold unsalted butter").expect("words");
        assert!(!words.retain(|_| true));
        assert!(words.retain(|word| word != "cold"));
        assert_eq!(words.reduced().as_bytes(), b"butter unsalted");
    }
}
