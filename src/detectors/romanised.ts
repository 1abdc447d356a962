const VOWELS = ["a", "i", "u", "e", "o"];
/** First consonants of the katakana from ァ on, in the order of Unicode. */
const KANA =
  "a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za si zi su zu se ze so zo ta da ti di tu tu du " +
  "te de to do na ni nu ne no ha ba pa hi bi pi hu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo " +
  "yo ra ri ru re ro wa wa i e o n vu ka ke";
const TABLE = KANA.split(" ");
const FIRST = 0x30a1;
const SMALL_TSU = 0x30c3;
const SMALL_Y = "ャュョ";

/** A katakana name in simplified Latin letters. */
export function romanised(kana: string): string {
  let text = "";
  for (let i = 0; i < kana.length; i++) {
    const unit = kana.charCodeAt(i);
    if (unit === SMALL_TSU || unit === 0x30fc) continue;
    const small = SMALL_Y.indexOf(kana.charAt(i));
    const syllable = TABLE[unit - FIRST] ?? "";
    text =
      small >= 0 && text !== ""
        ? text.slice(0, -1) + "y" + (VOWELS[small * 2] ?? "")
        : text + syllable;
  }
  return simplified(text);
}

/**
 * One spelling for Hepburn and Kunrei, with and without long vowels: Satoh, Satou and Sato are
 * sato; Shinji is sinzi; Homma is honma.
 */
export function simplified(latin: string): string {
  return latin
    .replace(/sh/g, "sy")
    .replace(/ch/g, "ty")
    .replace(/j/g, "zy")
    .replace(/ts/g, "t")
    .replace(/f/g, "h")
    .replace(/dz|du/g, "zu")
    .replace(/di/g, "zi")
    .replace(/yi/g, "i")
    .replace(/yy/g, "y")
    .replace(/m([bmp])/g, "n$1")
    .replace(/[-']/g, "")
    .replace(/o[uh](?![aeiouy])/g, "o")
    .replace(/ou|oo/g, "o")
    .replace(/uu/g, "u")
    .replace(/([bcdgkpstz])\1/g, "$1");
}
