//! Holds what the program prints to what its manuals show.

#[test]
fn what_is_shown_is_what_is_printed() {
    trycmd::TestCases::new().case("tests/cli/*.md");
}
