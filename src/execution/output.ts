/** JSON of a value; null apart from its text, so that a value that must not be null can be told. */
export type Text = string | null;

/** JSON that is there, or is being made. */
export type Output = Text | Promise<Text>;

/** Whether something is waited for, as graphql-js decides it. */
export const isPromise = (value: unknown): value is Promise<unknown> =>
  (typeof value === "object" || typeof value === "function") &&
  typeof (value as { readonly then?: unknown } | null)?.then === "function";

/** JSON that is put together of texts, and of pieces that are being made. */
export interface Joint {
  /** Behind the last piece. */
  text: string;
  /** In their order, texts between them; undefined while everything is there. */
  pieces: (string | Promise<Text>)[] | undefined;
}

/** Puts the JSON of a field or an item behind the rest. */
export function append(joint: Joint, output: Output): void {
  if (typeof output === "string") joint.text += output;
  else if (output === null) joint.text += "null";
  else {
    joint.pieces ??= [];
    joint.pieces.push(joint.text, output);
    joint.text = "";
  }
}

/** Puts all of it together, once it is there; waits for it in as many turns as `Promise.all`. */
export function joined({ pieces, text }: Joint): string | Promise<string> {
  if (!pieces) return text;
  pieces.push(text);
  return new Promise((resolve, reject) => {
    let left = 0;
    for (let at = 0; at < pieces.length; at += 1) {
      const piece = pieces[at];
      if (typeof piece !== "object") continue;
      left += 1;
      piece.then((made) => {
        pieces[at] = made ?? "null";
        left -= 1;
        if (left === 0) resolve(pieces.join(""));
      }, reject);
    }
  });
}

/** Takes notice of pieces that fail after the place that they are for has failed. */
export function forget({ pieces = [] }: Joint): void {
  for (const piece of pieces) if (typeof piece === "object") piece.then(undefined, () => undefined);
}
