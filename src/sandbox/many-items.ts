/** Bytes of a chunk, about. */
const chunkLength = 64 * 1024;

interface Parts {
  readonly before: string;
  readonly after: string;
  /** Texts of the rows, without commas between. */
  readonly rows: readonly string[];
}

/**
 * The text of an answer whose first list, or map of records, has as many rows as asked: its own again and again under
 * other ids. An answer without either becomes a list of itself.
 */
export async function* rowsText(body: unknown, count: number): AsyncGenerator<Uint8Array> {
  const { before, after, rows } = partsOf(body);
  let text = before;
  for (let made = 0; made < count; made += 1) {
    text += (made > 0 ? "," : "") + numbered(rows[made % rows.length] ?? "null", made);
    if (text.length < chunkLength) continue;
    yield Buffer.from(text);
    text = "";
  }
  yield Buffer.from(text + after);
}

/** Stands for the rows in the text of an answer. */
const placeholder = "the rows of the answer";

function partsOf(body: unknown): Parts {
  const found = { rows: undefined as readonly string[] | undefined, isMap: false };
  const text = JSON.stringify(body, (_key, value: unknown) => {
    const rows = found.rows ? undefined : rowsIn(value);
    if (!rows) return value;
    found.rows = rows;
    found.isMap = !Array.isArray(value);
    return placeholder;
  });
  const { isMap, rows = [text ?? "null"] } = found;
  const [before, after] = found.rows ? text.split(JSON.stringify(placeholder)) : ["", ""];
  return { before: before + (isMap ? "{" : "["), after: (isMap ? "}" : "]") + after, rows };
}

/** The rows of a list, or of a map from ids to records. */
function rowsIn(value: unknown): readonly string[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value)) return value.length > 0 ? value.map((row) => JSON.stringify(row)) : undefined;
  const entries = Object.entries(value);
  const isMap = entries.length > 0 && entries.every(([key, row]) => row?.id === key);
  return isMap ? entries.map(([key, row]) => `${JSON.stringify(key)}:${JSON.stringify(row)}`) : undefined;
}

/** The same row under another id, wherever it shows: of the same length and in the same digits. */
function numbered(row: string, number: number): string {
  const [, id] = /"id":"([0-9a-f-]{24,36})"/.exec(row) ?? [];
  if (id === undefined) return row;
  const digits = number.toString(16).padStart(8, "0");
  return row.replaceAll(id, id.slice(0, -digits.length) + digits);
}
