import { toGlobalId } from "../../src/resolving/ids.ts";
import type { SandboxData } from "../../src/sandbox/data/sandbox-data.ts";
import { nodeExamples, nounExamples } from "../support/noun-examples.ts";

/** Arguments for each field that takes some, by `Type.field`, as text, and global ids of all types. */
export function sampleArguments(data: SandboxData): {
  readonly ids: readonly string[];
  readonly byField: Readonly<Record<string, readonly string[]>>;
} {
  const ids = nodeExamples.flatMap(({ asked, ...kind }) =>
    asked(data).map((sourceId) => toGlobalId(kind, sourceId)),
  );
  const ofNouns = nounExamples.flatMap(({ arguments: of }) =>
    Object.entries(of?.(data) ?? {}).flatMap(([type, fields]) =>
      Object.entries(fields).map(([field, samples]): [string, readonly string[]] => [
        `${type}.${field}`,
        samples,
      ]),
    ),
  );
  return {
    ids,
    byField: {
      "Query.node": ids.map((id) => `(id: "${id}")`),
      "Query.nodes": [`(ids: ${JSON.stringify([...ids, "gid://no/Such/thing"])})`],
      ...Object.fromEntries(ofNouns),
    },
  };
}
