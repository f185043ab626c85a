//! porkcli scales and converts recipes exactly.

pub mod amount;
pub mod check;
pub mod convert;
pub mod diagnostic;
pub mod measure;
pub mod quantity;
pub mod read;
pub mod recipe;
pub mod scale;
pub mod shop;
pub mod unit;
pub mod write;
