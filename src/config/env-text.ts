/** Characters that an editor does not show, or shows as an ordinary blank, and what bytes become that are no UTF-8. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]|(?! )\p{Zs}/u;

/** Whether a text holds characters that cannot be seen; blanks (U+0020) can. */
export const hasUnseen = (text: string): boolean => unseen.test(text);

/** A name as it looks. */
export const asSeen = (name: string): string => name.replace(new RegExp(unseen, "gu"), "").trim();
