import { z } from "zod";
import { parseUrl } from "../parse-url.ts";
import { isLoopback } from "./loopback.ts";
import { parsedBy } from "./setting.ts";

const noBlanks = /^\S+$/;

/** A text as it is. */
export const anyText = parsedBy(z.string());

/** A text without blanks. */
export const textWithoutBlanks = parsedBy(z.string().regex(noBlanks, "must not hold blanks"));

/** A key or token: it must fit into a header. Line ends or blanks around one come from copied files, and fail later in obscure ways. */
export const credential = parsedBy(
  z.string().regex(/^[\x21-\x7e]+$/, "holds characters that a header cannot carry"),
);

/** A port of TCP; 0 is one that is free. */
export const portNumber = parsedBy(
  z
    .string()
    .regex(/^\d{1,5}$/, "is not a port")
    .transform(Number)
    .refine((port) => port < 65_536, "is not a port"),
);

/** A whole number, from the least on. */
export const wholeNumber = (least: 0 | 1) =>
  parsedBy(
    z
      .string()
      .regex(/^\d{1,6}$/, `is not a whole number from ${least} to 999999`)
      .transform(Number)
      .refine((number) => number >= least, `is not a whole number from ${least} to 999999`),
  );

/** The base URL of a system; final slashes are dropped. */
export const baseUrl = parsedBy(
  z
    .string()
    // A parser of URLs would drop them without a word.
    .regex(noBlanks, "must not hold blanks")
    .pipe(z.url({ protocol: /^https?$/, error: "is not a URL that begins with https:// or http://" }))
    .refine(
      // Checked even when it is no URL.
      (url) => !/[?#]/.test(url) && !parseUrl(url)?.username,
      "must not hold a query or credentials",
    )
    .refine((url) => {
      const parsed = parseUrl(url);
      return parsed?.protocol !== "http:" || isLoopback(parsed.hostname);
    }, "must begin with https://, as keys travel to it; http:// is for this machine only")
    .transform((url) => url.replace(/\/+$/, "")),
);

/** The version of an API, which is a date. */
export const apiVersion = parsedBy(
  z.string().regex(/^\d{4}-\d\d-\d\d$/, "is not a version such as 2024-05-22"),
);

/** The entries of a list with commas, without blanks around them and without empty ones. */
export const entriesOf = (list: string): string[] =>
  list
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");

/** A list with commas. */
export const commaList = z.string().transform(entriesOf);

/** Names with commas between them, as systems take them: no blanks, none empty, none twice. */
export const nameList = parsedBy(
  commaList
    .refine((names) => names.length > 0, "names none")
    .refine((names) => new Set(names).size === names.length, "names one twice")
    .refine(
      (names) => names.every((name) => /^[\w.-]+$/.test(name)),
      "names what is no name such as zendesk_talk",
    )
    .transform((names) => names.join(",")),
);

/** Names out of some that there are, with commas between them, or `none`. */
export const namesAmong = (names: readonly [string, ...string[]]) =>
  parsedBy(
    z.union(
      [
        z.literal("none"),
        commaList.pipe(z.array(z.enum(names)).min(1)).transform((given) => given.join(",")),
      ],
      {
        error: `names something else than ${names.join(", ")} or none`,
      },
    ),
  );

/** A choice between true and false. */
export const trueOrFalse = parsedBy(
  z.enum(["true", "false"], "is neither true nor false").transform((text) => text === "true"),
);

/** A method of HTTP that a call can be made by. */
export const getOrPost = parsedBy(z.enum(["GET", "POST"], "is neither GET nor POST"));
