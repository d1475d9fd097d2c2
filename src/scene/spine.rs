//! Temporary.
use crate::geo::MapPt;
use crate::model::basemap::Level;
pub(super) struct Spine {
    pub points: Vec<MapPt>,
    pub length: f64,
    pub clearance: f64,
}
impl Spine {
    pub fn at(&self, share: f64) -> (MapPt, [f64; 2]) {
        let (a, b) = (self.points[0], self.points[1]);
        let d = [(b[0] - a[0]) / self.length, (b[1] - a[1]) / self.length];
        (
            [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])],
            d,
        )
    }
}
pub(super) fn spines(level: &Level, iso: &str) -> Vec<Spine> {
    super::axis::axes(level, iso)
        .into_iter()
        .map(|a| {
            let (s, c) = a.angle.sin_cos();
            Spine {
                points: vec![
                    [a.center[0] - c * a.half, a.center[1] - s * a.half],
                    [a.center[0] + c * a.half, a.center[1] + s * a.half],
                ],
                length: a.half * 2.0,
                clearance: a.half * 0.2,
            }
        })
        .collect()
}
pub(super) fn spots(spines: &[Spine]) -> Vec<MapPt> {
    spines.iter().map(|s| s.at(0.5).0).collect()
}
