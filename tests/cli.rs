//! Runs the commands of the manual and of the folders `tests/cli` and `tests/errors`,
//! and compares all that they print.

#[test]
fn commands_print_what_the_manual_says() {
    trycmd::TestCases::new()
        .env("NO_COLOR", "1")
        .env("PORKCLI_RECIPES", "")
        .env("XDG_DATA_HOME", "/nonexistent")
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .case("README.md")
        .case("tests/cli/*.md")
        .case("tests/errors/*.md");
}
