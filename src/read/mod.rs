//! Text to [`Recipe`](crate::recipe::Recipe).

mod line;
mod prose;

pub use line::{AmountFields, LineError, LineFields, fields, read_line};
pub use prose::read_prose;
