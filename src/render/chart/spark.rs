//! A series as high as a line of text: which way it goes, and nothing else. Its figures stand beside it.

use super::drawing::{Drawing, Em, Share};

/// The height, and what stays free above and below the line.
const HEIGHT: f64 = 2.0;
const FREE: f64 = 0.4;
/// The share that stays free at either end, for the point.
const MARGIN: f64 = 0.05;
const POINT: f64 = 0.25;

/// Draws the figures, oldest first; one that is not told breaks the line. Nothing where there are fewer than two.
pub(crate) fn spark(figures: &[Option<f64>]) -> String {
    let told: Vec<(usize, f64)> =
        figures.iter().enumerate().filter_map(|(at, figure)| Some((at, (*figure)?))).collect();
    let [.., last] = told[..] else { return String::new() };
    if told.len() < 2 {
        return String::new();
    }
    let lowest = told.iter().map(|(_, figure)| *figure).fold(f64::INFINITY, f64::min);
    let highest = told.iter().map(|(_, figure)| *figure).fold(f64::NEG_INFINITY, f64::max);
    #[allow(clippy::cast_precision_loss, reason = "nobody has measured for that long")]
    let x = |at: usize| Share(MARGIN + (1.0 - 2.0 * MARGIN) * at as f64 / (figures.len() - 1) as f64);
    let y = |figure: f64| {
        let share = if highest > lowest { (figure - lowest) / (highest - lowest) } else { 0.5 };
        Em(FREE + (HEIGHT - 2.0 * FREE) * (1.0 - share))
    };
    let mut drawing = Drawing::new("spark", Em(HEIGHT));
    for pair in told.windows(2).filter(|pair| pair[1].0 == pair[0].0 + 1) {
        drawing.line("series", (x(pair[0].0), y(pair[0].1)), (x(pair[1].0), y(pair[1].1)));
    }
    drawing.element("circle", &[("cx", &x(last.0)), ("cy", &y(last.1)), ("r", &Em(POINT))]);
    drawing.finish()
}

#[cfg(test)]
mod tests {
    use super::spark;

    #[test]
    fn it_goes_up_where_the_figures_do_and_breaks_where_one_is_not_told() {
        assert_eq!(spark(&[Some(1.0)]), "");
        assert_eq!(spark(&[None, Some(1.0), None]), "");
        let up = spark(&[Some(1.0), Some(3.0)]);
        assert!(up.contains("y1=\"1.6em\"") && up.contains("y2=\"0.4em\""), "{up}");
        assert_eq!(up.matches("<line").count(), 1);
        assert_eq!(spark(&[Some(1.0), None, Some(3.0)]).matches("<line").count(), 0);
        assert!(spark(&[Some(2.0), Some(2.0)]).contains("cy=\"1em\""));
    }
}
