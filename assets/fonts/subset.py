#!/usr/bin/env python3
"""Cuts the three fonts of this folder out of Debian's Noto Sans. Needs fonttools 4 and the package fonts-noto-core.

Keeps the letters of the languages of the region and of the facts, with kerning and accents, drops hinting, and adds the arrows and
comparison signs that Noto Sans lacks from Noto Sans Math (same design, same licence; one weight for all three cuts).
"""
import pathlib

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

DEBIAN = pathlib.Path("/usr/share/fonts/truetype/noto")
HERE = pathlib.Path(__file__).parent
RANGES = [
    (0x20, 0x7E), (0xA0, 0x24F),  # Latin, Latin-1, Latin Extended-A and -B
    (0x253, 0x254), (0x256, 0x257), (0x259, 0x259), (0x25B, 0x25B), (0x25F, 0x260), (0x263, 0x263), (0x266, 0x266),
    (0x268, 0x26A), (0x26F, 0x26F), (0x272, 0x272), (0x274, 0x275), (0x283, 0x283), (0x289, 0x28B), (0x292, 0x292), (0x294, 0x294),
    (0x2BB, 0x2BC), (0x2BE, 0x2BF), (0x2C6, 0x2C7), (0x2D8, 0x2DD),  # modifiers
    (0x300, 0x30C), (0x323, 0x324), (0x327, 0x328), (0x32D, 0x32D), (0x331, 0x331),  # combining accents
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2002, 0x200D), (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x202F, 0x2030), (0x2032, 0x2033),
    (0x2039, 0x203A), (0x2044, 0x2044), (0x2060, 0x2060), (0x20A6, 0x20A6), (0x20AC, 0x20AC), (0x20B5, 0x20B5), (0x2116, 0x2116),
    (0x2122, 0x2122), (0x2215, 0x2215), (0xFFFD, 0xFFFD),
]
SIGNS = "←↑→↓↔↗↘−≈≠≤≥"


def cut(name):
    options = subset.Options(layout_features=["*"], hinting=False, desubroutinize=True, name_IDs=["*"], notdef_outline=True)
    font = subset.load_font(str(DEBIAN / name), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for a, b in RANGES for c in range(a, b + 1)])
    subsetter.subset(font)
    return font


def add_signs(font, math):
    cmap, glyphs, order = math.getBestCmap(), math.getGlyphSet(), font.getGlyphOrder()
    for sign in SIGNS:
        source, name = cmap[ord(sign)], "uni%04X" % ord(sign)
        record, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
        glyphs[source].draw(record)
        record.replay(pen)
        order.append(name)
        glyph = pen.glyph()
        glyph.recalcBounds(font["glyf"])
        font["glyf"].glyphs[name] = glyph
        font["hmtx"].metrics[name] = math["hmtx"].metrics[source]
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(sign)] = name
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
    font["maxp"].numGlyphs = len(order)


math = TTFont(DEBIAN / "NotoSansMath-Regular.ttf")
for name in ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf"]:
    font = cut(name)
    add_signs(font, math)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(HERE / name)
