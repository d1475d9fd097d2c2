//! The boxes of an MP4 file with one track of H.264, the index before the frames, so that it plays
//! while it loads.
//!
//! ISO/IEC 14496-12 (boxes) and 14496-15 (H.264 in them). No times of making are written: same film,
//! same bytes.

/// One frame in the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Sample {
    /// Its length.
    pub bytes: u32,
    /// Does it stand by itself?
    pub is_key: bool,
}

/// What the index tells.
pub(super) struct Track<'t> {
    /// Width and height in pixels.
    pub size_px: [u32; 2],
    /// Frames a second.
    pub fps: u32,
    /// The sequence parameter set.
    pub sequence: &'t [u8],
    /// The picture parameter set.
    pub picture: &'t [u8],
    /// All frames in their order.
    pub samples: &'t [Sample],
}

/// Ticks of the track's clock for one frame.
const FRAME_TICKS: u32 = 1_000;
/// Ticks a second of the film's clock.
const FILM_CLOCK: u32 = 1_000;
/// No rotation: 1 on the diagonal, in fixed point.
const UPRIGHT: [u32; 9] = [0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000];
/// BT.709 primaries, transfer and matrix, as in the stream.
const BT709: u16 = 1;

/// Everything before the frames' own bytes.
pub(super) fn head(track: &Track<'_>) -> Vec<u8> {
    let mut file = boxed(b"ftyp", &[b"isom", &word(0x200), b"isomiso2avc1mp41"]);
    let bytes: u64 = track.samples.iter().map(|s| u64::from(s.bytes)).sum();
    // The index holds the place of the frames, which depends on its own length, which is known.
    let length = file.len() + index(track, 0).len();
    let data_head = data_head(bytes);
    file.extend(index(track, (length + data_head.len()) as u64));
    file.extend(data_head);
    file
}

/// What stands after the frames: metadata in XMP, in the box that ISO 16684-1 names for them.
pub(super) fn metadata(packet: &str) -> Vec<u8> {
    boxed(
        b"uuid",
        &[&crate::export::carried::XMP_UUID, packet.as_bytes()],
    )
}

/// A unit of H.264 without the zeros and the one that announce it.
pub(super) fn without_start_code(nal: &[u8]) -> &[u8] {
    let zeros = nal.iter().take_while(|b| **b == 0).count();
    match nal.get(zeros) {
        Some(1) if zeros >= 2 => &nal[zeros + 1..],
        Some(_) | None => nal,
    }
}

fn data_head(bytes: u64) -> Vec<u8> {
    match u32::try_from(bytes + 8) {
        Ok(length) => [&word(length)[..], b"mdat"].concat(),
        Err(_) => [&word(1)[..], b"mdat", &(bytes + 16).to_be_bytes()].concat(),
    }
}

fn index(track: &Track<'_>, data_at: u64) -> Vec<u8> {
    let frames = track.samples.len() as u64;
    let fps = u64::from(track.fps.max(1));
    let lasts = clipped(frames * u64::from(FILM_CLOCK) / fps);
    let mut film = [word(0), word(0), word(FILM_CLOCK), word(lasts)].concat();
    // Rate 1, full volume.
    film.extend([word(0x1_0000), [1, 0, 0, 0], word(0), word(0)].concat());
    film.extend(UPRIGHT.map(u32::to_be_bytes).concat());
    film.extend([0; 24]);
    film.extend(word(2));
    let of_track = boxed(
        b"trak",
        &[&track_head(track, lasts), &media(track, data_at)],
    );
    boxed(b"moov", &[&full(b"mvhd", 0, &film), &of_track])
}

fn track_head(track: &Track<'_>, lasts: u32) -> Vec<u8> {
    let mut head = [word(0), word(0), word(1), word(0), word(lasts)].concat();
    head.extend([0; 16]);
    head.extend(UPRIGHT.map(u32::to_be_bytes).concat());
    head.extend(track.size_px.map(|px| (px << 16).to_be_bytes()).concat());
    // Enabled, in the film, in its preview.
    full(b"tkhd", 7, &head)
}

fn media(track: &Track<'_>, data_at: u64) -> Vec<u8> {
    let clock = track.fps.max(1).saturating_mul(FRAME_TICKS);
    let lasts = clipped(track.samples.len() as u64 * u64::from(FRAME_TICKS));
    // "und": no language is spoken in it.
    let head = [
        word(0),
        word(0),
        word(clock),
        word(lasts),
        [0x55, 0xC4, 0, 0],
    ]
    .concat();
    let handler = [&[0; 4][..], b"vide", &[0; 12], b"VideoHandler\0"].concat();
    let place = full(b"dref", 0, &[&word(1)[..], &full(b"url ", 1, &[])].concat());
    let information = boxed(
        b"minf",
        &[
            &full(b"vmhd", 1, &[0; 8]),
            &boxed(b"dinf", &[&place]),
            &table(track, data_at),
        ],
    );
    let handler = full(b"hdlr", 0, &handler);
    boxed(b"mdia", &[&full(b"mdhd", 0, &head), &handler, &information])
}

