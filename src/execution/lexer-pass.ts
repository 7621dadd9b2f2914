const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;
const hash = 35;
const backslash = 92;
const byteOrderMark = 0xfeff;

const tableOf = (letters: string): Uint8Array => {
  const table = new Uint8Array(128);
  for (const letter of letters) table[letter.charCodeAt(0)] = 1;
  return table;
};

const letters = "_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const blanks = tableOf("\t\n\r ,");
const punctuators = tableOf("!$&():=@[]{|}");
const nameStarts = tableOf(letters);
const nameParts = tableOf(`${letters}0123456789`);

/** Whether a character is a token by itself, whatever stands beside it. */
export const isPunctuator = (code: number): boolean => code < 128 && punctuators[code] === 1;

/** Whether a name begins with a character. */
export const isNameStart = (code: number): boolean => code < 128 && nameStarts[code] === 1;

/** Where the next token begins. @returns -1 for a comment that no lexer reads. */
export function endOfBlank(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === hash) {
      at = endOfComment(text, at);
      if (at < 0) return -1;
    } else if (blanks[code] !== 1 && code !== byteOrderMark) return at;
  }
  return text.length;
}

function endOfComment(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || code === carriageReturn) return at;
    // Half a pair of surrogates is a mistake even in a comment.
    if (code >= 0xd800 && code <= 0xdfff) return -1;
  }
  return text.length;
}

/**
 * Where the text goes on behind a token. What is neither a name, a string nor a punctuator goes up to the next of these or
 * the next blank: several tokens, perhaps, but the same for the same letters.
 * @returns -1 for a string that does not end.
 */
export function endOfToken(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (isPunctuator(code)) return start + 1;
  if (code === quote)
    return text.startsWith('"""', start) ? endOfBlockString(text, start + 3) : endOfString(text, start + 1);
  let at = start + 1;
  if (isNameStart(code)) {
    while (nameParts[text.charCodeAt(at)] === 1) at += 1;
    return at;
  }
  while (at < text.length && isPlain(text.charCodeAt(at))) at += 1;
  return at;
}

/** Whether a character goes on what is no name, no string and no punctuator: a number, or the three dots. */
const isPlain = (code: number): boolean =>
  code !== quote && code !== hash && code !== byteOrderMark && blanks[code] !== 1 && !isPunctuator(code);

function endOfBlockString(text: string, start: number): number {
  for (let at = start; ; ) {
    const end = text.indexOf('"""', at);
    if (end < 0) return -1;
    if (end === start || text.charCodeAt(end - 1) !== backslash) return end + 3;
    at = end + 3;
  }
}

function endOfString(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === lineFeed || code === carriageReturn) return -1;
    if (code === backslash) at += 1;
  }
  return -1;
}
