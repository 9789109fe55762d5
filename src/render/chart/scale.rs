//! How counts share out a length.

/// A piece of a bar or a column, as shares of the whole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Piece {
    /// Where it begins.
    pub(crate) start: f64,
    /// How long it is.
    pub(crate) length: f64,
}

/// Shares the whole among counts: each gets its due, but for those that would be too short for their number, which get
/// `least` of it; the others give up what that takes. A count of nought gets nothing.
pub(crate) fn pieces(counts: &[usize], least: impl Fn(usize) -> f64) -> Vec<Piece> {
    let need: Vec<f64> = counts.iter().map(|&count| if count == 0 { 0.0 } else { least(count) }).collect();
    let crowd = need.iter().sum::<f64>().max(1.0);
    let mut lengths: Vec<Option<f64>> = counts.iter().map(|&count| (count == 0).then_some(0.0)).collect();
    loop {
        let free = 1.0 - lengths.iter().flatten().sum::<f64>();
        let open = (0..counts.len()).filter(|&at| lengths[at].is_none());
        let total: usize = open.clone().map(|at| counts[at]).sum();
        let due = |at: usize| free * number(counts[at]) / number(total.max(1));
        let short: Vec<usize> = open.clone().filter(|&at| due(at) < need[at] / crowd).collect();
        if short.is_empty() {
            for at in open.collect::<Vec<_>>() {
                lengths[at] = Some(due(at));
            }
            break;
        }
        for at in short {
            lengths[at] = Some(need[at] / crowd);
        }
    }
    let mut start = 0.0;
    let piece = |length: f64| {
        let piece = Piece { start, length };
        start += length;
        piece
    };
    lengths.into_iter().flatten().map(piece).collect()
}

/// A count as a number to reckon with. Counts of actions are small; past 2^32 a bar would be no different.
pub(crate) fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// How many letters a count takes.
pub(crate) fn digits(count: usize) -> usize {
    count.to_string().len()
}

/// A scale with few ticks at round numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Axis {
    /// The lowest tick.
    pub(crate) bottom: f64,
    step: f64,
    steps: u32,
}

/// How many steps a scale has at most.
const STEPS: f64 = 4.0;
/// A scale begins at nought unless the numbers lie so close together, as a share of the largest, that they could not
/// be told apart.
const CLOSE: f64 = 0.15;

impl Axis {
    /// A scale that holds all the numbers.
    pub(crate) fn of(numbers: &[f64]) -> Self {
        let most = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let least = numbers.iter().copied().fold(f64::INFINITY, f64::min);
        let close = least > 0.0 && most - least < CLOSE * most && most > least;
        let (low, high) = if close { (least, most) } else { (least.min(0.0), most.max(0.0)) };
        let step = round_step((high - low) / STEPS);
        let bottom = (low / step).floor() * step;
        let mut steps = 1;
        while bottom + step * f64::from(steps) < high - step * 1e-9 {
            steps += 1;
        }
        Self { bottom, step, steps }
    }

    /// How far up the scale a number is, 0 to 1.
    pub(crate) fn share(self, number: f64) -> f64 {
        (number - self.bottom) / (self.step * f64::from(self.steps))
    }

    /// The ticks, from the bottom up.
    pub(crate) fn ticks(self) -> impl Iterator<Item = f64> {
        (0..=self.steps).map(move |tick| self.bottom + self.step * f64::from(tick))
    }

    /// A tick's number, with a comma between thousands.
    pub(crate) fn word(self, tick: f64) -> String {
        let decimals = (0_u8..6).find(|&places| (self.step * 10_f64.powi(places.into())).fract().abs() < 1e-6);
        let text = format!("{tick:.*}", usize::from(decimals.unwrap_or(6)));
        let text = if text.trim_start_matches('-').trim_matches(['0', '.']).is_empty() { "0" } else { &text };
        thousands(text)
    }
}

/// The smallest round number that is no less: 1, 2, 5 with noughts, or 25 with noughts.
fn round_step(rough: f64) -> f64 {
    if rough <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf(rough.log10().floor());
    let digits = [1.0_f64, 2.0, 2.5, 5.0, 10.0].into_iter().filter(|&digit| digit.fract() == 0.0 || power >= 10.0);
    let round = digits.map(|digit| digit * power).find(|&step| step >= rough * (1.0 - 1e-9));
    round.unwrap_or(power * 10.0)
}

/// A number's digits with a comma between thousands: "1,204".
pub(crate) fn thousands(text: &str) -> String {
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("−", digits));
    let mut parts = Vec::new();
    let mut end = digits.len();
    while end > 3 {
        parts.push(&digits[end - 3..end]);
        end -= 3;
    }
    parts.push(&digits[..end]);
    parts.reverse();
    format!("{sign}{}{rest}", parts.join(","))
}
