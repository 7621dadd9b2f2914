import type { Deleted, Written } from "../fields/payload.ts";
import { write } from "../fields/write.ts";
import type { Identified } from "../loaders/indexed-rows.ts";
import { type IdKind, sourceIdOf, toGlobalId } from "../resolving/ids.ts";
import type { CallOnce } from "../rest/call.ts";
import type { AnyEndpoint, Endpoint } from "../rest/endpoint.ts";
import type { LooseArguments } from "../rest/request.ts";
import type { JsonObject } from "./merging/merge-patch.ts";
import { type Merges, updateMerged, usesOfMerges } from "./merging/merged-update.ts";
import { idsOfNamed, type NamedOrganizations, usesOfNamed } from "./organization/named.ts";
import type { OwnObject } from "./own-object.ts";

/** Objects that are written by their own id. */
interface Objects<Name extends string, Parameter extends string> {
  /** The field of payloads that gives the object. */
  readonly name: Name;
  readonly kind: IdKind;
  /** The name of the id in path templates. */
  readonly parameter: Parameter;
  /** The one that must stay active. @default there is none */
  readonly own?: OwnObject;
  /** Whether an update to this status ends the object. @default none does */
  readonly isEnd?: (status: string) => boolean;
}

/** A body, less the organizations that the input names, which are looked up before it is sent. */
interface New<Body> {
  readonly body: Body;
  readonly named?: NamedOrganizations;
}

/** Changes to an object, less what is merged into what is stored. */
interface Changes<Body> extends New<Body> {
  readonly merges: Merges;
}

/** The endpoints of an update. */
interface Updating<Path extends string, Body, Wire, Row> {
  readonly update: Endpoint<Path, undefined, Body, Wire, Row | undefined>;
  /** Reads the object as it is stored, numbers to the digit. */
  readonly getToMerge: AnyEndpoint;
}

/** The path template of one object. */
type PathOf<Parameter extends string> = `${string}/{${Parameter}}`;

interface ById {
  readonly id: string;
}

/** The writes that a noun has, each a field of a mutation. The checks of an input throw before anything is sent. */
export function objectWrites<const Name extends string, const Parameter extends string>({
  name,
  kind,
  parameter,
  own,
  isEnd = () => false,
}: Objects<Name, Parameter>) {
  const written = <Row>(sourceId: string, row: Row) =>
    ({ [`${name}Id`]: toGlobalId(kind, sourceId), [name]: row }) as unknown as Written<Name, Row>;
  const deletedName = `deleted${name.charAt(0).toUpperCase()}${name.slice(1)}Id`;

  return {
    /** Creates an object. */
    create: <Args, Body, Wire, Row extends Identified>(
      endpoint: Endpoint<string, undefined, Body, Wire, Row>,
      newOf: (args: Args) => New<NoInfer<Body>>,
    ) =>
      write(
        (args: Args) => {
          const { body, named = {} } = newOf(args);
          return { endpoint, body, named, uses: usesOfNamed(named) };
        },
        async ({ body, named }, context) => {
          const ids = await idsOfNamed(named, context);
          const row = await loose<Row>(context.call)(endpoint, { body: { ...body, ...ids } });
          return written(row.id, row);
        },
      ),

    /** Changes an object, with what is merged into what is stored, while other updates of it wait. */
    update: <Args extends ById, Path extends PathOf<Parameter>, Body extends object, Wire, Row>(
      { update, getToMerge }: Updating<Path, Body, Wire, Row>,
      changesOf: (args: Args) => Changes<NoInfer<Body>>,
    ) =>
      write(
        (args: Args) => {
          const sourceId = sourceIdOf(kind, args.id);
          const { body, named = {}, merges } = changesOf(args);
          const ended = endsIn(body, isEnd) ? own : undefined;
          const uses = [...(ended?.uses ?? []), ...usesOfNamed(named), ...usesOfMerges(merges, getToMerge)];
          return { endpoint: update, sourceId, body, named, merges, ended, uses };
        },
        async ({ sourceId, body, named, merges, ended }, context) => {
          const path = { [parameter]: sourceId };
          await ended?.protect(sourceId, context);
          const ids = await idsOfNamed(named, context);
          const row = await updateMerged(
            {
              kind,
              sourceId,
              merges,
              read: () => loose<JsonObject>(context.freshCall)(getToMerge, path),
              update: (merged) =>
                loose<Row | undefined>(context.call)(update, {
                  ...path,
                  body: { ...body, ...ids, ...merged },
                }),
            },
            context,
          );
          return written(sourceId, row);
        },
      ),

    /** Deletes or archives an object. */
    delete: <Path extends PathOf<Parameter>, Wire>(
      endpoint: Endpoint<Path, undefined, undefined, Wire, undefined>,
    ) =>
      write(
        ({ id }: ById) => ({ endpoint, sourceId: sourceIdOf(kind, id), uses: own?.uses ?? [] }),
        async ({ sourceId }, context) => {
          await own?.protect(sourceId, context);
          await loose<undefined>(context.call)(endpoint, { [parameter]: sourceId });
          return { [deletedName]: toGlobalId(kind, sourceId) } as unknown as Deleted<Name>;
        },
      ),
  };
}

/** Whether a body sets a status that ends its object. */
const endsIn = (body: object, isEnd: (status: string) => boolean): boolean =>
  "status" in body && typeof body.status === "string" && isEnd(body.status);

/** Makes calls whose arguments are not known by type, since the name of the id is a value. */
const loose = <Result>(call: CallOnce) =>
  call as unknown as (endpoint: AnyEndpoint, args: LooseArguments) => Promise<Result>;
