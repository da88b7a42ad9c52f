//! Shares the work on a long slice between threads, a chunk at a time; results are in the order of the slice.
//!
//! These are threads of their own, not rayon's: what is computed on demand behind a lock must not wait in a pool whose
//! threads take up other work that wants the same lock.

use std::sync::Mutex;
use std::thread;

/// What `each` makes of every chunk, given the place of its first item, in order; with no more than one chunk there is no
/// second thread.
pub(crate) fn map<T: Sync, R: Send>(
    items: &[T],
    chunk: usize,
    each: impl Fn(usize, &[T]) -> R + Sync,
) -> Vec<R> {
    if items.len() <= chunk {
        return vec![each(0, items)];
    }
    let waiting = Mutex::new(items.chunks(chunk).enumerate());
    let work = || {
        let mut done = Vec::new();
        while let Some((at, items)) = waiting.lock().ok().and_then(|mut w| w.next()) {
            done.push((at, each(at * chunk, items)));
        }
        done
    };
    let mut all: Vec<(usize, R)> = thread::scope(|scope| {
        let others: Vec<_> = (1..threads(items.len(), chunk)).map(|_| scope.spawn(work)).collect();
        let mine = work();
        let theirs =
            others.into_iter().flat_map(|o| o.join().unwrap_or_else(|p| std::panic::resume_unwind(p)));
        mine.into_iter().chain(theirs).collect()
    });
    all.sort_unstable_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, result)| result).collect()
}

/// Gives `each` chunk of two slices that belong together.
pub(crate) fn change<A: Send, B: Send>(
    first: &mut [A],
    second: &mut [B],
    chunk: usize,
    each: impl Fn(&mut [A], &mut [B]) + Sync,
) {
    if first.len() <= chunk {
        return each(first, second);
    }
    let count = threads(first.len(), chunk);
    let waiting = Mutex::new(first.chunks_mut(chunk).zip(second.chunks_mut(chunk)));
    let work = || {
        while let Some((a, b)) = waiting.lock().ok().and_then(|mut w| w.next()) {
            each(a, b);
        }
    };
    thread::scope(|scope| {
        (1..count).for_each(|_| drop(scope.spawn(work)));
        work();
    });
}

fn threads(items: usize, chunk: usize) -> usize {
    rayon::current_num_threads().min(items.div_ceil(chunk))
}

#[cfg(test)]
mod tests {
    use super::{change, map};

    #[test]
    fn results_are_in_order() {
        let items: Vec<u32> = (0..1000).collect();
        let sums = map(&items, 10, |first, chunk| chunk.iter().sum::<u32>() - first as u32);
        let expected: Vec<u32> = items.chunks(10).map(|c| c.iter().sum::<u32>() - c[0]).collect();
        assert_eq!(sums, expected);
        assert_eq!(map(&[] as &[u32], 10, |_, none| none.len()), [0]);
    }

    #[test]
    fn both_slices_are_changed() {
        let (mut a, mut b): (Vec<u32>, Vec<u32>) = ((0..1000).collect(), vec![0; 1000]);
        change(&mut a, &mut b, 10, |a, b| a.iter_mut().zip(b).for_each(|(a, b)| std::mem::swap(a, b)));
        assert!(a.iter().all(|n| *n == 0) && b.is_sorted() && b[999] == 999);
    }
}
