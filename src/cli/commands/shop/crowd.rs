//! Many recipe files at once, on all processors.
//!
//! Owns the division of work. Must never report anything: whatever there is something to
//! say about is left to be read again, one after the other, so that the reports stand in
//! the order of the arguments.

use porkcli::read::{MOST_BYTES, is_printed_list, read_recipe, split_recipes};
use porkcli::recipe::Recipe;
use porkcli::shop::{Basket, ShopError};
use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::{fs, thread};

/// Fewer files than this are read sooner than a second thread starts.
const WORTH_A_THREAD: usize = 100;

/// More threads than this only wait for the disk.
const MOST_THREADS: usize = 8;

/// What became of many files.
pub(super) struct Gathered<'a> {
    /// What the files want that could be read without a remark.
    pub basket: Basket,
    /// The other files, in order.
    pub left: Vec<&'a OsString>,
}

/// Reads the plain recipe files among `names` and puts what `add` makes of each into a
/// basket like the `empty` one. It returns whether there was nothing to say.
pub(super) fn gather<'a, F>(
    names: &'a [OsString],
    empty: &Basket,
    add: F,
) -> Result<Gathered<'a>, ShopError>
where
    F: Fn(&mut Basket, Recipe) -> Result<bool, ShopError> + Sync,
{
    let gather_some = |names: &'a [OsString]| {
        let mut gathered = Gathered {
            basket: empty.clone(),
            left: Vec::new(),
        };
        for name in names {
            let done = match read_plainly(name) {
                Some(recipe) => add(&mut gathered.basket, recipe)?,
                None => false,
            };
            if !done {
                gathered.left.push(name);
            }
        }
        Ok(gathered)
    };
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let threads = (names.len() / WORTH_A_THREAD).clamp(1, processors.min(MOST_THREADS));
    if threads == 1 {
        return gather_some(names);
    }
    let share = names.len().div_ceil(threads);
    thread::scope(|scope| {
        let gather_some = &gather_some;
        let workers: Vec<_> = names
            .chunks(share)
            .map(|names| (names, scope.spawn(move || gather_some(names))))
            .collect();
        let mut all = Gathered {
            basket: empty.clone(),
            left: Vec::new(),
        };
        for (names, worker) in workers {
            match worker.join() {
                Ok(gathered) => {
                    let gathered = gathered?;
                    all.basket.add_basket(gathered.basket)?;
                    all.left.extend(gathered.left);
                }
                Err(_) => all.left.extend(names),
            }
        }
        Ok(all)
    })
}

/// The recipe in the file `name`, if that is all there is and there is nothing to say.
fn read_plainly(name: &OsStr) -> Option<Recipe> {
    let path = Path::new(name);
    let metadata = fs::metadata(path).ok()?;
    if !metadata.is_file() || metadata.len() > MOST_BYTES as u64 {
        return None;
    }
    let text = fs::read_to_string(path).ok()?;
    if is_printed_list(&text) || split_recipes(&text).len() > 1 {
        return None;
    }
    let reading = read_recipe(&text).ok()?;
    reading.remarks.is_empty().then_some(reading.recipe)
}
