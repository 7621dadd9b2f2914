/** Operations by the test file that goes into their details, relative to `test/`. */
export type Examples = Readonly<Record<string, readonly string[]>>;
