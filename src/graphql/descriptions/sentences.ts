/** One sentence by name, or a few. */
export type Sentences = Readonly<Record<string, string>>;
