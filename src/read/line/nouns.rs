//! Whole things that are counted: `2 eggs`, `1 onion`.
//!
//! Owns the words that agree with their number because nobody counts them otherwise.
//! Must never know where in a line they stand.

/// One and several; only words whose two forms leave no doubt.
#[rustfmt::skip]
const NOUNS: &[(&str, &str)] = &[
    ("apple", "apples"), ("apricot", "apricots"), ("artichoke", "artichokes"),
    ("aubergine", "aubergines"), ("avocado", "avocados"), ("bagel", "bagels"),
    ("banana", "bananas"), ("beet", "beets"), ("beetroot", "beetroots"),
    ("biscuit", "biscuits"), ("breast", "breasts"), ("bun", "buns"), ("cabbage", "cabbages"),
    ("carrot", "carrots"), ("cauliflower", "cauliflowers"), ("chicken", "chickens"),
    ("chile", "chiles"), ("chili", "chilies"), ("chilli", "chillies"), ("chop", "chops"),
    ("clementine", "clementines"), ("cookie", "cookies"), ("courgette", "courgettes"),
    ("cracker", "crackers"), ("crumpet", "crumpets"), ("cucumber", "cucumbers"),
    ("date", "dates"), ("drumstick", "drumsticks"), ("duck", "ducks"), ("egg", "eggs"),
    ("eggplant", "eggplants"), ("fig", "figs"), ("fillet", "fillets"), ("gherkin", "gherkins"),
    ("grapefruit", "grapefruits"), ("ham", "hams"), ("jalapeno", "jalapenos"),
    ("jalapeño", "jalapeños"), ("kiwi", "kiwis"), ("kumquat", "kumquats"), ("leek", "leeks"),
    ("leg", "legs"), ("lemon", "lemons"), ("lime", "limes"), ("lobster", "lobsters"),
    ("mandarin", "mandarins"), ("mango", "mangoes"), ("marshmallow", "marshmallows"),
    ("melon", "melons"), ("mushroom", "mushrooms"), ("nectarine", "nectarines"),
    ("olive", "olives"), ("onion", "onions"), ("orange", "oranges"), ("oyster", "oysters"),
    ("papaya", "papayas"), ("parsnip", "parsnips"), ("peach", "peaches"), ("pear", "pears"),
    ("pepper", "peppers"), ("pineapple", "pineapples"), ("pita", "pitas"), ("plum", "plums"),
    ("pomegranate", "pomegranates"), ("potato", "potatoes"), ("prawn", "prawns"),
    ("prune", "prunes"), ("pumpkin", "pumpkins"), ("quail", "quails"), ("radish", "radishes"),
    ("rabbit", "rabbits"), ("roll", "rolls"), ("sausage", "sausages"), ("scallion", "scallions"),
    ("scallop", "scallops"), ("shallot", "shallots"), ("steak", "steaks"),
    ("strawberry", "strawberries"), ("tangerine", "tangerines"), ("tenderloin", "tenderloins"),
    ("thigh", "thighs"), ("tomato", "tomatoes"), ("tortilla", "tortillas"),
    ("turkey", "turkeys"), ("turnip", "turnips"), ("waffle", "waffles"), ("wing", "wings"),
    ("wrap", "wraps"), ("yolk", "yolks"), ("zucchini", "zucchini"),
];

/// Returns one and several of the thing that `word` names, in any case.
pub(super) fn counted(word: &str) -> Option<(&'static str, &'static str)> {
    let first = word.bytes().next()?.to_ascii_lowercase();
    let letter = |one: &str| one.bytes().next();
    let from = NOUNS.partition_point(|(one, _)| letter(one) < Some(first));
    let is = |form: &str| word.eq_ignore_ascii_case(form);
    NOUNS[from..]
        .iter()
        .take_while(|(one, _)| letter(one) == Some(first))
        .find(|(one, several)| is(one) || is(several))
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_every_noun_are_found() {
        for &(one, several) in NOUNS {
            assert_eq!(counted(one), Some((one, several)));
            assert_eq!(counted(several), Some((one, several)));
        }
        assert_eq!(counted("Onions"), Some(("onion", "onions")));
        assert_eq!(counted("flour"), None);
        assert_eq!(counted(""), None);
    }
}
