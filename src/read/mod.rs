//! Text to [`Recipe`](crate::recipe::Recipe).

mod line;
mod prose;

pub use line::{LineError, read_line};
pub use prose::{read_prose, read_prose_on, scale_of};