fn table(track: &Track<'_>, data_at: u64) -> Vec<u8> {
    let count = clipped(track.samples.len() as u64);
    let times = [word(1), word(count), word(FRAME_TICKS)].concat();
    let keys = (1..).zip(track.samples).filter(|(_, s)| s.is_key);
    let keys: Vec<[u8; 4]> = keys.map(|(number, _)| word(number)).collect();
    let keys = [&word(keys.len() as u32)[..], &keys.concat()].concat();
    // One run of frames, all of them.
    let chunks = [word(1), word(1), word(count), word(1)].concat();
    let mut sizes = [word(0), word(count)].concat();
    sizes.extend(track.samples.iter().flat_map(|s| word(s.bytes)));
    let place = [&word(1)[..], &data_at.to_be_bytes()].concat();
    boxed(
        b"stbl",
        &[
            &full(b"stsd", 0, &[&word(1)[..], &entry(track)].concat()),
            &full(b"stts", 0, &times),
            &full(b"stss", 0, &keys),
            &full(b"stsc", 0, &chunks),
            &full(b"stsz", 0, &sizes),
            &full(b"co64", 0, &place),
        ],
    )
}

/// What the frames are: H.264 of that size, with its parameter sets and colours.
fn entry(track: &Track<'_>) -> Vec<u8> {
    let mut head = vec![0; 6];
    head.extend(1_u16.to_be_bytes());
    head.extend([0; 16]);
    head.extend(track.size_px.map(|px| (px as u16).to_be_bytes()).concat());
    // 72 pixels an inch, as everywhere.
    head.extend([word(0x48_0000), word(0x48_0000), word(0)].concat());
    head.extend(1_u16.to_be_bytes());
    head.extend([0; 32]);
    head.extend([0, 24, 0xFF, 0xFF]);
    let profile = track.sequence.get(1..4).unwrap_or(&[66, 192, 40]);
    let sets = |count: u8, set: &[u8]| {
        let length = (set.len() as u16).to_be_bytes();
        [&[count][..], &length, set].concat()
    };
    let settings = [
        &[1][..],
        profile,
        &[0xFF],
        &sets(0xE1, track.sequence),
        &sets(1, track.picture),
    ];
    let colors = [BT709; 3].map(u16::to_be_bytes).concat();
    let colors = boxed(b"colr", &[b"nclx", &colors, &[0]]);
    let square = boxed(b"pasp", &[&word(1), &word(1)]);
    boxed(
        b"avc1",
        &[&head, &boxed(b"avcC", &settings), &colors, &square],
    )
}

fn boxed(name: &[u8; 4], parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    [&word(body.len() as u32 + 8)[..], name, &body].concat()
}

/// A box with a version, which is 0, and flags.
fn full(name: &[u8; 4], flags: u32, body: &[u8]) -> Vec<u8> {
    boxed(name, &[&word(flags), body])
}

fn word(value: u32) -> [u8; 4] {
    value.to_be_bytes()
}

fn clipped(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names and lengths of the boxes in some bytes.
    fn list(mut bytes: &[u8]) -> Vec<(String, usize)> {
        let mut found = Vec::new();
        while bytes.len() >= 8 {
            let length = u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) as usize;
            found.push((String::from_utf8_lossy(&bytes[4..8]).into_owned(), length));
            bytes = bytes.get(length..).unwrap_or(&[]);
        }
        found
    }

    #[test]
    fn the_index_comes_first_and_points_at_the_frames() {
        let samples = [(500, true), (20, false), (30, false)];
        let samples = samples.map(|(bytes, is_key)| Sample { bytes, is_key });
        let file = head(&Track {
            size_px: [1280, 720],
            fps: 25,
            sequence: &[0x67, 66, 192, 31, 1],
            picture: &[0x68, 2],
            samples: &samples,
        });
        let found = list(&file);
        let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["ftyp", "moov", "mdat"]);
        assert_eq!(found[2].1, 558);
        let at = file
            .windows(4)
            .position(|w| w == b"co64")
            .expect("its place");
        let place: [u8; 8] = file[at + 12..at + 20].try_into().expect("eight bytes");
        assert_eq!(u64::from_be_bytes(place), file.len() as u64);
    }

    #[test]
    fn start_codes_are_taken_off() {
        assert_eq!(without_start_code(&[0, 0, 0, 1, 0x67, 5]), [0x67, 5]);
        assert_eq!(without_start_code(&[0, 0, 1, 0x41]), [0x41]);
        assert_eq!(without_start_code(&[0x41, 0, 1]), [0x41, 0, 1]);
        assert_eq!(without_start_code(&[0, 0]), [0, 0]);
    }
}
