//! Finds a small part of a list that still fails: delta debugging, with a bound on the tries.

/// Takes pieces of the list away, large ones first, as long as what is left still fails.
pub fn shrink<T: Clone>(mut steps: Vec<T>, mut tries: usize, fails: impl Fn(&[T]) -> bool) -> Vec<T> {
    let mut piece = steps.len().div_ceil(2);
    while piece > 0 {
        let mut smaller = false;
        let mut at = 0;
        while at < steps.len() {
            if tries == 0 {
                return steps;
            }
            tries -= 1;
            let mut rest = steps.clone();
            rest.drain(at..(at + piece).min(steps.len()));
            if fails(&rest) {
                steps = rest;
                smaller = true;
            } else {
                at += piece;
            }
        }
        if piece > 1 {
            piece = piece.div_ceil(2);
        } else if !smaller {
            piece = 0;
        }
    }
    steps
}

#[test]
fn a_failing_list_shrinks_to_what_makes_it_fail() {
    let steps: Vec<u32> = (0..60).collect();
    let left = shrink(steps, 500, |steps| steps.contains(&7) && steps.contains(&41));
    assert_eq!(left, [7, 41]);
}
