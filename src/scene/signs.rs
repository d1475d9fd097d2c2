//! Which sign stands for what: glyph, colour and pattern of a category, shape and mark of a base,
//! line of a bloc.
//!
//! The map, the legend and the panels of the window take them from here.

use super::symbols::{Band, BaseShape, EventGlyph, HolderMark};
use crate::model::{BaseKind, Category};
use crate::style::{Bloc, Color, Holder, Palette, size};

/// The glyph of a category.
pub fn category_glyph(category: Category) -> EventGlyph {
    match category {
        Category::Withdrawal => EventGlyph::Withdrawal,
        Category::Deployment => EventGlyph::Deployment,
        Category::Airspace => EventGlyph::Airspace,
        Category::Alliance => EventGlyph::Alliance,
        Category::Coup => EventGlyph::Coup,
        Category::Sanction => EventGlyph::Sanction,
        Category::Diplomacy => EventGlyph::Diplomacy,
        Category::Agreement => EventGlyph::Agreement,
        Category::Attack => EventGlyph::Attack,
        Category::Transition => EventGlyph::Transition,
    }
}

/// The colour of a category.
pub fn category_color(category: Category, palette: &Palette) -> Color {
    let ink = &palette.category;
    match category {
        Category::Withdrawal => ink.withdrawal,
        Category::Deployment => ink.deployment,
        Category::Airspace => ink.airspace,
        Category::Alliance => ink.alliance,
        Category::Coup => ink.coup,
        Category::Sanction => ink.sanction,
        Category::Diplomacy => ink.diplomacy,
        Category::Agreement => ink.agreement,
        Category::Attack => ink.attack,
        Category::Transition => ink.transition,
    }
}

/// How the line of a bloc is drawn, so that blocs differ without colour.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct BlocLine {
    /// Width in points.
    pub width_pt: f32,
    /// Dash and gap in points; none is solid.
    pub dash: Option<[f32; 2]>,
    /// A dot in the middle of every gap.
    pub dotted: bool,
}

/// The line of a bloc inside the border.
pub fn bloc_line(bloc: Bloc) -> BlocLine {
    let (width_pt, dash, dotted) = match bloc {
        Bloc::Aes | Bloc::Ecowas => (size::ALLIANCE_PT + 0.2, None, false),
        Bloc::G5Sahel => (size::ALLIANCE_PT - 0.4, Some([9.0, 5.0]), false),
        Bloc::Uemoa => (size::ALLIANCE_PT, Some([1.5, 4.0]), false),
        Bloc::AfricanUnion => (1.6, Some([7.0, 8.0]), true),
    };
    BlocLine {
        width_pt,
        dash,
        dotted,
    }
}

/// The pattern of a category's share in the ring of a cluster. Those whose colours come within 8 dE of
/// each other in any simulation differ in it, and so do neighbours in the order of the ring but the
/// last two, whose lightness is far apart.
pub fn category_band(category: Category) -> Band {
    match category {
        Category::Withdrawal | Category::Coup | Category::Agreement => Band::Solid,
        Category::Deployment | Category::Sanction => Band::Double,
        Category::Airspace | Category::Diplomacy => Band::Thin,
        Category::Alliance | Category::Attack | Category::Transition => Band::Ticked,
    }
}

/// The shape of a kind of base.
pub fn base_shape(kind: BaseKind) -> BaseShape {
    match kind {
        BaseKind::Main => BaseShape::Main,
        BaseKind::Air => BaseShape::Air,
        BaseKind::Forward => BaseShape::Forward,
        BaseKind::Drone => BaseShape::Drone,
        BaseKind::Headquarters => BaseShape::Headquarters,
        BaseKind::Logistics => BaseShape::Logistics,
        BaseKind::Training => BaseShape::Training,
    }
}

/// The inner mark of a holder.
pub fn holder_mark(holder: Holder) -> HolderMark {
    match holder {
        Holder::France => HolderMark::Plain,
        Holder::Un => HolderMark::Dot,
        Holder::Us => HolderMark::Bar,
        Holder::Wagner => HolderMark::Diagonal,
        Holder::AfricaCorps => HolderMark::TwoDiagonals,
        Holder::Eu => HolderMark::Ring,
        Holder::Germany => HolderMark::LowerHalf,
        Holder::Italy => HolderMark::UprightBar,
        Holder::Turkiye => HolderMark::Crescent,
        Holder::G5Sahel => HolderMark::Cross,
        Holder::Mnjtf => HolderMark::Triangle,
        Holder::Rebels => HolderMark::Saltire,
        Holder::Other => HolderMark::Hollow,
    }
}
