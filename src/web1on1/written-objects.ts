import type { Written } from "../fields/payload.ts";
import { type IdKind, toGlobalId } from "../resolving/ids.ts";
import type { CallOnce } from "../rest/call.ts";
import type { AnyEndpoint, LooseArguments } from "../rest/endpoint.ts";

/** Objects that are written by their own id. */
export interface WrittenObjects<Name extends string, Parameter extends string> {
  /** The field of payloads that gives the object. */
  readonly name: Name;
  readonly kind: IdKind;
  /** The name of the id in path templates. */
  readonly parameter: Parameter;
}

/** The path template of one object. */
export type PathOf<Parameter extends string> = `${string}/{${Parameter}}`;

/** The arguments of a write that names an object. */
export interface ById {
  readonly id: string;
}

/** The payload of a write. @param row as the write answered it, if it did. */
export const writtenPayload = <Name extends string, Row>(
  { name, kind }: WrittenObjects<Name, string>,
  sourceId: string,
  row?: Row,
): Written<Name, Row> =>
  ({ [`${name}Id`]: toGlobalId(kind, sourceId), [name]: row }) as unknown as Written<Name, Row>;

/** Makes calls whose arguments are not known by type, since the name of the id is a value. */
export const looseCall = <Result>(call: CallOnce) =>
  call as unknown as (endpoint: AnyEndpoint, args: LooseArguments) => Promise<Result>;
