#!/usr/bin/python3
"""Makes the faces of src/Sen.Web/Platform/Pdf/Faces from Liberation 2 (Debian: fonts-liberation2, python3-fonttools).

usage: scripts/fonts.py FOLDER-WITH-LIBERATION-TTFS

Cut down to Latin with every Vietnamese letter, unhinted (print needs none), and with one character per glyph: Liberation draws Đ (U+0110)
and Ð (U+00D0) with one glyph, and a reader of the PDF would get the wrong one back. The licence (OFL 1.1) reserves the name
«Liberation» for the unchanged fonts, so these are called Sen Serif and Sen Sans.
"""
import sys
from pathlib import Path
from fontTools import subset
from fontTools.ttLib import TTFont

WANTED = (
    list(range(0x20, 0x7F)) + list(range(0xA1, 0x180)) + [0x1A0, 0x1A1, 0x1AF, 0x1B0]
    + [0x300, 0x301, 0x303, 0x309, 0x323] + list(range(0x1EA0, 0x1EFA))
    + [0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2020, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A]
    + list(range(0x2074, 0x207A)) + list(range(0x2080, 0x208A)) + [0x20AB, 0x20AC, 0x2190, 0x2192, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x25A0, 0x25A1, 0x25CF, 0x394, 0x3A3, 0x3BC]
)
NEVER = {0xAD, 0xD0, 0xB5}
OUT = Path(__file__).resolve().parent.parent / "src/Sen.Web/Platform/Pdf/Faces"

for family in ("Serif", "Sans"):
    for style in ("Regular", "Bold", "Italic", "BoldItalic"):
        options = subset.Options(hinting=False, layout_features=["kern", "ccmp", "mark", "mkmk"], name_IDs=[0, 1, 2, 3, 4, 6, 13, 14], notdef_outline=True, glyph_names=False, drop_tables=["DSIG", "FFTM", "gasp", "LTSH", "VDMX", "hdmx"])
        font = subset.load_font(str(Path(sys.argv[1]) / f"Liberation{family}-{style}.ttf"), options)
        known = font.getBestCmap()
        wanted = [c for c in WANTED if c in known and c not in NEVER]
        shared = {}
        for code in wanted:
            shared.setdefault(known[code], []).append(code)
        for codes in shared.values():
            for extra in codes[1:]:
                wanted.remove(extra)
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=wanted)
        cutter.subset(font)
        for record in font["name"].names:
            if record.nameID in (1, 3, 4, 6):
                font["name"].setName(str(record).replace("Liberation ", "Sen ").replace("Liberation", "Sen").replace("Ascender - ", ""), record.nameID, record.platformID, record.platEncID, record.langID)
        font["head"].modified = font["head"].created
        font.recalcTimestamp = False
        font.save(OUT / f"Sen{family}-{style}.ttf")
        print(family, style, len(wanted), {hex(k): hex(c) for g, cs in shared.items() for k in cs[1:] for c in cs[:1]})
