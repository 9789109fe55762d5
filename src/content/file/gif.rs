//! GIF without comments and what programs wrote into it: `GIF89a`, sections 23 to 27.

/// The parts of programs that say how often the pictures are shown.
const LOOPS: [&[u8; 11]; 2] = [b"NETSCAPE2.0", b"ANIMEXTS1.0"];

/// The picture, up to its end; `None` where it cannot be read.
pub(super) fn cleaned(bytes: &[u8]) -> Option<Vec<u8>> {
    // A header of 6 bytes and the screen, of which one byte tells the size of the table of colours.
    let screen = *bytes.get(10)?;
    let mut at = 13 + table_of(screen);
    let mut out = bytes.get(..at)?.to_vec();
    loop {
        let start = at;
        let keep = match bytes.get(at)? {
            0x3b => {
                out.push(0x3b);
                return Some(out);
            }
            0x21 => {
                let label = *bytes.get(at + 1)?;
                at = blocks(bytes, at + 2)?;
                let is_loop = || LOOPS.iter().any(|name| bytes.get(start + 3..start + 14) == Some(&name[..]));
                label == 0xf9 || (label == 0xff && is_loop())
            }
            0x2c => {
                let table = table_of(*bytes.get(at + 9)?);
                // The place of the picture, its colours, the size of its codes, and its data.
                at = blocks(bytes, at + 10 + table + 1)?;
                true
            }
            _ => return None,
        };
        if keep {
            out.extend_from_slice(bytes.get(start..at)?);
        }
    }
}

/// How many bytes a table of colours takes.
fn table_of(packed: u8) -> usize {
    if packed & 0x80 == 0 { 0 } else { 3 << ((packed & 7) + 1) }
}

/// Where a row of blocks, each with its length before it, ends.
fn blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}
