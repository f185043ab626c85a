//! How fast lines are read.

use porkcli::read::read_line;

fn main() {
    divan::main();
}

/// Lines of every common shape.
const LINES: [&str; 6] = [
    "2 cups plain flour",
    "1 (14 oz) can chopped tomatoes, drained",
    "100g/4oz unsalted butter, softened, plus extra for greasing",
    "3 large garlic cloves, finely chopped",
    "1 cup plus 2 tablespoons warm water (about 110°F)",
    "salt and freshly ground black pepper, to taste",
];

#[divan::bench(args = LINES)]
fn read(line: &str) {
    divan::black_box(read_line(divan::black_box(line))).ok();
}
