//! Numbers that look random and are the same everywhere: the splitmix64 generator.

pub(super) struct Random(u64);

impl Random {
    /// A stream of its own for each record, so that more records of one kind change no other.
    pub(super) fn new(kind: u64, record: usize) -> Self {
        Self((kind << 32) ^ record as u64)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, and without, the limit.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        let remainder = self.next() % limit as u64;
        usize::try_from(remainder).expect("it is below a usize")
    }

    /// True once in so many times.
    pub(super) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub(super) fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }

    /// Up to so many of them, at least one, in their own order.
    pub(super) fn some<'a>(&mut self, from: &[&'a str], at_most: usize) -> Vec<&'a str> {
        let count = 1 + self.below(at_most);
        let first = self.below(from.len());
        let mut places: Vec<usize> = (0..count).map(|step| (first + step * 5) % from.len()).collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().map(|place| from[place]).collect()
    }
}
