import { badInput, type GatewayError } from "../errors.ts";
import type { FilePart, FileParts } from "../rest/form.ts";
import { checkedImage, type ImageLimits } from "./image-check.ts";
import type { ArrivingFile, IncomingForm } from "./incoming-form.ts";
import { shownFile } from "./shown-file.ts";

/** A file that comes with an operation: the value of the `Upload` scalar. Its bytes may still be on their way. */
export interface Upload {
  /** Of its part in the form, which `map` gives it. */
  readonly name: string;
}

/** Conditions that files must meet. */
export interface FileLimits {
  readonly mostBytes: number;
  /** That of images, where only images pass. @default files of any type */
  readonly images?: ImageLimits;
}

/** All files of one request. */
interface Delivery {
  readonly form: IncomingForm;
  readonly names: ReadonlySet<string>;
  /** Names of those that have not come. */
  readonly awaited: Set<string>;
  /** Names of those that a field has asked for. */
  readonly taken: Set<string>;
}

const deliveries = new WeakMap<object, Delivery>();

/** Makes the uploads that a form brings, one for each name. */
export function uploadsOf(form: IncomingForm, names: readonly string[]): Upload[] {
  const delivery = { form, names: new Set(names), awaited: new Set(names), taken: new Set<string>() };
  return names.map((name) => {
    const upload: Upload = Object.freeze({ name });
    deliveries.set(upload, delivery);
    return upload;
  });
}

/** Whether a value stands for a file that came with a request. */
export const isUpload = (value: unknown): value is Upload =>
  typeof value === "object" && value !== null && deliveries.has(value);

/**
 * The files in the order in which they arrive, each to be read to its end before the next. The last file of a request
 * ends once nothing is behind it.
 * @throws BAD_USER_INPUT for a file that was taken before, has gone by, or, while they are read, is not within the limits.
 */
export function filesOf(uploads: readonly Upload[], limits: FileLimits): FileParts {
  const [first] = uploads;
  if (!first) return none();
  const delivery = deliveries.get(first);
  if (!delivery) throw new Error("An upload can be made by a request only.");
  const wanted = new Set<string>();
  for (const { name } of uploads) {
    if (delivery.taken.has(name))
      throw badInput(`File ${shownFile(name)} is used twice; send it once for each.`);
    if (!delivery.awaited.has(name)) throw tooEarly(name);
    delivery.taken.add(name);
    wanted.add(name);
  }
  return arriving(delivery, wanted, limits);
}

async function* none(): AsyncGenerator<FilePart> {}

async function* arriving(
  { form, names, awaited }: Delivery,
  wanted: Set<string>,
  limits: FileLimits,
): AsyncGenerator<FilePart> {
  /** The next file, or undefined at the end of the form. */
  const next = async (): Promise<ArrivingFile | undefined> => {
    const part = await form.coming(form.next());
    if (!part) return undefined;
    if (part.kind === "file" && awaited.delete(part.name)) return part;
    const what = names.has(part.name) ? "comes twice" : "is not in the map";
    const refusal = badInput(`Part ${shownFile(part.name)} of the form ${what}.`);
    form.fail(refusal);
    throw refusal;
  };

  while (wanted.size > 0) {
    // Another part of the same write may have let them go by.
    for (const name of wanted) if (!awaited.has(name)) throw tooEarly(name);
    const file = await next();
    if (!file) throw missing(wanted);
    // What no field asked for before, or will ask for in vain, is thrown away.
    if (wanted.delete(file.name)) yield await within(limits, file, form);
  }
  // What is not the end is refused, so that no file is taken for whole.
  if (awaited.size === 0) await next();
}

/** A file that is checked while it is read. @throws BAD_USER_INPUT at once if its type is known to be wrong. */
async function within(limits: FileLimits, file: ArrivingFile, form: IncomingForm): Promise<FilePart> {
  const { filename, name } = file;
  const bytes = upTo(limits.mostBytes, file, form);
  if (!limits.images) return { filename, contentType: file.contentType, bytes };
  return { filename, ...(await checkedImage(bytes, limits.images, shownFile(name, filename))) };
}

async function* upTo(
  mostBytes: number,
  { chunks, filename, name }: ArrivingFile,
  form: IncomingForm,
): AsyncGenerator<Uint8Array> {
  const source = chunks();
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await form.coming(source.next());
      if (done) return;
      bytes += value.byteLength;
      if (bytes > mostBytes) {
        throw badInput(`File ${shownFile(name, filename)} is larger than ${mostBytes} bytes.`);
      }
      yield value;
    }
  } finally {
    void source.return(undefined);
  }
}

const tooEarly = (name: string): GatewayError =>
  badInput(
    `File ${shownFile(name)} came before the field that uses it was run; send files in the order in which the operation's fields use them.`,
  );

const missing = (names: ReadonlySet<string>): GatewayError =>
  badInput(`The map names files that did not come: ${[...names].map((name) => shownFile(name)).join(", ")}.`);
