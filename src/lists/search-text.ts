const plainText = /^[\x20-\x7e\n]*$/;

/** Letters that are written over others and that Unicode does not take apart, in upper case. */
const overlaid: Readonly<Record<string, string>> = {
  Æ: "AE",
  Đ: "D",
  Ð: "D",
  Ħ: "H",
  Ł: "L",
  Ø: "O",
  Œ: "OE",
};
const overlaidLetters = new RegExp(`[${Object.keys(overlaid).join("")}]`, "g");

/**
 * A text as texts are searched: in upper case, which folds more letters than lower case does, and without accents
 * (Unicode's form NFKD less its marks, and letters with a stroke as those without).
 */
export const searchText = (text: string): string =>
  plainText.test(text)
    ? text.toUpperCase()
    : text
        .normalize("NFKD")
        .replace(/\p{M}+/gu, "")
        .toUpperCase()
        .replace(overlaidLetters, (letter) => overlaid[letter] ?? letter);
