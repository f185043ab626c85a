//! Much work on all processors, with the results in the order of the work.
//!
//! Owns threads and how much is in flight at once. Must never know what the work is.

use super::Failure;
use super::output::Written;
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

/// Does `work` on each of `pieces`, and has each result taken in the order of the pieces,
/// as soon as it is there: before the next piece is waited for, or beside that.
///
/// # Errors
/// What `take` fails with, after which nothing more is begun.
pub(super) fn in_order<Piece: Send, Made: Send>(
    mut pieces: impl Iterator<Item = Piece> + Send,
    work: impl Fn(Piece) -> Made + Sync,
    mut take: impl FnMut(Made) -> Result<Written, Failure>,
) -> Result<Written, Failure> {
    for _ in 0..FEW {
        let Some(piece) = pieces.next() else {
            return Ok(Written::All);
        };
        if take(work(piece))? == Written::NobodyReads {
            return Ok(Written::NobodyReads);
        }
    }
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    if processors > 1
        && let Some(result) = on_threads(processors, &mut pieces, &work, &mut take)
    {
        return result;
    }
    for piece in pieces {
        if take(work(piece))? == Written::NobodyReads {
            return Ok(Written::NobodyReads);
        }
    }
    Ok(Written::All)
}

/// Returns `None`, and has done nothing, if the system has no threads left.
fn on_threads<Piece: Send, Made: Send>(
    processors: usize,
    pieces: &mut (impl Iterator<Item = Piece> + Send),
    work: &(impl Fn(Piece) -> Made + Sync),
    take: &mut impl FnMut(Made) -> Result<Written, Failure>,
) -> Option<Result<Written, Failure>> {
    let (to_workers, waiting) = sync_channel::<(Piece, SyncSender<Made>)>(processors);
    // Each piece has its place in this line, into which its result is put.
    let (to_line, line) = sync_channel::<Receiver<Made>>(processors * WAITING);
    let waiting = Mutex::new(waiting);
    thread::scope(|scope| {
        let started = (0..processors)
            .filter(|_| start(scope, || work_on(&waiting, work)))
            .count();
        let feed = move || {
            for piece in pieces {
                let (to_place, place) = sync_channel(1);
                let is_wanted = to_line.send(place).is_ok();
                if !is_wanted || to_workers.send((piece, to_place)).is_err() {
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
fn work_on<Piece, Made>(
    waiting: &Mutex<Receiver<(Piece, SyncSender<Made>)>>,
    work: &impl Fn(Piece) -> Made,
) {
    loop {
        let next = match waiting.lock() {
            Ok(waiting) => waiting.recv(),
            Err(_) => return,
        };
        let Ok((piece, to_place)) = next else { return };
        // Nobody waits for it any more where the output has been closed.
        let _ = to_place.send(work(piece));
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
