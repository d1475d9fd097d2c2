//! A film as MP4: H.264 by openh264, Constrained Baseline, which every player reads.
//!
//! Frames come at one rate, and one that stands longer is repeated: players and editors that do not
//! like changing rates show it right. Colours are BT.709 and say so, in the stream and in the file.

use super::boxes::{self, Sample, Track};
use super::target::Whole;
use super::yuv::Planes;
use super::{Encoder, Film, FilmError};
use crate::calendar::period_words;
use crate::export::carried::xmp;
use crate::export::pdf::About;
use crate::lang::picture_words;
use openh264::OpenH264API;
use openh264::encoder::{
    BitRate, Complexity, EncoderConfig, FrameRate, FrameType, IntraFramePeriod, QpRange,
    RateControlMode, UsageType, VuiConfig,
};
use openh264::formats::YUVSlices;
use resvg::tiny_skia::Pixmap;
use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};

/// The longer and the shorter side, at most, and the shortest side: what openh264 accepts.
const MOST_PX: [u32; 2] = [3840, 2160];
const LEAST_PX: u32 = 16;
/// Every so many seconds a frame stands by itself, so that players can jump.
const JUMP_SECONDS: u32 = 4;
/// How coarsely a frame is stored, 0 to 51: low enough that letters stay sharp.
const QP: [u8; 2] = [14, 20];
/// Bits of a pixel and second that the quality may take; never reached, as maps stand still.
const BITS_A_PIXEL: f64 = 8.0;

pub(super) struct Mp4 {
    whole: Whole,
    /// Its metadata.
    packet: String,
    size_px: [u32; 2],
    fps: u32,
    encoder: openh264::encoder::Encoder,
    planes: Planes,
    /// The frames as they come; the index before them is known only at the end.
    aside: BufWriter<File>,
    samples: Vec<Sample>,
    sets: [Vec<u8>; 2],
}

impl Mp4 {
    pub fn new(whole: Whole, size_px: [u32; 2], film: &Film) -> Result<Mp4, FilmError> {
        let fps = film.fps;
        let (longer, shorter) = (size_px[0].max(size_px[1]), size_px[0].min(size_px[1]));
        if longer > MOST_PX[0] || shorter > MOST_PX[1] || shorter < LEAST_PX {
            let [w, h] = size_px;
            let [long, short] = MOST_PX;
            return Err(FilmError::Size(format!(
                "expected at least {LEAST_PX} and at most {long} x {short} pixels for an MP4, found {w} x {h}"
            )));
        }
        if size_px.iter().any(|px| px % 2 == 1) {
            let [w, h] = size_px;
            return Err(FilmError::Size(format!(
                "expected even numbers of pixels for an MP4, found {w} x {h}"
            )));
        }
        let pixels = f64::from(size_px[0]) * f64::from(size_px[1]);
        let bits = (pixels * BITS_A_PIXEL).min(f64::from(i32::MAX)) as u32;
        let config = EncoderConfig::new()
            .bitrate(BitRate::from_bps(bits))
            .rate_control_mode(RateControlMode::Bufferbased)
            .qp(QpRange::new(QP[0], QP[1]))
            .skip_frames(false)
            .max_frame_rate(FrameRate::from_hz(fps as f32))
            .intra_frame_period(IntraFramePeriod::from_num_frames(fps * JUMP_SECONDS))
            .usage_type(UsageType::CameraVideoRealTime)
            .complexity(Complexity::Low)
            .adaptive_quantization(false)
            .background_detection(false)
            .scene_change_detect(false)
            .num_threads(1)
            .vui(VuiConfig::bt709());
        let encoder =
            openh264::encoder::Encoder::with_api_config(OpenH264API::from_source(), config);
        let aside = whole.aside().map_err(|e| whole.failed(e))?;
        Ok(Mp4 {
            whole,
            packet: packet(film),
            size_px,
            fps,
            encoder: encoder.map_err(refused)?,
            planes: Planes::new(size_px[0] as usize, size_px[1] as usize),
            aside: BufWriter::with_capacity(1 << 18, aside),
            samples: Vec::new(),
            sets: [Vec::new(), Vec::new()],
        })
    }

    /// Encodes what the planes hold as one more frame.
    fn encode(&mut self) -> Result<(), FilmError> {
        let (w, h) = (self.size_px[0] as usize, self.size_px[1] as usize);
        let Planes { y, u, v, .. } = &self.planes;
        let source = YUVSlices::new((y, u, v), (w, h), (w, w / 2, w / 2));
        let stream = self.encoder.encode(&source).map_err(refused)?;
        let is_key = matches!(stream.frame_type(), FrameType::IDR);
        let mut bytes = 0;
        for layer in (0..stream.num_layers()).filter_map(|i| stream.layer(i)) {
            for nal in (0..layer.nal_count()).filter_map(|i| layer.nal_unit(i)) {
                let nal = boxes::without_start_code(nal);
                match nal.first().map(|head| head & 31) {
                    Some(7) => self.sets[0] = nal.to_vec(),
                    Some(8) => self.sets[1] = nal.to_vec(),
                    Some(_) => {
                        let length = nal.len() as u32;
                        let written = self.aside.write_all(&length.to_be_bytes());
                        let written = written.and_then(|()| self.aside.write_all(nal));
                        written.map_err(|e| self.whole.failed(e))?;
                        bytes += 4 + length;
                    }
                    None => {}
                }
            }
        }
        if bytes == 0 {
            return Err(FilmError::Encode("a frame came out empty".to_owned()));
        }
        self.samples.push(Sample { bytes, is_key });
        Ok(())
    }

    /// The index, then the frames.
    fn write(&mut self) -> io::Result<()> {
        self.aside.flush()?;
        let mut frames = self.aside.get_ref().try_clone()?;
        frames.seek(SeekFrom::Start(0))?;
        let mut file = BufWriter::with_capacity(1 << 18, self.whole.file()?);
        file.write_all(&boxes::head(&Track {
            size_px: self.size_px,
            fps: self.fps,
            sequence: &self.sets[0],
            picture: &self.sets[1],
            samples: &self.samples,
        }))?;
        io::copy(&mut frames, &mut file)?;
        file.write_all(&boxes::metadata(&self.packet))?;
        file.flush()
    }
}

/// What the film is, and the view that it opens again with: that of its last day.
fn packet(film: &Film) -> String {
    let carried = film.carried(film.last_day());
    let lang = film.view.lang;
    let first = film.shots.iter().map(|shot| shot.date).min();
    let title = format!(
        "{}, {}",
        picture_words::MAP_OF_THE_SAHEL.get(lang),
        period_words(first, film.last_day(), lang)
    );
    let about = About {
        title: &title,
        description: "",
        lang: lang.id(),
        carried: Some(&carried),
    };
    xmp(&about, "video/mp4")
}

fn refused(error: openh264::Error) -> FilmError {
    FilmError::Encode(error.to_string())
}

impl Encoder for Mp4 {
    fn frame(&mut self, pixels: &Pixmap, ticks: u32) -> Result<(), FilmError> {
        self.planes.fill(pixels.data());
        for _ in 0..ticks {
            self.encode()?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<(), FilmError> {
        self.write().map_err(|e| self.whole.failed(e))?;
        self.whole.place()
    }
}
