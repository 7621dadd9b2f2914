const plainText = /^[\x20-\x7e]*$/;

/**
 * A text as texts are searched: in upper case, which folds more letters than lower case does, and without accents
 * (Unicode's form NFKD less its marks).
 */
export const searchText = (text: string): string =>
  (plainText.test(text) ? text : text.normalize("NFKD").replace(/\p{M}+/gu, "")).toUpperCase();
