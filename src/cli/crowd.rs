//! Much work on all processors, with the results in the order of the work.
//!
//! Owns threads and how much is in flight at once. Must never know what the work is.

use super::Failure;
use super::output::Written;
use std::any::Any;
use std::num::NonZero;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, Builder, Scope};

/// So many pieces are done sooner than a second thread starts.
const FEW: usize = 4;

/// So many pieces wait for each worker at most, which bounds what is in memory.
const WAITING: usize = 4;

/// As much as the first thread usually has.
const STACK: usize = 8 << 20;

/// A piece of work, or what was made of it. The threads need not know what it is, so that
/// there is one machine for all commands and not one for each.
type Parcel = Box<dyn Any + Send>;

/// Takes the next result.
type Take<'t> = &'t mut dyn FnMut(Parcel) -> Result<Written, Failure>;

/// Does `work` on each of `pieces`, and has each result taken in the order of the pieces,
/// as soon as it is there: before the next piece is waited for, or beside that.
///
/// # Errors
/// What `take` fails with, after which nothing more is begun.
pub(super) fn in_order<Piece: Send + 'static, Made: Send + 'static>(
    pieces: impl Iterator<Item = Piece> + Send,
    work: impl Fn(Piece) -> Made + Sync,
    mut take: impl FnMut(Made) -> Result<Written, Failure>,
) -> Result<Written, Failure> {
    let mut parcels = pieces.map(|piece| Box::new(piece) as Parcel);
    // A parcel is opened by the one that it was packed for, so there is always in it what
    // is looked for.
    let work = |parcel: Parcel| -> Parcel {
        match parcel.downcast() {
            Ok(piece) => Box::new(work(*piece)),
            Err(parcel) => parcel,
        }
    };
    let mut take = |parcel: Parcel| match parcel.downcast() {
        Ok(made) => take(*made),
        Err(_) => Ok(Written::All),
    };
    all_in_order(&mut parcels, &work, &mut take)
}

fn all_in_order(
    parcels: &mut (dyn Iterator<Item = Parcel> + Send),
    work: &(dyn Fn(Parcel) -> Parcel + Sync),
    take: Take,
) -> Result<Written, Failure> {
    for _ in 0..FEW {
        let Some(parcel) = parcels.next() else {
            return Ok(Written::All);
        };
        if take(work(parcel))? == Written::NobodyReads {
            return Ok(Written::NobodyReads);
        }
    }
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    if processors > 1
        && let Some(result) = on_threads(processors, parcels, work, take)
    {
        return result;
    }
    for parcel in parcels {
        if take(work(parcel))? == Written::NobodyReads {
            return Ok(Written::NobodyReads);
        }
    }
    Ok(Written::All)
}

/// Returns `None`, and has done nothing, if the system has no threads left.
fn on_threads(
    processors: usize,
    parcels: &mut (dyn Iterator<Item = Parcel> + Send),
    work: &(dyn Fn(Parcel) -> Parcel + Sync),
    take: Take,
) -> Option<Result<Written, Failure>> {
    let (to_workers, waiting) = sync_channel::<(Parcel, SyncSender<Parcel>)>(processors);
    // Each parcel has its place in this line, into which its result is put.
    let (to_line, line) = sync_channel::<Receiver<Parcel>>(processors * WAITING);
    let waiting = Mutex::new(waiting);
    thread::scope(|scope| {
        let started = (0..processors)
            .filter(|_| start(scope, || work_on(&waiting, work)))
            .count();
        let feed = move || {
            for parcel in parcels {
                let (to_place, place) = sync_channel(1);
                let is_wanted = to_line.send(place).is_ok();
                if !is_wanted || to_workers.send((parcel, to_place)).is_err() {
                    return;
                }
            }
        };
        if started == 0 || !start(scope, feed) {
            return None;
        }
        // Going on to the end of the line, or leaving it early, ends the other threads.
        for place in line {
            let Ok(made) = place.recv() else { break };
            match take(made) {
                Ok(Written::All) => {}
                other => return Some(other),
            }
        }
        Some(Ok(Written::All))
    })
}

fn start<'scope>(scope: &'scope Scope<'scope, '_>, work: impl FnOnce() + Send + 'scope) -> bool {
    let thread = Builder::new().stack_size(STACK);
    thread.spawn_scoped(scope, work).is_ok()
}

/// Works on what waits until nothing more comes.
fn work_on(
    waiting: &Mutex<Receiver<(Parcel, SyncSender<Parcel>)>>,
    work: &(dyn Fn(Parcel) -> Parcel + Sync),
) {
    loop {
        let next = match waiting.lock() {
            Ok(waiting) => waiting.recv(),
            Err(_) => return,
        };
        let Ok((parcel, to_place)) = next else { return };
        // Nobody waits for it any more where the output has been closed.
        let _ = to_place.send(work(parcel));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    #[test]
    fn results_come_in_the_order_of_the_work() {
        let work = |piece: u64| {
            thread::sleep(Duration::from_micros((piece * 7) % 13 * 50));
            piece
        };
        let mut taken = Vec::new();
        let done = in_order(0..300, work, |made| {
            taken.push(made);
            Ok(Written::All)
        });
        assert_eq!(done, Ok(Written::All));
        assert_eq!(taken, Vec::from_iter(0..300));
    }

    #[test]
    fn no_more_is_begun_than_can_be_taken_soon() {
        let begun = AtomicUsize::new(0);
        let pieces = (0..1_000_000).inspect(|_| {
            begun.fetch_add(1, Ordering::Relaxed);
        });
        let mut left = 100;
        let done = in_order(
            pieces,
            |piece| piece,
            |_| {
                left -= 1;
                match left {
                    0 => Ok(Written::NobodyReads),
                    _ => Ok(Written::All),
                }
            },
        );
        assert_eq!(done, Ok(Written::NobodyReads));
        let processors = thread::available_parallelism().map_or(1, NonZero::get);
        let most = 100 + processors * (WAITING + 3) + 3;
        assert!(begun.load(Ordering::Relaxed) <= most);
    }

    #[test]
    fn a_failure_ends_the_work() {
        let failed = in_order(
            0..1_000_000,
            |piece| piece,
            |piece| match piece {
                50 => Err(Failure::CouldNotRun),
                _ => Ok(Written::All),
            },
        );
        assert_eq!(failed, Err(Failure::CouldNotRun));
    }
}
