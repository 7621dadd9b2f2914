import { GraphQLID, type GraphQLLeafType, GraphQLString } from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";
import { jsonOf, jsonText } from "./json.ts";
import type { Text } from "./output.ts";

/** Makes JSON of values of a scalar or an enum, at once. @throws where a value is not one of the type. */
export function leafWriter(type: GraphQLLeafType): (value: unknown) => Text {
  // Most leaves are texts that are given as they are.
  const isText = type === GraphQLString || type === GraphQLID;
  return (value) => {
    if (isText && typeof value === "string") return jsonText(value);
    if (value instanceof Error) throw value;
    if (value === null || value === undefined) return null;
    const serialized: unknown = type.serialize(value);
    if (serialized === null || serialized === undefined) {
      throw new Error(
        `Expected \`${inspect(type)}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${inspect(serialized)}`,
      );
    }
    return jsonOf(serialized);
  };
}
