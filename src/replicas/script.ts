import { createHash } from "node:crypto";

/** A script that Redis runs as one step. */
export interface Script {
  readonly text: string;
  /** By which Redis knows it once it has run it. */
  readonly sha1: string;
}

/** Makes a script of a text in Lua. */
export const script = (text: string): Script => ({
  text,
  sha1: createHash("sha1").update(text).digest("hex"),
});
