#!/usr/bin/env python3
"""Makes the font files of src/main/resources/fonts. README.md beside this file says how to run it and why they are as they are."""

import os
import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, newTable

HERE = Path(__file__).resolve().parent
RESOURCES = HERE.parent / "src/main/resources"
TARGET = RESOURCES / "fonts"
NOTO = Path(os.environ.get("NOTO", "/usr/share/fonts/truetype/noto"))
CJK = Path(os.environ.get("NOTO_CJK", "/usr/share/fonts/opentype/noto"))
FAMILY = "Mineban Sans"

# One unit of an em may be off when a cubic curve is told in quadratic ones: 1/1000 of the size of the letter.
TOLERANCE = 1.0


def spans(*ranges):
    return {code for first, last in ranges for code in range(first, last + 1)}


LATIN = spans((0x20, 0x7E), (0xA0, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1EFF),
              (0x2000, 0x200A), (0x2010, 0x2027), (0x202F, 0x205F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2190, 0x21FF),
              (0x2200, 0x22FF), (0x25A0, 0x25FF), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD))
ARABIC = spans((0x600, 0x61B), (0x61D, 0x6FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
HAN_MARKS = spans((0x2010, 0x2027), (0x2030, 0x203B), (0x2460, 0x249B), (0x2190, 0x21FF), (0x2200, 0x22FF),
                  (0x25A0, 0x25FF), (0x2600, 0x2606), (0x3000, 0x303F), (0xFF01, 0xFFEE))


def gb2312(rows):
    """The hanzi of GB 2312 in these rows: 16 to 55 are its 3755 most usual ones, 56 to 87 the rest."""
    found = set()
    for row in rows:
        for cell in range(1, 95):
            try:
                found.add(ord(bytes([0xA0 + row, 0xA0 + cell]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return found


def our_characters():
    """Every character that stands in our own texts and facts."""
    files = [*RESOURCES.glob("messages/**/*.properties"), *RESOURCES.glob("**/*.csv")]
    return {ord(character) for file in files for character in file.read_text(encoding="utf-8")}


def without_layout(font):
    """Nothing that prints our documents reads these tables: Arabic is shaped by its presentation forms."""
    for tag in list(font.keys()):
        if tag not in {"GlyphOrder", "head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "loca", "glyf", "name", "post"}:
            del font[tag]


def subset(font, characters):
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "STAT", "MATH"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def to_quadratic(font):
    """Turns the cubic outlines of an OpenType font into the quadratic ones of TrueType, of which a PDF can embed a part."""
    order = font.getGlyphOrder()
    glyphs = font.getGlyphSet()
    outlines = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, TOLERANCE, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = outlines
    for name in order:
        glyf[name].recalcBounds(glyf)
    font["hmtx"].metrics = {name: (width, getattr(glyf[name], "xMin", 0) or 0)
                            for name, (width, _) in font["hmtx"].metrics.items()}
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                  "maxStackElements", "maxSizeOfInstructions", "maxComponentElements"):
        setattr(maxp, field, 1 if field == "maxZones" else 0)
    font["post"].formatType = 3.0
    for tag in ("CFF ", "VORG"):
        if tag in font:
            del font[tag]
    font.sfntVersion = "\x00\x01\x00\x00"


def part(path, characters, already, folder):
    font = TTCollection(path).fonts[2] if path.suffix == ".ttc" else TTFont(path)  # 2: SC, the forms used in China
    wanted = (characters & set(font.getBestCmap())) - already
    subset(font, wanted)
    if "CFF " in font:
        to_quadratic(font)
    without_layout(font)
    font["post"].formatType = 3.0
    made = folder / (path.stem + ".ttf")
    font.save(made)
    return made, already | wanted


def make(style, weight, sources):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts, have = [], set()
        for path, characters in sources:
            made, have = part(path, characters, have, folder)
            parts.append(str(made))
        font = Merger().merge(parts) if len(parts) > 1 else TTFont(parts[0])
    first = TTFont(sources[0][0])
    for table, fields in {"hhea": ("ascent", "descent", "lineGap"),
                          "OS/2": ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent",
                                   "sxHeight", "sCapHeight")}.items():
        for field in fields:
            setattr(font[table], field, getattr(first[table], field))
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsType = 0
    rename(font, style)
    font["post"].formatType = 3.0
    font["head"].created = font["head"].modified = first["head"].created
    font.recalcTimestamp = False
    without_layout(font)
    target = TARGET / f"MinebanSans-{style}.ttf"
    font.save(target)
    print(target.name, len(have), "characters,", target.stat().st_size, "bytes")


def rename(font, style):
    names = font["name"]
    names.names = []
    for number, text in {
        0: "Copyright 2015 Google LLC (Noto Sans); Copyright 2015-2020 Google LLC (Noto Sans Arabic); Copyright 2014-2021 "
           "Adobe (Noto Sans CJK SC). Selected and put together by the Mineban founders.",
        1: FAMILY, 2: style, 3: f"{FAMILY} {style}", 4: f"{FAMILY} {style}", 5: "Version 1.000",
        6: f"MinebanSans-{style}",
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: "https://openfontlicense.org",
    }.items():
        names.setName(text, number, 3, 1, 0x409)


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    ours = our_characters()
    usual = gb2312(range(16, 56)) | {code for code in ours if 0x3400 <= code <= 0x9FFF}
    han = usual | gb2312(range(56, 88))
    make("Regular", 400, [(NOTO / "NotoSans-Regular.ttf", LATIN), (NOTO / "NotoSansArabic-Regular.ttf", ARABIC),
                          (CJK / "NotoSansCJK-Regular.ttc", han | HAN_MARKS)])
    make("Bold", 700, [(NOTO / "NotoSans-Bold.ttf", LATIN), (NOTO / "NotoSansArabic-Bold.ttf", ARABIC),
                       (CJK / "NotoSansCJK-Bold.ttc", usual | HAN_MARKS)])
    make("Italic", 400, [(NOTO / "NotoSans-Italic.ttf", LATIN)])


if __name__ == "__main__":
    sys.exit(main())
